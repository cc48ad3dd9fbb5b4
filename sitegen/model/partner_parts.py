"""What a partner consists of: its choices, limits, how to get a ticket, seasons, materials."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sitegen.model.contact import INTERNAL
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place

SECTORS = (
    "social",
    "health",
    "employment",
    "youth",
    "immigration",
    "education",
    "parish",
    "elderly",
    "housing",
    "disability",
    "third-sector",
    "other",
)

VENUE_KINDS = ("culture", "education", "science", "sport", "nature")

VENUE_TYPES = (
    "theatre",
    "summer-theatre",
    "museum",
    "gallery",
    "concert",
    "festival",
    "cinema",
    "dance",
    "circus",
    "events",
    "cultural-centre",
    "library",
    "adult-education-centre",
    "music-school",
    "science-centre",
    "sports-club",
    "swimming-hall",
    "gym",
    "ice-rink",
    "outdoor-trips",
    "nature-centre",
    "equipment-rental",
    "other",
)

LIMIT_KINDS = ("courses-per-year", "fee-ceiling-eur", "tickets-per-event", "months-at-a-time", "other")

CHANNELS = ("desk", "phone", "email", "enrol")

ANSWERS = ("continues", "stops", "unanswered")

ALL = "all"


class Materials(Record, frozen=True):
    """How many of what a partner gets (point 8 of the checklist)."""

    cards: int | None = described(Kind.INTEGER, "Kortteja", "Kort", "Cards", "40", sees=INTERNAL)
    community_cards: int | None = described(
        Kind.INTEGER, "Yhteisön kortteja", "Gemenskapens kort", "Community cards", "2", sees=INTERNAL
    )
    brochures: tuple[tuple[str, int], ...] = described(
        Kind.COUNTS,
        "Esitteitä kielittäin",
        "Broschyrer per språk",
        "Brochures by language",
        "{fi: 60, sv: 10}",
        sees=INTERNAL,
    )
    posters: int | None = described(Kind.INTEGER, "Julisteita", "Affischer", "Posters", "2", sees=INTERNAL)
    at: Mapping[str, Place] = places()


class Limit(Record, frozen=True):
    """A condition of a venue, of a known kind (C7)."""

    kind: str = described(
        Kind.CHOICE,
        "Rajauksen laji",
        "Begränsningens art",
        "Kind of limit",
        "courses-per-year",
        choices=LIMIT_KINDS,
        required=True,
    )
    value: Decimal | None = described(Kind.NUMBER, "Määrä", "Antal", "Number", "2")
    text: Localised | None = described(
        Kind.WORDS,
        "Muu rajaus sanoin",
        "Annan begränsning i ord",
        "Another limit in words",
        "{fi: vain arkisin}",
        max_length=200,
    )
    agreed_with_kaikukeskus: date | None = described(
        Kind.DATE,
        "Milloin sovittu Kaikukeskuksen kanssa",
        "När avtalat med Kaikukeskus",
        "When agreed with Kaikukeskus",
        "2025-09-01",
        sees=INTERNAL,
    )
    at: Mapping[str, Place] = places()


class How(Record, frozen=True):
    """How a ticket or place is asked for."""

    channels: tuple[str, ...] = described(
        Kind.CHOICE,
        "Mistä lipun saa",
        "Var man får biljetten",
        "Where to ask",
        "[desk, phone]",
        many=True,
        choices=CHANNELS,
    )
    note: Localised | None = described(
        Kind.WORDS, "Ohje", "Anvisning", "What to do", "{fi: Näytä kortti kassalla.}"
    )
    at: Mapping[str, Place] = places()


class Season(Record, frozen=True):
    """From a day of the year to a day; may wrap over the new year."""

    from_: tuple[int, int] = described(
        Kind.MONTH_DAY, "Alkaa (kk-pv)", "Börjar (mån-dag)", "From (month-day)", "06-01", required=True
    )
    to: tuple[int, int] = described(
        Kind.MONTH_DAY, "Päättyy (kk-pv)", "Slutar (mån-dag)", "To (month-day)", "08-31", required=True
    )
    at: Mapping[str, Place] = places()
