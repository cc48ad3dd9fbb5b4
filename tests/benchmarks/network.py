"""A network at size, invented: 25 regions in three languages with 20 distributors and 40 venues each.

The same bytes every time; names, texts and numbers are plausible, and nobody's.
"""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.site.support.projects import in_languages

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = ("fi", "sv", "en")
REGIONS, DISTRIBUTORS, VENUES = 25, 20, 40
MUNICIPALITIES = 4
SEED = 20260105

Words = dict[str, str]

_HEADS = ("Hauki", "Koivu", "Kuusi", "Lampi", "Meri", "Niitty", "Pihlaja", "Ranta", "Salmi", "Suvi", "Tervas")
_TAILS = ("järvi", "kylä", "lahti", "mäki", "niemi", "salo", "vaara")
_SECTORS: tuple[tuple[str, Words], ...] = (
    ("social", {"fi": "Aikuissosiaalityö", "sv": "Socialarbete för vuxna", "en": "Adult social work"}),
    ("health", {"fi": "Terveysasema", "sv": "Hälsostation", "en": "Health station"}),
    ("employment", {"fi": "Työllisyyspalvelut", "sv": "Sysselsättning", "en": "Employment services"}),
    ("youth", {"fi": "Etsivä nuorisotyö", "sv": "Uppsökande ungdomsarbete", "en": "Outreach youth work"}),
    ("immigration", {"fi": "Kotoutumispalvelut", "sv": "Integrationstjänster", "en": "Integration services"}),
    ("third-sector", {"fi": "Kansalaistalo", "sv": "Medborgarhuset", "en": "Community house"}),
)
_VENUES: tuple[tuple[str, str, Words, Words], ...] = (
    (
        *("sport", "swimming-hall"),
        {"fi": "uimahalli", "sv": "simhall", "en": "swimming hall"},
        {"fi": "Kertakäynti uimahalliin.", "sv": "Ett besök i simhallen.", "en": "One visit to the pool."},
    ),
    (
        *("culture", "museum"),
        {"fi": "museo", "sv": "museum", "en": "museum"},
        {"fi": "Näyttelyt ja opastukset.", "sv": "Utställningar och guidningar.", "en": "Shows and tours."},
    ),
    (
        *("culture", "theatre"),
        {"fi": "teatteri", "sv": "teater", "en": "theatre"},
        {"fi": "Liput omiin esityksiin.", "sv": "Biljetter till egna pjäser.", "en": "Tickets to our plays."},
    ),
    (
        *("education", "adult-education-centre"),
        {"fi": "kansalaisopisto", "sv": "medborgarinstitut", "en": "adult education centre"},
        {"fi": "Kaksi kurssia vuodessa.", "sv": "Två kurser om året.", "en": "Two courses a year."},
    ),
    (
        *("culture", "cinema"),
        {"fi": "elokuvateatteri", "sv": "biograf", "en": "cinema"},
        {"fi": "Näytökset arkisin.", "sv": "Visningar på vardagar.", "en": "Weekday showings."},
    ),
    (
        *("nature", "nature-centre"),
        {"fi": "luontokeskus", "sv": "naturum", "en": "nature centre"},
        {"fi": "Retket ja työpajat.", "sv": "Utflykter och verkstäder.", "en": "Outings and workshops."},
    ),
)
_HOURS: Words = {"fi": "ma–pe 9–16", "sv": "mån–fre kl. 9–16", "en": "Mon–Fri 9 am–4 pm"}


def make_network(
    target: Path, regions: int = REGIONS, distributors: int = DISTRIBUTORS, venues: int = VENUES
) -> Path:
    """Write a project to a folder that does not exist yet; the national texts are the repository's."""
    chance = random.Random(SEED)
    content = target / "content"
    (content / "2026").mkdir(parents=True)
    for name in ("2026/rules.yaml", "statement.yaml"):
        text = (REPOSITORY / "content" / name).read_text("utf-8")
        (content / name).write_text(in_languages(text, LANGUAGES), "utf-8")
    for lang in LANGUAGES:
        shutil.copytree(REPOSITORY / "content/2026" / lang, content / "2026" / lang)
    (content / "site.yaml").write_text(_SITE, "utf-8")
    names = [_place(number) for number in range(regions * MUNICIPALITIES)]
    rows = [f"Y{number:03},{name},{name}by,Koemaa,Provlandet" for number, name in enumerate(names)]
    (content / "municipalities.csv").write_text(
        "\n".join(("code,name_fi,name_sv,area_fi,area_sv", *rows, "")), "utf-8"
    )
    for number in range(regions):
        here = names[number * MUNICIPALITIES : (number + 1) * MUNICIPALITIES]
        _region(target / "regions" / f"alue-{number:02}", here, chance, distributors, venues)
    return target


def _place(number: int) -> str:
    """A name that no other number gives."""
    head, rest = _HEADS[number % len(_HEADS)], number // len(_HEADS)
    prefix = ("", "Ylä", "Ala", "Iso", "Vähä")[rest // len(_TAILS)]
    return (prefix + "koe" + head + _TAILS[rest % len(_TAILS)]).capitalize()


def _region(folder: Path, here: list[str], chance: random.Random, distributors: int, venues: int) -> None:
    year = folder / "2026"
    year.mkdir(parents=True)
    name = here[0]
    listed = ", ".join(here)
    (folder / "region.yaml").write_text(_REGION.format(name=name, listed=listed, host=_host(name)), "utf-8")
    (year / "edition.yaml").write_text(_EDITION, "utf-8")
    for lang, text in _OWN.items():
        (year / lang).mkdir()
        (year / lang / "use.md").write_text(f"---\nadd: after\n---\n{text}\n", "utf-8")
    (year / "distributors.yaml").write_text(
        "format: 1\ndistributors:\n" + "\n".join(_distributors(here, chance, distributors)), "utf-8"
    )
    listed = "\n".join(_venues(here, chance, venues))
    (year / "venues.yaml").write_text(f"format: 1\nvenues:\n{listed}", "utf-8")


def _distributors(here: list[str], chance: random.Random, count: int) -> Iterator[str]:
    for number in range(count):
        place = here[number % len(here)]
        sector, words = _SECTORS[number % len(_SECTORS)]
        name = {lang: f"{_in(place, lang)} {word.lower()} {number + 1}" for lang, word in words.items()}
        yield _entry(f"jakaja-{number + 1}", name, place, chance) + (
            f"    sector: {sector}\n"
            f"    how_to_ask: {_map(_ASK)}\n"
            f"    materials: {{cards: {chance.randint(10, 60)}, posters: 2}}\n"
        )


def _venues(here: list[str], chance: random.Random, count: int) -> Iterator[str]:
    for number in range(count):
        place = here[number % len(here)]
        kind, type, words, offer = _VENUES[number % len(_VENUES)]
        name = {lang: f"{_in(place, lang)} {word} {number + 1}" for lang, word in words.items()}
        limit = "    limits: [{kind: tickets-per-event, value: 4}]\n" if number % 3 == 0 else ""
        yield _entry(f"kohde-{number + 1}", name, place, chance) + (
            f"    kind: {kind}\n    type: {type}\n    offer: {_map(offer)}\n"
            f"    how: {{channels: [desk, phone], note: {_map(_HOW)}}}\n{limit}"
        )


def _entry(id: str, name: Words, place: str, chance: random.Random) -> str:
    number = chance.randint(1, 90)
    street = {"fi": f"Koetie {number}", "sv": f"Provvägen {number}"}
    phone = f"016 {chance.randint(0, 999):03} {chance.randint(100, 999)}"
    access = "    accessibility: {step_free: yes, toilet: no}\n" if number % 2 else ""
    return (
        f"  - id: {id}\n    name: {_map(name)}\n    municipality: {place}\n"
        f"    address: {{street: {_map(street)}, town: {place}}}\n"
        f'    phone: "{phone}"\n    email: {id}@{_host(place)}\n    website: https://{_host(place)}/{id}\n'
        f"    hours: {_map(_HOURS)}\n{access}"
        "    language: fi\n    since: 2020\n    answer: continues\n"
        "    commitment: {date: 2019-12-01, by: paper}\n    checked: 2025-10-15\n"
        "    kaikukanta_account: yes\n"
    )


def _map(words: Words) -> str:
    pairs = (f"{lang}: {json.dumps(text, ensure_ascii=False)}" for lang, text in words.items())
    return "{" + ", ".join(pairs) + "}"


def _in(place: str, lang: str) -> str:
    return f"{place}by" if lang == "sv" else place


def _host(place: str) -> str:
    return place.lower().replace("ä", "a").replace("ö", "o") + ".example"


_ASK: Words = {
    "fi": "Ota kortti puheeksi omalla tapaamisellasi tai soita.",
    "sv": "Ta upp kortet på ditt möte eller ring.",
    "en": "Bring it up at your appointment or call.",
}
_HOW: Words = {
    "fi": "Näytä kortti lipunmyynnissä.",
    "sv": "Visa kortet i biljettdisken.",
    "en": "Show the card at the ticket desk.",
}
_OWN: Words = {
    "fi": "Kysy alueen kohteista myös kirjastosta. Sieltä saat esitteen mukaasi.",
    "sv": "Fråga om områdets objekt också på biblioteket. Där får du en broschyr med dig.",
    "en": "You can also ask about the region's venues at the library. They have the brochure too.",
}
_SITE = """\
format: 1
title: {fi: Kaikukortti, sv: Kaikukortet, en: Kaikukortti}
base_url: https://kaikukortti.example/
edition: 2026
languages: [fi, sv, en]
publisher: {name: {fi: Koesivuston ylläpito, sv: Provsidornas upprätthållare, en: Test site}}
samples: show
theme: kaiku
"""
_REGION = """\
format: 1
name: {{fi: {name}, sv: {name}by, en: {name}}}
forms: {{fi: {{in: {name}ssa, of: {name}n}}, sv: {{in: i {name}by, of: {name}bys}}}}
kind: group
municipalities: [{listed}]
languages: [fi, sv, en]
official_languages: [fi, sv]
invented: yes
phase: permanent
owner:
  name: {{fi: {name}n kunta, sv: {name}by kommun}}
  unit: {{fi: Kulttuuripalvelut, sv: Kulturtjänsterna, en: Cultural services}}
  email: kulttuuri@{host}
coordinators:
  - side: culture
    title: {{fi: Kulttuurituottaja, sv: Kulturproducent, en: Cultural producer}}
    organisation: {{fi: {name}n kunta, sv: {name}by kommun}}
    email: kaikukortti@{host}
    phone: "016 000 301"
  - side: social
    title: {{fi: Sosiaaliohjaaja, sv: Socialhandledare, en: Social counsellor}}
    organisation: {{fi: Koemaan hyvinvointialue, sv: Provlandets välfärdsområde}}
    email: sosiaali@{host}
    phone: "016 000 302"
feedback: palaute@{host}
"""
_EDITION = """\
format: 1
valid: {from: 2026-01-01, to: 2026-12-31}
round: {from: 2025-09-01, to: 2025-12-31}
updated: 2026-01-05
region_commitment: {date: 2025-11-10, by: kaikukanta}
"""
