"""Records shared by partners and regions: ways to reach somebody, addresses, sources, periods."""

from collections.abc import Mapping
from datetime import date

from sitegen.model.fields import Kind, Record, Sees, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place
from sitegen.structs import Struct


class PhoneNumber(Struct, frozen=True):
    """A number as written, as `+358 …` in the writer's groups, and as E.164 for links (BAR A10, N1)."""

    written: str
    international: str
    e164: str


class Phone(Record, frozen=True):
    """A telephone number, for whom or what, and its price (N6)."""

    number: PhoneNumber = described(
        Kind.PHONE, "Puhelinnumero", "Telefonnummer", "Telephone number", "016 000 310", required=True
    )
    for_: Localised | None = described(
        Kind.WORDS,
        "Mitä asiaa varten",
        "För vilket ärende",
        "What it is for",
        "{fi: ajanvaraus}",
        max_length=120,
    )
    price: Localised | None = described(
        Kind.WORDS,
        "Puhelun hinta",
        "Samtalets pris",
        "Price of a call",
        '{fi: "0,50 €/min + pvm"}',
        max_length=120,
    )
    at: Mapping[str, Place] = places()


class Email(Record, frozen=True):
    """An e-mail address, and for whom or what."""

    address: str = described(
        Kind.EMAIL,
        "Sähköpostiosoite",
        "E-postadress",
        "E-mail address",
        "liput@teatteri.example",
        required=True,
    )
    for_: Localised | None = described(
        Kind.WORDS, "Mitä asiaa varten", "För vilket ärende", "What it is for", "{fi: liput}", max_length=120
    )
    at: Mapping[str, Place] = places()


class Address(Record, frozen=True):
    """A street address. The town defaults to the register's for the postal code."""

    place: Localised | None = described(
        Kind.NAME, "Rakennus tai paikka", "Byggnad eller plats", "Building or place", "{fi: Kulttuuritalo}"
    )
    street: Localised | None = described(
        Kind.NAME, "Katuosoite", "Gatuadress", "Street address", "{fi: Torikatu 2, sv: Torggatan 2}"
    )
    postal_code: str | None = described(
        Kind.POSTAL_CODE, "Postinumero", "Postnummer", "Postal code", '"95400"'
    )
    town: Localised | None = described(Kind.NAME, "Postitoimipaikka", "Postort", "Post town", "Tornio")
    at: Mapping[str, Place] = places()


class Accessibility(Record, frozen=True):
    """How the place is reached; what is not known is not shown."""

    step_free: bool | None = described(
        Kind.YES_NO, "Pääseekö sisään portaitta", "Kommer man in utan trappor", "Step-free entrance", "yes"
    )
    toilet: bool | None = described(
        Kind.YES_NO, "Esteetön WC", "Tillgänglig toalett", "Accessible toilet", "yes"
    )
    hearing_loop: bool | None = described(Kind.YES_NO, "Induktiosilmukka", "Hörslinga", "Hearing loop", "no")
    note: Localised | None = described(
        Kind.WORDS,
        "Lisätieto esteettömyydestä",
        "Mer om tillgänglighet",
        "More on access",
        "{fi: Hissi pihalta}",
    )
    at: Mapping[str, Place] = places()


class Commitment(Record, frozen=True):
    """A commitment to the national model (C1)."""

    date: date = described(
        Kind.DATE,
        "Sitoumuksen päivä",
        "Förbindelsens datum",
        "Date of the commitment",
        "2025-12-01",
        required=True,
    )
    by: str | None = described(
        Kind.CHOICE,
        "Miten sitouduttiin",
        "Hur förbindelsen gavs",
        "How it was given",
        "paper",
        choices=("paper", "kaikukanta"),
    )
    at: Mapping[str, Place] = places()


class Source(Record, frozen=True):
    """Where facts come from."""

    url: str | None = described(
        Kind.URL, "Lähteen osoite", "Källans adress", "Address of the source", "https://www.tornio.fi/"
    )
    title: Localised | None = described(
        Kind.NAME, "Lähteen nimi", "Källans namn", "Title of the source", "{fi: Käyttöehdot}"
    )
    date: str | None = described(
        Kind.PARTIAL_DATE, "Lähteen päivä, kuukausi tai vuosi", "Källans datum", "Day, month or year", "2024"
    )
    note: str | None = described(Kind.TEXT, "Huomautus", "Anmärkning", "Remark", "kaupungin sivu")
    at: Mapping[str, Place] = places()


class Period(Record, frozen=True):
    """From a day to a day, both included."""

    from_: date = described(
        Kind.DATE_FROM, "Ensimmäinen päivä", "Första dagen", "First day", "2026-01-01", required=True
    )
    to: date = described(
        Kind.DATE_TO, "Viimeinen päivä", "Sista dagen", "Last day", "2026-12-31", required=True
    )
    at: Mapping[str, Place] = places()


class Organisation(Record, frozen=True):
    """An organisation that answers for something."""

    name: Localised = described(
        Kind.NAME,
        "Organisaation nimi",
        "Organisationens namn",
        "Name of the organisation",
        "{fi: Tornion kaupunki}",
        required=True,
    )
    unit: Localised | None = described(Kind.NAME, "Yksikkö", "Enhet", "Unit", "{fi: Kulttuuripalvelut}")
    email: str | None = described(Kind.EMAIL, "Sähköposti", "E-post", "E-mail", "kulttuuri@mallila.example")
    phone: PhoneNumber | None = described(Kind.PHONE, "Puhelin", "Telefon", "Telephone", "016 000 110")
    page: Localised | None = described(
        Kind.LINK, "Verkkosivu", "Webbsida", "Web page", "{fi: https://kaikukortti.fi/}"
    )
    at: Mapping[str, Place] = places()


INTERNAL = Sees.INTERNAL
