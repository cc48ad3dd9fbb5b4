"""A region: what seldom changes."""

from collections.abc import Mapping

from sitegen.model.contact import Organisation, Period, PhoneNumber, Source
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place

REGION_KINDS = ("municipality", "group", "county")
PHASES = ("preparing", "pilot", "permanent", "ended")
SIDES = ("culture", "social")
DEFAULT_ACCENT = "#47398b"
NOT_BY_YEAR = frozenset({"edition", "aliases"})
"""Fields of region.yaml that an edition cannot replace for its year."""


class Coordinator(Record, frozen=True):
    """One of the two who run the region: a role, never a private person (C4, C13)."""

    side: str = described(
        Kind.CHOICE,
        "Puoli: kulttuuri vai sosiaali ja terveys",
        "Sida: kultur eller social- och hälsovård",
        "Side",
        "culture",
        choices=SIDES,
        required=True,
    )
    title: Localised | None = described(
        Kind.WORDS, "Tehtävä", "Uppgift", "Role", "{fi: kulttuurikoordinaattori}", max_length=120
    )
    organisation: Localised | None = described(
        Kind.NAME, "Organisaatio", "Organisation", "Organisation", "{fi: Tornion kaupunki}"
    )
    email: str | None = described(Kind.EMAIL, "Sähköposti", "E-post", "E-mail", "kulttuuri@mallila.example")
    phone: PhoneNumber | None = described(Kind.PHONE, "Puhelin", "Telefon", "Telephone", "016 000 110")
    at: Mapping[str, Place] = places()


class Forms(Record, frozen=True):
    """A region's name inflected, in one language: "in" and "of"."""

    in_: str = described(Kind.TEXT, "Missä", "Var (med preposition)", "Where", "Torniossa", required=True)
    of: str = described(Kind.TEXT, "Minkä", "Vems (genitiv)", "Whose", "Tornion", required=True)
    at: Mapping[str, Place] = places()


class Region(Record, frozen=True):
    """The fields of region.yaml; an edition may replace any of them for its year."""

    name: Localised = described(
        Kind.NAME,
        "Alueen nimi",
        "Områdets namn",
        "Name of the region",
        "{fi: Tornio, sv: Torneå}",
        required=True,
    )
    forms: tuple[tuple[str, Forms], ...] = described(
        Kind.RECORDS_BY_NAME,
        "Nimen taivutus",
        "Namnets böjning",
        "Inflected name",
        "{fi: {in: Torniossa, of: Tornion}}",
        record=Forms,
        required=True,
    )
    kind: str = described(
        Kind.CHOICE,
        "Millainen alue",
        "Hurdant område",
        "Kind of region",
        "municipality",
        choices=REGION_KINDS,
        required=True,
    )
    municipalities: tuple[str, ...] = described(
        Kind.MUNICIPALITY,
        "Alueen kunnat",
        "Områdets kommuner",
        "Municipalities",
        "[Tornio]",
        many=True,
        required=True,
    )
    wellbeing_counties: tuple[Localised, ...] = described(
        Kind.NAME,
        "Hyvinvointialueet",
        "Välfärdsområden",
        "Wellbeing services counties",
        "[{fi: Lapin hyvinvointialue}]",
        many=True,
    )
    languages: tuple[str, ...] = described(
        Kind.LANGUAGE,
        "Kielet, joilla alue kirjoittaa",
        "Språk som området skriver på",
        "Languages the region writes",
        "[fi, sv]",
        many=True,
        required=True,
    )
    official_languages: tuple[str, ...] = described(
        Kind.LANGUAGE,
        "Alueen viralliset kielet",
        "Områdets officiella språk",
        "Official languages",
        "[fi]",
        many=True,
    )
    phase: str | None = described(Kind.CHOICE, "Vaihe", "Skede", "Phase", "permanent", choices=PHASES)
    pilot: Period | None = described(
        Kind.RECORD,
        "Kokeilun aika",
        "Försökets tid",
        "Time of the pilot",
        "{from: 2019-04, to: 2019-12}",
        record=Period,
    )
    edition: int | None = described(
        Kind.YEAR,
        "Vuosi, jonka tiedot ovat sivuilla",
        "Året vars uppgifter finns på sidorna",
        "Year whose data is on the pages",
        "2026",
    )
    valid_elsewhere: bool | None = described(
        Kind.YES_NO,
        "Käykö kortti muilla alueilla",
        "Gäller kortet på andra områden",
        "Valid in other regions",
        "yes",
        default=True,
    )
    owner: Organisation | None = described(
        Kind.RECORD,
        "Kuka vastaa sivuista",
        "Vem som svarar för sidorna",
        "Who answers for the pages",
        "{name: {fi: Tornion kaupunki}}",
        record=Organisation,
    )
    coordinators: tuple[Coordinator, ...] = described(
        Kind.RECORD,
        "Vastuuhenkilöt rooleina",
        "Ansvarspersoner som roller",
        "Coordinators as roles",
        "[{side: culture, email: kulttuuri@mallila.example}]",
        many=True,
        record=Coordinator,
    )
    feedback: str | None = described(
        Kind.EMAIL,
        "Palautteen osoite",
        "Adress för respons",
        "Address for feedback",
        "kaikukortti@mallila.example",
    )
    accent: str | None = described(
        Kind.COLOUR,
        "Alueen väri",
        "Områdets färg",
        "Colour of the region",
        '"#0f5a86"',
        default=DEFAULT_ACCENT,
    )
    logo: str | None = described(
        Kind.FILE,
        "Tunnus (tiedosto media-kansiossa)",
        "Logotyp (fil i mappen media)",
        "Logo (a file of media/)",
        "logo.png",
    )
    aliases: tuple[str, ...] = described(
        Kind.ID,
        "Vanhat tai rinnakkaiset osoitteet",
        "Gamla eller parallella adresser",
        "Old or parallel addresses",
        "[tornea]",
        many=True,
    )
    sample: Localised | None = described(
        Kind.WORDS,
        "Esimerkkisivujen huomautus",
        "Exempelsidornas anmärkning",
        "Note of sample pages",
        "{fi: Koottu julkisilta sivuilta.}",
    )
    invented: bool | None = described(
        Kind.YES_NO,
        "Keksitty alue, esimerkiksi",
        "Påhittat område, ett exempel",
        "Invented region, an example",
        "yes",
        default=False,
    )
    source: tuple[Source, ...] = described(
        Kind.RECORD,
        "Mistä tiedot ovat",
        "Varifrån uppgifterna är",
        "Where the facts come from",
        "[{url: https://www.tornio.fi/}]",
        many=True,
        record=Source,
    )
    at: Mapping[str, Place] = places()

    @property
    def is_sample(self) -> bool:
        """Made from public pages, not the region's own word (DOMAIN section 5, Samples)."""
        return self.sample is not None
