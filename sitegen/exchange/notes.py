"""A copy of a file with each problem as a note on its cell, for the one who sent it."""

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import count
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import coordinate_to_tuple

from sitegen.exchange.csv_lists import read_csv
from sitegen.exchange.workbook import FIRST, HEADINGS, KEYS, note
from sitegen.languages.messages import Catalogue
from sitegen.problems import Problem
from sitegen.render.escapes import for_workbook
from sitegen.reporting import sentences

MOST = 2_000
_MARKED = PatternFill("solid", fgColor="FFE0B2")
_CELL = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]{1,3}[0-9]{1,7})")


def write_copy(path: Path, problems: Iterable[Problem], messages: Catalogue, word: str) -> Path | None:
    """Write `<name>-<word>.xlsx` beside the file; None where no problem stands in a cell.

    No file is replaced, since somebody may have mended cells in an earlier copy: it gets a number. The notes
    of the earlier copy are gone from the new one.
    """
    notes = _notes(path.name, problems, messages)
    if not notes:
        return None
    book = _book(path)
    _without_marks(book)
    for (title, cell), texts in notes.items():
        sheet = book[title] if title in book.sheetnames else book.worksheets[0]
        row, column = coordinate_to_tuple(cell)
        marked = sheet.cell(HEADINGS if row == KEYS else row, column)
        before = [marked.comment.text] if isinstance(marked.comment, Comment) else []
        marked.comment = note("\n\n".join((*before, *texts)))
        marked.fill = _MARKED
    stream = BytesIO()
    book.save(stream)
    copy = _free(path, word)
    copy.write_bytes(stream.getvalue())
    return copy


def _free(path: Path, word: str) -> Path:
    """A name that no file has: of `lists.xlsx` and `lists-<word>.xlsx` the next copy is `lists-<word>-2`."""
    stem = re.sub(rf"-{re.escape(word)}(?:-\d+)?", "", path.stem)
    names = (f"{stem}-{word}{f'-{number}' if number > 1 else ''}.xlsx" for number in count(1))
    return next(one for name in names if not (one := path.with_name(name)).exists())


def _without_marks(book: Workbook) -> None:
    """Take away what an earlier copy said of cells; the notes of headings stay."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=FIRST):
            for cell in row:
                if cell.comment is not None and cell.fill.fgColor.rgb == _MARKED.fgColor.rgb:
                    cell.comment = None
                    cell.fill = PatternFill()


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
