"""What `content/` says of the whole network: the site, the rules, the dates, other municipalities, figures."""

from collections.abc import Mapping
from datetime import date

from sitegen.model.contact import Organisation, Source
from sitegen.model.edition import Statistic
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place

SMALLEST_FIGURE = 5
"""Where no rules say otherwise (DOMAIN section 3, privacy)."""


class SiteLink(Record, frozen=True):
    """A national link, by its id."""

    id: str = described(Kind.ID, "Tunniste", "Identifierare", "Id", "terms", required=True)
    text: Localised = described(
        Kind.WORDS,
        "Linkin teksti",
        "Länkens text",
        "Text of the link",
        "{fi: Käyttöehdot}",
        required=True,
        max_length=160,
    )
    url: Localised = described(
        Kind.LINK, "Osoite", "Adress", "Address", "{fi: https://kaikukortti.fi/}", required=True
    )
    at: Mapping[str, Place] = places()


class Site(Record, frozen=True):
    """The fields of content/site.yaml."""

    title: Localised = described(
        Kind.NAME,
        "Sivuston nimi",
        "Webbplatsens namn",
        "Name of the site",
        "{fi: Kaikukortti}",
        required=True,
    )
    base_url: str = described(
        Kind.URL,
        "Sivuston osoite",
        "Webbplatsens adress",
        "Address of the site",
        "https://kaikukortti.example/",
        required=True,
    )
    edition: int = described(
        Kind.YEAR, "Julkaistava vuosi", "År som publiceras", "Published year", "2026", required=True
    )
    languages: tuple[str, ...] = described(
        Kind.LANGUAGE, "Kielet", "Språk", "Languages", "[fi, sv, en]", many=True, required=True
    )
    publisher: Organisation | None = described(
        Kind.RECORD, "Julkaisija", "Utgivare", "Publisher", "{name: {fi: Kaikukeskus}}", record=Organisation
    )
    kaikukeskus: Organisation | None = described(
        Kind.RECORD,
        "Kaikukeskus",
        "Kaikukeskus",
        "Kaikukeskus",
        "{name: {fi: Kaikukeskus}}",
        record=Organisation,
    )
    links: tuple[SiteLink, ...] = described(
        Kind.RECORD,
        "Linkit",
        "Länkar",
        "Links",
        "[{id: terms, text: {fi: Ehdot}, url: https://kaikukortti.fi/}]",
        many=True,
        record=SiteLink,
    )
    samples: str = described(
        Kind.CHOICE,
        "Näytetäänkö esimerkkialueet",
        "Visas exempelområden",
        "Are samples shown",
        "show",
        default="show",
        choices=("show", "hide"),
    )
    card_code_pattern: str | None = described(
        Kind.TEXT, "Korttitunnuksen muoto", "Kortkodens form", "Pattern of card codes", '"KK[0-9]{6}"'
    )
    theme: str = described(Kind.ID, "Teema", "Tema", "Theme", "kaiku", default="kaiku")
    at: Mapping[str, Place] = places()


class Rules(Record, frozen=True):
    """The numbers of the national terms (DOMAIN section 3). Each is a placeholder of the texts."""

    card_min_age: int = described(
        Kind.INTEGER, "Kortin saajan ikä", "Ålder för kortet", "Age for the card", "16", required=True
    )
    child_under_age: int = described(
        Kind.INTEGER, "Lapset alle", "Barn under", "Children under", "18", required=True
    )
    card_valid_months: int = described(
        Kind.INTEGER,
        "Kortti voimassa, kuukautta",
        "Kortet gäller, månader",
        "Card valid, months",
        "12",
        required=True,
    )
    community_card_under_age: int = described(
        Kind.INTEGER,
        "Yhteisön kortti alle",
        "Gemenskapens kort under",
        "Community card under",
        "16",
        required=True,
    )
    figure_min: int = described(
        Kind.INTEGER,
        "Pienin näytettävä luku",
        "Minsta tal som visas",
        "Smallest figure shown",
        "5",
        required=True,
    )
    at: Mapping[str, Place] = places()


class RulesFile(Record, frozen=True):
    """content/<year>/rules.yaml."""

    source: Source = described(
        Kind.RECORD,
        "Sääntöjen lähde",
        "Reglernas källa",
        "Source of the rules",
        "{url: https://kaikukortti.fi/, date: 2025-02-26}",
        record=Source,
        required=True,
    )
    rules: Rules = described(
        Kind.RECORD, "Säännöt", "Regler", "Rules", "{card_min_age: 16}", record=Rules, required=True
    )
    at: Mapping[str, Place] = places()


class NationalDate(Record, frozen=True):
    """A date of the national year."""

    id: str = described(Kind.ID, "Tunniste", "Identifierare", "Id", "valtakunnallinen", required=True)
    date: date = described(Kind.DATE, "Päivä", "Datum", "Day", "2026-10-01", required=True)
    title: Localised = described(Kind.WORDS, "Nimi", "Namn", "Title", "{fi: Kehittämispäivä}", required=True)
    public: bool | None = described(Kind.YES_NO, "Julkinen", "Offentlig", "Public", "no", default=False)
    at: Mapping[str, Place] = places()


class DatesFile(Record, frozen=True):
    """content/<year>/dates.yaml."""

    dates: tuple[NationalDate, ...] = described(
        Kind.RECORD,
        "Päivät",
        "Datum",
        "Dates",
        "[{id: paiva, date: 2026-10-01, title: {fi: Päivä}}]",
        many=True,
        record=NationalDate,
    )
    at: Mapping[str, Place] = places()


class OtherMunicipality(Record, frozen=True):
    """A municipality of the network that has no region here: its own page, with source and date."""

    municipality: str = described(
        Kind.MUNICIPALITY, "Kunta", "Kommun", "Municipality", "Forssa", required=True
    )
    page: Localised | None = described(
        Kind.LINK, "Oma sivu", "Egen sida", "Its own page", "https://www.forssa.fi/"
    )
    source: str | None = described(Kind.URL, "Lähde", "Källa", "Source", "https://kaikukortti.fi/")
    date: str | None = described(Kind.PARTIAL_DATE, "Päivä", "Datum", "Date", "2025-11-12")
    at: Mapping[str, Place] = places()


class NetworkSize(Record, frozen=True):
    """How many municipalities the network has, as somebody said on a day (C15)."""

    municipalities: int = described(
        Kind.INTEGER,
        "Kuntia, joissa kortti on käytössä tai tulossa",
        "Kommuner där kortet är i bruk eller på väg",
        "Municipalities where the card is in use or on its way",
        "120",
        required=True,
    )
    date: str = described(
        Kind.PARTIAL_DATE,
        "Tiedon päivä",
        "Uppgiftens datum",
        "Day of the figure",
        "2025-11-12",
        required=True,
    )
    source: str = described(
        Kind.URL,
        "Tiedon lähde",
        "Uppgiftens källa",
        "Source of the figure",
        "https://kaikukortti.fi/",
        required=True,
    )
    at: Mapping[str, Place] = places()


class NetworkFile(Record, frozen=True):
    """content/network.yaml."""

    in_use: NetworkSize | None = described(
        Kind.RECORD,
        "Koko verkoston laajuus",
        "Hela nätverkets omfattning",
        "Size of the whole network",
        "{municipalities: 120, date: 2025-11-12, source: https://kaikukortti.fi/}",
        record=NetworkSize,
    )
    municipalities: tuple[OtherMunicipality, ...] = described(
        Kind.RECORD,
        "Muut kunnat",
        "Andra kommuner",
        "Other municipalities",
        "[{municipality: Forssa}]",
        many=True,
        record=OtherMunicipality,
    )
    at: Mapping[str, Place] = places()


class Move(Record, frozen=True):
    """An address that was published once and where it leads now (from the site's root, no leading slash)."""

    from_: str = described(
        Kind.TEXT, "Vanha osoite", "Gammal adress", "Old address", "tornea/fi/", required=True
    )
    to: str = described(Kind.TEXT, "Uusi osoite", "Ny adress", "New address", "tornio/fi/", required=True)
    at: Mapping[str, Place] = places()


class MovedFile(Record, frozen=True):
    """content/moved.yaml."""

    moved: tuple[Move, ...] = described(
        Kind.RECORD,
        "Siirretyt osoitteet",
        "Flyttade adresser",
        "Moved addresses",
        "[{from: tornea/, to: tornio/}]",
        many=True,
        record=Move,
    )
    at: Mapping[str, Place] = places()


class FiguresFile(Record, frozen=True):
    """content/figures.yaml: the national series, all from one source."""

    source: Source = described(
        Kind.RECORD,
        "Lukujen lähde",
        "Talens källa",
        "Source of the figures",
        "{url: https://kaikukortti.fi/, date: 2024}",
        record=Source,
        required=True,
    )
    figures: tuple[Statistic, ...] = described(
        Kind.RECORD,
        "Luvut",
        "Tal",
        "Figures",
        "[{year: 2023, what: uses, value: 51188}]",
        many=True,
        record=Statistic,
        required=True,
    )
    at: Mapping[str, Place] = places()
