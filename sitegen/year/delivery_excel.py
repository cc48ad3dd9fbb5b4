"""The list of deliveries as an Excel file: words are words, whatever sign they begin with (BAR S20)."""

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

from sitegen.year.delivery_table import WORDS, Grid, Value

FORMULA = "=+-@\t\r\0"
"""Signs that make a cell a formula when somebody edits it, or saves the sheet as CSV (CWE-1236)."""
WIDE, SHORT, COUNT = 30, 20, 14
"""Widths of columns: names and addresses, towns and telephone numbers, counts."""
LINE = 15.0
"""Points of a line. Heights are written, since not every program finds them for lines that it breaks."""
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows
_DAY = "1980-01-01T00:00:00Z"
_DAYS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def delivery_excel(grid: Grid, sheet_name: str, lang: str) -> bytes:
    """The workbook: headings first, a row for each receiver, the sums last. Same grid, same bytes."""
    book = Workbook()
    book.properties.title = grid.title
    book.properties.creator = "sitegen"
    book.properties.language = lang
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = sheet_name
    for column, heading in enumerate(grid.head, 1):
        _write(sheet.cell(1, column), heading)
    for number, row in enumerate((*grid.rows, grid.sums), 2):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(number, column), _plain(value))
    _style(sheet, grid)
    target = BytesIO()
    book.save(target)
    return _undated(target.getvalue())


def _plain(value: Value) -> str | int:
    return value if isinstance(value, int) else ", ".join(text.value for text in value)


def _write(cell: Cell | object, value: str | int) -> None:
    assert isinstance(cell, Cell)
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        cell.number_format = "@"
        cell.quotePrefix = value[0] in FORMULA


def _style(sheet: Worksheet, grid: Grid) -> None:
    ground, rule = PatternFill("solid", fgColor="EDEAF3"), Side(style="thin", color="857C70")
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), ground
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    last = len(grid.rows) + 2
    for row in sheet.iter_rows(min_row=2, max_row=last):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[last]:
        cell.font, cell.border = Font(bold=True), Border(top=rule)
    widths = [WIDE] * 3 + [SHORT] * (WORDS - 3) + [COUNT] * (len(grid.head) - WORDS)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, texts in enumerate((grid.head, *grid.rows, grid.sums), 1):
        sheet.row_dimensions[number].height = LINE * _lines(texts, widths)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(row: Sequence[Value | str], widths: Sequence[int]) -> int:
    """How many lines the fullest cell of a row takes; long words may leave a line half empty."""
    texts = (value if isinstance(value, str) else str(_plain(value)) for value in row)
    return max(1, *(-(-len(text) * 5 // (width * 4)) for text, width in zip(texts, widths, strict=True)))


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
