"""Recording an answer changes one line of the newest year."""

from pathlib import Path

import pytest

from sitegen.yaml_edit import value_at
from tests.site.support.projects import change
from tests.site.support.trees import differences, tree
from tests.year.support import mallila, run, said


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def test_the_answer_is_the_only_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "regions/mallila/2026/distributors.yaml"
    change(path, "    answer: unanswered\n", "    answer: unanswered  # kysytty 1.9.\n")
    before = path.read_text("utf-8")
    told = said(capsys, project, "answer", "mallila", "mielenterveyspalvelut", "stops")
    assert path.read_text("utf-8") == before.replace("answer: unanswered  #", "answer: stops  #")
    assert "Mielenterveys- ja päihdepalvelut stops" in told
    assert "regions/mallila/2026/distributors.yaml" in told
    again = said(capsys, project, "answer", "mallila", "mielenterveyspalvelut", "stops")
    assert "The same answer was there already" in again


def test_the_newest_year_is_meant_unless_one_is_named(project: Path) -> None:
    run(project, "new", "edition", "mallila", "2027")
    old = tree(project / "regions/mallila/2026")
    run(project, "answer", "mallila", "diakonia", "continues", "--checked", "30.10.2026")
    text = (project / "regions/mallila/2027/distributors.yaml").read_text("utf-8")
    assert value_at(text, ("distributors", "diakonia", "answer")) == "continues"
    assert value_at(text, ("distributors", "diakonia", "checked")) == "2026-10-30"
    assert text.index("answer: continues") < text.index("checked: 2026-10-30")
    assert differences(old, tree(project / "regions/mallila/2026")) == []
    run(project, "answer", "mallila", "diakonia", "stops", "--edition", "2026")
    text = (project / "regions/mallila/2026/distributors.yaml").read_text("utf-8")
    assert value_at(text, ("distributors", "diakonia", "answer")) == "stops"


def test_one_organisation_in_two_roles_answers_for_both(project: Path) -> None:
    folder = project / "regions/mallila/2026"
    change(folder / "venues.yaml", "  - id: uimahalli\n", "  - id: diakonia\n")
    run(project, "answer", "mallila", "diakonia", "stops")
    for stem in ("distributors", "venues"):
        assert value_at((folder / f"{stem}.yaml").read_text("utf-8"), (stem, "diakonia", "answer")) == "stops"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("malila", "diakonia", "stops"), "There is no region malila."),
        (("mallila", "diakoni", "stops"), "Did you mean: diakonia?"),
        (("mallila", "x", "stops"), "no partner with the id x."),
        (("mallila", "diakonia", "perhaps"), "perhaps"),
        (("mallila", "diakonia", "stops", "--edition", "2030"), "no folder for 2030"),
        (("mallila", "diakonia", "stops", "--checked", "31.2.2026"), "31.2.2026 is not a day"),
    ],
)
def test_bad_input_is_said_and_nothing_changes(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert sentence in said(capsys, project, "answer", *arguments, code=2)
    assert differences(before, tree(project)) == []


def test_broken_yaml_is_told_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "regions/mallila/2026/venues.yaml"
    change(path, "    kind: nature\n", "    kind: nature\n    kind: sport\n")
    line = path.read_text("utf-8").split("    kind: nature\n")[0].count("\n") + 2
    told = said(capsys, project, "answer", "mallila", "diakonia", "stops", code=1)
    assert f"regions/mallila/2026/venues.yaml:{line}:" in told
