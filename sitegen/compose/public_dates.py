"""The dates that everybody may know: a region's public events and the nation's, for pages and calendars."""

from datetime import date, time
from urllib.parse import urlsplit

from sitegen.compose.shown import best
from sitegen.languages.messages import PAGES, catalogue
from sitegen.model.document import Text
from sitegen.model.edition import Event
from sitegen.model.national import NationalDate
from sitegen.model.network import Edition, Network
from sitegen.structs import Struct

NATION = "kaikukortti"


class PublicDate(Struct, frozen=True):
    """A date for readers of one language. `uid` names it for ever, in every calendar and language."""

    uid: str
    title: Text
    day: date
    start: time | None = None
    end: time | None = None
    place: Text | None = None


def has_own_dates(edition: Edition) -> bool:
    """Whether a region has public events of its own in the edition."""
    return any(one.public for one in edition.facts.events)


def has_dates(network: Network, edition: Edition | None) -> bool:
    """Whether there is any public date: the region's or the nation's, without an edition the nation's."""
    return bool(_national(network, edition)) or (edition is not None and has_own_dates(edition))


def public_dates(network: Network, edition: Edition | None, lang: str) -> tuple[PublicDate, ...]:
    """All public dates by day."""
    base, year = network.site.base_url, edition.year if edition else network.site.edition
    spoken = edition.region.languages if edition else network.site.languages
    found = [_national_date(one, year, base, lang, spoken) for one in _national(network, edition)]
    if edition is not None:
        found += [_event(one, edition, base, lang) for one in edition.facts.events if one.public]
    return tuple(sorted(found, key=lambda one: (one.day, one.start or time.min, one.uid)))


def event_uid(id: str, owner: str, year: int, base_url: str) -> str:
    """An event's name for ever: the same in the calendar on the site and in invitations."""
    return f"{owner}-{year}-{id}@{urlsplit(base_url).hostname or NATION}"


def _national(network: Network, edition: Edition | None) -> tuple[NationalDate, ...]:
    year = edition.year if edition else network.site.edition
    dates = network.national(year).dates if network.years else ()
    return tuple(one for one in dates if one.public)


def _national_date(one: NationalDate, year: int, base: str, lang: str, spoken: tuple[str, ...]) -> PublicDate:
    title = best(one.title, lang, spoken) or Text(one.id)
    return PublicDate(event_uid(one.id, NATION, year, base), title, one.date)


def _event(one: Event, edition: Edition, base: str, lang: str) -> PublicDate:
    spoken = edition.region.languages
    return PublicDate(
        uid=event_uid(one.id, edition.region_id, edition.year, base),
        title=best(one.title, lang, spoken) or Text(catalogue(PAGES, lang).get(f"event.{one.kind}")),
        day=one.date,
        start=one.from_,
        end=one.to,
        place=best(one.place, lang, spoken),
    )
