"""The language of pages and parts; dates, times and numbers as the language writes them (A01, A02, A35)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import icu
from lxml.html import HtmlElement

from sitegen.languages.table import LANGUAGES, is_known, language
from tests.bar.pages.site import Site
from tests.site.support.html import Page, is_outside, words

SCRIPTS = {"arabic": re.compile(r"[\u0600-\u06ff]{2}"), "cyrillic": re.compile(r"[\u0400-\u04ff]{2}")}
LATIN = re.compile(r"[A-Za-zÅÄÖåäö]{3,}")
OTHER_CYRILLIC = ("ru", "uk")
NAME = {"no": True, "ltr": True}
"""`translate=no` and `dir=ltr`: names, numbers and addresses carry no language (DESIGN section 3)."""

SILENT = ("script", "style", "svg", "datalist", "template")
# Words that stand in nearly every sentence of a language and in no other of these.
FUNCTION = {
    "fi": {"ja", "ei", "että", "tai", "voi", "myös", "jos", "ovat", "kun", "sekä", "olet"},
    "sv": {"och", "är", "att", "eller", "inte", "för", "kan", "också", "som", "på", "av"},
    "en": {"and", "the", "is", "are", "that", "with", "for", "you", "this", "not"},
}
ADDRESS = re.compile(r"\S+[.@]\S+")
WITHOUT_MARK = re.compile(r"Kaikukort\w*|PDF|DOCX|WCAG|EN|QR|ISO|https?|www|[A-Z]{2,}")
"""Names and signs that are the same in every language."""

SHY = "\N{SOFT HYPHEN}"
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
HYPHENS = re.compile(r"(?<![\d-])\b(\d{1,2}(?:[.:]\d\d)?)-(\d{1,2}(?:[.:]\d\d)?)\b(?![\d-])")
DATES = {
    "fi": re.compile(r"\b\d{1,2}/\d{1,2}/20\d\d\b"),
    "sv": re.compile(r"\b\d{1,2}/\d{1,2}/20\d\d\b"),
    "en": re.compile(r"\b\d{1,2}\.\d{1,2}\.20\d\d\b|\b\d{1,2}/\d{1,2}/20\d\d\b"),
    "ru": re.compile(r"\b\d{1,2}/\d{1,2}/20\d\d\b"),
    "ar": re.compile(r"\b\d{1,2}\.\d{1,2}\.20\d\d\b"),
}
"""How a day is not written."""

TWO_STOPS = re.compile(r"\S*[^\W_]\.\.(?!\.)")


def page_language(page: Page, site: Site) -> Iterator[str]:
    """A01: the page says the language of its address, one that we know, and its direction."""
    lang, direction = str(page.root.get("lang", "")), str(page.root.get("dir", "ltr"))
    if page.language and lang != page.language:
        yield f"lang is {lang!r}, the address says {page.language}"
    if not is_known(lang):
        yield f"lang is {lang!r}"
    elif direction != language(lang).direction:
        yield f"dir is {direction}"


def parts(page: Page, site: Site) -> Iterator[str]:
    """A02: every part in another script or language says which; none repeats what holds around it."""
    for one in texts(page):
        text, lang, base = one.text, one.lang, one.lang.partition("-")[0]
        if SCRIPTS["arabic"].search(text) and base != "ar":
            yield f"Arabic marked as {lang}: {text[:60]!r}"
        if SCRIPTS["cyrillic"].search(text) and base not in OTHER_CYRILLIC:
            yield f"Cyrillic marked as {lang}: {text[:60]!r}"
        if base in ("ar", *OTHER_CYRILLIC) and not one.named and _foreign(text):
            yield f"Latin letters marked as {lang}: {text[:60]!r}"
    for block in page.root.xpath(
        "//body//*[self::p or self::li or self::dd or self::dt or self::h2 or self::h3]"
    ):
        if not block.xpath(".//p | .//li"):
            yield from _other_words(block)
    for part in page.root.xpath("//body//*[@lang]"):
        around = str(part.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang")[0])
        if not re.fullmatch(r"[a-z]{2,3}(-[a-zA-Z0-9]+)*", part.get("lang")):
            yield f"no language: {part.get('lang')!r}"
        elif part.get("lang") == around and not part.xpath(
            "self::*[@hreflang] | ancestor::nav[contains(@class, 'langs')]"
        ):
            yield f"<{part.tag}> repeats {around}: {words(part)[:60]!r}"


def links(page: Page, site: Site) -> Iterator[str]:
    """A02: a link to a page in another language says so."""
    for link, element in page.links():
        if element.tag != "a" or is_outside(link) or not page.language:
            continue
        target = page.resolve(link)[0]
        lang = site.pages[target].language if target in site.pages else ""
        if lang and lang != page.language and element.get("hreflang") != lang:
            yield f"{link}: hreflang is {element.get('hreflang')}"


@dataclass(frozen=True)
class Said:
    """A text that is read: its element, the language that holds there, whether it is a name or in a link."""

    text: str
    element: HtmlElement
    lang: str
    named: bool
    linked: bool


@cache
def texts(page: Page) -> tuple[Said, ...]:
    """Every text of the body that is read."""
    return tuple(_texts(page.root.find("body"), str(page.root.get("lang", "")), named=False, linked=False))


def _texts(element: HtmlElement, lang: str, *, named: bool, linked: bool) -> Iterator[Said]:
    lang = str(element.get("lang") or lang)
    named = (
        named
        or element.tag in ("bdi", "code")
        or NAME.get(element.get("translate") or element.get("dir"), False)
    )
    linked = linked or element.tag == "a"
    if element.text and element.text.strip():
        yield Said(element.text, element, lang, named, linked)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            yield from _texts(child, lang, named=named, linked=linked)
        if child.tail and child.tail.strip():
            yield Said(child.tail, element, lang, named, linked)


def spoken(element: HtmlElement) -> str:
    """The language that holds in an element."""
    found = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return str(found[0]) if found else ""


def holder(text: Any) -> HtmlElement:
    """The element that a text of an XPath stands in; for what follows one, lxml gives that one."""
    parent = text.getparent()
    return parent.getparent() if text.is_tail else parent


def _foreign(text: str) -> bool:
    """Whether most of a text is Latin words; a name or two in a sentence are none (WCAG 3.1.2)."""
    latin = LATIN.findall(WITHOUT_MARK.sub("", ADDRESS.sub("", text)))
    letters = sum(char.isalpha() for char in text)
    return len(latin) >= 4 and sum(map(len, latin)) > letters / 2


def _other_words(block: HtmlElement) -> Iterator[str]:
    lang = spoken(block).partition("-")[0]
    if lang not in FUNCTION:
        return
    inside = _texts(block, spoken(block), named=False, linked=False)
    own = " ".join(one.text for one in inside if one.lang.partition("-")[0] == lang and not one.named)
    said = [word.strip(".,;:!?()").lower() for word in own.split()]
    counts = {other: sum(word in known for word in said) for other, known in FUNCTION.items()}
    loudest = max(counts, key=lambda other: counts[other])
    if loudest != lang and counts[loudest] >= 2 and counts[loudest] > 2 * counts[lang]:
        yield f"{loudest} marked as {lang}: {words(block)[:60]!r}"


def written(page: Page, site: Site) -> Iterator[str]:
    """A35: days, times and numbers as the language writes them; from-to with a dash, not a hyphen."""
    for one in texts(page):
        text, base = one.text, one.lang.partition("-")[0]
        if one.linked or (one.named and not one.element.xpath("ancestor-or-self::time")):
            continue
        if found := ISO.search(text):
            yield f"a day for machines: {found[0]!r}"
        if found := HYPHENS.search(text):
            yield f"from-to with a hyphen: {found[0]!r} in {text.strip()[:60]!r}"
        if base in DATES and (found := DATES[base].search(text)):
            yield f"a day as another language writes it: {found[0]!r}"
    for block in page.root.iter("p", "li", "dd", "td", "h1", "h2", "h3"):
        if found := TWO_STOPS.search(words(block)):
            yield f"two full stops: {found[0]!r}"
    for time in page.root.iter("time"):
        yield from _same_day(time, spoken(time))


def _same_day(time: HtmlElement, lang: str) -> Iterator[str]:
    """The words of a day are that day: its number and year, and its month as ICU calls it."""
    given, text = str(time.get("datetime")), words(time).translate(WESTERN)
    parts = given.split("-")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", given) or not is_known(lang):
        return
    if parts[0] not in text:
        yield f"{text!r} is not the year {parts[0]}"
    if len(parts) == 3 and not re.search(rf"(?<!\d)0?{int(parts[2])}(?!\d)", text):
        yield f"{text!r} is not day {parts[2]}"
    if len(parts) > 1 and not any(one in text for one in months(lang, int(parts[1]))):
        yield f"{text!r} is not month {parts[1]} in {lang}"


WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@cache
def months(lang: str, month: int) -> tuple[str, ...]:
    """How ICU writes a month, in running text, alone, short and as a number."""
    symbols = icu.DateFormatSymbols(icu.Locale(language(lang).locale))
    kinds = (icu.DateFormatSymbols.FORMAT, icu.DateFormatSymbols.STANDALONE)
    widths = (icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.ABBREVIATED)
    names = {str(symbols.getMonths(kind, width)[month - 1]) for kind in kinds for width in widths}
    return (*sorted(names), f".{month}.", f".{month:02}.", f"/{month}/")


def soft_hyphens(page: Page, site: Site) -> Iterator[str]:
    """LOOK: soft hyphens stand in headings alone, never where something is searched, copied or linked."""
    for one in texts(page):
        if SHY in one.text and not one.element.xpath(
            "ancestor-or-self::*[self::h1 or self::h2 or self::h3 or self::h4]"
        ):
            yield f"a soft hyphen outside of headings: {one.text.strip()[:60]!r}"
    for value in page.root.xpath("//@* | //head//text() | //script//text()"):
        if SHY in str(value):
            yield f"a soft hyphen that nobody sees: {str(value)[:60]!r}"


def labels() -> dict[str, str]:
    """How each language is called in itself."""
    return {row.code: row.label for row in LANGUAGES}
