"""`sitegen status` as a command: bad input, years, drafts, content that makes no network."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.year.support import mallila, run, said


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def checklist(capsys: pytest.CaptureFixture[str], project: Path, today: str, *more: str) -> dict[int, Any]:
    told = said(capsys, project, "status", "mallila", "--today", today, "--format", "json", *more)
    return {point["point"]: point for point in json.loads(told)["points"]}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("malila",), "There is no region malila."),
        (("mallila", "--edition", "2030"), "no folder for 2030"),
        (("mallila", "--today", "tomorrow"), "tomorrow is not a day"),
        (("mallila", "--today", "2026-02-30"), "2026-02-30 is not a day"),
        (("mallila", "--format", "pdf"), "pdf"),
        (("mallila", "--format", "xlsx"), "--out checklist.xlsx"),
        (("--format", "xlsx", "--out", "list.csv"), "must end in .xlsx"),
        (("--out", "list.json"), "must end in .txt"),
    ],
)
def test_bad_input_of_status_is_said(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sentence in said(capsys, project, "status", *arguments, code=2)


def test_errors_of_a_draft_are_counted_before_it_is_published(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "new", "edition", "mallila", "2027")
    run(project, "answer", "mallila", "kesalava", "stops")
    reasons = {one["key"]: one["values"] for one in checklist(capsys, project, "2026-10-01")[5]["reasons"]}
    assert reasons["popup-days"] == {"names": ["Revontulikino"]}
    # The two fields of the pop-up, and in six languages the text that leads to the stage that stops.
    assert reasons["errors"] == {"count": 8, "region": "mallila", "year": 2027}
    # In the table of all regions too: nobody is ready whose year could not be built.
    told = json.loads(said(capsys, project, "status", "--today", "2026-10-01", "--format", "json"))
    (point,) = (one for one in told[0]["points"] if one["point"] == 5)
    assert [one["values"] for one in point["reasons"] if one["key"] == "errors"] == [reasons["errors"]]
    # It says where they are: `check` alone tells a draft's errors as warnings.
    shown = said(capsys, project, "status", "mallila", "--today", "2026-10-01", lang="fi")
    assert "sitegen check mallila --edition 2027" in shown
    assert "suomeksi 280, ruotsiksi 55" in shown


def test_a_year_can_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mallila, år 2025" in said(
        capsys, project, "status", "mallila", "--edition", "2025", "--today", "2025-03-01", lang="sv"
    ).replace("Modellby", "Mallila")


def test_content_that_makes_no_network_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/site.yaml").write_text("format: 1\n\ttitle: x\n", "utf-8")
    for command in (("status",), ("changes", "mallila", "2025", "2026"), ("translated", "x.md")):
        assert "content/site.yaml:2:" in said(capsys, project, *command, code=1)
