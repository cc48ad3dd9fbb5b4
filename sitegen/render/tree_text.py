"""A document tree as plain text: the half of a mail that every program can show.

A link stands with its address behind it, unless the text is the address already. Pictures are left out:
letters have none that say anything.
"""

from collections.abc import Iterable
from typing import assert_never

from sitegen.languages.formats import joined
from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Code,
    Contacts,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

BULLET = "- "


def blocks_text(blocks: Iterable[Block]) -> str:
    """Blocks with an empty line between them, headings on top of what they head; ends in a line feed."""
    return _joined(blocks) + "\n"


def _joined(blocks: Iterable[Block]) -> str:
    text, headed = "", False
    for block in blocks:
        own = _block(block)
        if own:
            text += ("\n" if headed else "\n\n" if text else "") + own
            headed = isinstance(block, Heading)
    return text


def _block(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return inlines_text(block.children)
        case List():
            return _list(block)
        case Table():
            return "\n".join(map(_row, _told(block)))
        case Contacts():
            return "\n".join(f"{row.label.value}: {inlines_text(row.value)}" for row in block.rows)
        case Facts():
            return "\n".join(
                f"{fact.term.value}: {joined(inlines_text(one) for one in fact.details)}"
                for fact in block.rows
            )
        case Note():
            title = f"{inlines_text(block.title)}\n" if block.title else ""
            return title + _joined(block.children)
        case Section():
            return _joined(block.children)
        case Figure() | Break():
            return ""
        case _:
            assert_never(block)


def _list(block: List) -> str:
    lines = []
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.ordered else BULLET
        inner = "\n".join(filter(None, map(_block, item.children))).split("\n")
        lines += [f"{mark}{inner[0]}", *(f"{' ' * len(mark)}{line}".rstrip() for line in inner[1:])]
    return "\n".join(lines)


def _told(table: Table) -> tuple[Row, ...]:
    """The rows; of two columns the second needs no heading."""
    wide = any(len(row.cells) > 2 for row in table.rows)
    return (*table.head, *table.rows) if wide else table.rows


def _row(row: Row) -> str:
    first, *rest = (_cell(cell) for cell in row.cells)
    return f"{first}: {', '.join(rest)}" if rest else first


def _cell(cell: Cell) -> str:
    return inlines_text(cell.children)


def inlines_text(inlines: Iterable[Inline]) -> str:
    """Inlines in their order."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.value
        case Strong() | Emphasis():
            return inlines_text(inline.children)
        case Link():
            return _link(inline)
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)


def _link(link: Link) -> str:
    shown = link.text.value
    return (
        shown
        if link.href in (shown, f"mailto:{shown}") or link.href.startswith("tel:")
        else (f"{shown}: {link.href}")
    )
