"""The words of a document tree with their languages: what has to be known before a document is written."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Code,
    Contacts,
    Document,
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
    Section,
    Strong,
    Table,
    Text,
)
from sitegen.render.fonts import Script, missing_characters, script_of, script_within

Words = tuple[str, str]  # language, characters


def words_of(blocks: Iterable[Block], lang: str) -> Iterator[Words]:
    """Every run of characters of blocks that stand in the language `lang`, with its own language."""
    for block in blocks:
        yield from _block(block, lang)


def languages_of(document: Document) -> set[str]:
    """The languages of a document and of all it quotes."""
    return {document.lang} | {lang for lang, _ in words_of(document.children, document.lang)}


def scripts_of(document: Document) -> tuple[Script, ...]:
    """The scripts a document is set in: its own first, then those of what it quotes."""
    own = script_of(document.lang)
    others = {script_within(lang, own) for lang in languages_of(document)} - {own}
    return (own, *sorted(others))


def unprintable(document: Document) -> set[str]:
    """The characters of a document that its faces lack (BAR B74)."""
    own = script_of(document.lang)
    missing = missing_characters(document.running, own)
    for lang, words in words_of(document.children, document.lang):
        missing |= missing_characters(words, script_within(lang, own))
    return missing


def _block(block: Block, lang: str) -> Iterator[Words]:
    match block:
        case Heading():
            yield from _inlines(block.children, block.lang or lang)
            yield from _inlines(block.detail, lang)
        case Paragraph():
            yield from _inlines(block.children, block.lang or lang)
        case List():
            for item in block.items:
                yield from words_of(item.children, block.lang or lang)
        case Table():
            yield from _inlines(block.caption, block.lang or lang)
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from _cell(cell, block.lang or lang)
        case Figure():
            yield from _inlines(block.caption, lang)
        case Contacts():
            for contact in block.rows:
                yield from _inlines((contact.label, *contact.value, *contact.note), lang)
        case Facts():
            for fact in block.rows:
                yield from _inlines((fact.term, *(word for words in fact.details for word in words)), lang)
        case Note():
            yield from _inlines(block.title, block.lang or lang)
            yield from words_of(block.children, block.lang or lang)
        case Section():
            yield from words_of(block.children, block.lang or lang)
        case Break():
            return
        case _:
            assert_never(block)


def _cell(cell: Cell, lang: str) -> Iterator[Words]:
    yield from _inlines(cell.children, cell.lang or lang)


def _inlines(inlines: Iterable[Inline], lang: str) -> Iterator[Words]:
    for inline in inlines:
        match inline:
            case Text():
                yield inline.lang or lang, inline.value
            case Strong(children) | Emphasis(children):
                yield from _inlines(children, lang)
            case Code(value):
                yield lang, value
            case Link():
                yield inline.text.lang or lang, inline.text.value
            case LineBreak():
                continue
            case _:
                assert_never(inline)
