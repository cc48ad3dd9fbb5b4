"""Feeds of news and calendars of public dates: what programs of readers follow."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.compose.pages.news import paragraphs, written
from sitegen.compose.public_dates import PublicDate, public_dates
from sitegen.compose.section_words import owner_name, region_forms
from sitegen.compose.shown import best
from sitegen.languages.choose import choose
from sitegen.languages.messages import PAGES, catalogue
from sitegen.languages.table import language
from sitegen.model.edition import News
from sitegen.model.network import Edition, Network
from sitegen.plan import CALENDAR, FEED, Artefact, Plan, address
from sitegen.render.calendar import Entry, calendar
from sitegen.render.feed import Feed, FeedEntry, atom


def dated_files(plan: Plan, network: Network, edition: Edition | None) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of a region's feeds and calendars; without an edition the nation's calendars."""
    for artefact in plan.of_region(edition.region_id if edition else None):
        lang = artefact.lang or ""
        if artefact.slug == FEED and edition is not None:
            yield artefact.path, atom(_feed(plan, network, edition, lang, artefact))
        if artefact.slug == CALENDAR:
            yield artefact.path, _calendar(plan, network, edition, lang)


def _feed(plan: Plan, network: Network, edition: Edition, lang: str, artefact: Artefact) -> Feed:
    base = network.site.base_url
    page = address(base, plan.page(edition.region_id, lang, "news") or "")
    words = catalogue(PAGES, lang)
    title = words.get("title.region", page=words.get("nav.news"), **region_forms(edition, lang))
    return Feed(
        title=title,
        author=owner_name(network, edition, lang),
        lang=lang,
        direction=language(lang).direction,
        address=address(base, artefact.path),
        page=page,
        entries=tuple(_entry(one, edition, lang, page, base) for one in written(edition, lang)),
    )


def _entry(one: News, edition: Edition, lang: str, page: str, base: str) -> FeedEntry:
    title = choose(one.title, lang, edition.region.languages)
    host = urlsplit(base).hostname or ""
    return FeedEntry(
        id=f"tag:{host},{one.date.isoformat()}:{edition.region_id}/{lang}/news/{one.id}",
        title=title.value if title else one.id,
        day=one.date,
        address=f"{page}#{one.id}",
        paragraphs=paragraphs(best(one.text, lang, edition.region.languages)),
    )


def _calendar(plan: Plan, network: Network, edition: Edition | None, lang: str) -> bytes:
    region = edition.region_id if edition else None
    page = plan.page(region, lang, "news") or plan.page(region, lang, "front")
    link = address(network.site.base_url, page) if page else ""
    words = catalogue(PAGES, lang)
    name = region_forms(edition, lang)["region"] if edition else ""
    brand = words.get("brand")
    entries = (_date(one, edition, lang, link) for one in public_dates(network, edition, lang))
    return calendar(entries, f"{brand}, {name}" if name else brand)


def _date(one: PublicDate, edition: Edition | None, lang: str, link: str) -> Entry:
    """Known to hold on the day the region's details were checked; the nation's from the year's first day."""
    stamp = (edition.facts.updated or edition.facts.valid.from_) if edition else None
    return Entry(
        uid=one.uid,
        day=one.day,
        summary=one.title.value,
        lang=one.title.lang or lang,
        stamp=stamp or one.day.replace(month=1, day=1),
        start=one.start,
        end=one.end,
        place=one.place.value if one.place else "",
        address=link,
    )
