"""From the parser's elements to our inlines: text, emphasis, links, code, line ends; nothing else passes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sitegen.compose.link_rules import LANGUAGE, address_fault, scheme_of, text_fault
from sitegen.compose.markdown_marks import unmark
from sitegen.compose.markdown_reading import Reading, words
from sitegen.compose.tree import plain
from sitegen.model.document import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from sitegen.problems import Severity
from sitegen.structs import Aside

INLINE_TAGS = frozenset({"a", "strong", "em", "code", "br", "img"})


def inlines(reading: Reading, element: Element) -> tuple[Inline, ...]:
    """The inlines in an element, up to the first block in it, without blanks at their ends."""
    return tidy(list(_inlines(reading, element)))


def _inlines(reading: Reading, element: Element, linked: bool = False) -> Iterator[Inline]:
    yield Text(words(reading, element.text or "", reading.numbers.after_text.get(element, 0), linked))
    for child in element:
        if child.tag not in INLINE_TAGS:
            return
        yield from _inline(reading, child, linked)
        yield Text(words(reading, child.tail or "", reading.numbers.after_tail.get(child, 0), linked))


def _inline(reading: Reading, element: Element, linked: bool) -> Iterator[Inline]:
    match element.tag:
        case "strong":
            yield Strong(_joined(list(_inlines(reading, element, linked))))
        case "em":
            yield Emphasis(_joined(list(_inlines(reading, element, linked))))
        case "code":
            yield Code(_code(element))
        case "br":
            yield LineBreak()
        case "a":
            yield _link(reading, element)
        case _:
            place = reading.place(reading.start(element), "![")
            reading.error("image-in-text", place, "B88")


def _code(element: Element) -> str:
    """The parser hands code over with its signs written as entities; nothing else in it is."""
    text = unmark(element.text or "")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _link(reading: Reading, element: Element) -> Link | Text:
    """A link with one text, or the text alone where the address is refused (S02)."""
    href = unmark(element.get("href") or "")
    if element.get("title"):
        reading.warning("link-title", reading.place(reading.start(element), "["), "A12")
    if element.find(".//img") is not None:
        reading.error("image-in-text", reading.place(reading.start(element), "["), "B88")
    text = _flat(reading, element)
    place = reading.place(reading.start(element), _opening(reading, element, href))
    fault = address_fault(href)
    if fault is not None:
        severity = Severity.WARNING if fault.stands else Severity.ERROR
        reading.fault(fault, place, severity, address=href, text=text)
        if not fault.stands:
            return Text(text)
    said = text_fault(text)
    if said is not None:
        reading.fault(said, place, Severity.ERROR, address=href, text=text)
    if scheme_of(href) == LANGUAGE:
        lang = href.partition(":")[2]
        return Text(text, None if lang == reading.source.lang else lang)
    return Link(Text(text), href, origin=Aside(place))


def _opening(reading: Reading, element: Element, href: str) -> str:
    """What to look for in the line to find a link's column: its first words, or the address in `<…>`."""
    begins = unmark(element.text or "").partition("\n")[0][:20]
    line = reading.start(element)
    source = reading.source.lines[line - 1] if 0 < line <= len(reading.source.lines) else ""
    for fragment in (f"[{begins}", f"<{href}", "["):
        if fragment in source:
            return fragment
    return ""


def _flat(reading: Reading, element: Element) -> str:
    """The words of a link without the marks in it: a link holds one text (BAR F4)."""
    return plain(tidy(list(_inlines(reading, element, linked=True))))


def tidy(found: list[Inline]) -> tuple[Inline, ...]:
    """Inlines without empty texts, and without blanks at the ends and around line ends; neighbours joined."""
    joined = list(_joined(found))
    for index, inline in enumerate(joined):
        if not isinstance(inline, Text):
            continue
        value = inline.value
        if index == 0 or isinstance(joined[index - 1], LineBreak):
            value = value.lstrip(" \n\t")
        if index == len(joined) - 1 or isinstance(joined[index + 1], LineBreak):
            value = value.rstrip(" \n\t")
        joined[index] = Text(value, inline.lang)
    return tuple(inline for inline in joined if not (isinstance(inline, Text) and not inline.value))


def _joined(found: list[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in found:
        if isinstance(inline, Text) and not inline.value:
            continue
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.lang == last.lang:
            joined[-1] = Text(last.value + inline.value, last.lang)
        else:
            joined.append(inline)
    return tuple(joined)
