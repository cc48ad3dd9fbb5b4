"""Links of pages as HTML: to pages and files, and the ways to reach somebody.

There are dozens on each page: they are written here, the theme only says where they stand.
"""

from collections.abc import Callable, Iterable

from sitegen.compose.pages.view import PageLink
from sitegen.model.document import Contact, Inline, Link, Text
from sitegen.render.html_inline import attribute, escape

Write = Callable[[Text], str]
"""Writes a text of the page in HTML."""


def link_html(link: PageLink, write: Write, name: str = "") -> str:
    """A link; one to another language says so by `hreflang`. `name`: its class. A remark is in brackets."""
    marks = attribute("href", link.href) + attribute("class", name)
    if link.current:
        marks += ' aria-current="page"'
    if link.hreflang or link.type:
        marks += attribute("hreflang", link.hreflang) + attribute("type", link.type)
    remark = ""
    if link.type and link.remark:
        remark = f' <span class="whole">({escape(link.remark.value)})</span>'
    return f"<a{marks}>{_words(link, write)}{remark}</a>"


def contacts_html(rows: Iterable[Contact], write: Write, name: str = "contact") -> str:
    """Ways to reach somebody: each label once, then its links (BAR A09); their order comes with the rows."""
    parts: list[str] = []
    label = None
    for row in rows:
        if row.label.value != label:
            parts.append("</div>\n" if parts else "")
            label = row.label.value
            parts.append(f"<div><dt>{escape(label)}</dt>\n")
        parts.append(f"<dd>{_value(row, write)}</dd>\n")
    return f'<dl class="{escape(name)}">\n{"".join(parts)}{"</div>" if parts else ""}\n</dl>'


def _value(row: Contact, write: Write) -> str:
    value = "".join([_inline(one, write) for one in row.value])
    if not row.note:
        return value
    note = "".join([write(one) for one in row.note if isinstance(one, Text)])
    return f'{value} <span class="remark">{note}</span>'


def _inline(inline: Inline, write: Write) -> str:
    if isinstance(inline, Link):
        marks = attribute("href", inline.href) + attribute("hreflang", inline.hreflang)
        return f"<a{marks}>{_words(inline, write)}</a>"
    assert isinstance(inline, Text)
    return write(inline)


def _words(link: PageLink | Link, write: Write) -> str:
    """The link's text; an e-mail address may break before its sign."""
    text = link.text
    before, sign, after = text.value.partition("@")
    if sign and link.href.startswith("mailto:"):
        return f'<bdi dir="ltr">{escape(before)}<wbr>@{escape(after)}</bdi>'
    return f'<bdi dir="ltr">{escape(text.value)}</bdi>' if text.ltr else write(text)
