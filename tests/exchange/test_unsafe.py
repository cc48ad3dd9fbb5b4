"""Files that are made to do harm, or are no workbook of ours, are refused (BAR S21)."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sitegen.exchange.read import read_data
from sitegen.exchange.safety import UNPACKED, unsafe
from sitegen.languages.messages import catalogue
from tests.exchange.support import Book, imported, yaml_files


def ids(data: bytes, name: str = "lists.xlsx") -> list[str]:
    _, problems = read_data(name, data)
    return [one.id for one in problems]


def package(parts: dict[str, bytes], base: bytes | None = None) -> bytes:
    """A workbook with parts put in or replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        if base is not None:
            with zipfile.ZipFile(BytesIO(base)) as old:
                for name in old.namelist():
                    if name not in parts:
                        made.writestr(name, old.read(name))
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


@pytest.fixture(scope="module")
def plain() -> bytes:
    stream = BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def test_a_bomb_is_not_unpacked(plain: bytes) -> None:
    tight = package({"xl/worksheets/sheet1.xml": b"<x>" + b" " * 2_000_000}, plain)
    assert len(tight) < 20_000
    assert ids(tight) == ["exchange-bomb"]


def test_many_parts_that_are_large_together_are_a_bomb(plain: bytes) -> None:
    with zipfile.ZipFile(BytesIO(plain)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    filler = bytes(range(256)) * 4000
    parts |= {f"xl/media/{n}.bin": filler for n in range(UNPACKED // len(filler) + 1)}
    assert ids(package(parts)) == ["exchange-bomb"]


def test_entities_are_refused(plain: bytes) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><sst>&c;</sst>'
    assert ids(package({"xl/sharedStrings.xml": bomb}, plain)) == ["exchange-entities"]
    wide = bomb.decode().encode("utf-16")
    assert ids(package({"xl/sharedStrings.xml": wide}, plain)) == ["exchange-entities"]


@pytest.mark.parametrize(
    "part",
    ["xl/externalLinks/externalLink1.xml", "xl/vbaProject.bin", "xl/connections.xml", "xl/embeddings/a.bin"],
)
def test_macros_and_links_are_refused(plain: bytes, part: str) -> None:
    assert ids(package({part: b"<x/>"}, plain)) == ["exchange-foreign"]


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "exchange-not-workbook"),
        (b"PK\x03\x04 broken", "exchange-not-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "exchange-old-excel"),
        (b"x" * 20_000_001, "exchange-too-big"),
        (package({"a.txt": b"a"}), "exchange-not-workbook"),
        (package({"[Content_Types].xml": b"<Types/>"}), "exchange-not-workbook"),
    ],
    ids=["empty", "broken", "old", "big", "zip", "types"],
)
def test_what_is_no_workbook_is_told(data: bytes, id: str) -> None:
    assert ids(data) == [id]


def test_a_broken_part_is_told(plain: bytes) -> None:
    assert ids(package({"xl/workbook.xml": b"<workbook"}, plain)) == ["exchange-not-workbook"]
    assert ids(plain[: len(plain) // 2]) == ["exchange-not-workbook"]


def test_a_workbook_of_somebody_elses_is_told(plain: bytes) -> None:
    assert ids(plain) == ["exchange-no-sheets"]
    book = Workbook()
    book.worksheets[0]["A1"] = "Nimi"
    stream = BytesIO()
    book.save(stream)
    assert ids(stream.getvalue()) == ["sheet-unknown"]


def test_formulas_errors_and_far_cells_are_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A2"], sheet["A3"], sheet["B3"], sheet["A9000"] = "mallila/2026/venues id", "=1+1", "#N/A", "x"
    sheet["B2"] = "phone"
    stream = BytesIO()
    book.save(stream)
    _, problems = read_data("lists.xlsx", stream.getvalue())
    assert [(one.id, one.place.path) for one in problems] == [
        ("cell-formula", "lists.xlsx: Sheet!A3"),
        ("cell-error", "lists.xlsx: Sheet!B3"),
        ("exchange-too-far", "lists.xlsx: Sheet!A9000"),
    ]


def test_a_text_like_a_formula_is_a_text(book: Book, root: Path) -> None:
    sheet = book.sheet("venues")
    cell = sheet.cell(3, book.column("venues", "note.fi"))
    cell.value = "=1+1"
    cell.data_type = "s"
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0, said
    assert '      fi: "=1+1"' in (root / "regions/mallila/2026/venues.yaml").read_text("utf-8")


FIRST_KEYS = (
    ("mallila/2026/venues nimi", "column-missing"),
    ("tornio/2026/venues id", "sheet-region"),
    ("mallila/2025/venues id", "sheet-years"),
    ("mallila/2026/kohteet id", "sheet-unknown"),
    ("mallila/2026/distributors id", "sheet-twice"),
)
CELLS = (
    ("venues", 1, 300, "Oma", "column-unknown"),
    ("venues", 2, 300, "colour", "column-unknown"),
    ("venues", 2, 300, "phone", "column-twice"),
    *(("venues", 2, 1, key, id) for key, id in FIRST_KEYS),
    ("venues", 4, 1, "esimerkkilan-salama", "row-twice"),
    ("venues", 200, 9, "x", "row-no-id"),
    ("facts", 3, 1, "region.colour", "fact-unknown"),
    ("materials", 3, 2, "olematon", "materials-unknown"),
)


@pytest.mark.parametrize(("sheet", "row", "column", "value", "id"), CELLS)
def test_sheets_that_do_not_fit_are_told(
    book: Book, root: Path, sheet: str, row: int, column: int, value: str, id: str
) -> None:
    book.sheet(sheet).cell(row, column).value = value
    before = yaml_files(root)
    code, said = imported(root, "mallila", book.save(), "--yes")
    sentence = catalogue("problems", "fi").translations[0].gettext(f"{id}.found").partition("{")[0]
    assert code == 1
    assert sentence in said
    assert yaml_files(root) == before


def test_the_check_itself_reads_no_more_than_it_may() -> None:
    assert unsafe("a.xlsx", package({f"{n}.xml": b"" for n in range(1001)}))[0].id == "exchange-bomb"


def test_the_copy_of_a_refused_file_is_not_made(root: Path, tmp_path: Path) -> None:
    (tmp_path / "lists.xlsx").write_bytes(b"PK")
    code, _ = imported(root, "mallila", tmp_path / "lists.xlsx")
    assert code == 1
    assert not (tmp_path / "lists-puutteet.xlsx").exists()


def test_marked_cells_are_those_of_the_file(book: Book, root: Path) -> None:
    place = book.put("venues", 3, {"phone": "x"})
    imported(root, "mallila", book.save())
    copy = load_workbook(book.path.with_name("mallila-puutteet.xlsx"))
    title, _, cell = place.partition("!")
    assert copy[title][cell].value == "x"
    assert [one.title for one in copy.worksheets] == [one.title for one in book.book.worksheets]
