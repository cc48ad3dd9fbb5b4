"""Partners: distributors hand out the card, venues accept it."""

from collections.abc import Mapping
from datetime import date

from sitegen.model.contact import (
    INTERNAL,
    Accessibility,
    Address,
    Commitment,
    Email,
    Period,
    Phone,
    Source,
)
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.partner_parts import (
    ANSWERS,
    SECTORS,
    VENUE_KINDS,
    VENUE_TYPES,
    How,
    Limit,
    Materials,
    Season,
)
from sitegen.model.text import Localised
from sitegen.problems import Place


class Partner(Record, frozen=True):
    """What distributors and venues have in common."""

    id: str = described(
        Kind.ID,
        "Tunniste, sama vuodesta toiseen",
        "Identifierare, samma år efter år",
        "Id, the same over the years",
        "etsiva-nuorisotyo",
        required=True,
    )
    name: Localised = described(
        Kind.NAME, "Nimi", "Namn", "Name", "{fi: Etsivä nuorisotyö}", required=True, max_length=160
    )
    part_of: Localised | None = described(
        Kind.NAME,
        "Organisaatio, johon kuuluu",
        "Organisation som den hör till",
        "Organisation it belongs to",
        "{fi: Tornion kaupunki}",
        max_length=160,
    )
    municipality: str | None = described(
        Kind.MUNICIPALITY,
        "Kunta, jossa se on",
        "Kommun där den finns",
        "Municipality where it stands",
        "Tornio",
    )
    covers: tuple[str, ...] = described(
        Kind.COVERS,
        "Kunnat, joissa se palvelee (tai all)",
        "Kommuner som den betjänar (eller all)",
        "Municipalities it serves (or all)",
        "[Tornio]",
    )
    address: Address | None = described(
        Kind.RECORD,
        "Osoite",
        "Adress",
        "Address",
        '{street: {fi: Torikatu 2}, postal_code: "95400"}',
        record=Address,
    )
    phone: tuple[Phone, ...] = described(
        Kind.RECORD, "Puhelin", "Telefon", "Telephone", "016 000 310", many=True, record=Phone, short="number"
    )
    email: tuple[Email, ...] = described(
        Kind.RECORD,
        "Sähköposti",
        "E-post",
        "E-mail",
        "nuoret@mallila.example",
        many=True,
        record=Email,
        short="address",
    )
    website: Localised | None = described(
        Kind.LINK, "Verkkosivu", "Webbsida", "Web page", "https://nuoret.mallila.example"
    )
    hours: Localised | None = described(
        Kind.WORDS, "Aukioloajat", "Öppettider", "Opening hours", "{fi: ma–to 9–15}", max_length=300
    )
    hours_url: Localised | None = described(
        Kind.LINK,
        "Sivu, jolla aukioloajat ovat",
        "Sida med öppettiderna",
        "Page with the opening hours",
        "https://museo.example/aukiolo",
    )
    note: Localised | None = described(
        Kind.WORDS, "Lisätieto", "Mer information", "More information", "{fi: Kysy vuoronumeroa aulasta.}"
    )
    getting_there: Localised | None = described(
        Kind.WORDS,
        "Miten perille",
        "Hur man tar sig dit",
        "Getting there",
        '{fi: "Bussi 3, pysäkki Kirkko."}',
    )
    accessibility: Accessibility | None = described(
        Kind.RECORD, "Esteettömyys", "Tillgänglighet", "Access", "{step_free: yes}", record=Accessibility
    )
    language: str | None = described(
        Kind.LANGUAGE, "Kirjeiden kieli", "Brevens språk", "Language of letters", "fi", sees=INTERNAL
    )
    since: int | None = described(
        Kind.YEAR,
        "Ensimmäinen vuosi kumppanina",
        "Första året som samarbetspartner",
        "First year as a partner",
        "2019",
        sees=INTERNAL,
    )
    answer: str = described(
        Kind.CHOICE,
        "Vastaus: jatkaako ensi vuonna",
        "Svar: fortsätter nästa år",
        "Answer: goes on next year",
        "continues",
        default="unanswered",
        choices=ANSWERS,
        sees=INTERNAL,
    )
    commitment: Commitment | None = described(
        Kind.RECORD,
        "Sitoumus",
        "Förbindelse",
        "Commitment",
        "{date: 2025-12-01, by: paper}",
        record=Commitment,
        short="date",
        sees=INTERNAL,
    )
    checked: date | None = described(
        Kind.DATE,
        "Yhteystiedot tarkistettu",
        "Kontaktuppgifterna kontrollerade",
        "Contact details checked",
        "2025-10-30",
        sees=INTERNAL,
    )
    kaikukanta_account: bool | None = described(
        Kind.YES_NO,
        "Kaikukanta-tunnus on",
        "Har konto i Kaikukanta",
        "Has a Kaikukanta account",
        "yes",
        sees=INTERNAL,
    )
    public_because: Localised | None = described(
        Kind.WORDS,
        "Miksi henkilön osoite tai numero on julkinen",
        "Varför en persons adress eller nummer är offentlig",
        "Why a person's address or number is public",
        "{fi: Yhdistyksen ainoa numero.}",
        sees=INTERNAL,
    )
    ended: date | None = described(
        Kind.DATE,
        "Lopetti kesken vuoden",
        "Slutade mitt i året",
        "Left in mid-year",
        "2026-05-31",
        sees=INTERNAL,
    )
    source: Source | None = described(
        Kind.RECORD,
        "Mistä tiedot ovat",
        "Varifrån uppgifterna är",
        "Where the facts come from",
        "{url: https://www.tornio.fi/, date: 2024}",
        record=Source,
        sees=INTERNAL,
    )
    materials: Materials | None = described(
        Kind.RECORD,
        "Toimitettavat materiaalit",
        "Material som levereras",
        "Materials to deliver",
        "{cards: 40, brochures: {fi: 60}}",
        record=Materials,
        sees=INTERNAL,
    )
    at: Mapping[str, Place] = places()


class Distributor(Partner, frozen=True):
    """A service that hands out the card to its clients."""

    sector: tuple[str, ...] = described(
        Kind.CHOICE, "Ala", "Sektor", "Sector", "youth", many=True, choices=SECTORS
    )
    serves: Localised | None = described(
        Kind.WORDS, "Kenelle", "För vem", "Whom it serves", "{fi: 16–29-vuotiaille}", max_length=300
    )
    how_to_ask: Localised | None = described(
        Kind.WORDS,
        "Miten korttia kysytään",
        "Hur man ber om kortet",
        "How to ask for the card",
        "{fi: Kysy omalta työntekijältäsi.}",
    )
    confirmed: date | None = described(
        Kind.DATE,
        "Kaikukeskus vahvisti",
        "Bekräftad av Kaikukeskus",
        "Confirmed by Kaikukeskus",
        "2025-09-12",
        sees=INTERNAL,
    )


class Venue(Partner, frozen=True):
    """A place that accepts the card."""

    kind: str = described(Kind.CHOICE, "Laji", "Slag", "Kind", "sport", choices=VENUE_KINDS, required=True)
    type: str | None = described(Kind.CHOICE, "Tyyppi", "Typ", "Type", "swimming-hall", choices=VENUE_TYPES)
    offer: Localised | None = described(
        Kind.WORDS, "Mitä kortilla saa", "Vad kortet ger", "What the card gives", "{fi: Uinti ja kuntosali}"
    )
    how: How | None = described(
        Kind.RECORD,
        "Näin saat lipun",
        "Så får du en biljett",
        "How to get a ticket",
        "{channels: [desk]}",
        record=How,
    )
    limits: tuple[Limit, ...] = described(
        Kind.RECORD,
        "Rajaukset",
        "Begränsningar",
        "Limits",
        "[{kind: courses-per-year, value: 2}]",
        many=True,
        record=Limit,
    )
    season: tuple[Season, ...] = described(
        Kind.RECORD, "Kausi", "Säsong", "Season", "{from: 06-01, to: 08-31}", many=True, record=Season
    )
    popup: Period | None = described(
        Kind.RECORD,
        "Pop up -kohteen päivät",
        "Pop up-objektets dagar",
        "Days of a pop-up venue",
        "{from: 2026-07-01, to: 2026-07-14}",
        record=Period,
    )
    events_url: Localised | None = described(
        Kind.LINK,
        "Ohjelman sivu",
        "Programmets sida",
        "Page with the programme",
        "https://teatteri.example/ohjelma",
    )


def is_listed(partner: Partner, year: int) -> bool:
    """Whether a partner stands on the pages and in the documents of a year's edition (DESIGN section 3, Listed).

    It did not answer that it stops (C3), has not ended, and if it is new this year it has its commitment (C1)
    and, being a distributor, Kaikukeskus's confirmation (C2).
    """
    if partner.answer == "stops" or partner.ended is not None:
        return False
    if partner.since != year:
        return True
    confirmed = not isinstance(partner, Distributor) or partner.confirmed is not None
    return partner.commitment is not None and confirmed
