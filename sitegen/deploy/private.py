"""What a site must not hold, as the internal folder knows it: card codes and canaries (C19, BAR S36, S37).

internal/canaries.txt         a word or phrase on each line that stands in private files only; # for remarks
internal/card-code-pattern.txt  the pattern of card codes, where it is not in content/site.yaml
internal/<region>/codes/      the files of codes that Kaikukeskus sent
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.cards.codes import read_codes
from sitegen.check.site_secrets import Secrets
from sitegen.model.national import Site
from sitegen.problems import Place, Problem, error
from sitegen.project import Project
from sitegen.validate.rules.sources import code_pattern

CANARIES = "canaries.txt"
PATTERN = "card-code-pattern.txt"
SHORTEST = 4
"""Letters that a canary has at least: a shorter one would be found everywhere."""


def read_secrets(project: Project, site: Site) -> tuple[Secrets, tuple[Problem, ...]]:
    """What to look for, and what is wrong with the files that say so. Raises `OSError`."""
    pattern, problems = code_pattern(site)
    if pattern is None and not problems:
        pattern, problems = _pattern(project.internal / PATTERN)
    canaries, found = _canaries(project.internal / CANARIES)
    return Secrets(pattern, frozenset(_codes(project)), canaries), (*problems, *found)


def _pattern(path: Path) -> tuple[re.Pattern[str] | None, tuple[Problem, ...]]:
    text = path.read_text("utf-8").strip() if path.is_file() else ""
    try:
        return (re.compile(text) if text else None), ()
    except re.error:
        return None, (error("card-code-pattern", Place(str(path), 1, 1), rule="C19", value=text),)


def _canaries(path: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    if not path.is_file():
        return (), ()
    words: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
        word = " ".join(line.split())
        if not word or word.startswith("#"):
            continue
        if len(word) < SHORTEST:
            problems.append(error("canary-short", Place(str(path), number, 1), masked=True, limit=SHORTEST))
        words.append(word)
    return tuple(words), tuple(problems)


def _codes(project: Project) -> Iterator[str]:
    for path in sorted(project.internal.glob("*/codes/*")):
        if path.is_file() and path.suffix.casefold() in (".csv", ".txt"):
            codes, _ = read_codes(path.read_bytes(), path.name)
            yield from (one.text for one in codes)
