"""Tables of data: a heading row that comes again on each page, a name, no merged cells (BAR D06)."""

from collections.abc import Sequence

from sitegen.model.document import Cell, Row, Table
from sitegen.render.docx.inlines import runs
from sitegen.render.docx.paragraphs import paragraph
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.xml import Element, clean, put, w
from sitegen.render.html_inline import plain

TEXT_WIDTH = 8504  # twips: the page without its margins
LETTER = 185  # twips of a bold letter in the widest face that may stand in for ours
PADDING = 220  # twips of a cell beside its words
LEAST = 1400  # twips of a column of words
ROWS_KEPT = 12  # a table with no more rows stays on one page


def table_elements(table: Table, setting: Setting) -> list[Element]:
    """The caption as a paragraph above, then the table, which carries it as its name too."""
    inner = setting.within(table.lang)
    rows = (*table.head, *table.rows)
    columns = max((len(row.cells) for row in rows), default=0)
    if not columns:
        return []
    caption = [paragraph("Caption", runs(table.caption, inner), inner)] if table.caption else []
    widths = column_widths(rows, columns)
    made = w("tbl", _properties(table, inner), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    for number, row in enumerate(rows, 1):
        last = number == len(rows) or len(rows) > ROWS_KEPT
        made.append(_row(row, inner, widths, head=number <= len(table.head), keep=not last))
    return [*caption, made]


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


def column_widths(rows: Sequence[Row], columns: int) -> tuple[int, ...]:
    """Widths in twips: columns of numbers as wide as their longest, the others all the same.

    A column with a word that would be torn gets the room it needs.
    """
    needs, counts = [0] * columns, [False] * columns
    for row in rows:
        for number, cell in enumerate(row.cells):
            longest = max(map(len, plain(cell.children).split()), default=0)
            needs[number] = max(needs[number], longest * LETTER + PADDING)
            counts[number] = counts[number] or cell.count
    widths = {number: need for number, need in enumerate(needs) if counts[number]}
    if len(widths) == columns or TEXT_WIDTH - sum(widths.values()) < LEAST * (columns - len(widths)):
        widths = {}
    while True:
        left = TEXT_WIDTH - sum(widths.values())
        share = left // max(1, columns - len(widths))
        wide = {number: need for number, need in enumerate(needs) if number not in widths and need > share}
        if not wide:
            return tuple(widths.get(number, share) for number in range(columns))
        widths |= wide
        if sum(widths.values()) >= TEXT_WIDTH or len(widths) == columns:
            return tuple(TEXT_WIDTH * need // sum(needs) for need in needs)


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
