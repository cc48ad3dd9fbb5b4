"""Feeds of news and calendars of public dates, as the plan asks for them."""

import re
from datetime import date, time
from typing import Any

from lxml import etree

from sitegen.build.data import national_files, region_files
from sitegen.model.edition import Event, News
from sitegen.model.national import NationalDate
from sitegen.model.network import Edition, Network
from sitegen.plan import plan_site
from sitegen.structs import replace
from tests import builders
from tests.compose.pages.support import html
from tests.render.test_calendar import lines, unescaped

ATOM, XHTML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
NEWS = (
    News(
        id="vanha",
        date=date(2026, 1, 5),
        title=builders.words(fi="Vanha & hyvä", ar="قديم"),
        text=builders.words(fi="Yksi <b>.\n\nKaksi.", ar="واحد"),
    ),
    News(id="uusi", date=date(2026, 2, 1), title=builders.words(fi="Uusi"), text=None),
)
OPEN = Event(
    id="ovet",
    kind="open-day",
    date=date(2026, 2, 12),
    from_=time(10),
    to=time(14),
    place=builders.name(fi="Uimahalli; aula", sv="Simhallen"),
    title=builders.words(fi="Avoimet ovet"),
    public=True,
)
SECRET = Event(id="palaute", kind="feedback-meeting", date=date(2026, 5, 20))
NATIONAL = NationalDate(
    id="paiva", date=date(2026, 3, 18), title=builders.words(fi="Kaikukortin päivä"), public=True
)
INTERNAL = NationalDate(id="tapaaminen", date=date(2026, 9, 9), title=builders.words(fi="Vain meille"))


def network(*national: NationalDate, **facts: Any) -> Network:
    made = builders.edition(facts=facts)
    return builders.network((made,), years=(replace(builders.national(), dates=national),))


def written(made: Network) -> dict[str, bytes]:
    plan = plan_site(made)
    own = (file for edition in made.published for file in region_files(plan, made, edition))
    return dict((*national_files(plan, made), *own))


def edition(made: Network) -> Edition:
    return made.published[0]


def summaries(data: bytes) -> list[str]:
    return [unescaped(value) for name, _, value in lines(data) if name == "SUMMARY"]


def test_there_is_a_feed_in_each_language_in_which_news_are_written() -> None:
    made = network(news=NEWS)
    feeds = {name for name in written(made) if name.endswith("feed.xml")}
    assert feeds == {"mallila/fi/feed.xml", "mallila/ar/feed.xml"}
    assert feeds <= {one.path for one in plan_site(made).artefacts}


def test_a_feed_is_valid_atom_with_whole_addresses() -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have, each once."""
    feed = etree.fromstring(written(network(news=NEWS))["mallila/fi/feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "fi"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(ATOM + name)) == 1
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://kaikukortti.example/mallila/fi/feed.xml",
        "alternate": "https://kaikukortti.example/mallila/fi/news/",
    }
    assert feed.findtext(f"{ATOM}id") == links["self"]
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["Uusi", "Vanha & hyvä"]
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == 2
    assert entries[0].findtext(f"{ATOM}id") == "tag:kaikukortti.example,2026-02-01:mallila/fi/news/uusi"
    moments = [node.text or "" for node in feed.iter(f"{ATOM}updated", f"{ATOM}published")]
    assert len(moments) == 5
    assert all(RFC3339.fullmatch(moment) for moment in moments)
    assert feed.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00Z"
    (content,) = feed.iter(f"{ATOM}content")
    assert content.get("type") == "xhtml"
    assert [one.text for one in content.iter(f"{XHTML}p")] == ["Yksi <b>.", "Kaksi."]
    link = entries[1].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://kaikukortti.example/mallila/fi/news/#vanha"


def test_a_right_to_left_feed_says_its_direction() -> None:
    feed = etree.fromstring(written(network(news=NEWS))["mallila/ar/feed.xml"])
    (div,) = feed.iter(f"{XHTML}div")
    assert div.get("dir") == "rtl"


def test_calendars_hold_public_dates_only_the_nations_too() -> None:
    made = network(NATIONAL, INTERNAL, events=(OPEN, SECRET), updated=date(2026, 1, 7))
    files = written(made)
    assert summaries(files["mallila/fi/calendar.ics"]) == ["Avoimet ovet", "Kaikukortin päivä"]
    assert summaries(files["fi/calendar.ics"]) == ["Kaikukortin päivä"]
    rows = lines(files["mallila/sv/calendar.ics"])
    assert ("SUMMARY", ";LANGUAGE=fi", "Avoimet ovet") in rows, "no Swedish title: the Finnish one, marked"
    assert ("LOCATION", "", "Simhallen") in rows
    assert ("DTSTAMP", "", "20260107T000000Z") in rows
    assert ("URL", "", "https://kaikukortti.example/mallila/sv/news/") in rows
    assert ("UID", "", "mallila-2026-ovet@kaikukortti.example") in rows
    assert ("UID", "", "kaikukortti-2026-paiva@kaikukortti.example") in rows
    assert ("LOCATION", "", "Uimahalli\\; aula") in lines(files["mallila/fi/calendar.ics"])


def test_without_public_dates_there_is_no_calendar() -> None:
    assert [name for name in written(network(INTERNAL, events=(SECRET,))) if name.endswith(".ics")] == []


def test_the_news_page_leads_to_both_and_exists_for_dates_alone() -> None:
    made = network(news=NEWS, events=(OPEN,))
    page = html(made, "news", "fi", edition(made))
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert page.count('href="/mallila/fi/feed.xml"') == 2
    assert 'href="/mallila/fi/calendar.ics"' in page
    plan = plan_site(network(events=(OPEN,)))
    assert plan.page("mallila", "sv", "news") == "mallila/sv/news/index.html"
    assert plan_site(network(NATIONAL)).page("mallila", "sv", "news") is None


def test_the_nations_dates_stand_on_the_national_front_page() -> None:
    made = network(NATIONAL, INTERNAL)
    page = html(made, "front", "fi")
    assert "Kaikukortin päivä" in page
    assert '<time datetime="2026-03-18">' in page
    assert 'href="/fi/calendar.ics"' in page
    assert "Vain meille" not in page
    assert 'id="dates"' not in html(network(INTERNAL), "front", "fi")
