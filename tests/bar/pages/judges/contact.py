"""Telephone, mail and web as they are shown and linked (A09-A11, N1, N5, N7)."""

import re
from collections.abc import Iterator

import phonenumbers
from lxml.html import HtmlElement

from tests.bar.pages.judges.language import holder
from tests.bar.pages.site import Site
from tests.site.support.html import Page, words

NBSP = "\N{NO-BREAK SPACE}"
ORDER = ("tel", "mailto", "http")
"""Telephone, mail, web: the same on every page and on paper."""


def scheme(link: str) -> str:
    """`tel`, `mailto` or `http`; empty for addresses of the site."""
    found = link.partition(":")[0] if re.match(r"[a-z]+:", link) else ""
    return "http" if found == "https" else found


def channels(page: Page, site: Site) -> Iterator[str]:
    """A09: a label in words before each channel, one order everywhere, a heading for each partner."""
    for block in page.root.xpath("//dl"):
        seen = [scheme(str(link)) for link in block.xpath(".//dd//a/@href")]
        places = [ORDER.index(one) for one in seen if one in ORDER]
        if places != sorted(places):
            yield f"the order is {seen}: {words(block)[:60]!r}"
    for link in page.root.xpath("//main//a[starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')]"):
        if not _label(link):
            yield f"no words before {words(link)!r}"
    for card in page.root.xpath("//main//li[.//dl//a[starts-with(@href, 'tel:')]][not(.//li//dl)]"):
        if next(card.iter("h2", "h3", "h4"), None) is None:
            yield f"a partner without a heading: {words(card)[:60]!r}"


def _label(link: HtmlElement) -> str:
    """What says which channel it is: the term of its list, or words before it in the same line."""
    entry = link.xpath("ancestor::dd[1]")
    if entry:
        terms = entry[0].xpath("preceding-sibling::dt[1]")
        return words(terms[0]) if terms else ""
    line = link.xpath("ancestor::*[self::p or self::li or self::td][1]")
    return words(line[0]).partition(words(link))[0] if line else ""


def numbers(page: Page, site: Site) -> Iterator[str]:
    """A10, N1: the link is the whole international number, the text the same number."""
    for link in page.root.xpath("//a[starts-with(@href, 'tel:')]"):
        target, text = str(link.get("href")).removeprefix("tel:"), words(link).replace("\N{SOFT HYPHEN}", "")
        digits = re.sub(r"\D", "", text)
        if re.fullmatch(r"\d{3,6}", target):
            if digits != target:
                yield f"{target} shows {text!r}"
            continue
        try:
            meant = phonenumbers.parse(target)
        except phonenumbers.NumberParseException:
            yield f"not an international number: {target!r}"
            continue
        if phonenumbers.format_number(meant, phonenumbers.PhoneNumberFormat.E164) != target:
            yield f"not an international number: {target!r}"
        shown = phonenumbers.parse(re.sub(r"[^\d+]", "", text) or "0", "FI")
        if shown != meant:
            yield f"{target} shows {text!r}"


def grouping(page: Page, site: Site) -> Iterator[str]:
    """N5: a number is one word, in Finnish and Swedish as it was typed, elsewhere with +358."""
    for link in page.root.xpath("//a[starts-with(@href, 'tel:+')]"):
        text = words(link)
        if " " in str(link.text_content()).strip().replace(NBSP, ""):
            yield f"the number may break: {text!r}"
        abroad = page.language and page.language not in ("fi", "sv", "fi-simple")
        if abroad and not text.startswith("+"):
            yield f"a number without the country's code: {text!r}"


def mail(page: Page, site: Site) -> Iterator[str]:
    """A11: an address is its own text, and is no riddle."""
    for link in page.root.xpath("//a[starts-with(@href, 'mailto:')]"):
        address = str(link.get("href")).removeprefix("mailto:").partition("?")[0]
        if words(link) != address:
            yield f"{address} shows {words(link)!r}"
    for text in page.root.xpath("//body//text()"):
        if re.search(r"\((at|ät|miukumauku)\)|\[at\]|\w\s@\s\w", str(text)):
            yield f"an address as a riddle: {str(text).strip()[:60]!r}"


def isolated(page: Page, site: Site) -> Iterator[str]:
    """A03: on pages from right to left numbers and addresses are kept out of the line's order."""
    if page.root.get("dir") != "rtl":
        return
    for link in page.root.xpath("//a[starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')]"):
        apart = link.xpath(
            "ancestor-or-self::*[self::bdi or @dir='ltr'][not(self::html)]"
            " | self::*[not(text()[normalize-space()])]/bdi"
        )
        if not apart:
            yield f"{words(link)!r} is not isolated"
    if page.language == "ar" and page.root.get("dir") != "rtl":
        yield "the page does not run from right to left"


POSTAL = re.compile(r"(?<![\d+\N{NO-BREAK SPACE}-])\b(\d{5})([ \N{NO-BREAK SPACE}])(?=[A-ZÅÄÖ][a-zåäö])")


def postal(page: Page, site: Site) -> Iterator[str]:
    """N7: five digits and the town stay together, in Finnish order, from left to right on every page."""
    for text in page.root.xpath("//body//text()"):
        for code, blank in POSTAL.findall(str(text)):
            if blank != NBSP:
                yield f"the postal code may stand alone at the end of a line: {str(text).strip()[:60]!r}"
            around = holder(text).xpath("ancestor-or-self::*[@dir][1]/@dir")
            if around == ["rtl"]:
                yield f"{code} is not isolated"
