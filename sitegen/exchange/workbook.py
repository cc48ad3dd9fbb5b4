"""Sheets -> a workbook: headings with notes, drop-downs, everything a person types kept as text (BAR S20)."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as WorkbookCell
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.exchange.grid import Cell, Grid
from sitegen.exchange.tables import INSTRUCTIONS, LISTS
from sitegen.render.escapes import begins_formula, for_workbook

HEADINGS, KEYS, FIRST = 1, 2, 3
SPARE = 200
"""So many empty rows have drop-downs."""

LINE, MOST_LINES = 15, 6
"""The height of a line of text, and how many of a long text are in sight."""

MOST_ON_PAPER = 5
"""Columns that are printed beside each other on A4; a sheet with more is cut between them."""

TEXT, DAY, COUNT = "@", "d.m.yyyy", "0"
_FORMATS = {"text": TEXT, "date": DAY, "number": COUNT}
_HEAD = PatternFill("solid", fgColor="E7E2F3")
_AUTHOR = "sitegen"


def workbook_bytes(grids: tuple[Grid, ...]) -> bytes:
    """The workbook of the sheets, in their order."""
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    lists: dict[tuple[str, ...], str] = {}
    for grid in grids:
        sheet = book.create_sheet(grid.title)
        _head(sheet, grid)
        _rows(sheet, grid)
        _paper(sheet, grid)
        if grid.name == INSTRUCTIONS:
            sheet.sheet_view.showGridLines = False
        else:
            sheet.freeze_panes = sheet.cell(FIRST, _fixed(grid) + 1)
            _validate(sheet, grid, lists)
    _write_lists(book, lists)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _paper(sheet: Worksheet, grid: Grid) -> None:
    """How a sheet is printed: few columns as wide as the paper, the headings on every page."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "portrait" if len(grid.heads) <= MOST_ON_PAPER else "landscape"
    sheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"
    if len(grid.heads) <= MOST_ON_PAPER:
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _fixed(grid: Grid) -> int:
    """How many columns stay in sight: id and name, in the facts what each is."""
    return 1 if len(grid.heads) < 6 and not grid.heads[0].hidden else 2


def _head(sheet: Worksheet, grid: Grid) -> None:
    for number, head in enumerate(grid.heads, start=1):
        cell = sheet.cell(HEADINGS, number)
        _put(cell, Cell(head.heading))
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if head.note:
            cell.comment = note(head.note)
        _put(sheet.cell(KEYS, number), Cell(head.key))
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.hidden = head.width, head.hidden
        column.number_format = _FORMATS[head.empty.form]
        column.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[KEYS].hidden = True
    sheet.row_dimensions[HEADINGS].height = 48


def _rows(sheet: Worksheet, grid: Grid) -> None:
    for number, row in enumerate(grid.rows, start=FIRST):
        for column, one in enumerate(row, start=1):
            _put(sheet.cell(number, column), one)
        lines = max(
            (_lines(one.text, head.width) for one, head in zip(row, grid.heads, strict=True)), default=1
        )
        if lines > 1:
            sheet.row_dimensions[number].height = LINE * min(lines, MOST_LINES)


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes: not every program finds a row's height itself."""
    return sum(1 + len(line) // max(width - 1, 1) for line in text.splitlines()) or 1


def _put(cell: WorkbookCell | MergedCell, given: Cell) -> None:
    """A value as what it is: a text that begins with = is a text, never a formula."""
    cell.number_format = _FORMATS[given.form]
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if not given.text:
        return
    if given.form == "date":
        cell.value = date.fromisoformat(given.text)
        cell.number_format = DAY
    elif given.form == "number":
        cell.value = int(given.text)
    else:
        cell.value = for_workbook(given.text)
        cell.data_type = "s"
        cell.quotePrefix = begins_formula(given.text)


def note(text: str) -> Comment:
    """A note of a size that its text fits in."""
    lines = sum(1 + len(line) // 40 for line in text.splitlines())
    return Comment(text, _AUTHOR, height=30 + 18 * lines, width=320)


def _validate(sheet: Worksheet, grid: Grid, lists: dict[tuple[str, ...], str]) -> None:
    """Drop-downs. Where several words may stand they only help; else another word is refused."""
    found: dict[tuple[tuple[str, ...], bool], DataValidation] = {}
    for options, many, cells in _choices(grid):
        rule = found.get((options, many))
        if rule is None:
            rule = DataValidation(type="list", formula1=_range(options, lists), allow_blank=True)
            rule.showErrorMessage = not many
            found[options, many] = rule
            sheet.add_data_validation(rule)
        rule.add(cells)


def _choices(grid: Grid) -> list[tuple[tuple[str, ...], bool, str]]:
    if grid.grows:
        last = FIRST + len(grid.rows) + SPARE - 1
        return [
            (head.empty.options, head.empty.many, f"{_letter(number)}{FIRST}:{_letter(number)}{last}")
            for number, head in enumerate(grid.heads, start=1)
            if head.empty.options
        ]
    return [
        (one.options, one.many, f"{_letter(column)}{row}")
        for row, cells in enumerate(grid.rows, start=FIRST)
        for column, one in enumerate(cells, start=1)
        if one.options
    ]


def _letter(number: int) -> str:
    return str(get_column_letter(number))


def _range(options: tuple[str, ...], lists: dict[tuple[str, ...], str]) -> str:
    """The range of the hidden sheet that holds the words; a list inside a rule may have 255 signs only."""
    letter = lists.setdefault(options, _letter(len(lists) + 1))
    return f"{LISTS}!${letter}$1:${letter}${len(options)}"


def _write_lists(book: Workbook, lists: dict[tuple[str, ...], str]) -> None:
    sheet = book.create_sheet(LISTS)
    sheet.sheet_state = "hidden"
    for options, letter in lists.items():
        for number, word in enumerate(options, start=1):
            _put(sheet[f"{letter}{number}"], Cell(word))
