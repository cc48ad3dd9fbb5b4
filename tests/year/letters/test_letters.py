"""What letters say, to whom, in which language."""

import re
from datetime import date, time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.check.docx import check_docx
from sitegen.model.contact import Commitment, Period
from sitegen.model.document import Link
from sitegen.model.edition import BrochureSettings, Contact, Event
from sitegen.model.internal import PartnerContact
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Materials
from sitegen.problems import Place, Severity
from sitegen.render.docx.writer import render_docx
from sitegen.render.tree_text import blocks_text
from sitegen.year.letters.making import KINDS, Asked, files, letters
from sitegen.year.letters.parts import letter_document
from tests import builders
from tests.year.letters.support import made, plain, read, source_of, text

MEETING = Event(
    id="palaute",
    kind="feedback-meeting",
    date=date(2026, 5, 20),
    from_=time(9),
    to=time(11),
    place=builders.name(fi="Kunnantalo", sv="Kommunalhuset"),
)
PERSON = PartnerContact(partner="uimahalli", name="Aino Esimerkki", email="aino@uimahalli.example")


def links(value: object) -> list[Link]:
    """Every link in a tree."""
    if isinstance(value, Link):
        return [value]
    if isinstance(value, tuple):
        return [one for part in value for one in links(part)]
    parts = getattr(value, "__slots__", ())
    return [one for name in parts for one in links(getattr(value, name))]


def edition(**fields: Any) -> Edition:
    facts = {"events": (MEETING,), "answers_by": date(2025, 10, 31)} | fields.pop("facts", {})
    given: dict[str, Any] = {
        "distributors": (builders.distributor("nuoriso", answer="unanswered", language="sv"),),
        "venues": (
            builders.venue("uimahalli", answer="unanswered", email=(builders.email("halli@x.example"),)),
        ),
    }
    return builders.edition(facts=facts, **(given | fields))


def test_every_partner_that_has_not_answered_is_asked_once_in_its_language() -> None:
    found = made(
        "ask",
        edition(
            venues=(
                builders.venue("uimahalli", answer="unanswered"),
                builders.venue("teatteri"),
                builders.venue("poissa", answer="stops"),
                builders.venue("entinen", answer="unanswered", ended=date(2026, 1, 1)),
            )
        ),
    )
    assert list(found) == [
        "mallila-2026-forfragan-utdelare-nuoriso-sv",
        "mallila-2026-kysely-kohde-uimahalli-fi",
    ]
    swedish, finnish = (text(one) for one in found.values())
    assert swedish.startswith("Delar ni ut Kaikukort också 2026? (Modellby)")
    assert "Svara senast den 31\N{NO-BREAK SPACE}oktober" in swedish
    assert finnish.startswith("Käykö Kaikukortti teillä myös vuonna 2026? (Mallila)")


@pytest.mark.parametrize(
    ("given", "side"),
    [
        ({"distributors": (builders.distributor("a", answer="unanswered"),), "venues": ()}, "social"),
        ({"distributors": (), "venues": (builders.venue("a", answer="unanswered"),)}, "culture"),
    ],
)
def test_two_links_answer_with_region_and_id_to_the_side_of_the_list(given: Any, side: str) -> None:
    (letter,) = made("ask", edition(**given)).values()
    answers = [one.href for one in links(letter.words.blocks) if one.href.startswith("mailto:")]
    goes_on, stops = map(urlsplit, answers)
    for link, word in ((goes_on, "jatkaa"), (stops, "lopettaa")):
        assert link.path == f"{side}@mallila.example"
        fields = parse_qs(link.query, strict_parsing=True)
        assert fields["subject"] == [f"Kaikukortti 2026: {word} (mallila/a)"]
        assert fields["body"][0].endswith("\r\n")
        assert "\n" not in fields["body"][0].replace("\r\n", "")
    assert f"kertokaa siitä osoitteeseen {side}@mallila.example" in text(letter)


def test_without_the_sides_own_address_the_other_answers_and_without_any_nothing_is_written() -> None:
    one = builders.region(coordinators=(builders.coordinator("culture"),))
    found = made("ask", edition(of=one))
    shown = text(found["mallila-2026-forfragan-utdelare-nuoriso-sv"])
    assert "culture@mallila.example" in shown
    assert "social- och hälsovårdssidan" not in shown
    none = edition(of=builders.region(coordinators=(), at={"": Place("regions/mallila/region.yaml", 1, 1)}))
    letters_made, problems = letters(Asked("ask"), source_of(none), ())
    assert letters_made == ()
    assert ("letter-no-reply", Severity.ERROR) in [(one.id, one.severity) for one in problems]


def test_the_details_held_are_shown_in_the_own_and_the_official_languages() -> None:
    partner = builders.venue(
        "kino",
        answer="unanswered",
        name=builders.name(fi="Kino", sv="Bio"),
        address=builders.address(),
        offer=builders.words(fi="Elokuvat", sv="Film", ar="أفلام"),
        covers=("all",),
        phone=(builders.phone("016 000 310"),),
        materials=Materials(cards=55555),
        at={"popup": Place("venues.yaml", 3, 1)},
    )
    bilingual = builders.region(official_languages=("fi", "sv"))
    (letter,) = made("ask", edition(of=bilingual, distributors=(), venues=(partner,))).values()
    shown = text(letter).replace("\N{NO-BREAK SPACE}", " ")
    for line in (
        "Nimi: Kino; ruotsiksi: Bio",
        "Osoite: Torikatu 2, 98760 Mallila; ruotsiksi: Torikatu 2, 98760 Modellby",
        "Kunnat, joissa palvelee: kaikki alueen kunnat",
        "Puhelin: 016 000 310",
        "Mitä kortilla saa: Elokuvat; ruotsiksi: Film",
        "mistä päivästä mihin päivään kortti käy teillä vuonna 2026",
    ):
        assert line in shown, line
    assert "أفلام" not in shown
    assert "55555" not in shown


def test_contacts_are_written_to_by_name_and_in_their_language() -> None:
    contacts = (
        PERSON,
        PartnerContact(partner="nuoriso", role="venue", email="vaara@x.example"),
        PartnerContact(partner="nuoriso", email="a@x.example", language="en"),
        PartnerContact(partner="nuoriso", email="b@x.example", phone="016 000 311"),
    )
    found = made("ask", edition(), contacts)
    assert [one.lang for one in found.values()] == ["en", "fi"]
    english, finnish = found.values()
    assert [one.address for one in english.to] == ["a@x.example", "b@x.example"]
    assert [(one.address, one.name) for one in finnish.to] == [("aino@uimahalli.example", "Aino Esimerkki")]
    assert "Hei Aino Esimerkki,\n" in text(finnish)
    assert "\nHello,\n" in text(english)
    assert "- b@x.example, 016 000 311" in text(english)
    assert english.private
    assert not any(one.private for one in made("ask", edition()).values())


def test_who_has_no_address_is_told_and_gets_its_letter_all_the_same() -> None:
    place = Place("regions/mallila/2026/distributors.yaml", 4, 5)
    lost = edition(distributors=(builders.distributor("a", answer="unanswered", at={"": place}),))
    found, problems = letters(Asked("ask"), source_of(lost), ())
    assert [(one.id, one.severity, one.place) for one in problems] == [
        ("letter-no-address", Severity.WARNING, place)
    ]
    assert [bool(one.to) for one in found] == [False, True]


def test_ask_can_invite_to_the_meeting() -> None:
    without = made("ask", edition())["mallila-2026-kysely-kohde-uimahalli-fi"]
    assert "Kunnantalo" not in text(without)
    assert without.papers == ()
    asked = made("ask", edition(), event=MEETING)["mallila-2026-kysely-kohde-uimahalli-fi"]
    assert "Milloin: 20. toukokuuta 2026 klo 9.00–11.00\nMissä: Kunnantalo" in text(asked).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert [one.name for one in asked.papers] == ["mallila-2026-palaute-fi.ics"]


def new(**fields: Any) -> Edition:
    return edition(
        distributors=(
            builders.distributor("old", since=2020),
            builders.distributor("fresh", since=2026, sector=("youth",), **fields),
        ),
        venues=(builders.venue("uusi", since=2026, commitment=Commitment(date=date(2025, 12, 1))),),
    )


def test_new_partners_are_welcomed_with_a_form_where_the_commitment_lacks() -> None:
    found = made("welcome", new())
    distributor, venue = found.values()
    assert [one.name for one in distributor.papers] == ["mallila-2026-sitoumus-jakaja-fresh-fi.docx"]
    assert check_docx(distributor.papers[0].data) == ()
    assert "Kaikukeskus vahvistaa jokaisen uuden jakajan" in text(distributor)
    assert venue.papers == ()
    assert "sitoumus valtakunnalliseen toimintamalliin" not in text(venue)
    assert "kohteen perehdytys" in text(venue)
    signed = Commitment(date=date(2025, 1, 1))
    ready = new(confirmed=date(2025, 9, 1), kaikukanta_account=True, commitment=signed)
    shown = text(made("welcome", ready)["mallila-2026-tervetuloa-jakaja-fresh-fi"])
    assert "Kaikukeskus vahvistaa" not in shown
    assert "Kaikukanta-tunnuksen" not in shown


def test_kaikukeskus_is_asked_to_confirm_the_new_distributors_only() -> None:
    contact = {"kaikukeskus_contact": Contact(email="tuki@kaikukeskus.example")}
    known = builders.distributor("known", since=2026, confirmed=date(2025, 9, 1))
    made_edition = builders.edition(facts=contact, distributors=(*new().distributors, known))
    (letter,) = made("confirm", made_edition).values()
    assert [one.address for one in letter.to] == ["tuki@kaikukeskus.example"]
    shown = text(letter)
    assert "tulossa 1 uusi kortinjakaja" in shown
    assert "\nJakaja fresh\n" in shown
    assert "Ala: Nuorisopalvelut" in shown
    assert "Jakaja known" not in shown
    assert "Jakaja old" not in shown
    assert made("confirm", edition()) == {}


def test_the_confirmation_is_asked_for_in_the_regions_language_and_in_finnish() -> None:
    swedish = builders.edition(
        of=builders.region(languages=("sv", "fi")), distributors=(builders.distributor("ny", since=2026),)
    )
    assert list(made("confirm", swedish)) == [
        "mallila-2026-begaran-om-bekraftelse-sv",
        "mallila-2026-vahvistuspyynto-fi",
    ]


def test_the_introduction_has_texts_of_its_own_for_each_role_and_the_networks_pages() -> None:
    session = Event(id="perehdytys", kind="introduction", date=date(2026, 1, 19))
    found = made("introduction", edition(facts={"events": (session,)}))
    distributor, venue = (text(one) for one in found.values())
    assert "Anteckna kortet i Kaikukanta" in distributor
    assert "19\N{NO-BREAK SPACE}januari" in distributor
    assert "Avustaja ja tulkki pääsevät aina maksutta" in venue
    addresses = {one.href for letter in found.values() for one in links(letter.words.blocks)}
    assert "https://kaikukortti.example/mallila/fi/distributors/" in addresses
    assert "https://kaikukortti.example/mallila/sv/venues/" in addresses


def test_the_materials_letter_lists_the_parcel_and_the_lasting_addresses() -> None:
    parcel = Materials(cards=1040, community_cards=2, brochures=(("fi", 60), ("ar", 5)), posters=1)
    both = (builders.distributor("a", materials=parcel), builders.distributor("b"))
    found = made("materials", edition(distributors=both, venues=()))
    first, second = (text(one).replace("\N{NO-BREAK SPACE}", " ") for one in found.values())
    assert "Asiakkaan Kaikukortteja: 1 040\nYhteisön Kaikukortteja: 2\nEsitteitä suomeksi: 60" in first
    assert "https://kaikukortti.example/mallila/fi/brochure.pdf" in first
    assert "Paketissa on tämä" not in second
    web = edition(
        distributors=(builders.distributor("a", materials=parcel),),
        venues=(),
        facts={"brochure": BrochureSettings(print=False)},
    )
    (letter,) = made("materials", web).values()
    assert "Esitteitä suomeksi" not in text(letter)
    assert "Esitettä ei tänä vuonna paineta" in text(letter)


def test_the_invitation_goes_to_all_and_asks_venues_for_the_ceiling_but_no_cardholder() -> None:
    found = made("invite", edition(), event=MEETING)
    assert list(found) == [
        "mallila-2026-inbjudan-utdelare-nuoriso-sv",
        "mallila-2026-kutsu-kohde-uimahalli-fi",
        "mallila-2026-kutsu-kaikukeskus-fi",
        "mallila-2026-kutsu-kortin-haltijoille-fi-simple",
    ]
    venue, public = (text(found[name]) for name in list(found)[1::2])
    assert "3 prosentin raja" in venue
    assert "loppuunmyytyihin" in venue
    assert "prosent" not in public
    assert "loppuunmyy" not in public.lower()
    assert "kalvot" in text(found["mallila-2026-kutsu-kaikukeskus-fi"])
    assert not found["mallila-2026-kutsu-kortin-haltijoille-fi-simple"].mail
    assert all(one.papers for name, one in found.items() if "haltijoille" not in name)


def test_the_invitation_to_cardholders_is_easy_to_read() -> None:
    """Short sentences, no trade words (BAR PL): a reader of plain Finnish is meant."""
    shown = text(made("invite", edition(), event=MEETING)["mallila-2026-kutsu-kortin-haltijoille-fi-simple"])
    prose = [line for line in shown.splitlines() if line and ":" not in line and "@" not in line]
    sentences = [one for line in prose for one in re.split(r"(?<=[.?!])\s+", line)]
    assert len(sentences) > 6
    assert [one for one in sentences if len(one.split()) > 10] == []
    assert not re.search(r"jakaj|kohte|palaute", " ".join(prose).lower().replace("haltijoille", ""))


def test_the_press_is_told_that_it_goes_on_in_each_language_with_the_rules_numbers() -> None:
    found = made("press", edition(of=builders.region(languages=("sv", "fi", "ar"))))
    assert list(found) == ["mallila-2026-tiedote-fi", "mallila-2026-pressmeddelande-sv"]
    finnish = text(found["mallila-2026-tiedote-fi"])
    assert finnish.startswith("Kaikukortti jatkuu Mallilassa vuonna 2026")
    assert "viimeistään vuoden aikana 16 vuotta" in finnish
    assert "alle 18-vuotiaille" in finnish
    assert "jakaa 1 palvelu, ja kortti käy 1 paikassa" in finnish
    until = Period(from_=date(2026, 1, 1), to=date(2026, 12, 31))
    pilot = builders.region(phase="pilot", pilot=until)
    told = made("press", edition(of=pilot))["mallila-2026-tiedote-fi"]
    assert told.words.subject == "Kaikukortin kokeilu jatkuu Mallilassa vuonna 2026"


def test_only_the_partners_asked_for_are_written_to() -> None:
    assert list(made("invite", edition(), event=MEETING, partners=("uimahalli",))) == [
        "mallila-2026-kutsu-kohde-uimahalli-fi"
    ]
    both = edition(venues=(builders.venue("nuoriso"),))
    assert len(made("ask", both, partners=("nuoriso",))) == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_letter_is_a_sound_docx_and_a_draft_of_the_same_words(kind: str, lang: str) -> None:
    fields: dict[str, Any] = {"answer": "unanswered", "language": lang}
    new_one = fields | {"since": 2026, "materials": Materials(cards=4)}
    given = edition(
        of=builders.region(languages=(lang,)),
        distributors=(builders.distributor("a", **new_one), builders.distributor("b", **fields)),
        venues=(builders.venue("c", **new_one),),
    )
    source = source_of(given)
    found, _ = letters(Asked(kind, event=MEETING if kind == "invite" else None), source, ())
    assert any(one.lang == lang for one in found)
    written = files(found, source)
    for one in found:
        document = letter_document(one.words.blocks, one.words.subject, source, one.lang)
        assert written[f"{one.name}.docx"] == render_docx(document)
        assert check_docx(written[f"{one.name}.docx"]) == ()
        if one.mail:
            message = read(written[f"{one.name}.eml"])
            assert plain(message) == blocks_text(one.words.blocks)
            assert message["Subject"].split() == one.words.subject.split()


def test_a_region_that_has_not_begun_or_has_ended_tells_nobody_that_it_goes_on() -> None:
    for phase in ("preparing", "ended"):
        assert made("press", edition(of=builders.region(phase=phase))) == {}


def test_the_introductions_days_go_along_for_the_calendar() -> None:
    days = tuple(Event(id=f"p{day}", kind="introduction", date=date(2026, 1, day)) for day in (19, 20))
    found = made("introduction", edition(facts={"events": (*days, MEETING)}))
    assert [[paper.name for paper in one.papers] for one in found.values()] == [
        ["mallila-2026-p19-sv.ics", "mallila-2026-p20-sv.ics"],
        ["mallila-2026-p19-fi.ics", "mallila-2026-p20-fi.ics"],
    ]
