"""What a document says, piece by piece and as a set of facts, to compare its page, PDF and DOCX (C10)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from sitegen.compose.partners import PartnerView, how_in_print
from sitegen.compose.tree import links, plain
from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Contacts,
    Document,
    Facts,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    Note,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from sitegen.model.document import Code as CodeText
from sitegen.model.document import Emphasis as Stressed
from sitegen.structs import Struct

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c]")


class Piece(Struct, frozen=True):
    """A block of words: h1 … h6, detail, p, item, cell, caption, picture, contact, fact."""

    kind: str
    lang: str
    text: str


def normalise(text: str) -> str:
    """Words without what formats write differently: kinds of blanks, soft hyphens, marks of direction."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(visible.split())


def pieces(document: Document) -> tuple[Piece, ...]:
    """The blocks of a document in reading order, normalised, each with the language it stands in."""
    return tuple(piece for piece in _pieces(document.children, document.lang) if piece.text)


def texts_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Every run of characters that is printed, with its language (B74: the fonts must have them all)."""
    inside = ((piece.lang, piece.text) for piece in pieces(document) if piece.kind != "picture")
    return (*inside, (document.lang, document.running))


def facts_of_document(document: Document) -> frozenset[tuple[str, str]]:
    """What can be looked up: names of entries, addresses of links, lines of words; as kind and value."""
    found = {("link", link.href) for link in links(document.children) if not link.href.startswith("#")}
    found |= {("text", piece.text) for piece in pieces(document)}
    return frozenset(found)


def facts_of_views(views: Iterable[PartnerView]) -> frozenset[tuple[str, str]]:
    """The facts of partners that page and brochure both show, in a brochure with full lists."""
    return frozenset(fact for view in views for fact in _facts_of_view(view))


def _facts_of_view(view: PartnerView) -> Iterator[tuple[str, str]]:
    yield "text", normalise(view.name.value)
    for text in (view.what, view.part_of, view.hours, view.note, *view.tags, *how_in_print(view)):
        if text is not None:
            yield "text", normalise(text.value)
    for contact in view.contacts:
        if contact.channel in ("phone", "email", "web"):
            for inline in contact.value:
                if isinstance(inline, Link):
                    yield "link", inline.href


def _pieces(blocks: Iterable[Block], lang: str) -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block, lang)


def _block(block: Block, lang: str) -> Iterator[Piece]:
    match block:
        case Heading():
            yield _piece(f"h{block.level}", block.children, block.lang or lang)
            yield _piece("detail", block.detail, lang)
        case Paragraph():
            yield _piece("p", block.children, block.lang or lang)
        case List():
            for item in block.items:
                yield from _item(item.children, block.lang or lang)
        case Table():
            yield from _table(block, block.lang or lang)
        case Figure():
            yield Piece("picture", block.alt_lang or lang, normalise(block.alt))
            yield _piece("caption", block.caption, lang)
        case Contacts():
            for row in block.rows:
                note: tuple[Inline, ...] = (Text(" ("), *row.note, Text(")")) if row.note else ()
                yield _piece("contact", (row.label, Text(" "), *row.value, *note), lang)
        case Facts():
            for fact in block.rows:
                for number, details in enumerate(fact.details):
                    before = (fact.term, Text(" ")) if number == 0 else ()
                    yield _piece("fact", (*before, *details), lang)
        case Note():
            yield _piece(f"h{block.level}", block.title, block.lang or lang)
            yield from _pieces(block.children, block.lang or lang)
        case Section():
            yield from _pieces(block.children, block.lang or lang)
        case Break():
            return
        case _:
            assert_never(block)


def _item(blocks: tuple[Block, ...], lang: str) -> Iterator[Piece]:
    match blocks:
        case (Paragraph(children, role="", lang=own), *rest):
            yield _piece("item", children, own or lang)
            yield from _pieces(rest, lang)
        case _:
            yield from _pieces(blocks, lang)


def _table(table: Table, lang: str) -> Iterator[Piece]:
    yield _piece("caption", table.caption, lang)
    for row in (*table.head, *table.rows):
        for cell in row.cells:
            yield _cell(cell, lang)


def _cell(cell: Cell, lang: str) -> Piece:
    return _piece("cell", cell.children, cell.lang or lang)


def _piece(kind: str, inlines: tuple[Inline, ...], lang: str) -> Piece:
    """Where all words of a block are in one other language, that is the block's."""
    spoken = {_lang(inline) for inline in inlines}
    own = spoken.pop() if len(spoken) == 1 else None
    return Piece(kind, own or lang, normalise(plain(inlines)))


def _lang(inline: Inline) -> str | None:
    match inline:
        case Text(lang=lang):
            return lang
        case Link():
            return inline.text.lang
        case Strong(children) | Stressed(children):
            found = {_lang(child) for child in children}
            return found.pop() if len(found) == 1 else None
        case CodeText() | _:
            return None
