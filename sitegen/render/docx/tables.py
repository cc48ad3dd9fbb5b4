"""Tables of data: a heading row that comes again on each page, a name, no merged cells (BAR D06)."""

from collections.abc import Sequence

from sitegen.model.document import Cell, Row, Table
from sitegen.render.docx.inlines import runs
from sitegen.render.docx.paragraphs import paragraph
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.xml import Element, clean, put, w
from sitegen.render.html_inline import plain

TEXT_WIDTH = 8504  # twips: the page without its margins
COUNT_LETTER, COUNT_MARGIN = 150, 330  # a figure of a number, and the room beside a number
LEAST = 1400  # a column of words
ROWS_KEPT = 12  # a table with no more rows stays on one page


def table_elements(table: Table, setting: Setting) -> list[Element]:
    """The caption as a paragraph above, then the table, which carries it as its name too."""
    inner = setting.within(table.lang)
    rows = (*table.head, *table.rows)
    columns = max((len(row.cells) for row in rows), default=0)
    if not columns:
        return []
    caption = [paragraph("Caption", runs(table.caption, inner), inner)] if table.caption else []
    widths = _widths(rows, columns)
    made = w("tbl", _properties(table, inner), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    for number, row in enumerate(rows, 1):
        last = number == len(rows) or len(rows) > ROWS_KEPT
        made.append(_row(row, inner, widths, head=number <= len(table.head), keep=not last))
    return [*caption, made]


def _widths(rows: Sequence[Row], columns: int) -> list[int]:
    """Of the columns in twips: those of numbers as wide as their longest, the others share what is left."""
    counts: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell.count:
                counts[column] = max(counts.get(column, 0), len(plain(cell.children)) * COUNT_LETTER)
    numbers = {column: width + COUNT_MARGIN for column, width in counts.items()}
    rest = TEXT_WIDTH - sum(numbers.values())
    others = columns - len(numbers)
    if not others or rest < others * LEAST:
        return [TEXT_WIDTH // columns] * columns
    return [numbers.get(column, rest // others) for column in range(columns)]


def gap() -> Element:
    """What stands between two tables that follow each other, which Word would join."""
    made = w("p")
    put(made, w("pStyle", val="TableGap"))
    return made


def _properties(table: Table, setting: Setting) -> Element:
    """In the schema's order: style, direction, width, look, name."""
    first_column = bool(table.rows) and all(row.cells[:1] and row.cells[0].header for row in table.rows)
    look = w(
        "tblLook",
        val=f"{0x0400 | 0x0020 * bool(table.head) | 0x0080 * first_column:04X}",
        firstRow=int(bool(table.head)),
        lastRow=0,
        firstColumn=int(first_column),
        lastColumn=0,
        noHBand=0,
        noVBand=1,
    )
    made = w("tblPr", w("tblStyle", val="KaikuTable"))
    made.extend([w("bidiVisual")] if setting.rtl else [])
    made.extend([w("tblW", w=5000, type="pct"), look])
    if table.caption:
        made.append(w("tblCaption", val=clean(plain(table.caption))))
    return made


def _row(row: Row, setting: Setting, widths: Sequence[int], *, head: bool, keep: bool) -> Element:
    made = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])))
    cells = (*row.cells, *(Cell(()) for _ in range(len(widths) - len(row.cells))))
    for cell, width in zip(cells, widths, strict=True):
        words = _cell(cell, setting)
        if keep:
            put(words, w("keepNext"))
        made.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), words))
    return made


def _cell(cell: Cell, setting: Setting) -> Element:
    inner = setting.within(cell.lang)
    made = paragraph("TableText", runs(cell.children, inner), inner)
    if cell.count:
        put(made, w("jc", val="right"))  # the far side of its own direction
    return made
