"""A document tree as HTML, for pages and for print: the only maker of HTML from authors' text.

Escaped by construction: every character of the tree passes through `html.escape`, every element and class
name is ours. Roles of the tree become classes of the same name, so that a theme's CSS can style them.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from typing import assert_never

from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Contact,
    Contacts,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
)
from sitegen.render.html_inline import (
    Target,
    Writing,
    attribute,
    attributes,
    change,
    element,
    inlines_html,
    opening,
    text_html,
    within,
)
from sitegen.render.print_entry import lines

__all__ = ["Writing", "blocks_html", "write_blocks"]

_NO_URLS: Mapping[str, str] = {}
_NO_SIZES: Mapping[str, tuple[int, int]] = {}
_CHANNEL = attrgetter("channel", "label")
DEEPEST_HEADING = 6


def blocks_html(
    blocks: Iterable[Block],
    *,
    lang: str,
    heading_shift: int = 0,
    media_urls: Mapping[str, str] = _NO_URLS,
    media_sizes: Mapping[str, tuple[int, int]] = _NO_SIZES,
    target: Target = "web",
) -> str:
    """Blocks as HTML that stands in an element of the language `lang`.

    Headings move down by `heading_shift`; pictures are looked up by name in `media_urls`, their width and
    height in pixels in `media_sizes`. Raises `KeyError` for a picture nobody gave an address.
    """
    return write_blocks(blocks, Writing(lang, target, heading_shift, media_urls, media_sizes))


def write_blocks(blocks: Iterable[Block], writing: Writing) -> str:
    """Blocks in their order."""
    return "\n".join([html for block in blocks if (html := _block(block, writing))])


def heading_html(heading: Heading, writing: Writing) -> str:
    """A heading, and its detail as a paragraph that is read after it.

    In print the detail floats at the end of the heading's line, for which it must come first; `data-read`
    tells `pdf_tags` to read it second.
    """
    inner = within(heading.lang, writing)
    name = f"h{min(heading.level + writing.shift, DEEPEST_HEADING)}"
    marks = attribute("id", heading.id)
    if heading.lang is not None:
        marks += attributes(change(heading.lang, writing))
    head = f"<{name}{marks}>{inlines_html(heading.children, inner)}</{name}>"
    if not heading.detail:
        return head
    words = inlines_html(heading.detail, writing)
    if writing.printed:
        return f'<p class="detail" data-read="after">{words}</p>{head}'
    return f'{head}<p class="detail">{words}</p>'


def _block(block: Block, writing: Writing) -> str:
    match block:  # the most frequent first
        case Paragraph():
            return _paragraph(block, writing)
        case Heading():
            return heading_html(block, writing)
        case Contacts():
            return _contacts(block, writing)
        case List():
            return _list(block, writing)
        case Facts():
            return _facts(block, writing)
        case Table():
            return _table(block, writing)
        case Figure():
            return _figure(block, writing)
        case Note():
            return _note(block, writing)
        case Break():
            return '<div class="break"></div>' if writing.printed else ""
        case Section():
            return _section(block, writing)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, writing: Writing) -> str:
    inner = within(paragraph.lang, writing)
    words = inlines_html(paragraph.children, inner)
    if paragraph.role == "limit":
        words = f'<span class="tag">{words}</span>'
    return f"{opening('p', paragraph.role, paragraph.lang, writing.lang)}{words}</p>"


def _list(block: List, writing: Writing) -> str:
    inner = within(block.lang, writing)
    write = _entry if writing.printed and block.role == "partners" else _item
    items = "\n".join([write(item, inner) for item in block.items])
    name = "ol" if block.ordered else "ul"
    return f"{opening(name, block.role, block.lang, writing.lang)}{items}</{name}>"


def _item(item: Item, writing: Writing) -> str:
    """An item; a single plain paragraph stands in it without a `p` of its own."""
    match item.children:
        case (Paragraph(children, role="", lang=lang),):
            words = inlines_html(children, within(lang, writing))
            return element("li", words, ("id", item.id), *change(lang, writing))
        case children:
            return f"<li{attribute('id', item.id)}>{write_blocks(children, writing)}</li>"


def _entry(item: Item, writing: Writing) -> str:
    """A partner on paper."""
    return element("li", write_lines(item.children, writing), ("id", item.id))


def write_lines(blocks: Iterable[Block], writing: Writing) -> str:
    """Blocks for paper, of which some share a line (`print_entry.lines`).

    There are no blanks between those: they would be read as words of what holds them.
    """
    return "\n".join(
        _block(line[0], writing)
        if len(line) == 1
        else element("span", "".join(_block(block, writing) for block in line), ("class", "line"))
        for line in lines(blocks)
    )


def _table(table: Table, writing: Writing) -> str:
    inner = within(table.lang, writing)
    parts = [
        element("caption", inlines_html(table.caption, inner)) if table.caption else "",
        element("thead", _rows(table.head, inner)) if table.head else "",
        element("tbody", _rows(table.rows, inner)),
    ]
    return element("table", "".join(parts), *change(table.lang, writing))


def _rows(rows: Iterable[Row], writing: Writing) -> str:
    return "".join(element("tr", "".join(_cell(cell, writing) for cell in row.cells)) for row in rows)


def _cell(cell: Cell, writing: Writing) -> str:
    words = inlines_html(cell.children, within(cell.lang, writing))
    scope = {"row": "row", "column": "col", "": None}[cell.header]
    name = "count" if cell.count else None
    return element(
        "th" if scope else "td", words, ("scope", scope), ("class", name), *change(cell.lang, writing)
    )


def picture_html(figure: Figure, writing: Writing) -> str:
    """The picture alone. An empty `alt` stays: it says that the picture is decoration (BAR A15)."""
    width, height = writing.sizes.get(figure.media, (0, 0))
    pairs: list[tuple[str, str | None]] = [
        ("src", writing.urls[figure.media]),
        ("alt", figure.alt),
        *change(figure.alt_lang, writing),
    ]
    if not writing.printed:
        pairs += [("width", str(width or "")), ("height", str(height or "")), ("loading", "lazy")]
    return f"<img{attributes(pairs)}>"


def _figure(figure: Figure, writing: Writing) -> str:
    picture = picture_html(figure, writing)
    name = f"figure {figure.role}".rstrip()
    if not figure.caption:
        return element("div", picture, ("class", name))
    words = inlines_html(figure.caption, writing)
    if writing.printed:  # WeasyPrint leaves a figcaption outside its Figure
        return element("div", picture + element("p", words, ("class", "caption")), ("class", name))
    return element("figure", picture + element("figcaption", words), ("class", name))


def _contacts(contacts: Contacts, writing: Writing) -> str:
    if writing.printed:
        line = " · ".join(_contact_words(row, writing) for row in contacts.rows)
        return element("p", line, ("class", "contacts"))
    channels = groupby(contacts.rows, key=_CHANNEL)
    rows = "\n".join([_channel(tuple(group), writing) for _, group in channels])
    return f'<dl class="contacts">{rows}</dl>'


def _contact_words(contact: Contact, writing: Writing) -> str:
    """`Label value (note)` as one piece of a printed line."""
    label = text_html(contact.label, writing) + " " if contact.label.value else ""
    note = f" ({inlines_html(contact.note, writing)})" if contact.note else ""
    return element("span", label + inlines_html(contact.value, writing), ("class", contact.channel)) + note


def _channel(contacts: tuple[Contact, ...], writing: Writing) -> str:
    """A way to reach somebody: its name once, then every number or address."""
    first = contacts[0]
    values = "".join([f"<dd>{_contact_value(one, writing)}</dd>" for one in contacts])
    name = attribute("class", first.channel)
    return f"<div{name}><dt>{text_html(first.label, writing)}</dt>{values}</div>"


def _contact_value(contact: Contact, writing: Writing) -> str:
    value = inlines_html(contact.value, writing)
    if not contact.note:
        return value
    return f'{value} <span class="remark">{inlines_html(contact.note, writing)}</span>'


def _facts(facts: Facts, writing: Writing) -> str:
    if writing.printed:  # a dl is tagged as a list of loose items (BAR 3.1), so each fact is a paragraph
        return "\n".join(_fact_paragraph(fact, writing) for fact in facts.rows)
    rows = "\n".join(_fact_row(fact, writing) for fact in facts.rows)
    return element("dl", rows, ("class", "facts"))


def _fact_paragraph(fact: Fact, writing: Writing) -> str:
    details = "<br>".join(_details(fact, writing))
    term = element("strong", text_html(fact.term, writing))
    return element("p", f"{term} {details}", ("class", f"fact {fact.role}".rstrip()))


def _fact_row(fact: Fact, writing: Writing) -> str:
    term = element("dt", text_html(fact.term, writing))
    details = "".join(element("dd", words) for words in _details(fact, writing))
    return element("div", term + details, ("class", fact.role))


def _details(fact: Fact, writing: Writing) -> list[str]:
    return [inlines_html(words, writing) for words in fact.details]


def _note(note: Note, writing: Writing) -> str:
    inner = within(note.lang, writing)
    title: tuple[Inline, ...] = note.title
    head = heading_html(Heading(note.level, title), inner) if title else ""
    name = f"note {note.kind}".rstrip()
    return element(
        "div", head + write_blocks(note.children, inner), ("class", name), *change(note.lang, writing)
    )


def _section(section: Section, writing: Writing) -> str:
    content = write_blocks(section.children, within(section.lang, writing))
    name = section.role or None
    return element("section", content, ("class", name), ("id", section.id), *change(section.lang, writing))
