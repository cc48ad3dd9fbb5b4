"""A copy of a file with each problem as a note on its cell, for the one who sent it."""

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import coordinate_to_tuple

from sitegen.exchange.csv_lists import read_csv
from sitegen.exchange.workbook import HEADINGS, KEYS, note
from sitegen.languages.messages import Catalogue
from sitegen.problems import Problem
from sitegen.render.escapes import for_workbook
from sitegen.reporting import sentences

ENDING = "-puutteet.xlsx"
MOST = 2_000
_MARKED = PatternFill("solid", fgColor="FFE0B2")
_CELL = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]{1,3}[0-9]{1,7})")


def write_copy(path: Path, problems: Iterable[Problem], messages: Catalogue) -> Path | None:
    """Write `<name>-puutteet.xlsx` beside the file; None where no problem stands in a cell."""
    notes = _notes(path.name, problems, messages)
    if not notes:
        return None
    book = _book(path)
    for (title, cell), texts in notes.items():
        sheet = book[title] if title in book.sheetnames else book.worksheets[0]
        row, column = coordinate_to_tuple(cell)
        marked = sheet.cell(HEADINGS if row == KEYS else row, column)
        before = [marked.comment.text] if isinstance(marked.comment, Comment) else []
        marked.comment = note("\n\n".join((*before, *texts)))
        marked.fill = _MARKED
    stream = BytesIO()
    book.save(stream)
    copy = path.with_name(path.stem + ENDING)
    copy.write_bytes(stream.getvalue())
    return copy


def _notes(
    name: str, problems: Iterable[Problem], messages: Catalogue
) -> Mapping[tuple[str, str], list[str]]:
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for problem in list(problems)[:MOST]:
        found = _CELL.fullmatch(problem.place.path.removeprefix(f"{name}: "))
        if found is not None and problem.place.path != name:
            said = sentences(problem, messages)
            example = f"{messages.get('report.example')}: {said.example}" if said.example else ""
            text = "\n".join(part for part in (said.found, said.expected, example) if part)
            notes[found["sheet"] or "", found["cell"]].append(text)
    return notes


def _book(path: Path) -> Workbook:
    """The file as a workbook; it has been looked at before (`safety`), and nothing in it is worked out."""
    data = path.read_bytes()
    if path.suffix.casefold() != ".csv":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what other programs add and the copy lacks
            return load_workbook(BytesIO(data), keep_links=False)
    raws, _ = read_csv(path.name, data)
    book = Workbook()
    sheet = book.worksheets[0]
    for (row, column), text in raws[0].cells.items() if raws else ():
        cell = sheet.cell(row, column)
        cell.value = for_workbook(text)
        cell.data_type, cell.number_format = "s", "@"
    sheet.row_dimensions[KEYS].hidden = True
    return book
