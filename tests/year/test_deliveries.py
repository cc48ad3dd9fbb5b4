"""Deliveries: the sums, what is missing, the table in Excel and PDF, the labels."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest

from sitegen.check.pdf import check_pdf
from sitegen.cli import main
from sitegen.languages.messages import catalogue
from sitegen.model.contact import Address
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Distributor, Venue
from sitegen.model.partner_parts import Materials
from sitegen.project import Project, package_root
from sitegen.render.pdf import render_pdf
from sitegen.render.print_html import PrintTheme, read_print_theme
from sitegen.year.deliveries import (
    Amounts,
    amounts,
    deliveries,
    delivery_problems,
    own_language,
    receivers,
    total,
)
from sitegen.year.delivery_excel import delivery_excel
from sitegen.year.delivery_sheets import addressed, label_job, list_job
from sitegen.year.delivery_table import Grid, grid
from tests import builders
from tests.site.support.projects import copy_project

THEME = Project(package_root().parent).theme()
FULL = Materials(cards=40, community_cards=2, brochures=(("sv", 10), ("fi", 60)), posters=3)


def distributor(id: str, **fields: Any) -> Distributor:
    return builders.distributor(id, **({"address": builders.address(), "materials": FULL} | fields))


def venue(id: str, **fields: Any) -> Venue:
    return builders.venue(id, **fields)


def edition(*partners: Distributor | Venue, **fields: Any) -> Edition:
    return builders.edition(
        distributors=tuple(one for one in partners if isinstance(one, Distributor)),
        venues=tuple(one for one in partners if isinstance(one, Venue)),
        **fields,
    )


def network(of: Edition) -> Network:
    return builders.network((of,))


def table(of: Edition, lang: str = "fi") -> Grid:
    return grid(deliveries(of, network(of), lang), "Toimitukset", catalogue("cli", lang))


@pytest.fixture(scope="module")
def theme() -> PrintTheme:
    return read_print_theme(THEME)


def labels(of: Edition, theme: PrintTheme) -> bytes:
    job = label_job(of, network(of), catalogue("cli", "fi"), "Osoitetarrat", theme)
    assert job is not None
    return render_pdf(job, THEME / "fonts")


def words(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


# ------------------------------------------------------------------ who and how many


def test_listed_distributors_and_venues_with_materials_get_something() -> None:
    made = edition(
        distributor("b", called="Öljytie"),
        distributor("a", called="Aitta"),
        distributor("gone", answer="stops"),
        distributor("new", since=2026),
        venue("hall", called="Halli", materials=Materials(posters=1)),
        venue("other", called="Muu"),
        venue("gone", called="Poissa", answer="stops", materials=FULL),
    )
    assert [one.id for one in receivers(made)] == ["a", "hall", "b"]
    assert [one.key for one in deliveries(made, network(made), "fi")] == [
        "distributor-a",
        "venue-hall",
        "distributor-b",
    ]


def test_sums_hold_every_language_in_the_order_of_the_table() -> None:
    other = Materials(cards=5, brochures=(("ar", 3), ("fi", 1), ("en", 0)))
    assert amounts(distributor("a")) == Amounts(40, 2, (("fi", 60), ("sv", 10)), 3)
    assert amounts(distributor("a", materials=None)) == Amounts()
    found = total([amounts(distributor("a")), amounts(distributor("b", materials=other)), Amounts()])
    assert found == Amounts(45, 2, (("fi", 61), ("sv", 10), ("ar", 3)), 3)


@pytest.mark.parametrize(
    ("languages", "lang"),
    [(("fi", "sv"), "fi"), (("sv", "fi"), "sv"), (("fi-simple",), "fi"), (("ar",), "fi")],
)
def test_papers_are_in_the_regions_own_language(languages: tuple[str, ...], lang: str) -> None:
    assert own_language(edition(of=builders.region(languages=languages))) == lang


def test_what_is_missing_is_told_at_its_place() -> None:
    from sitegen.problems import Place, Severity

    at = {"": Place("d.yaml", 3, 5), "address": Place("d.yaml", 9, 5), "materials": Place("d.yaml", 12, 5)}
    made = edition(
        distributor("a", materials=None, at=at),
        distributor("b", materials=Materials(posters=1), at=at),
        distributor("c", address=None, at={"": at[""]}),
        distributor("d", address=Address(street=builders.name("Torikatu 2")), at=at),
        distributor("e", materials=Materials(cards=0)),
        venue("f", address=builders.address(), materials=Materials(posters=1)),
    )
    found = list(delivery_problems(made))
    assert {one.severity for one in found} == {Severity.WARNING}
    assert [(one.id, one.place.line, dict(one.values)["name"]) for one in found] == [
        ("delivery-no-materials", 3, "Jakaja a"),
        ("delivery-no-cards", 12, "Jakaja b"),
        ("delivery-no-address", 3, "Jakaja c"),
        ("delivery-no-address", 9, "Jakaja d"),
    ]


# ------------------------------------------------------------------ the table


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        ("fi", ["Saaja", "Kortteja", "Yhteisön kortteja", "Esitteitä suomeksi", "Julisteita"]),
        ("sv", ["Mottagare", "Kort", "Gemenskapens kort", "Broschyrer på finska", "Affischer"]),
        ("en", ["Receiver", "Cards", "Community cards", "Brochures in Finnish", "Posters"]),
    ],
)
def test_headings_are_the_readers(lang: str, head: list[str]) -> None:
    made = table(edition(distributor("a")), lang)
    assert [made.head[column] for column in (0, 5, 6, 7, 9)] == head
    assert len(made.head) == len(made.sums) == len(made.rows[0]) == 10


def test_excel_read_again_holds_rows_numbers_and_sums() -> None:
    made = edition(
        distributor("a"), distributor("b", materials=Materials(cards=2), phone=(builders.phone(),))
    )
    book = openpyxl.load_workbook(io.BytesIO(delivery_excel(table(made), "Toimitukset", "fi")))
    sheet = book["Toimitukset"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("Saaja", "Organisaatio", "Osoite")
    assert rows[1] == ("Jakaja a", None, "Torikatu 2", "98760\xa0Mallila", None, 40, 2, 60, 10, 3)
    assert rows[2] == ("Jakaja b", None, "Torikatu 2", "98760\xa0Mallila", "016 000 310", 2, 0, 0, 0, 0)
    assert rows[3] == ("Yhteensä", None, None, None, None, 42, 2, 60, 10, 3)
    assert len(rows) == 4
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert book.properties.title == "Toimitukset"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_no_cell_of_words_is_a_formula(start: str) -> None:
    evil = f'{start}HYPERLINK("https://evil.example")'
    made = edition(distributor("a", called=evil, part_of=builders.name(evil)))
    data = delivery_excel(table(made), "Toimitukset", "fi")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Toimitukset"]
    for cell in (sheet["A2"], sheet["B2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert str(cell.value).strip().endswith('HYPERLINK("https://evil.example")')
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_excel_says_nothing_of_when_it_was_made() -> None:
    made = table(edition(distributor("a")))
    data = delivery_excel(made, "Toimitukset", "fi")
    assert delivery_excel(made, "Toimitukset", "fi") == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert re.findall(rb">(\d{4})-", package.read("docProps/core.xml")) == [b"1980", b"1980"]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_list_on_paper_is_an_accessible_table(lang: str, theme: PrintTheme) -> None:
    made = edition(*(distributor(f"n{number}", called=f"Jakaja {number}") for number in range(1, 41)))
    say = catalogue("cli", lang)
    pdf = render_pdf(list_job(table(made, lang), say, theme), THEME / "fonts")
    assert check_pdf(pdf) == ()
    pages = words(pdf)
    assert len(pages) > 1
    assert all(say.get("deliveries.head.name") in page for page in pages)
    text = "\n".join(pages)
    assert re.findall(r"Jakaja (\d+)\b", text) == [str(number) for number in range(1, 41)]
    assert "1600" in pages[-1]  # forty times forty cards
    with pikepdf.open(io.BytesIO(pdf)) as read:
        kinds = [
            str(one.S)
            for one in read.objects
            if isinstance(one, pikepdf.Dictionary) and "/P" in one and "/S" in one
        ]
    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 7 + 40 + 1  # columns, receivers, the sums


def test_a_table_of_many_languages_keeps_its_words_whole(theme: PrintTheme) -> None:
    langs = ("fi", "sv", "en", "fi-simple", "ar", "ru")
    made = edition(
        distributor(
            "a",
            called="Mielenterveys- ja päihdepalvelut",
            part_of=builders.name("Mallimaan hyvinvointialue"),
            materials=Materials(cards=1000, brochures=tuple((lang, 1000) for lang in langs), posters=10),
        )
    )
    (page,) = words(render_pdf(list_job(table(made), catalogue("cli", "fi"), theme), THEME / "fonts"))
    for word in (
        "selkosuomeksi",
        "englanniksi",
        "venäjäksi",
        "päihdepalvelut",
        "hyvinvointialue",
        "Torikatu 2",
    ):
        assert word in page


# ------------------------------------------------------------------ labels


def test_labels_speak_the_receivers_language_and_leave_out_who_has_no_address() -> None:
    made = edition(
        distributor("a", name=builders.name(fi="Sosiaalityö", sv="Socialarbete"), language="sv"),
        distributor("b", name=builders.name(fi="Nuorisotyö", sv="Ungdomsarbete")),
        distributor("c", address=None),
    )
    found = addressed(made, network(made), "fi")
    assert [(one.name.value, one.town.value if one.town else "", lang) for one, lang in found] == [
        ("Nuorisotyö", "98760\xa0Mallila", "fi"),
        ("Socialarbete", "98760\xa0Modellby", "sv"),
    ]


def test_one_organisation_in_two_roles_gets_two_labels() -> None:
    made = edition(
        distributor("talo", called="Talo"),
        venue("talo", called="Talo", materials=Materials(posters=1), address=builders.address("Rantatie 1")),
    )
    found = addressed(made, network(made), "fi")
    assert [one.street[0].value for one, _ in found] == ["Torikatu 2", "Rantatie 1"]


def test_twenty_four_labels_stand_on_a_sheet_each_in_its_place(theme: PrintTheme) -> None:
    made = edition(*(distributor(f"n{number}", called=f"Jakaja {number}") for number in range(1, 26)))
    pdf = labels(made, theme)
    assert check_pdf(pdf) == ()
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
        sheet = document[0].get_textpage()
        for number in range(24):
            row, column = divmod(number, 3)
            left, top = 70 * column, 0.5 + 37 * row
            inside = _within(sheet, left, top, left + 70, top + 37)
            assert inside.split() == ["Jakaja", str(number + 1), "Torikatu", "2", "98760", "Mallila"]
            # office printers leave the edges of a sheet white
            assert _within(sheet, left + 5, top + 4, left + 67, top + 34).split() == inside.split()
        assert _within(document[1].get_textpage(), 0, 0, 70, 37.5).startswith("Jakaja 25")


@pytest.mark.parametrize("length", [30, 60, 160])
def test_long_names_stay_whole_on_their_label(length: int, theme: PrintTheme) -> None:
    long = ("Mallimaan hyvinvointialueen palvelut " * 6)[: length - 3].strip() + " x9"
    made = edition(
        distributor(
            "a",
            called=long,
            part_of=builders.name(long),
            address=builders.address(place=builders.name("Mallilan hyvinvointikeskus, toinen kerros")),
        )
    )
    with pypdfium2.PdfDocument(labels(made, theme)) as document:
        inside = _within(document[0].get_textpage(), 0, 0.5, 70, 36.5)
    said = " ".join(inside.split())
    assert said.count("x9") == 2
    assert said.endswith("Torikatu 2 98760 Mallila")


def test_without_an_address_there_is_no_sheet(theme: PrintTheme) -> None:
    made = edition(distributor("a", address=None))
    assert label_job(made, network(made), catalogue("cli", "fi"), "Osoitetarrat", theme) is None


def _within(page: Any, left: float, top: float, right: float, bottom: float) -> str:
    """The words in a box of an A4 page, in millimetres from its top left corner."""
    unit = 72 / 25.4
    text: str = page.get_text_bounded(
        left=left * unit, bottom=(297 - bottom) * unit, right=right * unit, top=(297 - top) * unit
    )
    return text.replace("\xa0", " ").strip()


# ------------------------------------------------------------------ the command


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("deliveries") / "project", ("mallila",))


def test_the_command_writes_list_and_labels_and_tells_what_is_missing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    out = tmp_path / "out"
    assert main(["deliveries", "mallila", "--out", str(out), "--root", str(project)]) == 0
    assert sorted(file.name for file in out.iterdir()) == [
        "mallila-2026-osoitetarrat.pdf",
        "mallila-2026-toimitukset.pdf",
        "mallila-2026-toimitukset.xlsx",
    ]
    said = capsys.readouterr().out
    assert "regions/mallila/2026/distributors.yaml:" in said
    assert "Mallimaan kotoutumispalvelut" in said
    assert said.splitlines()[-2:] == [
        f"The list for 12 receivers is in {out}.",
        "There are 11 address labels.",
    ]
    assert main(["deliveries", "mallila", "--out", str(out), "--root", str(project), "--lang", "sv"]) == 0
    book = openpyxl.load_workbook(out / "mallila-2026-leveranser.xlsx")
    assert book.active is not None
    assert str(book.active["A1"].value) == "Mottagare"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_command_keeps_out_of_the_site(
    lang: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("deliveries", "order"):
        out = project / "build" / "private"
        assert main([name, "mallila", "--out", str(out), "--root", str(project), "--lang", lang]) == 2
        assert capsys.readouterr().err.strip() == catalogue("cli", lang).get("papers.in-site", folder=out)
        assert not out.exists()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_year_that_is_not_there_and_a_region_that_is_not(
    lang: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--out", str(tmp_path / "out"), "--root", str(project), "--lang", lang)
    say = catalogue("cli", lang)
    for name in ("deliveries", "order"):
        assert main([name, "mallila", "--edition", "2031", *more]) == 2
        assert capsys.readouterr().err.strip() == say.get("papers.no-edition", region="mallila", year=2031)
        assert main([name, "nowhere", *more]) == 2
        assert "mallila" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
