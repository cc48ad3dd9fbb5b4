"""The brochure's tree: what stands in it, in which order, and what never does."""

from itertools import pairwise
from typing import Any

import pytest

from sitegen.compose.brochure import Addresses, brochure
from sitegen.compose.facts import facts_of_document, facts_of_views, pieces, texts_of
from sitegen.compose.link_targets import Links
from sitegen.compose.media import QR_NAME
from sitegen.compose.partners import distributor_views, venue_views
from sitegen.compose.texts import parse_texts
from sitegen.compose.tree import document_links, headings, ids
from sitegen.languages.formats import NBSP
from sitegen.model.contact import Source
from sitegen.model.document import Document, Figure, Heading, Note, Paragraph, Section, Text
from sitegen.model.edition import BrochureSettings
from sitegen.model.network import Edition, Network, SectionText
from sitegen.model.partner_parts import How
from sitegen.model.sections import CARDHOLDER_SECTIONS
from sitegen.structs import replace
from tests.builders import (
    LANGUAGES,
    distributor,
    edition,
    link,
    media,
    name,
    network,
    phone,
    region,
    text,
    venue,
    with_texts,
    words,
)

HOME = "https://kaikukortti.example/mallila/"
ADDRESSES = Addresses(HOME, Links(lambda kind, name: f"{HOME}fi/{name}/" if kind == "page" else None))
BODY = "Lyhyt vastaus.\n\n## Lisää\n\n- kohta\n"
STEPS = "Pyydä lippu.\n\n1. Valitse.\n2. Pyydä.\n\n## Tunnus\n\nKysy.\n"


def national_texts(*langs: str) -> tuple[SectionText, ...]:
    return tuple(
        text(name, lang, STEPS if name == "ticket" else BODY, title=f"{name} {lang}")
        for lang in langs
        for name in CARDHOLDER_SECTIONS
    )


def full() -> Edition:
    partners: dict[str, Any] = {
        "distributors": (
            distributor("nuoriso", serves=words(fi="Nuorille"), phone=(phone(),), covers=("X01", "X02")),
            distributor("lopettanut", called="Salainen jakaja", answer="stops"),
        ),
        "venues": (
            venue(
                "halli",
                offer=words(fi="Uinti"),
                how=How(channels=("desk",)),
                website=link("https://halli.example"),
            ),
            venue("opisto", municipality="X02", kind="education", type="adult-education-centre"),
            venue("nuoriso", called="Nuorisotalo", note=words(sv="Välkommen")),
            venue("uusi", called="Salainen kohde", since=2026),
        ),
    }
    own = edition(of=region(kind="group", municipalities=("X01", "X02")), **partners)
    return with_texts(
        own,
        text(
            "use",
            "fi",
            "[Halli](partner:halli), [nuoret](partner:nuoriso), [liput](section:ticket).",
            add="after",
        ),
        text("own-bussi", "fi", "Bussi.\n\n## Aika\n\nKello 9."),
    )


def made(
    lang: str = "fi",
    own: Edition | None = None,
    sections: tuple[SectionText, ...] | None = None,
    known: Network | None = None,
    **options: Any,
) -> Document:
    shown = own or full()
    whole = known or network((shown,), national_texts("fi", "sv") if sections is None else sections)
    parsed, problems = parse_texts(whole)
    assert problems == ()
    return brochure(parsed, whole, shown, lang, ADDRESSES, **options)


def said(document: Document) -> list[str]:
    return [piece.text for piece in pieces(document)]


def roles(document: Document) -> list[str]:
    return [block.role for block in document.children if isinstance(block, Section)]


def part(document: Document, role: str, id: str = "") -> Section:
    found = (one for one in document.children if isinstance(one, Section) and one.role == role)
    return next(one for one in found if not id or one.id == id)


def notes(document: Document) -> dict[str, str]:
    inside = part(document, "questions").children
    return {
        note.kind: pieces(replace(document, children=(note,)))[0].text
        for note in inside
        if isinstance(note, Note)
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_order_of_parts(lang: str) -> None:
    expected = ["cover", "questions", "how", "text", "own", "list", "list", "back"]
    if lang == "fi-simple":
        expected.remove("own")  # it is written in Finnish only
    assert roles(made(lang)) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_h1_and_no_level_skipped(lang: str) -> None:
    levels = [heading.level for heading in headings(made(lang).children)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_anchors_are_unique_and_links_inside_lead_to_them(lang: str) -> None:
    document = made(lang)
    anchors = list(ids(document.children))
    assert len(anchors) == len(set(anchors))
    inside = {link.href[1:] for link in document_links(document) if link.href.startswith("#")}
    assert inside <= set(anchors)
    if lang == "fi":
        assert {"venue-halli", "venue-nuoriso", "ticket", "distributors", "venues"} <= inside


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_listed_partner_and_nothing_of_the_others(lang: str) -> None:
    own = full()
    known = network((own,), national_texts("fi", "sv"))
    document = made(lang, own, known=known)
    views = (*distributor_views(own, known, lang), *venue_views(own, known, lang))
    assert len(views) == 4
    assert facts_of_views(views) <= facts_of_document(document)
    assert "Salainen" not in repr(document)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_address_is_relative(lang: str) -> None:
    for one in document_links(made(lang)):
        assert one.href.startswith(("#", "https://", "mailto:", "tel:"))


def test_the_cover() -> None:
    document = made()
    assert said(replace(document, children=(part(document, "cover"),))) == [
        "Kaikukortti",
        "Maksutta kulttuuriin, liikuntaan ja kursseille",
        "Esimerkkilä, Mallila · 2026",
    ]
    assert (document.title, document.running) == (
        "Kaikukortti-esite 2026, Mallila",
        "Kaikukortti Mallilassa 2026",
    )
    assert made("sv").running == "Kaikukortet i Modellby 2026"
    assert document.author == "Mallilan kunta"


def test_the_logo_tells_what_it_is() -> None:
    own = edition(of=region(logo="logo.png"), media=(media(alt=words(fi="Mallilan tunnus")),))
    document = made("sv", own)
    (logo,) = (block for block in part(document, "cover").children if isinstance(block, Figure))
    assert (logo.media, logo.alt, logo.alt_lang, logo.role) == ("logo.png", "Mallilan tunnus", "fi", "logo")
    assert [one.name for one in document.media] == ["logo.png", QR_NAME, QR_NAME.replace("svg", "png")]
    assert [(one.width, one.height) for one in document.media[:2]] == [(1, 1), (0, 0)]


def test_questions_hold_short_answers_and_the_rest_follows() -> None:
    document = made()
    questions = part(document, "questions")
    asked = [block for block in questions.children if isinstance(block, Section)]
    assert [one.id for one in asked] == ["what", "who", "get", "use", "ticket"]
    ticket = said(replace(document, children=(asked[-1],)))
    assert ticket == ["ticket fi", "Pyydä lippu."]
    how = part(document, "how")
    assert said(replace(document, children=(how,)))[:4] == [
        "Näin käytät korttia",
        "Valitse.",
        "Pyydä.",
        "Tunnus",
    ]
    assert [getattr(block, "role", "") for block in how.children[1:2]] == ["steps"]
    assert [one.id for one in how.children if isinstance(one, Heading) and one.id] == [
        *CARDHOLDER_SECTIONS[5:]
    ]


@pytest.mark.parametrize(
    ("lists", "parts", "reference"),
    [
        ("full", 2, "#distributors"),
        ("municipality", 2, "#distributors"),
        ("none", 0, f"{HOME}fi/distributors/"),
    ],
)
def test_lists(lists: str, parts: int, reference: str) -> None:
    own = replace(full(), facts=replace(full().facts, brochure=BrochureSettings(lists=lists)))
    document = made(own=own)
    assert roles(document).count("list") == parts
    assert reference in {link.href for link in document_links(document)}
    assert ("Uinti" in said(document)) == (lists == "full")
    assert ("Kohde halli" in said(document)) == (lists != "none")


def test_the_lists_of_one_municipality() -> None:
    document = made(municipality="X02")
    words_said = said(document)
    assert "Kohde opisto" in words_said
    assert "Jakaja nuoriso" in words_said
    assert "Kohde halli" not in words_said
    assert "Esimerkkilä · 2026" in words_said


def test_entries() -> None:
    venues = part(made(), "list", "venues")
    assert said(replace(made(), children=(venues,))) == [
        "Missä kortti käy",
        "Esimerkkilä",
        "Kohde opisto",
        "Kansalaisopisto",
        "Mallila",
        "Kohde halli",
        "Liikunta",
        "Uinti",
        "Pyydä lippu lipunmyynnistä.",
        "Verkossa halli.example",
        "Nuorisotalo",
        "Liikunta",
        "Välkommen",
    ]
    distributors = part(made(), "list", "distributors")
    assert said(replace(made(), children=(distributors,)))[:3] == [
        "Mistä kortin saa",
        "Esimerkkilä",
        "Lisäksi tässä kunnassa: Jakaja nuoriso – Mallila",
    ]


def test_a_long_address_is_named_once() -> None:
    long = "https://www.kunta.example/palvelut/vapaa-aika/uimahalli"
    document = made(own=edition(venues=(venue("halli", website=link(long)),)))
    assert "Verkossa Kohde halli, Mallila" in said(document)
    assert [one.text.value for one in document_links(document) if one.href == long] == [
        "Kohde halli, Mallila"
    ]


def test_parts_in_another_language_say_so() -> None:
    found = {(piece.lang, piece.text) for piece in pieces(made("ar"))}
    assert ("fi", "Lyhyt vastaus.") in found
    assert ("fi", "what fi") in found
    assert ("fi", "Uinti") in found
    assert ("sv", "Välkommen") in found
    assert ("ar", "من أين تحصل على البطاقة") in found
    assert made("ar").direction == "rtl"


def test_plain_language_is_short() -> None:
    simple = text("along", "fi-simple", "Ota kortti mukaan.", title="Ota mukaan")
    document = made("fi-simple", sections=(*national_texts("fi"), simple))
    assert "Ota kortti mukaan." in said(document)
    assert "company fi" not in said(document)
    assert "what fi" in said(document)


def test_the_back_cover() -> None:
    document = made()
    back = said(replace(document, children=(part(document, "back"),)))
    assert back == [
        "Kysyttävää?",
        "Alueen vastuuhenkilöt auttavat mielellään. Korttisi tunnusta emme tarvitse.",
        "Kulttuuri ja liikunta",
        "Mallilan kunta",
        "Sähköposti culture@mallila.example",
        "Sosiaali- ja terveyspalvelut",
        "Mallilan kunta",
        "Sähköposti social@mallila.example",
        "Kerro, miten kortti toimi",
        "Sähköposti palaute@mallila.example",
        "QR-koodi, joka avaa sivun kaikukortti.example/mallila",
        "Uusimmat tiedot verkossa",
        "kaikukortti.example/mallila",
        "Esite on myös ruotsiksi, englanniksi, selkosuomeksi, arabiaksi ja venäjäksi.",
        "Voimassa 1.1.–31.12.2026. Tiedot tarkistettu 5. tammikuuta 2026.",
        "Esitteestä vastaa Mallilan kunta.",
        "Kaikukortti on Kulttuuria kaikille -palvelun rekisteröity tavaramerkki.",
    ]
    code = next(one for one in document.media if one.name == QR_NAME)
    assert code.type == "image/svg+xml"
    assert code.data.startswith(b"<svg")


SAMPLE = region(
    sample=words(fi="Koottu julkisilta sivuilta."),
    owner=None,
    coordinators=(),
    feedback=None,
    source=(Source(url="https://kunta.example", date="2024-05"),),
)


def test_a_sample_claims_nothing() -> None:
    document = made(own=edition(of=SAMPLE))
    assert notes(document)["sample"] == "Koottu julkisilta sivuilta."
    back = said(replace(document, children=(part(document, "back"),)))
    assert back[0] == "Uusimmat tiedot verkossa"
    assert not any(line.startswith("Voimassa") for line in back)
    assert "Tietojen lähteet: uusin toukokuu 2024." in [line.replace(NBSP, " ") for line in back]
    assert "Esitteestä vastaa Kaikukeskus." in back


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_before_the_questions(lang: str) -> None:
    own = edition(2025, of=region(invented=True), venues=(venue(offer=words(en="Swimming")),))
    waiting = tuple(text(name, lang, review="awaiting") for name in ("what", "who"))
    document = made(lang, own, known=network((own,), waiting))
    assert {"sample", "review", "year"} <= set(notes(document))
    assert ("language" in notes(document)) == (lang != "en")
    first = part(document, "questions").children[:2]
    assert isinstance(first[0], Heading)
    assert isinstance(first[1], Note)


def test_nothing_to_note_no_notes() -> None:
    assert notes(made(own=edition())) == {}


def test_accent_and_size_are_passed_on() -> None:
    document = made(accent=(("accent", "#0f5a86"),), large_print=True)
    assert document.accent == (("accent", "#0f5a86"),)
    assert document.large_print


def test_the_same_input_gives_the_same_tree() -> None:
    assert made("ru") == made("ru")


def test_texts_of_a_document_are_all_that_is_printed() -> None:
    printed = texts_of(made("ar"))
    assert ("ar", "Kaikukortti، Mallila 2026") in printed
    assert ("fi", "Uinti") in printed
    assert not any(value.startswith("رمز QR") for _, value in printed)


def test_a_region_of_many_municipalities_is_named_on_the_cover() -> None:
    many = region(kind="county", municipalities=("X01", "X02", "X03", "X01", "X02"))
    document = made(own=edition(of=many))
    lines = (one for one in part(document, "cover").children if isinstance(one, Paragraph))
    (line,) = (one for one in lines if one.role == "year")
    assert line.children == (Text("Mallila", name=True), Text(" · 2026"))


def test_names_on_the_cover_are_names() -> None:
    document = made("ar", edition(of=region(name=name("Mallila"))))
    assert "Mallila · 2026" in said(document)
