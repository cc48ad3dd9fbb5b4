"""The finder of venues in a real browser: what it finds, says and remembers (issue 4 point 2, BAR A31)."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Route

from tests.bar.pages.exceptions import excused
from tests.site.support.browser import Visitor, visitor
from tests.site.support.engines import axe
from tests.site.support.faults import none

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REGION, NATION = "malliranta/fi/venues/", "fi/venues/"
FOUND = ".towns section:not([hidden]) li:not([hidden])"
SEEN = "[...document.querySelectorAll('.cards > li, .towns li')].filter(one => one.checkVisibility())"
SHOWN = f"() => {SEEN}.map(one => one.querySelector('h3, a').textContent.replace(/\\u00ad/g, ''))"
IDS = f"() => {SEEN}.map(one => one.id.replace('venue-', ''))"
SHIFT = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300); })"""

SETTLED = f"""() => {{
  const files = performance.getEntriesByType('resource').filter(one => one.name.endsWith('.json'));
  const count = document.getElementById('found').firstElementChild.textContent.replace(/\\D/g, '');
  return files.some(one => one.responseEnd) && (!count || Number(count) === ({SHOWN})().length); }}"""
"""The data has come and the count is that of what is shown; for one, some languages need no number."""


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    with visitor(browser, site_address) as seen:
        yield seen


def ask(seen: Visitor, words: str) -> list[str]:
    """Type into the field and give what is then shown; what was typed before goes."""
    seen.page.fill("#finder-q", "")
    seen.page.locator("#finder-q").press_sequentially(words)
    return shown(seen)


def shown(seen: Visitor) -> list[str]:
    """The names that are shown once the data has come and their count has been told."""
    seen.page.wait_for_timeout(350)
    seen.page.wait_for_function(SETTLED, timeout=10_000)
    found: list[str] = seen.page.evaluate(SHOWN)
    return found


def said(seen: Visitor) -> str:
    """What the live region says."""
    return seen.page.inner_text("#found").replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("MAJAKKALAN UIMAHALLI", "Majakkalan uimahalli"),
        ("majakkalan uima-halli", "Majakkalan uimahalli"),
        ("sinfonia konsertit", "Mallirannan filharmonia"),
        ("symfoni", "Mallirannan filharmonia"),  # its offer in Swedish, on a Finnish page
        ("симфонические", "Mallirannan filharmonia"),
        ("السيمفونية", "Mallirannan filharmonia"),
        ("fyrholms simhall", "Majakkalan uimahalli"),  # its Swedish name
        ("energianayttely", "Energianäyttely Siipi"),  # no dots at hand
        ("luontokeskus", ""),  # the word of its type, whatever it is called
    ],
)
def test_names_and_offers_are_found_in_all_their_languages(words: str, name: str, reader: Visitor) -> None:
    reader.visit(REGION)
    everything = reader.page.evaluate(SHOWN)
    found = ask(reader, words)
    assert 0 < len(found) < len(everything)
    assert not name or name in found
    assert reader.complaints == []


def test_a_town_is_found_by_both_names_and_with_what_serves_it(reader: Visitor) -> None:
    reader.visit(REGION)
    finnish = ask(reader, "majakkala")
    assert finnish
    assert ask(reader, "fyrholm") == finnish
    reader.page.fill("#finder-q", "")
    reader.page.select_option("#finder-place", "Aallokko")
    placed = shown(reader)
    data = json.loads(reader.page.evaluate("() => fetch('../../partners.json').then(one => one.text())"))
    stands = {one["id"] for one in data["venues"] if one["municipality"] == "Aallokko"}
    serves = {one["id"] for one in data["venues"] if {"Aallokko", "all"} & set(one.get("covers", ()))}
    assert len(placed) == len(stands | serves)
    assert serves - stands, "the region should show a venue elsewhere that serves the place"


def test_filters_join_and_the_count_is_said(reader: Visitor) -> None:
    reader.visit(REGION)
    assert said(reader) == "60 kohdetta"
    assert reader.page.get_attribute("#found", "role") == "status"
    reader.page.select_option("#finder-kind", "culture")
    culture = shown(reader)
    assert said(reader) == f"{len(culture)} kohdetta kaikkiaan 60"
    reader.page.check("[name='step-free']")
    easy = shown(reader)
    assert 0 < len(easy) < len(culture)
    assert set(easy) < set(culture)
    reader.page.select_option("#finder-type", "museum")
    museums = shown(reader)
    assert 0 < len(museums) < len(easy)
    assert ask(reader, "ei tällaista") == []
    assert "Hakuun ei löytynyt kohdetta" in said(reader)
    reader.page.click("[type='reset']")
    assert len(shown(reader)) == 60
    assert said(reader) == "60 kohdetta"
    assert reader.page.evaluate("() => document.activeElement.name") == "q"
    assert reader.page.url.endswith(REGION)


@pytest.mark.parametrize(
    ("day", "there", "away"),
    [
        ("2026-07-10", "hiekkaniemen-kesateatteri", "filharmonia"),
        ("2026-01-03", "kalastusmuseo", "hiekkaniemen-kesateatteri"),
        ("2026-07-20", "tanssilava-nuotta", "laivajuhlat"),
    ],
)
def test_what_is_in_season_is_worked_out_from_the_day(
    day: str, there: str, away: str, browser: Browser, site_address: str, built_site: Path
) -> None:
    venues = json.loads((built_site / "malliranta/partners.json").read_text("utf-8"))["venues"]
    with visitor(browser, site_address) as seen:
        seen.page.clock.set_fixed_time(f"{day}T12:00:00")
        seen.visit(REGION)
        seen.page.check("[name='now']")
        seen.page.wait_for_selector(".card[hidden]", state="attached")
        ids = set(seen.page.evaluate(IDS))
    assert there in ids
    assert away not in ids
    assert ids == {one["id"] for one in venues if is_there(one, day)}


def is_there(one: dict[str, object], day: str) -> bool:
    """The rule by itself, once more: the days of a pop-up, seasons that may run over the new year."""
    popup, seasons = one.get("popup"), one.get("season")
    if isinstance(popup, dict) and not popup["from"] <= day <= popup["to"]:
        return False
    month = day[5:]
    return not isinstance(seasons, list) or any(
        s["from"] <= month <= s["to"] if s["from"] <= s["to"] else not s["to"] < month < s["from"]
        for s in seasons
    )


def test_the_state_stands_in_the_address_and_a_step_back_leads_to_it(reader: Visitor) -> None:
    reader.visit(REGION)
    ask(reader, "museo")
    museums = shown(reader)
    assert reader.page.url.endswith("?q=museo")
    reader.page.select_option("#finder-kind", "culture")
    reader.page.check("[name='step-free']")
    last = shown(reader)
    assert reader.page.url.endswith("?q=museo&kind=culture&step-free=yes")
    address = reader.page.url
    reader.page.go_back()
    reader.page.go_back()
    assert shown(reader) == museums
    assert reader.page.input_value("#finder-kind") == ""
    reader.page.go_back()
    assert len(shown(reader)) == 60
    assert reader.page.input_value("#finder-q") == ""
    reader.page.goto(address)
    reader.page.wait_for_function("() => document.querySelector('.card[hidden]')")
    assert shown(reader) == last
    assert reader.page.is_checked("[name='step-free']")
    reader.page.goto(reader.base + NATION + "?kind=nosuchkind&q=")
    assert reader.page.input_value("#finder-kind") == ""
    assert reader.complaints == []


def test_one_step_back_undoes_a_whole_word(reader: Visitor) -> None:
    reader.visit(NATION)
    before = reader.page.evaluate("() => history.length")
    ask(reader, "teatteri")
    assert reader.page.evaluate("() => history.length") == before + 1


def test_nothing_is_fetched_before_the_first_use(browser: Browser, site_address: str) -> None:
    with visitor(browser, site_address) as seen:
        asked: list[str] = []
        seen.page.on("request", lambda request: asked.append(request.url))
        seen.visit(REGION)
        assert not [url for url in asked if url.endswith(".json")]
        assert len([url for url in asked if url.endswith(".js")]) == 1
        seen.page.focus("#finder-q")
        ask(seen, "uinti")
        seen.page.focus("#finder-kind")
        assert [url.removeprefix(site_address) for url in asked if url.endswith(".json")] == [
            "malliranta/partners.json"
        ]


def test_the_nation_is_searched_in_one_list(reader: Visitor) -> None:
    reader.visit(NATION)
    total = len(reader.page.evaluate(SHOWN))
    found = ask(reader, "simhall")
    assert 0 < len(found) < total
    assert all("Uimahalli" in told for told in reader.page.locator(FOUND + " .told").all_inner_texts())
    headings = reader.page.evaluate(
        "() => [...document.querySelectorAll('.towns > section')].filter(one => one.checkVisibility()).length"
    )
    assert 0 < headings <= len(found)
    reader.page.locator(FOUND + " a").first.click()
    assert "/venues/#venue-" in reader.page.url
    reader.page.go_back()
    reader.page.wait_for_selector(".finding .told")
    assert shown(reader) == found


def test_an_offer_in_another_language_says_so(reader: Visitor) -> None:
    reader.visit("ar/venues/")
    ask(reader, "jalkapallo")
    told = reader.page.locator(FOUND + " .told [lang]")
    assert [(one.get_attribute("lang"), one.inner_text()) for one in told.all()] == [
        ("fi", "Jalkapallo-ottelut")
    ]


def test_the_answer_comes_by_the_keyboard_alone(reader: Visitor) -> None:
    """Enter leads to the count; the next stop after it is the first venue found."""
    reader.visit("mallila/sv/venues/")
    reader.visit("malliranta/sv/venues/")
    reader.page.focus("#finder-q")
    reader.page.keyboard.type("teater")
    shown(reader)
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("() => document.activeElement.id") == "found"
    reader.page.keyboard.press("Tab")
    place = reader.page.evaluate("() => document.activeElement.closest('.card, .contact') !== null")
    assert place
    assert reader.page.url.endswith("?q=teater")


def test_what_cannot_be_fetched_is_said_and_tried_again(browser: Browser, site_address: str) -> None:
    with visitor(browser, site_address) as seen:
        seen.visit("malliranta/en/venues/")

        def fail(route: Route) -> None:
            route.fulfill(status=503, body="")

        seen.page.route("**/partners.json", fail)
        ask(seen, "swim")
        assert "not working right now" in said(seen)
        assert len(seen.page.evaluate(SHOWN)) == 60
        seen.page.unroute("**/partners.json", fail)
        assert 0 < len(ask(seen, "swimm")) < 60
        assert "of 60 in all" in said(seen)


def test_hostile_words_in_the_data_stay_words(browser: Browser, site_address: str, built_site: Path) -> None:
    data = json.loads((built_site / "partners.json").read_text("utf-8"))
    data["venues"][0]["offer"] = {"fi": "<img src=x onerror=alert(1)>pahaa"}
    with visitor(browser, site_address) as seen:
        seen.page.route("**/partners.json", lambda route: route.fulfill(json=data))
        seen.visit(NATION)
        assert len(ask(seen, "pahaa")) == 1
        assert "<img" in seen.page.inner_text(FOUND + " .told")
        assert seen.complaints == []


@pytest.mark.parametrize("path", [REGION, NATION, "malliranta/ar/venues/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_form_appears_without_moving_anything(
    path: str, width: int, browser: Browser, site_address: str
) -> None:
    with visitor(browser, site_address, viewport={"width": width, "height": 700}) as seen:
        seen.visit(path)
        assert seen.page.is_visible("#finder")
        assert seen.page.evaluate(SHIFT) < 0.01


def test_what_was_typed_before_the_script_came_is_searched(browser: Browser, site_address: str) -> None:
    with visitor(browser, site_address) as seen:
        waiting: list[Route] = []
        seen.page.route("**/finder-*.js", lambda route: waiting.append(route))  # noqa: PLW0108
        seen.page.goto(f"{site_address}{REGION}?kind=culture", wait_until="commit")
        seen.page.fill("#finder-q", "museo")
        assert seen.page.query_selector_all(".card[hidden]") == []
        seen.page.wait_for_selector("footer")
        waiting[0].continue_()
        seen.page.wait_for_selector(".card[hidden]", state="attached")
        assert parse_qs(urlsplit(seen.page.url).query) == {"q": ["museo"], "kind": ["culture"]}
        assert seen.page.input_value("#finder-kind") == "culture"


def test_without_a_script_the_list_is_whole_and_the_form_away(browser: Browser, site_address: str) -> None:
    with visitor(browser, site_address, java_script_enabled=False) as seen:
        for path, count in ((REGION, 60), (NATION, 80)):
            seen.visit(path)
            assert not seen.page.is_visible("#finder")
            assert len(seen.page.query_selector_all(".cards > li, .towns li")) >= count


def test_its_words_are_seen_in_forced_colours(browser: Browser, site_address: str) -> None:
    with visitor(browser, site_address, forced_colors="active") as seen:
        seen.visit("malliranta/ru/venues/")
        edges = seen.page.evaluate(
            """() => [...document.querySelectorAll('#finder, #finder input, #finder select, #finder .button')]
              .filter(one => one.checkVisibility() && one.type !== 'checkbox')
              .filter(one => getComputedStyle(one).borderTopStyle === 'none').map(one => one.outerHTML)"""
        )
        none(edges)


def test_the_script_is_small_and_its_own(built_site: Path) -> None:
    """Issue 4, point 2: under 8 kB, as published."""
    scripts = list(built_site.rglob("*.js"))
    assert [path.name.partition("-")[0] for path in scripts] == ["finder"]
    assert scripts[0].stat().st_size < 8_000
    assert "//" not in scripts[0].read_text("utf-8").replace("'//", "")


@pytest.mark.parametrize(
    ("path", "words"), [(REGION, "museo"), (NATION, "museo"), ("ar/venues/", "ei mikään")]
)
def test_axe_finds_nothing_in_what_was_found(
    path: str, words: str, browser: Browser, site_address: str
) -> None:
    with visitor(browser, site_address, bypass_csp=True, color_scheme="dark") as seen:
        seen.visit(path)
        ask(seen, words)
        found = axe(seen.page, "violations", "incomplete")
        none(one for one in found if not excused("axe", f"{path}: {one}"))
