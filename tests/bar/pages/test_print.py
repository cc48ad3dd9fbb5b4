"""Every kind of page as a handout: printed by the browser without grounds, and read back (BAR A29).

On each sheet one colour; every word that is meant for paper is there (what stands over the edge is not); a
partner is whole. Of Arabic, digits and Latin words are read back: readers of PDF swap letters of ligatures.
"""

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.site.support.browser import Visitor, visitor
from tests.site.support.faults import none
from tests.site.support.kinds import pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = [path for path in pages() if not re.search(r"(^|/)(sv|en|ru|fi-simple)/", path)]
DOTS = 40 / 72
"""Pixels for a point: enough to see a colour."""

FAINTEST = 14
"""So much may red, green and blue differ in one pixel; letters are drawn grey."""

READ_BACK = re.compile(r"[A-Za-zÅÄÖåäöА-Яа-яёЁ\d]{3,}")
WORDS = """() => {
  const shown = part => part.checkVisibility() && !part.closest('.hidden, svg, datalist');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) if (shown(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
  return found.join(' ');
}"""
CARDS = """() => [...document.querySelectorAll('li.card')].map(card =>
  ['h3, h4', 'a[href^="tel:"]'].map(part => (card.querySelector(part) || {textContent: ''}).textContent))"""


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    with visitor(browser, site_address, viewport={"width": 718, "height": 900}) as seen:
        yield seen


def sheets(tab: Tab) -> pypdfium2.PdfDocument:
    """The page as the browser prints it by itself: A4, without the colours of grounds."""
    return pypdfium2.PdfDocument(tab.pdf(format="A4", print_background=False))


def plain(text: str) -> str:
    """Letters and digits alone, but for Arabic ones, which a PDF's reader puts into the midst of others."""
    return re.sub(r"[\W_\ufffe\u0600-\u06ff\ufe70-\ufeff]+", "", text.replace("\N{SOFT HYPHEN}", ""))


def coloured(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    """Sheets with a pixel whose red, green and blue differ."""
    for number, sheet in enumerate(pdf, start=1):
        image: Image.Image = sheet.render(scale=DOTS).to_pil().convert("RGB")
        red, green, blue = image.split()
        for one, other in ((red, green), (green, blue), (red, blue)):
            if ImageChops.difference(one, other).point(lambda value: value > FAINTEST).getbbox():
                yield f"sheet {number} has a colour"
                break


def lost(pdf: pypdfium2.PdfDocument, shown: str) -> Iterator[str]:
    """Words that paper does not have."""
    printed = plain("".join(sheet.get_textpage().get_text_bounded() for sheet in pdf))
    for word in dict.fromkeys(READ_BACK.findall(shown.replace("\N{SOFT HYPHEN}", ""))):
        if plain(word) not in printed and plain(word)[::-1] not in printed:  # turned around in an Arabic line
            yield f"{word!r} is not printed"


def torn(pdf: pypdfium2.PdfDocument, cards: list[list[str]]) -> Iterator[str]:
    """Partners whose name and telephone are not on one sheet."""
    texts = [plain(sheet.get_textpage().get_text_bounded()) for sheet in pdf]
    for name, phone in cards:
        if not any(plain(name) in text and plain(phone) in text for text in texts):
            yield f"{name.strip()} is torn over sheets"


@pytest.mark.parametrize("path", PATHS)
def test_a29_a_page_is_a_handout(path: str, reader: Visitor) -> None:
    reader.visit(path)
    arabic = "ar/" in path
    reader.page.emulate_media(media="print")
    shown, cards = reader.page.evaluate(WORDS), reader.page.evaluate(CARDS)
    pdf = sheets(reader.page)
    found = [*coloured(pdf), *lost(pdf, shown)]
    none(found if arabic else [*found, *torn(pdf, cards)])


TORN = """<ul><li class="card"><h3>Halli</h3><div style="height: 1200px"></div>
  <a href="tel:+35816000999">016 000 999</a></li></ul>"""


@pytest.mark.parametrize(
    ("planted", "says"),
    [
        ('<p style="color: #c00">Punainen teksti</p>', "has a colour"),
        ('<p style="margin-left: -90px">Reunan yli</p>', "'Reunan' is not printed"),
        ('<p style="overflow: hidden; height: 0">Leikkautunut</p>', "'Leikkautunut' is not printed"),
        (TORN, "Halli is torn over sheets"),
    ],
)
def test_what_is_planted_is_found(planted: str, says: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 718, "height": 900})
    page.set_content(
        f'<!doctype html><html lang="fi"><title>x</title><main><h1>Sivu</h1>{planted}</main></html>'
    )
    page.emulate_media(media="print")
    shown, cards = page.evaluate(WORDS), page.evaluate(CARDS)
    pdf = sheets(page)
    found = [*coloured(pdf), *lost(pdf, shown), *torn(pdf, cards)]
    page.close()
    assert [one for one in found if says in one], found
