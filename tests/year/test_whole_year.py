"""A year of the invented region by its commands: from the edition of 2026 to a finished 2027."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.reading import read
from sitegen.project import Project
from tests.site.support.projects import change
from tests.year.support import mallila, run, said

DISTRIBUTORS = (
    "aikuissosiaalityo",
    "diakonia",
    "etsiva-nuorisotyo",
    "kotoutumispalvelut",
    "lehtorinteen-asukastalo",
    "mielenterveyspalvelut",
    "ruoka-apu-kattila",
    "tyollisyyspalvelut",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def checklist(capsys: pytest.CaptureFixture[str], project: Path, today: str, *more: str) -> dict[int, Any]:
    told = said(capsys, project, "status", "mallila", "--today", today, "--format", "json", *more)
    return {point["point"]: point for point in json.loads(told)["points"]}


def states(points: dict[int, Any]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, point in points.items():
        found.setdefault(point["state"], []).append(number)
    return found


def venues(project: Path) -> list[str]:
    lines = (project / "regions/mallila/2027/venues.yaml").read_text("utf-8").splitlines()
    return [line.removeprefix("  - id: ") for line in lines if line.startswith("  - id: ")]


def test_from_autumn_to_a_published_year(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "regions/mallila/2027"
    assert "sitegen new edition mallila 2027" in said(
        capsys, project, "status", "mallila", "--today", "2026-09-01"
    )
    run(project, "new", "edition", "mallila", "2027")

    # Autumn: everything is open.
    assert states(checklist(capsys, project, "2026-09-01")) == {"open": [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]}
    letters = project.parent / "letters"
    run(project, "letter", "mallila", "--kind", "ask", "--out", str(letters))
    assert sum(path.suffix == ".eml" for path in letters.iterdir()) == len(DISTRIBUTORS) + len(
        venues(project)
    )
    waits = said(capsys, project, "status", "--today", "2026-09-01")
    assert "- Mallila: Lehtorinteen asukastalo" in waits

    # The partners answer, and their details are checked.
    for partner in (*DISTRIBUTORS, *venues(project)):
        answer = "stops" if partner == "kotiseutumuseo" else "continues"
        run(project, "answer", "mallila", partner, answer, "--checked", "2026-10-15")
    points = checklist(capsys, project, "2026-11-01")
    assert points[2]["state"] == "done"
    assert states(points)["done"] == [2]

    # Kaikukeskus is asked about the new distributor, who is welcomed with the form of commitment.
    run(project, "letter", "mallila", "--kind", "confirm", "--out", str(letters))
    run(project, "letter", "mallila", "--kind", "welcome", "--out", str(letters))
    assert (letters / "mallila-2027-sitoumus-jakaja-lehtorinteen-asukastalo-fi.docx").exists()

    # Kaikukeskus says yes, the new partner commits itself; the pop-up has new days.
    entry = "  - id: lehtorinteen-asukastalo\n"
    change(
        folder / "distributors.yaml",
        entry,
        f"{entry}    commitment: 2026-11-20\n    confirmed: 2026-11-12\n    materials: {{cards: 5}}\n",
    )
    change(folder / "venues.yaml", "    popup: {}\n", "    popup: {from: 2027-08-02, to: 2027-08-08}\n")
    points = checklist(capsys, project, "2026-12-01")
    assert points[6]["state"] == "done"
    assert "unconfirmed" not in {reason["key"] for reason in points[1]["reasons"]}

    # The year is published; what the files cannot show is ticked.
    facts = folder / "edition.yaml"
    facts.write_text(
        facts.read_text("utf-8")
        + "updated: 2026-12-15\ndone:\n"
        + "".join(f"  - {{point: {number}, date: 2026-12-15}}\n" for number in (1, 3, 4, 5, 8)),
        "utf-8",
    )
    region = project / "regions/mallila/region.yaml"
    region.write_text(region.read_text("utf-8") + "edition: 2027\n", "utf-8")
    table = said(capsys, project, "status", "--today", "2026-12-20")
    assert "Ready for the year: 1 of 1 regions." in table
    assert states(checklist(capsys, project, "2026-12-20")) == {
        "done": [1, 2, 3, 4, 5, 6, 8],
        "open": [9, 10, 11, 12],
    }

    # The press is told that it goes on, the partners what is in their parcels.
    run(project, "letter", "mallila", "--kind", "press", "--out", str(letters))
    run(project, "letter", "mallila", "--kind", "materials", "--out", str(letters))

    # Spring: introductions, meetings, and Kaikukeskus is told what changed.
    with facts.open("a", encoding="utf-8") as file:
        file.writelines(f"  - {{point: {number}, date: 2027-05-20}}\n" for number in (9, 10, 11, 12))
    assert set(states(checklist(capsys, project, "2027-06-01"))) == {"done"}
    notice = said(capsys, project, "changes", "mallila", "2026", "2027", "--notice")
    assert "Venues that have left\n- Mallilan kotiseutumuseo" in notice
    assert "New distributors\n- Lehtorinteen asukastalo\n" in notice

    reading = read(Project(project))
    assert reading.network is not None
    assert [(one.region_id, one.year) for one in reading.network.published] == [("mallila", 2027)]
    assert [one for one in reading.problems if one.severity == "error"] == []


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
    assert reasons["errors"] == {"count": 8}
    # In the table of all regions too: nobody is ready whose year could not be built.
    told = json.loads(said(capsys, project, "status", "--today", "2026-10-01", "--format", "json"))
    (point,) = (one for one in told[0]["points"] if one["point"] == 5)
    assert [one["values"] for one in point["reasons"] if one["key"] == "errors"] == [{"count": 8}]


def test_a_year_can_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mallila, år 2025" in said(
        capsys, project, "status", "mallila", "--edition", "2025", "--today", "2025-03-01", lang="sv"
    ).replace("Modellby", "Mallila")


def test_content_that_makes_no_network_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/site.yaml").write_text("format: 1\n\ttitle: x\n", "utf-8")
    for command in (("status",), ("changes", "mallila", "2025", "2026"), ("translated", "x.md")):
        assert "content/site.yaml:2:" in said(capsys, project, *command, code=1)
