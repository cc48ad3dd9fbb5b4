"""The list of deliveries as an Excel file."""

from sitegen.year.delivery_table import WORDS, Grid, Value
from sitegen.year.excel import Sheet, workbook

WIDE, SHORT, COUNT = 30, 20, 14
"""Widths of columns: names and addresses, towns and telephone numbers, counts."""


def delivery_excel(grid: Grid, sheet_name: str, lang: str) -> bytes:
    """The workbook: headings first, a row for each receiver, the sums last. Same grid, same bytes."""
    widths = (*(WIDE,) * 3, *(SHORT,) * (WORDS - 3), *(COUNT,) * (len(grid.head) - WORDS))
    rows = tuple(tuple(map(_plain, row)) for row in (*grid.rows, grid.sums))
    return workbook((Sheet(sheet_name, grid.head, rows, widths, sums=True),), grid.title, lang)


def _plain(value: Value) -> str | int:
    return value if isinstance(value, int) else ", ".join(text.value for text in value)
