"""A coordinator's whole year by commands, workbook and file edits: from 2026 to a published 2027, all done.

The region is in `tests/year/koelahti`; the word KANARIALINTU stands in what nobody outside may see.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sitegen.check.pdf import page_count
from tests.exchange.support import Book
from tests.site.support.faults import none
from tests.site.support.projects import change, speak_only
from tests.site.support.run import REPOSITORY
from tests.site.test_canaries import everything
from tests.year.support import run, said

CANARY = "kanarialintu"
ALL = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]


class Year:
    """The project with its region, and what the checklist says of it on a day."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.folder = root / "regions/koelahti/2027"
        self.office = root.parent / "office"
        self.office.mkdir()
        self.capsys = capsys

    def says(self, *arguments: str, code: int = 0, lang: str = "en") -> str:
        """What a command says."""
        return said(self.capsys, self.root, *arguments, code=code, lang=lang)

    def points(self, today: str) -> dict[int, Any]:
        """The points of the checklist by number."""
        told = self.says("status", "koelahti", "--today", today, "--format", "json")
        return {point["point"]: point for point in json.loads(told)["points"]}

    def done(self, today: str) -> list[int]:
        """Which points are done; no other is anything but open."""
        points = self.points(today)
        return [number for number, point in points.items() if point["state"] == "done"]

    def reasons(self, number: int, today: str) -> set[str]:
        """Why a point is as it is."""
        return {reason["key"] for reason in self.points(today)[number]["reasons"]}

    def paper(self, name: str) -> str:
        """A file of the office, outside of the project."""
        return str(self.office / name)


@pytest.fixture
def year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Year:
    """The region of 2026 in a network of three languages."""
    root = tmp_path / "project"
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copytree(Path(__file__).with_name("koelahti"), root / "regions/koelahti")
    for lang in ("fi-simple", "ar", "ru"):
        shutil.rmtree(root / "content/2026" / lang)
    speak_only(root, "fi", "sv", "en")
    inside = root / "internal/koelahti"
    inside.mkdir(parents=True)
    contact = "  - {partner: sosiaalityo, name: Kaija KANARIALINTU, email: kaija.kanarialintu@koe.example}\n"
    (inside / "contacts.yaml").write_text(f"format: 1\ncontacts:\n{contact}", "utf-8")
    return Year(root, capsys)


@pytest.mark.slow
def test_a_year_from_autumn_to_spring(year: Year) -> None:
    autumn(year)
    answers_come_in_the_workbook(year)
    late_autumn(year)
    new_year(year)
    spring(year)
    nothing_private_is_on_the_site(year)


def autumn(year: Year) -> None:
    """September: the checklist says that it is time; the new edition begins with everything open."""
    assert "sitegen new edition koelahti 2027" in year.says("status", "koelahti", "--today", "2026-09-01")
    told = year.says("new", "edition", "koelahti", "2027")
    assert "Rantakino (2026-07-06–2026-07-12)" in told
    assert year.done("2026-09-01") == []
    assert list(year.points("2026-09-01")) == ALL
    assert "national-year" in year.reasons(3, "2026-09-01")
    assert len(letters(year, "ask")) == 6, "one for each partner"
    drafts = (path.read_text("utf-8").lower() for path in (year.office / "ask").glob("*.eml"))
    assert sum(CANARY in draft for draft in drafts) >= 1, "letters know the people behind the partners"
    run(year.root, "answer", "koelahti", "teatteri", "stops", "--checked", "2026-09-20")


def letters(year: Year, kind: str) -> list[str]:
    """The drafts of mail of a kind of letter, written to the office."""
    folder = year.office / kind
    run(year.root, "letter", "koelahti", "--kind", kind, "--edition", "2027", "--out", str(folder))
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".eml")


def answers_come_in_the_workbook(year: Year) -> None:
    """October: answers, details, a new distributor and a new venue are written in Excel, one cell wrong."""
    file = year.office / "koelahti.xlsx"
    run(year.root, "export", "koelahti", "--out", str(file), lang="fi")
    book = Book(file)
    for sheet, ids in (
        ("distributors", ("sosiaalityo", "nuorisotyo")),
        ("venues", ("uimahalli", "museo", "rantakino")),
    ):
        for id in ids:
            book.put(sheet, book.row(sheet, id), {"answer": "jatkaa", "checked": "12.10.2026"})
    book.put("distributors", book.row("distributors", "nuorisotyo"), {"phone": "016 000 499"})
    book.put("venues", book.row("venues", "rantakino"), {"popup.from": "5.7.2027", "popup.to": "11.7.2027"})
    book.put("distributors", book.empty_row("distributors"), {
        "name.fi": "Seurakunnan diakonia", "name.sv": "Församlingens diakoni", "municipality": "Esimerkkilä",
        "sector": "seurakunta", "phone": "016 000 412", "since": 2027, "answer": "jatkaa",
        "checked": "12.10.2026", "kaikukanta_account": "kyllä",
    })  # fmt: skip
    book.put("venues", book.empty_row("venues"), {
        "name.fi": "Luontopolku", "name.sv": "Naturstigen", "municipality": "Lehtorinne", "kind": "luonto",
        "phone": "016 000 424", "since": 2027, "answer": "jatkaa", "checked": "12.10.2026",
        "kaikukanta_account": "kyllä", "commitment.date": "1.10.2026", "commitment.by": "paperilla",
    })  # fmt: skip
    book.fact("edition.region_commitment.date", "1.10.2026")
    place = book.put("venues", book.row("venues", "museo"), {"phone": "soita"})
    before = (year.folder / "venues.yaml").read_bytes()
    assert place in year.says("import", "koelahti", str(book.save()), "--yes", code=1, lang="fi")
    assert (year.folder / "venues.yaml").read_bytes() == before
    marked = Book(year.office / "koelahti-puutteet.xlsx")
    marked.put("venues", marked.row("venues", "museo"), {"phone": "016 000 422"})
    mended = str(marked.save())
    told = year.says("import", "koelahti", mended, lang="fi")
    assert "016 000 411 -> 016 000 499" in told
    assert (year.folder / "venues.yaml").read_bytes() == before, "only shown: nobody said yes"
    run(year.root, "import", "koelahti", mended, "--yes", lang="fi")
    assert "# The youth work moved house in 2025." in (year.folder / "distributors.yaml").read_text("utf-8")
    assert "ei ole muutoksia" in year.says("import", "koelahti", mended, "--yes", lang="fi")

    assert year.done("2026-11-01") == [2]
    assert "- Koelahti: Seurakunnan diakonia" in year.says("status", "--today", "2026-11-01")
    # A list of one municipality, and what was sold of it: only its rows are touched.
    part = str(year.office / "esimerkkila.xlsx")
    run(year.root, "export", "koelahti", "--municipality", "Exempelby", "--out", part, lang="sv")
    some = Book(Path(part))
    some.put(
        "materials",
        some.row("materials", "seurakunnan-diakonia"),
        {"materials.cards": 5, "materials.posters": 1},
    )
    run(year.root, "import", "koelahti", str(some.save()), "--yes", lang="sv")


def late_autumn(year: Year) -> None:
    """November: Kaikukeskus says yes, the national texts come, costs are shared, cards are ordered."""
    # Kaikukeskus is asked about the new distributor; it and the new venue are welcomed.
    assert len(letters(year, "confirm")) == 1
    assert len(letters(year, "welcome")) == 2
    entry = "  - id: seurakunnan-diakonia\n"
    change(
        year.folder / "distributors.yaml",
        entry,
        f"{entry}    commitment: 2026-11-20\n    confirmed: 2026-11-12\n",
    )
    national = year.root / "content/2027"
    shutil.copytree(year.root / "content/2026", national)
    change(national / "fi/company.md", "\n---\n", "\n---\n\nUutta tekstiä.\n")
    assert "content/2027/sv/company.md" in year.says("check", code=0)
    texts = [str(national / lang / "company.md") for lang in ("sv", "en")]
    assert "now agrees with" in year.says("translated", *texts)
    change(year.folder / "fi/use.md", "ilman varausta", "varaamatta")
    assert {"texts-outdated"} <= year.reasons(3, "2026-11-25")
    run(year.root, "translated", str(year.folder / "sv/use.md"))
    assert not {"texts-outdated", "national-year", "national-outdated"} & year.reasons(3, "2026-11-25")
    assert year.done("2026-11-25") == [2, 6]

    table = "code,population,date,source\nX02,2345,2026-10-31,Keksitty rekisteri\n"
    (national / "populations.csv").write_text(table, "utf-8")
    costs = ("costs", "koelahti", "--total", "1234,57", "--edition", "2027")
    assert "Lehtorinne" in year.says(*costs, code=1)
    (national / "populations.csv").write_text(table + "X03,789,2026-10-31,Keksitty rekisteri\n", "utf-8")
    facts = year.folder / "edition.yaml"
    facts.write_text(facts.read_text("utf-8") + "cost_split: {municipalities: 70}\n", "utf-8")
    assert "split-untold" in year.reasons(4, "2026-11-25")
    told = year.says(*costs)
    assert "municipalities pay 70% (€864.20)" in told
    assert "Subject: Kaikukortti, Koelahti: own split" in told
    change(facts, "{municipalities: 70}", "{municipalities: 70, told: 2026-11-26}")
    run(year.root, *costs, "--out", year.paper("costs.docx"))
    run(year.root, "order", "koelahti", "--edition", "2027", "--out", year.paper("order"))
    message = next(Path(year.paper("order")).glob("*-fi.txt")).read_text("utf-8")
    assert "asiakkaan Kaikukortteja 45" in message, "20 + 10 + 5 for the distributors, 10 spare"


def new_year(year: Year) -> None:
    """January: the year is published with its documents; deliveries and introductions are ticked."""
    facts = year.folder / "edition.yaml"
    facts.write_text(facts.read_text("utf-8") + "updated: 2026-12-15\n", "utf-8")
    change(year.root / "content/site.yaml", "\nedition: 2026\n", "\nedition: 2027\n")
    # `new edition` wrote the year into region.yaml where it had to; the region follows the site again.
    region = year.root / "regions/koelahti/region.yaml"
    region.write_text(re.sub(r"(?m)^edition: 2026\n", "", region.read_text("utf-8")), "utf-8")
    assert "documents-unknown" in year.reasons(5, "2026-12-20")
    run(year.root, "build")
    assert "documents" in year.reasons(5, "2026-12-20")
    run(year.root, "deliveries", "koelahti", "--out", year.paper("deliveries"))
    tick(
        year, ((1, "2026-11-20"), (3, "2026-12-10"), (4, "2026-11-26"), (8, "2027-01-08"), (9, "2027-01-20"))
    )
    assert year.done("2027-01-21") == [1, 2, 3, 4, 5, 6, 8, 9]
    assert "Ready for the year: 1 of 1 regions." in year.says("status", "--today", "2027-01-21")


def tick(year: Year, points: tuple[tuple[int, str], ...]) -> None:
    """Tick points in the workbook's sheet of them."""
    file = year.office / f"ticks-{points[0][0]}.xlsx"
    run(year.root, "export", "koelahti", "--edition", "2027", "--out", str(file))
    book = Book(file)
    for point, day in points:
        values = {"point": point, "date": day, "note": "KANARIALINTU paikalla"}
        book.put("done", book.empty_row("done"), values)
    run(year.root, "import", "koelahti", str(book.save()), "--yes")


def spring(year: Year) -> None:
    """Until June: figures and the feedback meeting, the national meeting, and Kaikukeskus is told."""
    shutil.copy(year.root / "regions/koelahti/2026/statistics.yaml", year.folder)
    run(year.root, "statistics", "koelahti", "--out", year.paper("figures.pdf"))
    assert page_count(Path(year.paper("figures.pdf")).read_bytes()) == 1
    notice = year.says("changes", "koelahti", "2026", "2027", "--notice")
    for sentence in (
        "Venues that have left\n- Lehtorinteen teatteri",
        "New distributors\n- Seurakunnan diakonia",
    ):
        assert sentence in notice
    events = (
        'events:\n  - {id: palaute, kind: feedback-meeting, date: 2027-05-19, from: "09:00", to: "11:00"}\n'
    )
    facts = year.folder / "edition.yaml"
    facts.write_text(facts.read_text("utf-8") + events, "utf-8")
    letters(year, "invite")
    run(year.root, "meeting", "koelahti", "--out", year.paper("meeting"))
    tick(year, ((10, "2027-05-19"), (11, "2027-04-20"), (12, "2027-05-25")))
    assert year.done("2027-06-01") == ALL
    run(year.root, "status", "--format", "xlsx", "--out", year.paper("network.xlsx"), "--today", "2027-06-01")
    rows = list(openpyxl.load_workbook(year.paper("network.xlsx"))["Regions"].iter_rows(values_only=True))
    assert rows[1] == ("Koelahti", "yes", *["done"] * len(ALL))
    assert "[ ]" not in year.says("status", "koelahti", "--today", "2027-06-01")
    assert "Error:" not in year.says("check")


def nothing_private_is_on_the_site(year: Year) -> None:
    """Built once more with all of the year: what is internal, and who left, is in no byte of it."""
    run(year.root, "build")
    built = year.root / "build"
    # The manifest repeats the report, which may name partners, but holds no internal words either.
    assert CANARY not in (built / ".sitegen.json").read_text("utf-8").lower()
    files = [path for path in sorted(built.rglob("*")) if path.is_file() and path.name != ".sitegen.json"]
    texts = {path.relative_to(built).as_posix(): everything(path).lower() for path in files}
    hidden = (CANARY, "lehtorinteen teatteri", "2026-10-12", "12.10.2026", "1234,57")
    none(f"{name}: {word}" for name, text in texts.items() for word in hidden if word in text)
    shown = [name for name, text in texts.items() if "luontopolku" in text]
    assert len(shown) > 5, "the new venue beside them is there: the search does read the files"
    assert "koelahti/fi/statistics/index.html" in texts
    assert CANARY in (year.folder / "edition.yaml").read_text("utf-8").lower()
