"""The finder of venues: what can be asked for and how the answers are said. The page is complete without it.

The script (`themes/kaiku/js/finder.js`) works on the list that stands in the page; what it looks at it
fetches from the partners' file when the form is first used. Where no script runs the form is away.
"""

from collections.abc import Iterable, Iterator

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.words import plural_forms, said
from sitegen.compose.partner_words import words as partner_words
from sitegen.languages import formats
from sitegen.languages.choose import chain
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Text
from sitegen.model.network import Edition
from sitegen.model.partner import Venue
from sitegen.model.partner_parts import ALL
from sitegen.structs import Struct

FEWEST_TO_SEARCH = 8
"""With fewer venues the whole list is seen at a glance, and a form above it would only be in the way."""

SCRIPT = "finder.js"
AWAY = "no-script.css"
"""Takes the form off where no script runs; no other browser fetches it."""

DATA = "partners.json"


class Option(Struct, frozen=True):
    """A value as the data has it, with its word."""

    value: str
    text: Text


class Choice(Struct, frozen=True):
    """A field to choose from: its name in the address, its label, the word for all, its options."""

    name: str
    label: str
    all: str
    options: tuple[Option, ...]


class Tick(Struct, frozen=True):
    """A field to tick: its name in the address and its label."""

    name: str
    label: str


class FinderView(Struct, frozen=True):
    """The form; fields without a choice are left out.

    For the script: `counts` are the forms of "3 venues" by plural category, `thousands` the sign between
    thousands, `chain` the languages in which an offer is shown, best first.
    """

    script: str
    away: str
    source: str
    label: str
    choices: tuple[Choice, ...]
    ticks: tuple[Tick, ...]
    counts: tuple[tuple[str, str], ...]
    thousands: str
    chain: tuple[str, ...]
    words: tuple[tuple[str, str], ...]


WORDS = ("words", "show", "clear", "none", "failed")


def finder(context: Context, editions: Iterable[Edition]) -> FinderView | None:
    """The form for the venues of these editions; None where there are few, or no file to look in."""
    shown = tuple(editions)
    venues = tuple(venue for edition in shown for venue in edition.listed_venues)
    source = context.links.data(context.region_id, DATA)
    if len(venues) < FEWEST_TO_SEARCH or source is None:
        return None
    total = formats.number(len(venues), context.lang)
    return FinderView(
        script=context.links.asset(SCRIPT),
        away=context.links.asset(AWAY),
        source=source,
        label=context.messages.get("finder.label"),
        choices=tuple(one for one in _choices(context, shown, venues) if len(one.options) > 1),
        ticks=tuple(_ticks(context, venues)),
        counts=plural_forms(context, "count.venues"),
        thousands=formats.number(1000, context.lang)[1:-3],
        chain=chain(context.lang),
        words=(
            *((name, context.messages.get(f"finder.{name}")) for name in WORDS),
            ("of", context.messages.get("finder.of", count=total)),
        ),
    )


def _choices(context: Context, editions: tuple[Edition, ...], venues: tuple[Venue, ...]) -> Iterator[Choice]:
    places = {code for edition in editions for code in _places(edition)}
    register = context.network.register
    named = {code: Text(register.name(code, context.lang), name=True) for code in places}
    options = [Option(register.name(code, "fi"), text) for code, text in named.items()]
    yield _choice(context, "place", options)
    kinds = {venue.kind for venue in venues}
    yield _choice(context, "kind", [Option(kind, said(context, f"kind.{kind}")) for kind in kinds])
    types = {venue.type for venue in venues if venue.type}
    yield _choice(context, "type", [Option(type, _type(context, type)) for type in types])


def _choice(context: Context, name: str, options: Iterable[Option]) -> Choice:
    ordered = sorted(options, key=lambda one: sort_key(one.text.value, context.lang))
    get = context.messages.get
    return Choice(name, get(f"finder.{name}"), get(f"finder.{name}.all"), tuple(ordered))


def _places(edition: Edition) -> set[str]:
    """The municipalities that a venue stands in or serves."""
    own = edition.region.municipalities
    found = {code for venue in edition.listed_venues for code in (venue.municipality, *venue.covers) if code}
    if ALL in found or any(venue.municipality is None for venue in edition.listed_venues):
        found |= set(own)
    return found - {ALL}


def _ticks(context: Context, venues: tuple[Venue, ...]) -> Iterator[Tick]:
    if any(venue.accessibility and venue.accessibility.step_free for venue in venues):
        yield Tick("step-free", context.messages.get("finder.step-free"))
    if any(venue.season or venue.popup for venue in venues):
        yield Tick("now", context.messages.get("finder.now"))


def _type(context: Context, type: str) -> Text:
    return Text(partner_words(context.lang).get(f"type.{type}"))
