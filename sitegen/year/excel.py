"""Tables as an Excel file to read and print: words are words, whatever sign they begin with (BAR S20)."""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.render.escapes import begins_formula
from sitegen.structs import Struct

LINE = 15.0
"""Points of a line. Heights are written, since not every program finds them for lines that it breaks."""
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows
_DAY = "1980-01-01T00:00:00Z"
_DAYS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class Sheet(Struct, frozen=True):
    """A sheet: its name on the tab, headings, rows of words and counts, widths of columns in letters.

    `sums`: the last row holds them. So many columns at the left as `fixed` stay in sight.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    widths: tuple[int, ...]
    sums: bool = False
    fixed: int = 1


def workbook(sheets: Sequence[Sheet], title: str, lang: str) -> bytes:
    """The workbook of the sheets. The same sheets give the same bytes."""
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    book.properties.title = title
    book.properties.creator = "sitegen"
    book.properties.language = lang
    for one in sheets:
        _fill(book.create_sheet(one.name), one)
    target = BytesIO()
    book.save(target)
    return _undated(target.getvalue())


def _fill(sheet: Worksheet, given: Sheet) -> None:
    ground, rule = PatternFill("solid", fgColor="EDEAF3"), Side(style="thin", color="857C70")
    for number, row in enumerate((given.head, *given.rows), 1):
        for column, value in enumerate(row, 1):
            made = sheet.cell(number, column)
            _write(made, value)
            made.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                made.font, made.fill = Font(bold=True), ground
        sheet.row_dimensions[number].height = LINE * _lines(row, given.widths)
    if given.sums:
        for last in sheet[len(given.rows) + 1]:
            last.font, last.border = Font(bold=True), Border(top=rule)
    for column, width in enumerate(given.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"{get_column_letter(given.fixed + 1)}2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write(cell: Cell | object, value: str | int) -> None:
    assert isinstance(cell, Cell)
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        cell.number_format = "@"
        cell.quotePrefix = begins_formula(value)


def _lines(row: Sequence[str | int], widths: Sequence[int]) -> int:
    """How many lines the fullest cell of a row takes; long words may leave a line half empty."""
    return max(1, *(_lines_of(str(value), width) for value, width in zip(row, widths, strict=True)))


def _lines_of(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) * 5 // (width * 4))) for line in text.split("\n"))


def _undated(data: bytes) -> bytes:
    """The file without the moment of its making, in its properties and in the ZIP."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _DAYS.sub(rb"\g<1>" + _DAY.encode(), part)
            new.writestr(entry, part)
    return target.getvalue()
