"""Sentences made of the data of partners: limits, days, ways to ask, access. Every word is a message."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from sitegen.compose.section_words import WORDS
from sitegen.compose.shown import best
from sitegen.languages.formats import day_and_month, money, period
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.model.contact import Accessibility, Period
from sitegen.model.document import Text
from sitegen.model.partner import Venue
from sitegen.model.partner_parts import CHANNELS, Limit, Season

ENROL = "enrol"
SHOWS = frozenset({"theatre", "summer-theatre", "dance", "circus", "cinema", "concert"})
MATCHES = frozenset({"sports-club", "ice-rink"})


def words(lang: str) -> Catalogue:
    """The catalogue of words."""
    return catalogue(WORDS, lang)


@lru_cache(maxsize=4096)
def word(key: str, lang: str) -> Text:
    """A word of the catalogue as a text; lists of partners have the same few thousands of times."""
    return Text(words(lang).get(key))


def tags(venue: Venue, lang: str, region_languages: tuple[str, ...]) -> tuple[Text, ...]:
    """A venue's conditions, one short text each: limits, days of a pop-up, seasons."""
    limits = (_limit(limit, venue, lang, region_languages) for limit in venue.limits)
    days = [popup_text(venue.popup, lang)] if venue.popup else []
    seasons = (season_text(season, lang) for season in venue.season)
    found = [limit for limit in limits if limit is not None]
    return (*found, *(Text(text) for text in (*days, *seasons)))


def _limit(limit: Limit, venue: Venue, lang: str, region_languages: tuple[str, ...]) -> Text | None:
    if limit.kind == "other" or limit.value is None:
        return best(limit.text, lang, region_languages)
    count = int(limit.value)
    match limit.kind:
        case "fee-ceiling-eur":
            euros = count if limit.value == count else float(limit.value)
            return Text(words(lang).get("limit.fee", money=money(euros, lang)))
        case "courses-per-year":
            return Text(words(lang).plural("limit.courses", count))
        case "tickets-per-event":
            return Text(words(lang).plural(f"limit.tickets.{_occasion(venue)}", count))
        case _:
            return Text(words(lang).plural("limit.months", count))


def _occasion(venue: Venue) -> str:
    """What a ticket of the venue is for."""
    if venue.type in SHOWS:
        return "show"
    return "match" if venue.type in MATCHES else "event"


def popup_text(days: Period, lang: str) -> str:
    """`Vain 1.7.–14.7.2026`."""
    return words(lang).get("popup", period=period(days.from_, days.to, lang))


def season_text(season: Season, lang: str) -> str:
    """Whole months as months (`Kesäkuusta elokuuhun`), else day by day."""
    (first_month, first_day), (last_month, last_day) = season.from_, season.to
    if first_day != 1 or not _ends_month(last_month, last_day):
        start, end = (day_and_month(month, day, lang) for month, day in (season.from_, season.to))
        return words(lang).get("season.days", start=start, end=end)
    if first_month == last_month:
        return _capital(words(lang).get(f"month.in.{first_month}"))
    start = words(lang).get(f"month.from.{first_month}")
    end = words(lang).get(f"month.to.{last_month}")
    return _capital(words(lang).get("season.months", start=start, end=end))


def _ends_month(month: int, day: int) -> bool:
    following = date(2023, month, min(day, 28)) + timedelta(days=max(day - 28, 0) + 1)
    return following.month != month or (month == 2 and day >= 28)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def channel_text(channels: tuple[str, ...], lang: str) -> str:
    """How to get a ticket or a place, in one sentence. Empty for no channels."""
    if not channels:
        return ""
    message = words(lang)
    kind = ENROL if ENROL in channels else "ticket"
    places = [message.get(f"how.{kind}.{one}") for one in CHANNELS if one in channels and one != ENROL]
    if not places:
        return message.get("how.enrol")
    key = "how.enrol-where" if kind == ENROL else "how.ticket"
    return message.get(key, where=_or_list(places, message))


def _or_list(parts: Sequence[str], message: Catalogue) -> str:
    """`a, b tai c`."""
    if len(parts) == 1:
        return parts[0]
    return message.get("list.or-comma").join(parts[:-1]) + message.get("list.or") + parts[-1]


def access_texts(
    access: Accessibility | None, lang: str, region_languages: tuple[str, ...]
) -> tuple[Text, ...]:
    """A sentence for each thing that is known; what is not known is not shown."""
    if access is None:
        return ()
    note = best(access.note, lang, region_languages)
    return (*_known(access, lang), *((note,) if note else ()))


def _known(access: Accessibility, lang: str) -> Iterator[Text]:
    for name in ("step_free", "toilet", "hearing_loop"):
        value = getattr(access, name)
        if value is not None:
            yield word(f"access.{name}.{'yes' if value else 'no'}", lang)
