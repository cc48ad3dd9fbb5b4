"""Dates as a calendar file (iCalendar, RFC 5545) that calendars on any device take in.

Written by hand: the format asks for four things only (folding by octets, escaping, a time zone, stamps), and
stamps must come from the data, so that the same dates give the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from sitegen.structs import Struct

TYPE = "text/calendar"
LONGEST = 75  # octets of a line without its end
_PRODUCT = "-//sitegen//Kaikukortti//EN"
_ZONE = "Europe/Helsinki"
_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T040000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:EET",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19970330T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:EEST",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
"""Finland's summer time by the rule of the European Union since 1996 (directive 2000/84/EC)."""


class Entry(Struct, frozen=True):
    """A date. Without a start it lasts the whole day. `uid` is the same for ever, also when the date moves.

    `stamp` is the day on which it was last known to hold. A text has its language.
    """

    uid: str
    day: date
    summary: str
    lang: str
    stamp: date
    start: time | None = None
    end: time | None = None
    place: str = ""
    address: str = ""


def calendar(entries: Iterable[Entry], name: str = "") -> bytes:
    """The file, its entries by day; `name` is the calendar's for programs that subscribe to it."""
    found = sorted(entries, key=lambda one: (one.day, one.start or time.min, one.uid))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{escaped(name)}"] if name else []
    lines += _TIME_ZONE if any(one.start for one in found) else ()
    for one in found:
        lines += _entry(one)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode()


def _entry(one: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{one.stamp:%Y%m%d}T000000Z"
    if one.start is None:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART;TZID={_ZONE}:{_moment(one.day, one.start)}"
        if one.end is not None and one.end > one.start:
            yield f"DTEND;TZID={_ZONE}:{_moment(one.day, one.end)}"
    spoken = one.lang.partition("-")[0]
    yield f"SUMMARY;LANGUAGE={spoken}:{escaped(one.summary)}"
    if one.place:
        yield f"LOCATION:{escaped(one.place)}"
    if one.address:
        yield f"URL:{one.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(day: date, hour: time) -> str:
    return f"{datetime.combine(day, hour):%Y%m%dT%H%M%S}"


def escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11): what would end it, and a line end, is escaped."""
    kept = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line with its end, cut where it would be too long, never within a character (RFC 5545, 3.1)."""
    parts, width = [""], 0
    for sign in line:
        size = len(sign.encode())
        if width + size > LONGEST:
            parts.append(" ")
            width = 1
        parts[-1] += sign
        width += size
    return "\r\n".join(parts) + "\r\n"
