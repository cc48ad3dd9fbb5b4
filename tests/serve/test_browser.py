"""What a coordinator sees: places kept, styles changed at once, the report by keyboard, every year, lists."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bar.pages.collect import measured
from tests.serve.support import BASE, Served, end, serving
from tests.site.support.browser import Visitor, visitor
from tests.site.support.engines import axe
from tests.site.support.faults import none
from tests.site.support.projects import change, copy_project

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VENUES = "regions/mallila/2026/venues.yaml"
PAGE = f"{BASE}mallila/fi/venues/"
OFFER = "fi: Kurssit ja luennot"
NARROW = {"width": 320, "height": 640}


def scrolled(page: Page) -> int:
    return int(page.evaluate("Math.round(scrollY)"))


def break_list(project: Path) -> None:
    change(project / VENUES, "kind: education", "kind: <b>koulutus</b>")


def mend_list(project: Path) -> None:
    change(project / VENUES, "kind: <b>koulutus</b>", "kind: education")


def test_style_sheets_change_without_a_reload(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    screen.page.evaluate("scrollTo({top: 700, behavior: 'instant'}); window.stays = true")
    screen.page.wait_for_timeout(500)
    place = scrolled(screen.page)
    assert place > 500
    css = restored / "themes/kaiku/css/base.css"
    css.write_text(css.read_text("utf-8") + "\nbody { outline: 7px solid red }\n", "utf-8")
    expect(screen.page.locator("body")).to_have_css("outline-width", "7px")
    assert screen.page.evaluate("window.stays === true")
    assert scrolled(screen.page) == place
    expect(screen.page.locator("head link[rel=stylesheet]")).to_have_count(2)
    assert screen.complaints == []


def test_a_save_keeps_the_place(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    screen.page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    screen.page.wait_for_timeout(500)
    place = scrolled(screen.page)
    change(restored / VENUES, OFFER, "fi: Paikka pysyy")
    expect(screen.page.get_by_text("Paikka pysyy").first).to_be_attached()
    screen.page.wait_for_timeout(500)
    assert abs(scrolled(screen.page) - place) < 60, "the page's own script may move things a little"


def test_other_pages_are_left_alone(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(f"{BASE}mallila/fi/privacy/")
    screen.page.evaluate("window.stays = true")
    served.wait_for_build(lambda: change(restored / VENUES, OFFER, "fi: Muualla"))
    screen.page.wait_for_timeout(1000)
    assert screen.page.evaluate("window.stays === true")


def test_the_report_by_keyboard(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    link = screen.page.locator("main a").first
    link.focus()
    break_list(restored)
    report = screen.page.get_by_role("alert")
    expect(report).to_be_focused()
    expect(report).to_contain_text("<b>koulutus</b>")
    assert report.locator("b").count() == 0
    inside = "() => document.activeElement.closest('#sg-problems') !== null"
    for _ in range(2):
        screen.page.keyboard.press("Tab")
        assert screen.page.evaluate(inside), "what the report covers is not reached"
    screen.page.keyboard.press("Escape")
    expect(report).to_be_hidden()
    shown_again = screen.page.get_by_role("button", name="Näytä raportti")
    expect(shown_again).to_be_focused()
    assert screen.page.evaluate("document.querySelector('main').inert") is False
    screen.page.reload()
    expect(report).to_be_hidden()
    screen.page.get_by_role("button", name="Näytä raportti").press("Enter")
    expect(report).to_be_focused()
    screen.page.get_by_role("button", name="Piilota raportti").click()
    change(
        restored / VENUES,
        'postal_code: "98770"',
        'postal_code: "9"',
        (restored / VENUES).read_text().count('postal_code: "98770"'),
    )
    expect(report).to_be_visible()
    link.focus()
    change(
        restored / VENUES,
        'postal_code: "9"',
        'postal_code: "98770"',
        (restored / VENUES).read_text().count('postal_code: "9"'),
    )
    mend_list(restored)
    expect(report).to_have_count(0)
    assert screen.page.evaluate("document.querySelector('main').inert") is False


def test_focus_returns_where_it_was(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    screen.page.locator("nav.nav a").nth(1).focus()
    break_list(restored)
    expect(screen.page.get_by_role("alert")).to_be_focused()
    mend_list(restored)
    expect(screen.page.get_by_role("alert")).to_have_count(0)
    expect(screen.page.locator("nav.nav a").nth(1)).to_be_focused()


def found(page: Page) -> list[str]:
    """What axe sees in light and dark, and what stands beside a narrow window."""
    seen = measured(page, "wide")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        seen += [f"{scheme} {said}" for said in axe(page, "violations")]
    return seen


@pytest.fixture
def reader(browser: Browser, served: Served) -> Iterator[Visitor]:
    with visitor(browser, served.address, bypass_csp=True, reduced_motion="reduce", viewport=NARROW) as seen:
        yield seen


@pytest.mark.parametrize("path", ["mallila/fi/venues/", "mallila/ar/venues/", "mallila/sv/", "nothing/"])
def test_the_report_is_for_everybody(served: Served, restored: Path, reader: Visitor, path: str) -> None:
    served.wait_for_build(lambda: break_list(restored))
    reader.page.goto(served.address + BASE + path)
    expect(reader.page.get_by_role("alert")).to_be_visible()
    none(found(reader.page))
    reader.page.keyboard.press("Escape")
    none(found(reader.page))


OWN = ["", "status/", "status/mallila/2026/"]


@pytest.mark.parametrize("path", OWN)
def test_the_pages_of_the_preview_are_for_everybody(served: Served, reader: Visitor, path: str) -> None:
    reader.page.goto(f"{served.address}/__sitegen/{path}")
    none(found(reader.page))


def test_every_page_in_every_language_is_listed_and_there(served: Served, screen: Visitor) -> None:
    screen.visit("/__sitegen/")
    links = screen.page.eval_on_selector_all("main a", "all => all.map(link => link.getAttribute('href'))")
    asked = {link: served.ask(link) for link in links if not link.endswith((".pdf", ".docx"))}
    assert {link: found for link, found in asked.items() if found[0] != 200} == {}, served.said
    for lang in ("fi", "sv", "en", "fi-simple", "ar", "ru"):
        assert f"{BASE}mallila/{lang}/materials/" in links
        assert sum(link.endswith((".pdf", ".docx")) and f"/{lang}/" in link for link in links) >= 6
    assert {"/__sitegen/status/", "/__sitegen/status/mallila/2026/", f"{BASE}sitemap.xml"} <= set(links)
    screen.page.get_by_role("link", name="Checklists").first.click()
    screen.page.get_by_role("link", name="Mallila").click()
    expect(screen.page.get_by_role("heading", level=1)).to_contain_text("Mallila")


def test_documents_come_after_the_page(served: Served, screen: Visitor) -> None:
    screen.visit(f"{BASE}mallila/fi/")
    expect(screen.page.locator("a[href$='.pdf']").first).to_contain_text("Esite")
    expect(screen.page.get_by_text("(PDF)")).to_have_count(0, timeout=60_000)
    expect(screen.page.locator("main")).to_contain_text("PDF, ")
    status, type, data = served.ask(f"{BASE}mallila/fi/brochure.pdf")
    assert (status, type, data[:5]) == (200, "application/pdf", b"%PDF-")


@pytest.fixture(scope="module")
def navigating(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview that goes to what was edited, on a day of our choice, with a draft of next year."""
    project = copy_project(tmp_path_factory.mktemp("navigate") / "project", ("mallila",))
    shutil.copytree(project / "regions/mallila/2026", project / "regions/mallila/2027")
    with serving(project, "--navigate", "--today", "2026-10-30") as started:
        yield started


def test_navigate_goes_to_the_page_that_was_edited(navigating: Served, browser: Browser) -> None:
    with visitor(browser, navigating.address) as seen:
        seen.visit("/mallila/sv/")
        change(navigating.project / VENUES, "sv: Kurser och föreläsningar", "sv: Bara kurser")
        expect(seen.page).to_have_url(f"{navigating.address}/mallila/sv/venues/")
        expect(seen.page.get_by_text("Bara kurser").first).to_be_visible()
        break_list(navigating.project)
        expect(seen.page.get_by_role("alert")).to_be_visible()
        mend_list(navigating.project)
        expect(seen.page.get_by_role("alert")).to_have_count(0)
        text = navigating.project / "regions/mallila/2026/ar/use.md"
        text.write_text(text.read_text("utf-8") + "\n", "utf-8")
        expect(seen.page).to_have_url(f"{navigating.address}/mallila/ar/how/")


def test_next_year_is_a_draft_with_a_page_of_its_own(navigating: Served, browser: Browser) -> None:
    with visitor(browser, navigating.address) as seen:
        seen.visit("/__sitegen/")
        seen.page.get_by_role("link", name="2027").first.click()
        expect(seen.page.get_by_text("Draft: year 2027")).to_be_visible()
        seen.visit("/__sitegen/2027/mallila/fi/venues/")
        seen.page.locator("nav.nav a").first.click()
        assert seen.page.url.startswith(f"{navigating.address}/__sitegen/2027/mallila/fi/")
        seen.visit("/__sitegen/2027/mallila/fi/venues/")
        path = navigating.project / "regions/mallila/2027/venues.yaml"
        change(path, OFFER, "fi: Ensi vuoden kurssit")
        expect(seen.page.get_by_text("Ensi vuoden kurssit").first).to_be_visible()
        assert "Ensi vuoden" not in navigating.text("/mallila/fi/venues/")
        checklist = navigating.text("/__sitegen/status/mallila/2027/")
        assert "Mallila, year 2027. As of 30 Oct 2026" in checklist.replace("\xa0", " ")
        assert seen.complaints == []


def test_edition_shows_another_year_as_the_site(navigating: Served) -> None:
    with serving(navigating.project, "--edition", "2027") as other:
        assert "2027" in other.text("/mallila/fi/brochure/")
        assert "kaikukortti-esite-mallila-2027-fi.pdf" in other.text("/mallila/fi/")


def test_a_preview_that_stops_says_so_and_is_noticed_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "project", ("mallila",))
    with serving(project) as first, visitor(browser, first.address) as seen:
        seen.visit("/mallila/fi/venues/")
        seen.page.wait_for_timeout(500)
        assert end(first) == 0
        expect(seen.page.locator("#sg-stopped")).to_be_visible(timeout=15_000)
        change(project / VENUES, OFFER, "fi: Sillä välin")
        with serving(project, "--port", str(first.port)):
            expect(seen.page.get_by_text("Sillä välin").first).to_be_visible(timeout=15_000)
            expect(seen.page.locator("#sg-stopped")).to_have_count(0)
            change(project / VENUES, "fi: Sillä välin", "fi: Taas yhdessä")
            expect(seen.page.get_by_text("Taas yhdessä").first).to_be_visible()


def test_content_that_makes_no_site_yet(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("mallila",))
    site = project / "content/site.yaml"
    kept = site.read_text("utf-8")
    site.write_text("format: 1\n\tx: y\n", "utf-8")
    with serving(project) as served, visitor(browser, served.address) as seen:
        seen.page.goto(served.address + "/mallila/fi/venues/")
        expect(seen.page.get_by_role("alert")).to_contain_text("content/site.yaml:2:1")
        time.sleep(0.2)
        site.write_text(kept, "utf-8")
        expect(seen.page.get_by_role("alert")).to_have_count(0)
        expect(seen.page.get_by_text("Kurssit ja luennot").first).to_be_visible()
