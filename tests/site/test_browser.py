"""Every page kind in a real browser: narrow screens, nobody else asked, no script needed (BAR 1.2, S27)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.support.browser import Visitor, visitor
from tests.site.support.faults import none
from tests.site.support.kinds import pages
from tests.site.support.projects import copy_project
from tests.site.support.run import sitegen, succeeded
from tests.site.support.server import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NARROW = {"width": 320, "height": 640}

# Wider than the screen, and not in a region of its own that scrolls (WCAG 1.4.10: tables may).
WIDE = """() => {
  const root = document.scrollingElement, found = [];
  if (root.scrollWidth > 320) found.push('the page is ' + root.scrollWidth + ' px wide');
  const scrolls = box => { for (let up = box; up && up !== document.body; up = up.parentElement)
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
    return false; };
  for (const box of document.querySelectorAll('body *')) {
    const edges = box.getBoundingClientRect();
    if (edges.width && (edges.right > 320.5 || edges.left < -0.5) && !scrolls(box)
        && getComputedStyle(box).position !== 'absolute')
      found.push(box.tagName + '.' + box.getAttribute('class') + ' ' + edges.left + '..' + edges.right);
  }
  return found.slice(0, 5);
}"""

# WCAG 1.4.12: nothing is cut off when lines, letters and words are set further apart.
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
CUT = """() => [...document.querySelectorAll('body *')].filter(box => {
  const look = getComputedStyle(box);
  return ['hidden', 'clip'].includes(look.overflowY) && box.clientHeight > 2
    && !box.closest('.hidden') && box.textContent.trim()
    && box.scrollHeight > box.clientHeight + 1;
}).map(box => box.tagName + '.' + box.getAttribute('class'))"""

# Letters of Arabic and Cyrillic in a part that is marked as another language (WCAG 3.1.2).
FOREIGN = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const lang = walker.currentNode.parentElement.closest('[lang]').lang, text = walker.currentNode.data;
    if (/\\p{Script=Arabic}{2}/u.test(text) && lang !== 'ar') found.push(lang + ': ' + text);
    if (/\\p{Script=Cyrillic}{2}/u.test(text) && lang !== 'ru') found.push(lang + ': ' + text);
  }
  return found.slice(0, 5);
}"""

# Telephone numbers read from left to right also on pages in Arabic (BAR F12): the place of every digit.
DIGITS = """() => [...document.querySelectorAll('a[href^="tel:"]')].filter(link => {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), lefts = [];
  while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
    if (!/\\d/.test(walker.currentNode.data[at])) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
    const box = range.getBoundingClientRect(); lefts.push([Math.round(box.top), box.left]);
  }
  return lefts.some((here, at) => at && here[0] === lefts[at - 1][0] && here[1] <= lefts[at - 1][1]);
}).map(link => link.textContent)"""

# All words but those of the finder's form, which is a script's own: the list it works on is whole without it.
TEXT = """() => { const form = document.getElementById('finder'); if (form) form.hidden = true;
  const text = document.body.innerText.replace(/\\s+/g, ' ').trim(); if (form) form.hidden = false;
  return text; }"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site_address: str) -> Iterator[Visitor]:
    with visitor(browser, site_address, viewport=NARROW) as seen:
        yield seen


@pytest.fixture(scope="module")
def without_script(browser: Browser, site_address: str) -> Iterator[Visitor]:
    with visitor(browser, site_address, viewport=NARROW, java_script_enabled=False) as seen:
        yield seen


@pytest.mark.parametrize("path", pages())
def test_a_page_stands_on_a_narrow_screen_and_by_itself(
    path: str, phone: Visitor, without_script: Visitor
) -> None:
    phone.visit(path)
    none(phone.page.evaluate(WIDE), "parts wider than the screen")
    none(phone.page.evaluate(FOREIGN), "parts without their language")
    none(phone.page.evaluate(DIGITS), "numbers in the wrong order")
    seen = phone.page.evaluate(TEXT)
    without_script.visit(path)
    missing = set(seen.split()) - set(without_script.page.evaluate(TEXT).split())
    for way in (phone, without_script):
        assert (way.complaints, way.elsewhere) == ([], [])
    assert missing == set(), "words that only a script shows"


@pytest.mark.parametrize("path", pages()[4::3])
def test_nothing_is_cut_off_with_wider_spacing(path: str, phone: Visitor) -> None:
    phone.visit(path)
    # Through the style sheet object, which the pages' own rule for styles lets pass.
    phone.page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }",
        SPACED,
    )
    none(phone.page.evaluate(CUT), "parts cut off")


@pytest.mark.parametrize("path", ["index.html", "fi/index.html", "mallila/ar/index.html", "404.html"])
def test_the_first_stop_of_the_keyboard_leads_to_the_content(path: str, phone: Visitor) -> None:
    phone.visit(path)
    phone.page.keyboard.press("Tab")
    assert phone.page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    box = phone.page.evaluate("() => document.activeElement.getBoundingClientRect().toJSON()")
    assert box["top"] >= 0
    assert box["left"] >= 0
    assert box["right"] <= NARROW["width"]
    phone.page.keyboard.press("Enter")
    assert phone.page.evaluate("() => document.activeElement.id") == "main"


@pytest.mark.parametrize("path", ["mallila/fi/venues/index.html", "mallila/ar/index.html"])
def test_every_stop_of_the_keyboard_is_seen(path: str, phone: Visitor) -> None:
    """BAR A23-A25: all links are reached, each with an outline, none under something else."""
    phone.visit(path)
    stops = phone.page.evaluate(
        "() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility()).length"
    )
    for _ in range(stops):
        phone.page.keyboard.press("Tab")
        seen = phone.page.evaluate(
            """() => { const it = document.activeElement, look = getComputedStyle(it),
              part = it.getClientRects()[0], there = part && document.elementFromPoint(
                part.left + part.width / 2, part.top + part.height / 2);
              return {name: it.outerHTML.slice(0, 120), style: look.outlineStyle,
                width: parseFloat(look.outlineWidth),
                free: !!there && (it.contains(there) || there.contains(it))}; }"""
        )
        assert seen["style"] not in ("none", "hidden"), seen
        assert seen["width"] >= 2, seen
        assert seen["free"], seen
    phone.page.keyboard.press("Tab")
    # After the last stop the browser's own controls follow: the page's are neither fewer nor a trap.
    assert phone.page.evaluate("() => document.activeElement === document.body")


def test_the_404_page_works_at_any_depth_below_a_path(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("tornio",))
    out = tmp_path / "out"
    public = "https://kaikukortti.example/kokeilu/"
    succeeded(sitegen("build", "--no-documents", "--base-url", public, "--out", out, cwd=project))
    with served(out, "/kokeilu/") as address, visitor(browser, address) as seen:
        seen.visit("nowhere/at/all/")
        links = seen.page.evaluate("() => [...document.querySelectorAll('main a')].map(link => link.href)")
        assert links
        targets = [link.removeprefix(address).partition("#")[0] for link in links]
        assert [link for link in targets if not (out / link).exists()] == []
        assert seen.elsewhere == []
        sheets = seen.page.evaluate("() => document.styleSheets.length")
        assert sheets > 0, "the page's style sheet was not found"
