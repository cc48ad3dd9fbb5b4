"""Copies of the project to change, and changes that must hit what they mean."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from sitegen.languages.table import codes
from tests.site.support.run import REPOSITORY

ALL = ("fi", "sv", "en", "fi-simple", "ar", "ru")
"""The languages of the shipped site, in its order."""

SMALL = ("tornio", "mallila")
"""Enough for every page kind: a sample, and a region that uses every field in six languages."""


def copy_project(target: Path, regions: Iterable[str] = SMALL) -> Path:
    """A project of its own: the national content and some regions. The theme comes with the program."""
    shutil.copytree(REPOSITORY / "content", target / "content")
    for region in regions:
        shutil.copytree(REPOSITORY / "regions" / region, target / "regions" / region)
    return target


def copy_theme(project: Path) -> Path:
    """The theme as the project's own, which then wins over the program's."""
    shutil.copytree(REPOSITORY / "themes" / "kaiku", project / "themes" / "kaiku")
    return project / "themes" / "kaiku"


def change(path: Path, old: str, new: str, count: int = 1) -> None:
    """Replace a text that occurs so many times in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == count, f"{path}: {old!r} occurs {text.count(old)} times, not {count}"
    path.write_text(text.replace(old, new), "utf-8")


def speak_only(project: Path, *languages: str) -> None:
    """Make the site one of these languages: site.yaml says so, and the national facts have no others."""
    change(
        project / "content/site.yaml",
        f"languages: [{', '.join(ALL)}]",
        f"languages: [{', '.join(languages)}]",
    )
    facts = project / "content/statement.yaml"
    facts.write_text(in_languages(facts.read_text("utf-8"), languages), "utf-8")


def in_languages(text: str, languages: Iterable[str]) -> str:
    """A national file without the lines of other languages."""
    others = tuple(f"{lang}: " for lang in codes() if lang not in set(languages))
    return "".join(line for line in text.splitlines(keepends=True) if not line.strip().startswith(others))


def entry(path: Path, partner: str) -> str:
    """The lines of a partner in a shipped list, from its id to the next entry."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.rstrip() == f"  - id: {partner}")
    end = next(
        (number for number in range(start + 1, len(lines)) if lines[number].startswith("  - ")), len(lines)
    )
    return "".join(lines[start:end])


def delete_entry(path: Path, partner: str) -> None:
    """Take a partner out of a list."""
    change(path, entry(path, partner), "")
