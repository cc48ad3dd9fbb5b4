"""A workbook or CSV file -> the cells of its sheets, and what cannot be read of it."""

import re
import unicodedata
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from sitegen.exchange.csv_lists import read_csv
from sitegen.exchange.grid import LONGEST_CELL, NOT_READ, Filled, Origin, Raw, Row, cell_place
from sitegen.exchange.safety import unsafe
from sitegen.exchange.tables import INSTRUCTIONS, LISTS
from sitegen.load.characters import find_hidden
from sitegen.problems import Place, Problem, error
from sitegen.render.escapes import from_workbook

MOST_ROWS, MOST_COLUMNS = 5_000, 1_000
KEYS, FIRST = 2, 3
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, OSError, SyntaxError)
"""What the library raises for parts that are missing or say nonsense."""
_ORIGIN = re.compile(r"([a-z0-9-]+)/(20[0-9]{2})/([a-z]+) (\S+)")


def read_file(path: Path) -> tuple[tuple[Filled, ...], tuple[Problem, ...]]:
    """The sheets of a file by its ending, `.xlsx` or `.csv`, and every cell that cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return (), (error("file-unreadable", Place(path.name), rule="B41"),)
    return read_data(path.name, data)


def read_data(name: str, data: bytes) -> tuple[tuple[Filled, ...], tuple[Problem, ...]]:
    """The same from the file's bytes."""
    if name.casefold().endswith(".csv"):
        raws, problems = read_csv(name, data)
    else:
        raws, problems = _read_workbook(name, data)
    sheets: list[Filled] = []
    found = list(problems)
    for raw in raws:
        filled = _filled(name, raw, found)
        if filled is not None:
            sheets.append(filled)
            found += _hidden(filled)
    if not sheets and not found:
        found.append(error("exchange-no-sheets", Place(name)))
    return tuple(sheets), tuple(found)


def _read_workbook(name: str, data: bytes) -> tuple[tuple[Raw, ...], tuple[Problem, ...]]:
    refused = unsafe(name, data)
    if refused:
        return (), refused
    problems: list[Problem] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what other programs add and nobody here reads
            book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
            raws = tuple(_sheet(name, sheet, problems) for sheet in book.worksheets if sheet.title != LISTS)
    except _BROKEN:
        return (), (error("exchange-not-workbook", Place(name)),)
    return raws, tuple(problems)


def _sheet(name: str, sheet: Any, problems: list[Problem]) -> Raw:
    cells: dict[tuple[int, int], str] = {}
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        for cell in row:
            if getattr(cell, "value", None) is None:
                continue
            number, column = cell.row, cell.column
            place = cell_place(name, sheet.title, number, column)
            if number > MOST_ROWS or column > MOST_COLUMNS:
                problems.append(error("exchange-too-far", place, rows=MOST_ROWS, columns=MOST_COLUMNS))
                return Raw(sheet.title, cells)
            text, problem = _text(cell, place)
            if problem is not None:
                problems.append(problem)
            elif text:
                cells[number, column] = text
    return Raw(sheet.title, cells)


def _text(cell: Any, place: Place) -> tuple[str, Problem | None]:
    """A cell's value as text, as format 1 writes it. Formulas are refused, never worked out."""
    value = cell.value
    if cell.data_type == "f" or not isinstance(value, str | bool | int | float | date | time):
        return "", error("cell-formula", place, value=str(value)[:60])
    if cell.data_type == "e":
        return "", error("cell-error", place, value=value)
    if isinstance(value, bool):
        return "yes" if value else "no", None
    if isinstance(value, datetime):
        return (value.isoformat(" ", "minutes") if value.time() != time() else value.date().isoformat()), None
    if isinstance(value, date):
        return value.isoformat(), None
    if isinstance(value, time):
        return value.isoformat("minutes"), None
    if isinstance(value, int | float):
        return _number(value), None
    text = from_workbook(value).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST_CELL:
        return "", error("cell-too-long", place, limit=LONGEST_CELL)
    return text.replace("\t", " "), None


def _number(value: float) -> str:
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else repr(value)


def _filled(name: str, raw: Raw, problems: list[Problem]) -> Filled | None:
    """The sheet with its keys; one without is no sheet of ours, and is told."""
    found = _ORIGIN.fullmatch(raw.cells.get((KEYS, 1), ""))
    if found is None:
        if raw.cells:
            id = "sheet-unknown" if raw.title else "csv-unknown"
            problems.append(error(id, cell_place(name, raw.title, KEYS, 1), sheet=raw.title or name))
        return None
    if found[3] == INSTRUCTIONS:
        return None
    keys = {column: key for (row, column), key in raw.cells.items() if row == KEYS} | {1: found[4]}
    columns: dict[str, int] = {}
    for column, key in sorted(keys.items()):
        if key in columns:
            problems.append(error("column-twice", cell_place(name, raw.title, KEYS, column), key=key))
        columns.setdefault(key, column)
    problems += _without_key(name, raw, keys)
    rows = tuple(
        Row(number, {key: raw.cells.get((number, column), "") for key, column in columns.items()})
        for number in sorted({row for row, _ in raw.cells if row >= FIRST})
    )
    filled = tuple(row for row in rows if any(row.cells.values()))
    origin = Origin(found[1], int(found[2]), found[3])
    return Filled(name, raw.title, origin, columns, filled)


def _without_key(name: str, raw: Raw, keys: dict[int, str]) -> Iterator[Problem]:
    """A column that somebody added: nobody knows which field it is."""
    first = {column: row for (row, column) in sorted(raw.cells, reverse=True) if column not in keys}
    for column, row in sorted(first.items()):
        yield error("column-unknown", cell_place(name, raw.title, row, column), key="")


def _hidden(sheet: Filled) -> Iterator[Problem]:
    for row in sheet.rows:
        for key, text in row.cells.items():
            if not key.startswith(NOT_READ):
                for one in find_hidden(text)[:1]:
                    yield error(one.id, sheet.place(row.number, key), rule=one.rule, code=one.code)
