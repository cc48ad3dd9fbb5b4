"""Inlines of a document tree as HTML, escaped by construction: the half of `tree_html` within a line."""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, assert_never

from sitegen.languages import table
from sitegen.model.document import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from sitegen.structs import Struct, field, replace

Target = Literal["web", "print"]
Attributes = tuple[tuple[str, str | None], ...]
_to_be_escaped = re.compile("[&<>\"']").search

# Right-to-left languages a region may quote without the site being written in them.
_OTHER_RIGHT_TO_LEFT = frozenset({"fa", "he", "ckb", "ps", "ur", "yi"})


class Writing(Struct, frozen=True):
    """What holds where a writer stands: the enclosing language and what the target wants.

    `shift` is added to the levels of headings; `urls` and `sizes` tell of media by name.
    """

    lang: str
    target: Target = "web"
    shift: int = 0
    urls: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def printed(self) -> bool:
        """Whether it is written for paper."""
        return self.target == "print"


def escape(text: str) -> str:
    """Text that stands in HTML as it is; most has nothing to be escaped."""
    return html.escape(text) if _to_be_escaped(text) else text


@lru_cache(maxsize=64)
def direction(lang: str) -> Literal["ltr", "rtl"]:
    """The direction of a language, also of one that only stands in quotations."""
    if table.is_known(lang):
        return table.language(lang).direction
    return "rtl" if lang.partition("-")[0] in _OTHER_RIGHT_TO_LEFT else "ltr"


def attributes(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Attributes with their leading spaces; those that are None or empty are left out, but for `alt`."""
    found = ""
    for name, value in pairs:
        if value or (name == "alt" and value is not None):
            found += f' {name}="{escape(value)}"'
    return found


def attribute(name: str, value: str | None) -> str:
    """One attribute with its leading space; nothing for none and for an empty one."""
    return f' {name}="{escape(value)}"' if value else ""


@lru_cache(maxsize=1024)
def opening(name: str, kind: str | None, lang: str | None, around: str) -> str:
    """The tag that opens an element of a class, in this language, in one of the language `around`."""
    return f"<{name}{attributes((('class', kind), *_change(lang, around)))}>"


def element(name: str, content: str, *pairs: tuple[str, str | None]) -> str:
    """An element around content that is HTML already."""
    return f"<{name}{attributes(pairs)}>{content}</{name}>" if pairs else f"<{name}>{content}</{name}>"


def change(lang: str | None, writing: Writing) -> Attributes:
    """`lang` where the language changes, `dir` where the direction changes with it (BAR A02, F2)."""
    return _change(lang, writing.lang)


def _change(lang: str | None, around: str) -> Attributes:
    if lang is None or lang == around:
        return ()
    new = direction(lang)
    return (("lang", lang), ("dir", new if new != direction(around) else None))


def within(lang: str | None, writing: Writing) -> Writing:
    """The writing inside an element of this language."""
    return writing if lang is None or lang == writing.lang else replace(writing, lang=lang)


def inlines_html(inlines: Sequence[Inline], writing: Writing) -> str:
    """Inlines in their order; most often there is one."""
    if len(inlines) == 1:
        return _inline(inlines[0], writing)
    return "".join([_inline(one, writing) for one in inlines])


def text_html(text: Text, writing: Writing) -> str:
    """A text with what it needs: nothing, a `span`, or a `bdi` to keep it out of a line's order."""
    value = escape(text.value)
    lang, name, ltr, whole = text.lang, text.name, text.ltr, text.whole
    if lang is None and not (name or ltr or whole):
        return value
    turns = name and _turns(text, writing)
    before, after = _marks(lang, name, ltr, whole, writing.lang, turns)
    return before + value + after


@lru_cache(maxsize=4096)
def _marks(lang: str | None, name: bool, ltr: bool, whole: bool, around: str, turns: bool) -> tuple[str, str]:
    """What stands before and after a text with such marks, in a line of the language `around`."""
    marks = _text_attributes(lang, name, ltr, whole, around, turns)
    if not marks:
        return "", ""
    kind = "bdi" if direction(around) == "rtl" and (name or ltr) else "span"
    return f"<{kind}{marks}>", f"</{kind}>"


def is_plain(text: Text) -> bool:
    """Whether a text needs no marks wherever it stands; nearly all are so."""
    return text.lang is None and not (text.name or text.ltr or text.whole)


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of inlines without any marks."""
    return "".join(map(_plain, inlines))


def _inline(inline: Inline, writing: Writing) -> str:
    """An inline; nearly all are texts."""
    match inline:
        case Text():
            return text_html(inline, writing)
        case Strong(children):
            return element("strong", inlines_html(children, writing))
        case Emphasis(children):
            return element("em", inlines_html(children, writing))
        case Code(value):
            return element("code", escape(value), ("dir", "ltr" if _rtl(writing) else None))
        case Link():
            return _link(inline, writing)
        case LineBreak():
            return "<br>"
        case _:
            assert_never(inline)


def _link(link: Link, writing: Writing) -> str:
    """A link with one text node: marks of the text stand on the link itself (BAR F4)."""
    text = link.text
    turns = text.name and _turns(text, writing)
    marks = attribute("href", link.href)
    marks += _text_attributes(text.lang, text.name, text.ltr, text.whole, writing.lang, turns)
    if writing.printed:
        marks += attribute("title", link.label) + attribute("data-url", _address_on_paper(link))
    elif link.hreflang or link.type:
        marks += attribute("hreflang", link.hreflang) + attribute("type", link.type)
    return f"<a{marks}>{escape(text.value)}</a>"


def _address_on_paper(link: Link) -> str | None:
    """The address that a reader of paper needs beside the words (BAR P10); None where the text tells it."""
    scheme, _, rest = link.href.partition("://")
    if scheme not in ("http", "https"):
        return None
    bare = rest.removeprefix("www.").rstrip("/")
    said = link.text.value.partition("://")[2] or link.text.value
    host = bare.partition("/")[0]
    return None if said.removeprefix("www.").startswith(host) else bare


def _turns(text: Text, writing: Writing) -> bool:
    """Whether it is a name in a right-to-left line whose first letter runs left to right."""
    return direction(writing.lang) == "rtl" and text.name and _starts_left_to_right(text.value)


@lru_cache(maxsize=4096)
def _text_attributes(lang: str | None, name: bool, ltr: bool, whole: bool, around: str, turns: bool) -> str:
    """Attributes of a text with such marks, in a line of the language `around` (`turns`: see `_turns`)."""
    pairs: list[tuple[str, str | None]] = list(_change(lang, around))
    if direction(around) == "rtl" and (ltr or turns):
        # `bdi` alone would find a name's direction in a browser; WeasyPrint and old browsers need to be told
        pairs = [(key, value) for key, value in pairs if key != "dir"] + [("dir", "ltr")]
    if name:
        pairs.append(("translate", "no"))
    if whole:
        pairs.append(("class", "whole"))
    return attributes(pairs)


def _starts_left_to_right(text: str) -> bool:
    """Whether the first letter with a direction runs left to right (Unicode TR9, P2)."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind == "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def _rtl(writing: Writing) -> bool:
    return direction(writing.lang) == "rtl"


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
