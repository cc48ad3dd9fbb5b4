"""Meetings of the year, as letters and papers tell of them."""

from collections.abc import Iterator

from sitegen.compose.shown import best
from sitegen.languages.formats import date_text, time_text
from sitegen.languages.messages import Catalogue
from sitegen.model.document import Fact, Facts, Text
from sitegen.model.edition import Event
from sitegen.model.network import Edition

FEEDBACK = "feedback-meeting"
INTRODUCTION = "introduction"


class NoEventError(Exception):
    """There is no such meeting, or several and none was named. `known` are the ids there are."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(", ".join(known))
        self.known = known


def events_of(edition: Edition, kind: str) -> tuple[Event, ...]:
    """The events of a kind in the edition, by day."""
    found = (one for one in edition.facts.events if one.kind == kind)
    return tuple(sorted(found, key=lambda one: (one.date, one.id)))


def event_asked_for(edition: Edition, id: str | None, kind: str = FEEDBACK) -> Event:
    """The event of this id, else the only one of the kind. Raises `NoEventError`."""
    if id is not None:
        named = next((one for one in edition.facts.events if one.id == id), None)
        if named is None:
            raise NoEventError(tuple(one.id for one in edition.facts.events))
        return named
    found = events_of(edition, kind)
    if len(found) != 1:
        raise NoEventError(tuple(one.id for one in found))
    return found[0]


def when(event: Event, say: Catalogue) -> str:
    """Day and hours: `20. toukokuuta 2026 klo 9.00–11.00`."""
    day = date_text(event.date, say.lang)
    hours = "–".join(time_text(one, say.lang) for one in (event.from_, event.to) if one)
    return say.get("event.hours", day=day, hours=hours) if hours else day


def event_title(event: Event, edition: Edition, say: Catalogue) -> Text:
    """The event's own name, else that of its kind."""
    return best(event.title, say.lang, edition.region.languages) or Text(say.get(f"event.{event.kind}"))


def event_facts(event: Event, edition: Edition, say: Catalogue) -> Facts:
    """When and where."""
    return Facts(tuple(_facts(event, edition, say)))


def _facts(event: Event, edition: Edition, say: Catalogue) -> Iterator[Fact]:
    yield Fact(Text(say.get("event.when")), ((Text(when(event, say)),),))
    place = best(event.place, say.lang, edition.region.languages)
    yield Fact(Text(say.get("event.where")), ((place or Text(say.get("event.place-later")),),))
