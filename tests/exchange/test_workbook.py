"""The workbook itself: what a coordinator sees in it, and what another program reads of it."""

import os
import subprocess
from collections import defaultdict
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from sitegen.exchange.columns import columns_of
from sitegen.exchange.csv_lists import read_csv
from sitegen.exchange.words import SPOKEN, label, value_of
from sitegen.languages.messages import catalogue
from sitegen.model.edition import Done, EditionFacts, Event
from sitegen.model.fields import Kind, Spec, table
from sitegen.model.partner import Distributor, Venue
from sitegen.model.region import Coordinator, Region
from tests.exchange.support import Book, exported, imported, yaml_files

RECORDS = (Region, EditionFacts, Coordinator, Distributor, Venue, Event, Done)


def test_headings_are_the_tables_and_keys_are_hidden(book: Book) -> None:
    for name in ("facts", "coordinators", "distributors", "venues", "materials", "events", "done"):
        sheet = book.sheet(name)
        assert sheet.row_dimensions[2].hidden
        assert sheet.freeze_panes is not None
    assert book.sheet("facts").column_dimensions["A"].hidden
    sheet, column = book.sheet("distributors"), book.column("distributors", "address.street.sv")
    assert sheet.cell(1, column).value == "Osoite: Katuosoite (ruotsiksi)"
    comment = sheet.cell(1, column).comment
    assert comment is not None
    assert comment.text == "Esimerkki: Torggatan 2"
    assert book.book.worksheets[0].title == "Ohje"
    assert book.book.worksheets[0].cell(1, 1).value == "Alueen Mallila työkirja vuodelle 2026"
    assert not sheet.protection.sheet


def test_what_is_read_on_paper_is_not_cut(book: Book) -> None:
    for sheet in (book.book.worksheets[0], book.sheet("facts"), book.sheet("done")):
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)


def test_every_field_has_a_cell(book: Book) -> None:
    for name, record in (("distributors", Distributor), ("venues", Venue), ("coordinators", Coordinator)):
        keys = {str(cell.value).rpartition(" ")[2] for cell in book.sheet(name)[2]}
        for column in columns_of(record, ("fi", "sv"), (), frozenset({"materials"})):
            assert column.key in keys
    facts = {row[0].value for row in book.sheet("facts").iter_rows(min_row=3)}
    assert {"region.name.sv", "region.forms.sv.of", "region.owner.page.fi", "edition.orders.cards"} <= facts


def test_phones_and_postal_codes_are_text_and_days_are_days(book: Book) -> None:
    sheet = book.sheet("venues")
    row = book.row("venues", "esimerkkilan-salama")
    keys = ("phone", "address.postal_code", "checked")
    phone, code, checked = (sheet.cell(row, book.column("venues", key)) for key in keys)
    assert (phone.value, phone.number_format) == ("016 000 330", "@")
    assert (code.value, code.number_format) == ("98770", "@")
    assert isinstance(checked.value, datetime)
    empty = sheet.column_dimensions[phone.coordinate.rstrip("0123456789")]
    assert empty.number_format == "@"


def test_choices_have_drop_downs(book: Book) -> None:
    sheet = book.sheet("venues")
    lists = book.book["lists"]
    assert lists.sheet_state == "hidden"
    words: dict[str, list[Any]] = {}
    for rule in sheet.data_validations.dataValidation:
        _, _, cells = str(rule.formula1).partition("!")
        listed = [one.value for (one,) in lists[cells.replace("$", "")]]
        words |= {str(part).split(":")[0]: listed for part in rule.sqref.ranges}

    def of(key: str) -> list[Any]:
        return words[sheet.cell(3, book.column("venues", key)).coordinate]

    assert of("answer") == ["jatkaa", "lopettaa", "ei vielä vastannut"]
    assert of("kaikukanta_account") == ["kyllä", "ei"]
    assert of("kind")[:2] == ["Kulttuuri", "Opinnot"]
    assert {"Mallila", "Tornio"} <= set(of("municipality"))
    assert len(of("municipality")) > 300
    assert of("covers")[0] == "kaikki"


def test_each_word_for_a_choice_means_one_value() -> None:
    meanings: dict[tuple[str, tuple[str, ...]], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for spec, lang in product(choices(RECORDS), SPOKEN):
        for value in spec.choices or ("yes", "no"):
            word = label(spec, value, lang)
            meanings[spec.key, spec.choices][word.casefold()].add(value)
            assert value_of(spec, word) == value
            assert value_of(spec, word.upper()) == value
            assert value_of(spec, value) == value
    assert all(len(values) == 1 for words in meanings.values() for values in words.values())


def choices(records: tuple[type, ...]) -> list[Spec]:
    found = []
    for record in records:
        for spec in table(record).values():
            found += [spec] if spec.choices or spec.kind is Kind.YES_NO else []
            found += choices((spec.record,)) if spec.record is not None else []
    return found


def test_every_choice_has_a_word_in_every_language() -> None:
    for spec, lang in product(choices(RECORDS), ("fi", "sv")):
        for value in spec.choices or ("yes", "no"):
            word = label(spec, value, lang)
            assert word != value or (lang == "sv" and value == "permanent"), (spec.key, value)
    assert catalogue("cli", "sv").get("exchange.sheet.venues") == "Kultur- och motionsobjekt"


def test_csv_takes_the_other_separators_and_tells_other_encodings() -> None:
    text = "Nimi,Puhelin\r\nmallila/2026/venues id,phone\r\na,'+358 16 000 310\r\n"
    for separator in ",;\t":
        (raw,), problems = read_csv("a.csv", text.replace(",", separator).encode())
        assert (problems, raw.cells[3, 2]) == ((), "+358 16 000 310")
    assert read_csv("a.csv", "Käyttö".encode("cp1252"))[1][0].id == "exchange-csv-encoding"
    assert read_csv("a.csv", b'a\nb;"c\n')[1][0].id == "exchange-csv-form"
    assert read_csv("a.csv", b"x" * 2_000_001)[1][0].id == "exchange-too-big"


@pytest.mark.office
@pytest.mark.slow
def test_an_office_program_opens_it_and_saves_it_unchanged(book: Book, root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")),
            str(book.path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )
    saved = tmp_path / "saved" / "mallila.xlsx"
    assert saved.is_file(), done.stderr
    before = yaml_files(root)
    code, said = imported(root, "mallila", saved, "--yes")
    assert code == 0, said
    assert "ei ole muutoksia" in said
    assert yaml_files(root) == before


def test_the_workbook_is_in_the_readers_language(root: Path, tmp_path: Path) -> None:
    exported(root, "mallila", tmp_path / "sv.xlsx", lang="sv")
    book = Book(tmp_path / "sv.xlsx")
    assert [sheet.title for sheet in book.book.worksheets] == [
        "Anvisningar",
        "Området och året",
        "Ansvarspersoner",
        "Kortutdelare",
        "Kultur- och motionsobjekt",
        "Material",
        "Evenemang",
        "Gjorda punkter",
        "lists",
    ]
    row = book.row("venues", "esimerkkilan-salama")
    assert book.sheet("venues").cell(row, book.column("venues", "answer")).value == "slutar"
