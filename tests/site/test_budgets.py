"""What a first visit costs: bytes by kind of page, requests, nobody else asked, nothing moves (DESIGN 7)."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS
from sitegen.languages.table import codes
from tests.site.support.browser import Visitor, visitor
from tests.site.support.faults import none

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LARGEST = 30_000
HTML = {
    "front": 13_000,
    "distributors": LARGEST,
    "venues": LARGEST,
    "brochure": LARGEST,
    "how": 11_000,
    "materials": 8_000,
    "partners": 7_000,
    "statistics": 6_000,
    "figures": 6_000,
    "news": 6_000,
    "contacts": 6_000,
    "statement": 6_000,
    "privacy": 6_000,
    "choice": 4_000,
}
"""Bytes of HTML, compressed, by kind of page: about a quarter above today's largest, none above LARGEST."""

FIRST_VISIT = 100_000
REQUESTS = 10
STILL = 0.01
MOVED = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200); })"""
PATHS = (
    "index.html",
    "404.html",
    "mallila/index.html",
    *(f"mallila/fi/{'' if slug == 'front' else slug + '/'}index.html" for slug in REGION_SLUGS),
    *(f"en/{'' if slug == 'front' else slug + '/'}index.html" for slug in NATIONAL_SLUGS),
    *(f"malliranta/{lang}/{slug}/index.html" for lang in ("ar", "ru") for slug in ("venues", "brochure")),
    *(f"mallila/{lang}/index.html" for lang in ("ar", "ru")),
)
"""Every kind of page once, the long ones and the faces of other scripts besides."""


def kind(path: str) -> str:
    """The kind of page by its path."""
    parts = path.split("/")[:-1]
    if not parts or not set(parts[:2]) & set(codes()):
        return "choice"
    return "front" if parts[-1] in codes() else parts[-1]


def test_pages_keep_to_the_bytes_of_their_kind(built_site: Path) -> None:
    assert set(HTML) == {*REGION_SLUGS, *NATIONAL_SLUGS, "choice"}
    sizes = {
        path.relative_to(built_site).as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in built_site.rglob("*.html")
    }
    none(f"{path}: {size} bytes" for path, size in sizes.items() if size > HTML[kind(path)])
    assert max(HTML.values()) <= LARGEST


@dataclass
class Visit:
    """What came over the wire for a page, by address."""

    seen: Visitor
    bytes: dict[str, float]

    @property
    def total(self) -> float:
        return sum(self.bytes.values())


@contextmanager
def first_visit(browser: Browser, base: str, path: str, width: int) -> Iterator[Visit]:
    """Somebody who was never here before, at a window's width."""
    with visitor(browser, base, viewport={"width": width, "height": 700}) as seen:
        found = listened(seen.page)
        seen.visit(path)
        seen.page.wait_for_load_state("networkidle")
        yield Visit(seen, found)


def listened(page: Page) -> dict[str, float]:
    """Bytes of every answer with its head, as the browser's own protocol counts them."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    found: dict[str, float] = {}

    def answered(event: dict[str, object]) -> None:
        asked[str(event["requestId"])] = str(event["response"]["url"])  # type: ignore[index]

    def finished(event: dict[str, object]) -> None:
        found[asked[str(event["requestId"])]] = float(event["encodedDataLength"])  # type: ignore[arg-type]

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    return found


@pytest.mark.parametrize("path", PATHS)
def test_a_first_visit_is_light_and_still(path: str, browser: Browser, site_address: str) -> None:
    with first_visit(browser, site_address, path, 320) as visit:
        listing = "\n".join(f"{size:8.0f} {url}" for url, size in visit.bytes.items())
        assert visit.total <= FIRST_VISIT, listing
        assert 3 <= len(visit.bytes) <= REQUESTS, listing
        assert [url for url in visit.bytes if url.endswith(".json")] == []
        assert (visit.seen.elsewhere, visit.seen.complaints) == ([], [])
        assert visit.seen.page.context.cookies() == []
        assert visit.seen.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
        assert visit.seen.page.evaluate(MOVED) < STILL


@pytest.mark.parametrize(
    "path", ["mallila/fi/index.html", "malliranta/fi/venues/index.html", "ar/index.html"]
)
def test_nothing_moves_on_a_wide_screen(path: str, browser: Browser, site_address: str) -> None:
    with first_visit(browser, site_address, path, 1280) as visit:
        assert visit.seen.page.evaluate(MOVED) < STILL


def test_what_moves_and_what_is_asked_for_would_be_found(browser: Browser, site_address: str) -> None:
    with first_visit(browser, site_address, "mallila/fi/index.html", 320) as visit:
        visit.seen.page.evaluate(
            """() => { const block = document.createElement('div'); block.innerHTML = '<br>'.repeat(20);
              document.querySelector('main').prepend(block);
              new Image().src = 'https://elsewhere.example/x.png'; }"""
        )
        assert visit.seen.page.evaluate(MOVED) > STILL
        assert visit.seen.complaints or visit.seen.elsewhere
