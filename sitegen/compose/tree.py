"""Walks over the neutral tree: what composing does to blocks after they are parsed."""

from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import Any, TypeVar, assert_never

from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Code,
    Contact,
    Contacts,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
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
from sitegen.structs import replace

DEEPEST = 6

Part = TypeVar("Part")

Change = Callable[[Inline], tuple[Inline, ...]]
"""What becomes of a text, code, link or line break; the marks around them stay."""


def map_inlines(inlines: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    """Inlines with `change` done to every leaf; the very same where it changes nothing."""
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Strong(children) | Emphasis(children):
                inner = map_inlines(children, change)
                found.append(inline if inner is children else type(inline)(inner))
            case _:
                found += change(inline)
    return _kept(inlines, tuple(found))


def map_blocks(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Blocks with `change` done to every leaf inline in them; the very same where it changes nothing."""
    given = tuple(blocks)
    return _kept(given, tuple([_map_block(block, change) for block in given]))


def _map_block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph():
            return _changed(block, children=map_inlines(block.children, change))
        case Heading():
            words, detail = map_inlines(block.children, change), map_inlines(block.detail, change)
            return _changed(block, children=words, detail=detail)
        case List():
            items = [_changed(one, children=map_blocks(one.children, change)) for one in block.items]
            return _changed(block, items=_kept(block.items, tuple(items)))
        case Table():
            return replace(
                block,
                head=_map_rows(block.head, change),
                rows=_map_rows(block.rows, change),
                caption=map_inlines(block.caption, change),
            )
        case Figure():
            return _changed(block, caption=map_inlines(block.caption, change))
        case Contacts():
            return _changed(
                block, rows=_kept(block.rows, tuple(_map_contact(row, change) for row in block.rows))
            )
        case Facts():
            return Facts(tuple(_map_fact(row, change) for row in block.rows))
        case Note():
            children, title = map_blocks(block.children, change), map_inlines(block.title, change)
            return _changed(block, children=children, title=title)
        case Section():
            return _changed(block, children=map_blocks(block.children, change))
        case Break():
            return block
        case _:
            assert_never(block)


def _kept(old: tuple[Part, ...], new: tuple[Part, ...]) -> tuple[Part, ...]:
    """The old tuple where the new one holds the very same parts."""
    return old if len(old) == len(new) and all(map(is_, old, new)) else new


def _changed(part: Part, **values: Any) -> Part:
    """The part with other values; the part itself where they are what it has."""
    for name, value in values.items():
        if getattr(part, name) is not value:
            return replace(part, **values)
    return part


def _map_rows(rows: Iterable[Row], change: Change) -> tuple[Row, ...]:
    return tuple(Row(tuple(_map_cell(cell, change) for cell in row.cells)) for row in rows)


def _map_cell(cell: Cell, change: Change) -> Cell:
    return _changed(cell, children=map_inlines(cell.children, change))


def _map_contact(row: Contact, change: Change) -> Contact:
    return _changed(row, value=map_inlines(row.value, change), note=map_inlines(row.note, change))


def _map_fact(row: Fact, change: Change) -> Fact:
    return replace(row, details=tuple(map_inlines(words, change) for words in row.details))


def links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Every link in reading order."""
    found: list[Link] = []

    def collect(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Link):
            found.append(inline)
        return (inline,)

    map_blocks(blocks, collect)
    yield from found


def figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Every picture in reading order."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case List():
                for item in block.items:
                    yield from figures(item.children)
            case Note() | Section():
                yield from figures(block.children)
            case _:
                pass


def shift_headings(blocks: Iterable[Block], by: int) -> tuple[Block, ...]:
    """Blocks whose headings stand `by` levels lower."""
    return tuple(_shift(block, by) for block in blocks) if by else tuple(blocks)


def _shift(block: Block, by: int) -> Block:
    match block:
        case Heading():
            return replace(block, level=min(block.level + by, DEEPEST))
        case List():
            items = (Item(shift_headings(item.children, by), item.id) for item in block.items)
            return replace(block, items=tuple(items))
        case Note():
            level = min(block.level + by, DEEPEST)
            return replace(block, level=level, children=shift_headings(block.children, by))
        case Section():
            return replace(block, children=shift_headings(block.children, by))
        case _:
            return block


def in_language(blocks: Iterable[Block], lang: str) -> tuple[Block, ...]:
    """Blocks that say of themselves which language they are in (WCAG 3.1.2)."""
    return tuple(_with_language(block, lang) for block in blocks)


def _with_language(block: Block, lang: str) -> Block:
    match block:
        case Figure():
            caption: tuple[Inline, ...] = tuple(
                replace(inline, lang=inline.lang or lang) if isinstance(inline, Text) else inline
                for inline in block.caption
            )
            return replace(block, alt_lang=block.alt_lang or (lang if block.alt else None), caption=caption)
        case Heading() | Paragraph() | List() | Table() | Note() | Section():
            return replace(block, lang=block.lang or lang)
        case _:
            return block


def without_breaks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks without forced line ends: plain language has none on the web (BAR PL1), but in print (PL2)."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        return (Text(" "),) if isinstance(inline, LineBreak) else (inline,)

    return map_blocks(blocks, change)


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of inlines without any marks."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(value=value) | Code(value=value):
            return value
        case Strong(children) | Emphasis(children):
            return plain(children)
        case Link():
            return inline.text.value
        case LineBreak():
            return " "
        case _:
            assert_never(inline)


def ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor in reading order."""
    for block in blocks:
        match block:
            case Heading(id=anchor):
                yield from filter(None, (anchor,))
            case List():
                for item in block.items:
                    yield from filter(None, (item.id,))
                    yield from ids(item.children)
            case Note():
                yield from ids(block.children)
            case Section():
                yield from filter(None, (block.id,))
                yield from ids(block.children)
            case _:
                pass


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading in reading order, those of notes among them."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case List():
                for item in block.items:
                    yield from headings(item.children)
            case Note():
                if block.title:
                    yield Heading(block.level, block.title)
                yield from headings(block.children)
            case Section():
                yield from headings(block.children)
            case _:
                pass


def document_links(document: Document) -> tuple[Link, ...]:
    """Every link of a document in reading order."""
    return tuple(links(document.children))
