"""Small networks for tests, made of real values of the model, without files.

    made = network((edition(venues=(venue("uimahalli"),)),), sections=(text("what", "fi", "Kortti."),))

Everything has a default that is valid; a test names what it is about.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from sitegen.model.contact import Address, Email, Organisation, Period, Phone, PhoneNumber, Source
from sitegen.model.edition import EditionFacts, MediaDescription
from sitegen.model.national import Rules, RulesFile, Site
from sitegen.model.network import Edition, MediaFile, NationalYear, Network, RegionEditions, SectionText
from sitegen.model.partner import Distributor, Venue
from sitegen.model.region import Coordinator, Forms, Region
from sitegen.model.register import Municipality, PostalCode, Register
from sitegen.model.statement import Gap, StatementFile
from sitegen.model.text import Localised, TextKind, same_everywhere
from sitegen.problems import Place
from sitegen.structs import replace

LANGUAGES = ("fi", "sv", "en", "fi-simple", "ar", "ru")
YEAR = 2026

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fea735b6fe0000000049454e44ae426082"
)
"""A picture of one pixel."""


def words(**by_language: str) -> Localised:
    """Words by language: `words(fi="Uinti", fi_simple="Uinti")`."""
    return Localised(TextKind.WORDS, _pairs(by_language))


def name(plain: str = "", **by_language: str) -> Localised:
    """A name, the same everywhere or with parallel names."""
    return Localised(TextKind.NAME, _pairs(by_language)) if by_language else same_everywhere(plain)


def link(plain: str = "", **by_language: str) -> Localised:
    """An address on the web, plain or by language."""
    if by_language:
        return Localised(TextKind.LINK, _pairs(by_language))
    return same_everywhere(plain, TextKind.LINK)


def _pairs(by_language: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((code.replace("_", "-"), value) for code, value in by_language.items())


def number(written: str = "016 000 310") -> PhoneNumber:
    """A Finnish telephone number that begins with 0."""
    return PhoneNumber(written, f"+358 {written[1:]}", "+358" + written[1:].replace(" ", ""))


def phone(written: str = "016 000 310", **fields: Any) -> Phone:
    """A telephone number with what is said about it."""
    return Phone(number=number(written), **fields)


def email(address: str, **fields: Any) -> Email:
    """An e-mail address with what is said about it."""
    return Email(address=address, **fields)


def address(street: str = "Torikatu 2", postal_code: str = "98760", **fields: Any) -> Address:
    """A street address; its town is the register's."""
    return Address(street=name(street), postal_code=postal_code, **fields)


def distributor(id: str = "nuoriso", **fields: Any) -> Distributor:
    """A listed distributor."""
    given: dict[str, Any] = {
        "name": name(fields.pop("called", f"Jakaja {id}")),
        "municipality": "X01",
        "answer": "continues",
    }
    return Distributor(id=id, **(given | fields))


def venue(id: str = "uimahalli", **fields: Any) -> Venue:
    """A listed venue."""
    given: dict[str, Any] = {
        "name": name(fields.pop("called", f"Kohde {id}")),
        "municipality": "X01",
        "answer": "continues",
        "kind": "sport",
    }
    return Venue(id=id, **(given | fields))


def coordinator(side: str = "culture", **fields: Any) -> Coordinator:
    """A coordinator."""
    given: dict[str, Any] = {"organisation": name("Mallilan kunta"), "email": f"{side}@mallila.example"}
    return Coordinator(side=side, **(given | fields))


def region(**fields: Any) -> Region:
    """The region Mallila (in Swedish Modellby)."""
    given: dict[str, Any] = {
        "name": name(fi="Mallila", sv="Modellby", en="Mallila"),
        "forms": (
            ("fi", Forms(in_="Mallilassa", of="Mallilan")),
            ("sv", Forms(in_="i Modellby", of="Modellbys")),
        ),
        "kind": "municipality",
        "municipalities": ("X01",),
        "languages": ("fi", "sv"),
        "official_languages": ("fi",),
        "phase": "permanent",
        "owner": Organisation(name=name("Mallilan kunta")),
        "coordinators": (coordinator("culture"), coordinator("social")),
        "feedback": "palaute@mallila.example",
    }
    return Region(**(given | fields))


def text(section: str, lang: str = "fi", body: str = "Teksti.", **fields: Any) -> SectionText:
    """A Markdown text; its body begins on line 4, as with a front matter of one field."""
    given: dict[str, Any] = {
        "title": f"Otsikko {section}",
        "place": Place(f"content/{YEAR}/{lang}/{section}.md", 4, 1),
        "digest": hashlib.sha256(body.strip().encode()).hexdigest()[:12],
    }
    return SectionText(name=section, lang=lang, body=body, **(given | fields))


def media(file: str = "logo.png", data: bytes = PNG, **fields: Any) -> MediaFile:
    """A picture; `alt` or `decorative` describe it."""
    return MediaFile(file, data, MediaDescription(**fields), Place(f"regions/mallila/media/{file}"))


def edition(year: int = YEAR, id: str = "mallila", of: Region | None = None, **fields: Any) -> Edition:
    """An edition. `facts` are fields of edition.yaml, the others those of `Edition`."""
    facts: dict[str, Any] = {
        "valid": Period(from_=date(year, 1, 1), to=date(year, 12, 31)),
        "updated": date(year, 1, 5),
    }
    given: dict[str, Any] = {
        "distributors": (distributor(),),
        "venues": (venue(),),
        "figures": (),
        "sections": (),
        "media": (),
    }
    return Edition(
        region_id=id,
        year=year,
        region=of or region(),
        facts=EditionFacts(**(facts | fields.pop("facts", {}))),
        path=f"regions/{id}/{year}",
        **(given | fields),
    )


def national(year: int = YEAR, sections: tuple[SectionText, ...] = (), **rules: int) -> NationalYear:
    """The national content of a year; `rules` are numbers other than the terms'."""
    numbers: dict[str, Any] = {
        "card_min_age": 16,
        "child_under_age": 18,
        "card_valid_months": 12,
        "community_card_under_age": 16,
        "figure_min": 5,
    }
    source = Source(url="https://kaikukortti.example/ehdot", date="2025-02-26")
    return NationalYear(year, RulesFile(source=source, rules=Rules(**(numbers | rules))), (), sections)


def register() -> Register:
    """Three invented municipalities with their postal codes."""
    rows = (
        ("X01", "Mallila", "Modellby"),
        ("X02", "Esimerkkilä", "Exempelby"),
        ("X03", "Lehtorinne", "Lundbacka"),
    )
    codes = (("98760", "Mallila", "Modellby", "X01"), ("98770", "Esimerkkilä", "Exempelby", "X02"))
    municipalities = [Municipality(*row) for row in rows]
    return Register(
        {one.code: one for one in municipalities},
        {called.casefold(): one.code for one in municipalities for called in (one.name_fi, one.name_sv)},
        {code: PostalCode(code, town_fi, town_sv, place) for code, town_fi, town_sv, place in codes},
    )


def site(**fields: Any) -> Site:
    """The national site."""
    given: dict[str, Any] = {
        "title": name(fi="Kaikukortti", sv="Kaikukortet", en="Kaikukortti"),
        "base_url": "https://kaikukortti.example/",
        "edition": YEAR,
        "languages": LANGUAGES,
        "publisher": Organisation(name=name(fi="Kaikukeskus", sv="Kaikukeskus")),
    }
    return Site(**(given | fields))


def network(
    editions: tuple[Edition, ...] = (),
    sections: tuple[SectionText, ...] = (),
    years: tuple[NationalYear, ...] | None = None,
    **site_fields: Any,
) -> Network:
    """A network of these editions (one by default) with these national texts of the year 2026."""
    shown = editions or (edition(),)
    made = site(**site_fields)
    by_region: dict[str, list[Edition]] = {}
    for one in shown:
        by_region.setdefault(one.region_id, []).append(one)
    regions = tuple(
        RegionEditions(id, found[-1].region, tuple(found), _published(found, made.edition))
        for id, found in by_region.items()
    )
    return Network(
        made, years or (national(sections=sections),), regions, (), (), register(), statement=statement()
    )


def statement(**fields: Any) -> StatementFile:
    """The facts of the accessibility statements."""
    given: dict[str, Any] = {
        "standard": "EN 301 549",
        "standard_version": "V3.2.1",
        "wcag": "2.1",
        "wcag_tested": "2.2",
        "conformance": "partly",
        "assessed": date(2026, 1, 20),
        "answer_days": 14,
        "supervisor": Organisation(
            name=name(fi="Valvova virasto", sv="Tillsynsverket"),
            page=link("https://www.virasto.example/ohje"),
        ),
        "gaps": (
            Gap(id="kuvat", text=words(fi="Kuvilta puuttuu kuvaus.", sv="Bilderna saknar beskrivning.")),
        ),
    }
    return StatementFile(**(given | fields))


def _published(editions: list[Edition], year: int) -> int | None:
    return max((one.year for one in editions if one.year <= year), default=None)


def with_texts(made: Edition, *sections: SectionText) -> Edition:
    """An edition with texts of its own, at the region's paths."""
    placed = (
        replace(one, place=replace(one.place, path=f"{made.path}/{one.lang}/{one.name}.md"))
        for one in sections
    )
    return replace(made, sections=tuple(placed))
