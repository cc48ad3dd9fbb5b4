"""Export, then import: nothing changes, whatever the region says and in whatever language (BAR R22)."""

from pathlib import Path

import pytest

from tests.exchange.support import exported, imported, project_in, yaml_files

SAME = {"fi": "ei ole muutoksia", "sv": "inga ändringar", "en": "Nothing has changed"}


@pytest.mark.parametrize(("region", "lang"), [("mallila", "fi"), ("mallila", "en"), ("malliranta", "sv")])
def test_a_workbook_that_nobody_changed_changes_nothing(tmp_path: Path, region: str, lang: str) -> None:
    root = project_in(tmp_path / "project", region)
    before = yaml_files(root)
    out = tmp_path / "lists.xlsx"
    exported(root, region, out, lang=lang)
    code, said = imported(root, region, out, "--yes", lang=lang)
    assert code == 0
    assert SAME[lang] in said
    assert yaml_files(root) == before


@pytest.mark.parametrize(("region", "lang"), [("mallila", "sv")])
def test_csv_lists_that_nobody_changed_change_nothing(tmp_path: Path, region: str, lang: str) -> None:
    root = project_in(tmp_path / "project", region)
    before = yaml_files(root)
    exported(root, region, tmp_path / "lists.csv", lang=lang)
    files = sorted(tmp_path.glob("lists-*.csv"))
    assert [path.stem.removeprefix("lists-") for path in files] == [
        "coordinators",
        "distributors",
        "done",
        "events",
        "facts",
        "materials",
        "venues",
    ]
    for file in files:
        code, said = imported(root, region, file, "--yes", lang=lang)
        assert code == 0, said
        assert SAME[lang] in said, said
    assert yaml_files(root) == before


def test_the_language_of_the_file_does_not_matter(tmp_path: Path) -> None:
    root = project_in(tmp_path / "project", "mallila")
    exported(root, "mallila", tmp_path / "lists.xlsx", lang="sv")
    code, said = imported(root, "mallila", tmp_path / "lists.xlsx", lang="en")
    assert code == 0
    assert SAME["en"] in said


def test_older_years_go_too(tmp_path: Path) -> None:
    root = project_in(tmp_path / "project", "mallila")
    before = yaml_files(root)
    exported(root, "mallila", tmp_path / "lists.xlsx", "--edition", "2025")
    code, said = imported(root, "mallila", tmp_path / "lists.xlsx", "--yes")
    assert (code, SAME["fi"] in said) == (0, True)
    assert yaml_files(root) == before
