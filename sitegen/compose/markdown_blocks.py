"""From the parser's elements to our blocks: the closed list of kinds, and what authors got wrong."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from sitegen.compose.markdown_figures import figure, is_picture
from sitegen.compose.markdown_inlines import INLINE_TAGS, inlines
from sitegen.compose.markdown_marks import line_at, unmark
from sitegen.compose.markdown_reading import Reading
from sitegen.model.document import (
    Block,
    Cell,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
)
from sitegen.structs import Aside

TITLE_LEVEL = 2
"""Blocks are made to stand under a heading of this level: `##` becomes a heading of level 3."""

DEEPEST = 4

_BULLET = re.compile(r"(?:^|\n)[ \t]*((?:[•·●▪◦‣⁃*–—-]|\d{1,3}\))[ \t])")
_HEADING = re.compile(r"h([1-6])")
_BAR = re.compile(r"^[ \t]*\|", re.MULTILINE)
_SPAN = re.compile(r"(`+).+?\1")


def blocks(reading: Reading, elements: Iterable[Element]) -> tuple[Block, ...]:
    """The blocks of elements, in order."""
    return tuple(block for element in elements for block in _block(reading, element))


def _block(reading: Reading, element: Element) -> Iterator[Block]:
    tag = str(element.tag)
    if _HEADING.fullmatch(tag):
        yield _heading(reading, element)
    elif tag == "p":
        yield from _paragraph(reading, element)
    elif tag in ("ul", "ol"):
        yield _list(reading, element)
    elif tag == "blockquote":
        yield _note(reading, element)
    elif tag == "table":
        yield _table(reading, element)
    elif tag == "pre":
        reading.error("markdown-code-block", reading.place(reading.start(element)), "B92")
    elif tag == "hr":
        reading.warning("markdown-rule", reading.rule(element), "B84")
    else:
        raise ValueError(f"the parser made an unexpected element: {tag}")


def _heading(reading: Reading, element: Element) -> Heading:
    children = inlines(reading, element)
    place = reading.place(reading.start(element))
    if not children:
        reading.error("heading-empty", place, "B84")
    return Heading(_level(element) - 1 + TITLE_LEVEL, children, origin=Aside(place))


def _level(element: Element) -> int:
    return int(str(element.tag)[1])


def check_levels(reading: Reading, root: Element) -> None:
    """Headings begin at `##`, go down one level at a time and not too deep (B84, BAR A05)."""
    before = 1
    for element in root.iter():
        if not _HEADING.fullmatch(str(element.tag)):
            continue
        level = _level(element)
        place = reading.place(reading.start(element))
        text = unmark("".join(element.itertext()))
        if level == 1:
            reading.error("heading-first-level", place, "B84", text=text)
        elif level > before + 1:
            expected = "#" * (before + 1)
            reading.error("heading-skip", place, "B84", found="#" * level, expected=expected, text=text)
        elif level > DEEPEST:
            reading.error("heading-deep", place, "B84", found="#" * level)
        before = max(level, 1)


def _paragraph(reading: Reading, element: Element) -> Iterator[Block]:
    if is_picture(element):
        picture = figure(reading, element[0])
        if picture is not None:
            yield picture
        return
    _typed_bullets(reading, element)
    _bars(reading, element)
    line = reading.start(element)
    children = inlines(reading, element)
    if len(children) == 1 and isinstance(children[0], Strong):
        reading.warning("paragraph-bold", reading.place(line, "**"), "B85")
    if children:
        yield Paragraph(children, origin=Aside(reading.place(line)))


def _typed_bullets(reading: Reading, element: Element) -> None:
    """Signs typed as bullets, `1)` numbers, lists without a blank line before them (B86, BAR A08)."""
    pieces = [(element.text or "", reading.numbers.after_text.get(element, 0), True)]
    for child in element:
        tail = child.tail or ""
        pieces.append((tail, reading.numbers.after_tail.get(child, 0), child.tag == "br"))
    for text, after, begins_line in pieces:
        for found in _BULLET.finditer(text):
            if found.start() == 0 and not text.startswith("\n") and not begins_line:
                continue
            line = line_at(text, found.start(1), after)
            sign = found.group(1).strip()
            place = reading.place(line, sign)
            if sign in ("–", "—"):
                reading.warning("bullet-typed", place, "B86", sign=sign)
            else:
                reading.error("bullet-typed", place, "B86", sign=sign)


def _bars(reading: Reading, element: Element) -> None:
    """Rows with bars that make no table: there is no line of dashes under a heading row (B91)."""
    text = element.text or ""
    found = _BAR.search(text)
    if found and text.count("|") > 1:
        reading.error("table-no-header", reading.place(line_at(text, found.start(), 0), "|"), "B91")


def _list(reading: Reading, element: Element) -> List:
    items = tuple(Item(_item(reading, item)) for item in element if item.tag == "li")
    if element.tag == "ol" and element.get("start") not in (None, "1"):
        start = element.get("start") or ""
        reading.warning("list-start", reading.place(reading.start(element)), "B86", start=start)
    for item, child in zip(items, element, strict=False):
        if not item.children:
            reading.error("list-item-empty", reading.place(reading.start(child)), "B86")
    return List(items, ordered=element.tag == "ol")


def _item(reading: Reading, element: Element) -> tuple[Block, ...]:
    """An item's words, as a paragraph, then the blocks in it."""
    line = reading.start(element)
    words = inlines(reading, element)
    rest = [child for child in element if child.tag not in INLINE_TAGS]
    first = (Paragraph(words, origin=Aside(reading.place(line))),) if words else ()
    return (*first, *blocks(reading, rest))


def _note(reading: Reading, element: Element) -> Note:
    """A quotation is a note; a heading that opens it is the note's."""
    found = blocks(reading, element)
    if found and isinstance(found[0], Heading):
        return Note(found[1:], title=found[0].children, level=found[0].level)
    return Note(found, level=TITLE_LEVEL + 1)


def _table(reading: Reading, element: Element) -> Table:
    line = reading.start(element)
    head = _rows(reading, element.find("thead"), "column")
    rows = _rows(reading, element.find("tbody"), "")
    place = reading.place(line, "|")
    if not any(cell.children for row in head for cell in row.cells):
        reading.error("table-no-header", place, "B91")
    _ragged(reading, element, len(head[0].cells) if head else 0)
    return Table(head, rows)


def _rows(reading: Reading, part: Element | None, header: Literal["", "row", "column"]) -> tuple[Row, ...]:
    if part is None:
        return ()
    return tuple(
        Row(tuple(Cell(inlines(reading, cell), header if len(cell) or cell.text else "") for cell in row))
        for row in part
    )


def _ragged(reading: Reading, element: Element, width: int) -> None:
    """Every row has as many cells as the heading row; the parser fills up and cuts off silently (B91)."""
    for row in element.iter("tr"):
        line = reading.start(row)
        if not 0 < line <= len(reading.source.lines):
            continue
        count = cells(reading.source.lines[line - 1])
        if count != width:
            reading.error("table-ragged", reading.place(line), "B91", count=count, width=width)


def cells(line: str) -> int:
    """How many cells a row of a table has as it is written."""
    bare = _SPAN.sub("x", line.replace("\\|", "x")).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1
