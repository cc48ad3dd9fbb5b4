"""Texts older than their source are told; `translated` renews the digest and nothing else."""

from pathlib import Path

import pytest

from sitegen.build.reading import read
from sitegen.project import Project
from sitegen.validate.sections import digest
from sitegen.year.translated import with_digest
from tests.site.support.projects import change
from tests.site.support.trees import differences, tree
from tests.year.support import mallila, run, said

FOLDER = "regions/mallila/2026"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def outdated(project: Path) -> set[tuple[str, str]]:
    """Texts that are told as older than their source, with the source."""
    found = [
        one
        for one in read(Project(project)).problems
        if one.id in ("translation-outdated", "replaced-outdated")
    ]
    return {(one.place.path, dict(one.values)["source"]) for one in found}


def test_a_changed_source_makes_its_translations_old_and_the_command_renews_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outdated(project) == set()
    change(project / FOLDER / "fi/use.md", "Ota kortti mukaan.", "Ota kortti ja lippu mukaan.")
    source = f"{FOLDER}/fi/use.md"
    languages = ("sv", "en", "fi-simple", "ar", "ru")
    assert outdated(project) == {(f"{FOLDER}/{lang}/use.md", source) for lang in languages}
    swedish = project / FOLDER / "sv/use.md"
    swedish.write_bytes(swedish.read_bytes().replace(b"\n", b"\r\n"))
    before = swedish.read_bytes()
    paths = [str(project / FOLDER / lang / "use.md") for lang in languages]
    told = said(capsys, project, "translated", *paths)
    assert told.count("now agrees with") == 5
    assert outdated(project) == set()
    new = digest((project / source).read_text("utf-8").partition("---\n\n")[2])
    assert swedish.read_bytes() == before.replace(b"0ba9fff7add9", new.encode())
    assert "agreed with" in said(capsys, project, "translated", paths[0])


def test_national_texts_likewise(project: Path) -> None:
    source = project / "content/2026/fi/what.md"
    source.write_text(source.read_text("utf-8") + "\nLisää.\n", "utf-8")
    old = outdated(project)
    assert ("content/2026/sv/what.md", "content/2026/fi/what.md") in old
    run(project, "translated", *(str(project / path) for path, _ in old))
    assert outdated(project) == set()


def test_a_text_in_the_place_of_a_national_one(project: Path) -> None:
    for lang in ("fi", "sv"):
        (project / FOLDER / lang / "company.md").write_text("Kaveri voi tulla mukaan.\n", "utf-8")
    own = project / FOLDER / "fi/company.md"
    run(project, "translated", str(own))
    national = project / "content/2026/fi/company.md"
    assert own.read_text("utf-8").startswith("---\ntranslated_from: ")
    assert outdated(project) == set()
    national.write_text(national.read_text("utf-8") + "\nLisää.\n", "utf-8")
    assert (f"{FOLDER}/fi/company.md", "content/2026/fi/company.md") in outdated(project)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (f"{FOLDER}/fi/use.md", "has no source"),
        ("content/2026/fi/what.md", "has no source"),
        (f"{FOLDER}/venues.yaml", "is not a text (.md) of this site"),
        (f"{FOLDER}/sv/nothing.md", "is not a text (.md) of this site"),
        ("../elsewhere.md", "is not a text (.md) of this site"),
    ],
)
def test_what_has_no_source_is_said_and_nothing_changes(
    file: str, sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / FOLDER / "fi/own-kesalava.md", "Muusta", "Kaikesta muusta")
    before = tree(project)
    good = str(project / FOLDER / "sv/own-kesalava.md")
    assert sentence in said(capsys, project, "translated", good, str(project / file), code=2)
    assert differences(before, tree(project)) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("---\ntitle: A\n---\n\nB\n", "---\ntitle: A\ntranslated_from: 123456789abc\n---\n\nB\n"),
        (
            "---\ntranslated_from: 1  # x\nadd: after\n---\nB",
            "---\ntranslated_from: 123456789abc  # x\nadd: after\n---\nB",
        ),
        ("B\n---\n", "---\ntranslated_from: 123456789abc\n---\nB\n---\n"),
        ("\ufeffB\r\n", "\ufeff---\r\ntranslated_from: 123456789abc\r\n---\r\nB\r\n"),
        ("---\n# note\n---\nB\n", "---\n# note\ntranslated_from: 123456789abc\n---\nB\n"),
        ("---\n---\nB\n", "---\ntranslated_from: 123456789abc\n---\nB\n"),
        ("---\r\ntitle: A\r\n---\r\nB", "---\r\ntitle: A\r\ntranslated_from: 123456789abc\r\n---\r\nB"),
    ],
)  # fmt: skip
def test_front_matter_by_the_byte(text: str, made: str) -> None:
    assert with_digest(text, "123456789abc") == made
