"""What changes with the year: the fields of edition.yaml and statistics.yaml, and media.yaml beside them."""

from collections.abc import Mapping
from datetime import date, time

from sitegen.model.contact import INTERNAL, Commitment, Period
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place

LIST_CHOICES = ("full", "municipality", "none")
EVENT_KINDS = ("feedback-meeting", "introduction", "national-meeting", "open-day", "other")
FIGURE_KINDS = (
    "cards",
    "cards-in-use",
    "cards-registered",
    "cards-taken-into-use",
    "uses",
    "child-uses",
    "distributors",
    "venues",
    "municipalities",
)
FIGURE_GROUPS = ("culture", "education", "science", "sport", "nature", "all")
ACCEPTABLE = ("fewer-partners",)


class BrochureSettings(Record, frozen=True):
    """How the brochure is made."""

    print: bool | None = described(
        Kind.YES_NO, "Painetaanko esite", "Trycks broschyren", "Is it printed", "yes", default=True
    )
    lists: str = described(
        Kind.CHOICE,
        "Kumppaniluettelot esitteessä",
        "Partnerlistor i broschyren",
        "Partner lists in the brochure",
        "full",
        default="full",
        choices=LIST_CHOICES,
    )
    large_print: bool | None = described(
        Kind.YES_NO,
        "Isotekstinen esite",
        "Broschyr med stor stil",
        "Large-print brochure",
        "no",
        default=False,
    )
    at: Mapping[str, Place] = places()


class Orders(Record, frozen=True):
    """What is ordered beyond the distributors' needs."""

    cards: int | None = described(
        Kind.INTEGER, "Kortteja varalle", "Kort i reserv", "Spare cards", "200", sees=INTERNAL
    )
    community_cards: int | None = described(
        Kind.INTEGER,
        "Yhteisön kortteja varalle",
        "Gemenskapens kort i reserv",
        "Spare community cards",
        "10",
        sees=INTERNAL,
    )
    at: Mapping[str, Place] = places()


class CostSplit(Record, frozen=True):
    """How a region shares its upkeep costs where it agreed otherwise than by halves (DOMAIN section 3)."""

    municipalities: int = described(
        Kind.INTEGER,
        "Kuntien osuus prosentteina",
        "Kommunernas andel i procent",
        "Share of the municipalities in per cent",
        "60",
        required=True,
        sees=INTERNAL,
    )
    told: date | None = described(
        Kind.DATE,
        "Kerrottu Kaikukeskukselle",
        "Meddelat till Kaikukeskus",
        "Told to Kaikukeskus",
        "2026-03-02",
        sees=INTERNAL,
    )
    at: Mapping[str, Place] = places()


class News(Record, frozen=True):
    """A piece of news."""

    id: str = described(Kind.ID, "Tunniste", "Identifierare", "Id", "uusi-kohde", required=True)
    date: date = described(Kind.DATE, "Päivä", "Datum", "Day", "2026-02-01", required=True)
    title: Localised = described(
        Kind.WORDS, "Otsikko", "Rubrik", "Title", "{fi: Uusi kohde}", required=True, max_length=160
    )
    text: Localised | None = described(
        Kind.WORDS, "Teksti", "Text", "Text", "{fi: Uimahalli tuli mukaan.}", max_length=4000
    )
    at: Mapping[str, Place] = places()


class Event(Record, frozen=True):
    """A meeting or an open day."""

    id: str = described(Kind.ID, "Tunniste", "Identifierare", "Id", "palaute", required=True)
    kind: str = described(
        Kind.CHOICE, "Laji", "Slag", "Kind", "feedback-meeting", default="other", choices=EVENT_KINDS
    )
    date: date = described(Kind.DATE, "Päivä", "Datum", "Day", "2026-05-20", required=True)
    from_: time | None = described(Kind.TIME, "Alkaa", "Börjar", "Starts", '"09:00"')
    to: time | None = described(Kind.TIME, "Päättyy", "Slutar", "Ends", '"11:00"')
    place: Localised | None = described(Kind.NAME, "Paikka", "Plats", "Place", "{fi: Kirjasto}")
    title: Localised | None = described(
        Kind.WORDS, "Nimi", "Namn", "Title", "{fi: Avoimet ovet}", max_length=160
    )
    public: bool | None = described(Kind.YES_NO, "Julkinen", "Offentlig", "Public", "no", default=False)
    at: Mapping[str, Place] = places()


class Done(Record, frozen=True):
    """A point of the checklist that is done though nothing can show it."""

    point: int = described(
        Kind.INTEGER,
        "Muistilistan kohta",
        "Punkt på minneslistan",
        "Point of the checklist",
        "9",
        required=True,
        sees=INTERNAL,
    )
    date: date = described(Kind.DATE, "Päivä", "Datum", "Day", "2026-01-20", required=True, sees=INTERNAL)
    note: str | None = described(
        Kind.TEXT, "Huomautus", "Anmärkning", "Remark", "Pidettiin kirjastossa", sees=INTERNAL
    )
    at: Mapping[str, Place] = places()


class Contact(Record, frozen=True):
    """A contact at Kaikukeskus."""

    name: str | None = described(
        Kind.TEXT, "Nimi tai tehtävä", "Namn eller uppgift", "Name or role", "aluetuki", sees=INTERNAL
    )
    email: str | None = described(
        Kind.EMAIL, "Sähköposti", "E-post", "E-mail", "tuki@kaikukeskus.example", sees=INTERNAL
    )
    at: Mapping[str, Place] = places()


class EditionFacts(Record, frozen=True):
    """The fields of edition.yaml; beside them any field of region.yaml may stand, for this year only."""

    valid: Period = described(
        Kind.RECORD,
        "Voimassa",
        "I kraft",
        "Valid",
        "{from: 2026-01-01, to: 2026-12-31}",
        record=Period,
        required=True,
    )
    round: Period | None = described(
        Kind.RECORD,
        "Syksyn kierros",
        "Höstens runda",
        "The autumn's round",
        "{from: 2025-09-01, to: 2025-12-31}",
        record=Period,
        sees=INTERNAL,
    )
    answers_by: date | None = described(
        Kind.DATE, "Vastaukset viimeistään", "Svar senast", "Answers by", "2025-10-31", sees=INTERNAL
    )
    updated: date | None = described(
        Kind.DATE, "Tiedot tarkistettu", "Uppgifterna kontrollerade", "Details checked", "2026-01-05"
    )
    region_commitment: Commitment | None = described(
        Kind.RECORD,
        "Alueen oma sitoumus",
        "Områdets egen förbindelse",
        "The region's own commitment",
        "{date: 2024-11-15, by: kaikukanta}",
        record=Commitment,
        short="date",
        sees=INTERNAL,
    )
    kaikukeskus_contact: Contact | None = described(
        Kind.RECORD,
        "Yhteyshenkilö Kaikukeskuksessa",
        "Kontakt vid Kaikukeskus",
        "Contact at Kaikukeskus",
        "{name: aluetuki}",
        record=Contact,
        sees=INTERNAL,
    )
    brochure: BrochureSettings = described(
        Kind.RECORD,
        "Esite",
        "Broschyr",
        "Brochure",
        "{lists: full}",
        record=BrochureSettings,
        default=BrochureSettings(),
    )
    orders: Orders | None = described(
        Kind.RECORD, "Tilaukset", "Beställningar", "Orders", "{cards: 200}", record=Orders, sees=INTERNAL
    )
    cost_split: CostSplit | None = described(
        Kind.RECORD,
        "Kustannusten oma jako",
        "Egen fördelning av kostnaderna",
        "Own split of the costs",
        "{municipalities: 60, told: 2026-03-02}",
        record=CostSplit,
        sees=INTERNAL,
    )
    news: tuple[News, ...] = described(
        Kind.RECORD,
        "Uutiset",
        "Nyheter",
        "News",
        "[{id: uusi-kohde, date: 2026-02-01, title: {fi: Uusi kohde}}]",
        many=True,
        record=News,
    )
    events: tuple[Event, ...] = described(
        Kind.RECORD,
        "Tapahtumat",
        "Händelser",
        "Events",
        "[{id: palaute, kind: feedback-meeting, date: 2026-05-20}]",
        many=True,
        record=Event,
    )
    done: tuple[Done, ...] = described(
        Kind.RECORD,
        "Muistilistalta tehty",
        "Gjort på minneslistan",
        "Done on the checklist",
        "[{point: 9, date: 2026-01-20}]",
        many=True,
        record=Done,
        sees=INTERNAL,
    )
    accepted: tuple[str, ...] = described(
        Kind.CHOICE,
        "Hyväksytyt poikkeamat",
        "Godkända avvikelser",
        "Accepted exceptions",
        "[fewer-partners]",
        many=True,
        choices=ACCEPTABLE,
        sees=INTERNAL,
    )
    at: Mapping[str, Place] = places()


class Statistic(Record, frozen=True):
    """A published figure with its date and source (C15). A value of None is written under-5."""

    year: int = described(Kind.YEAR, "Vuosi", "År", "Year", "2024", required=True)
    what: str = described(
        Kind.CHOICE,
        "Mitä lasketaan",
        "Vad som räknas",
        "What is counted",
        "uses",
        choices=FIGURE_KINDS,
        required=True,
    )
    group: str | None = described(Kind.CHOICE, "Ryhmä", "Grupp", "Group", "sport", choices=FIGURE_GROUPS)
    value: int | None = described(
        Kind.FIGURE,
        "Luku (1–4: under-5)",
        "Tal (1–4: under-5)",
        "Number (1-4: under-5)",
        "120",
        required=True,
    )
    as_of: date | None = described(Kind.DATE, "Tilanne päivänä", "Läget den", "As of", "2025-01-15")
    source: Localised | None = described(
        Kind.WORDS, "Lähde", "Källa", "Source", "{fi: Kaikukanta}", max_length=160
    )
    total_since: str | None = described(
        Kind.PARTIAL_DATE, "Kertymä alkaen", "Totalt sedan", "Running total since", "2021-06"
    )
    about: bool | None = described(Kind.YES_NO, "Noin", "Ungefär", "About", "yes", default=False)
    at: Mapping[str, Place] = places()


class MediaDescription(Record, frozen=True):
    """What a picture tells, or that it is decoration (BAR A15)."""

    alt: Localised | None = described(
        Kind.WORDS,
        "Mitä kuvassa on",
        "Vad bilden visar",
        "What the picture shows",
        "{fi: Tornion tunnus}",
        max_length=150,
    )
    decorative: bool | None = described(
        Kind.YES_NO, "Pelkkä koriste", "Enbart dekoration", "Decoration only", "yes", default=False
    )
    at: Mapping[str, Place] = places()
