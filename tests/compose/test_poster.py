"""The poster's tree: its words, whom it leads to, and what it says about itself."""

from typing import Any

import pytest

from sitegen.compose.media import QR_NAME
from sitegen.compose.poster import poster
from sitegen.compose.texts import parse_texts
from sitegen.compose.tree import document_links, figures, headings
from sitegen.model.document import Document, Paragraph, Section, Text
from sitegen.model.network import Edition
from sitegen.render.html_inline import plain
from tests.builders import LANGUAGES, edition, media, network, region, text, words

HOME = "https://kaikukortti.example/mallila/fi/"
BODY = "Teatteriin ilman maksua.\n\nKysy korttia.\n"
SECTIONS = (
    text("poster", "fi", BODY, title="Kaikukortti avaa ovia"),
    text("poster", "sv", "Gratis.\n\nFråga.\n", title="Kaikukortet öppnar dörrar"),
)


def made(lang: str = "fi", own: Edition | None = None, sections: Any = SECTIONS) -> Document:
    shown = own or edition()
    net = network((shown,), sections)
    return poster(parse_texts(net)[0], net, shown, lang, HOME)


def said(document: Document) -> dict[str, list[str]]:
    """The paragraphs by the role of their section."""
    return {
        part.role: [plain(one.children) for one in part.children if isinstance(one, Paragraph)]
        for part in document.children
        if isinstance(part, Section)
    }


def test_the_words_are_those_of_the_section() -> None:
    document = made()
    assert [plain(one.children) for one in headings(document.children)] == ["Kaikukortti avaa ovia"]
    assert said(document)["cover"] == ["Teatteriin ilman maksua."]
    assert said(document)["ask"][0] == "Kysy korttia."
    assert document.kind == "poster"
    assert document.title == "Kaikukortti-juliste 2026, Mallila"


def test_the_code_leads_to_the_address_without_a_year_and_says_it_in_words() -> None:
    document = made()
    code = next(one for one in figures(document.children) if one.role == "qr")
    assert code.media == QR_NAME
    assert "kaikukortti.example/mallila/fi" in code.alt
    assert [link.href for link in document_links(document)] == [HOME]
    assert said(document)["ask"][-1] == "kaikukortti.example/mallila/fi"
    assert {one.type for one in document.media} == {"image/svg+xml", "image/png"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_where_to_look(lang: str) -> None:
    document = made(lang)
    assert len(said(document)["ask"]) == 3
    assert document.direction == ("rtl" if lang == "ar" else "ltr")


def test_a_text_in_another_language_says_so() -> None:
    (title,) = headings(made("en").children)
    assert title.lang == "fi"
    assert title.children == (Text("Kaikukortti avaa ovia"),)


def test_without_a_text_the_card_and_what_it_is_stand_there() -> None:
    document = made(sections=())
    assert [plain(one.children) for one in headings(document.children)] == ["Kaikukortti"]
    assert said(document)["cover"] == ["Maksutta kulttuuriin, liikuntaan ja kursseille"]
    assert len(said(document)["ask"]) == 2


def test_the_municipalities_stand_in_the_order_of_their_names() -> None:
    own = edition(of=region(kind="group", municipalities=("X01", "X03", "X02")))
    assert said(made(own=own))["foot"][0] == "Esimerkkilä, Lehtorinne, Mallila · 2026"


def test_many_municipalities_are_the_region() -> None:
    own = edition(of=region(kind="group", municipalities=("X01", "X03", "X02", "X01", "X02")))
    assert said(made(own=own))["foot"][0] == "Mallila · 2026"


def test_a_sample_and_an_invented_region_say_so() -> None:
    sample = edition(of=region(sample=words(fi="Malliksi koottu.", sv="Exempel.")))
    assert "Malliksi koottu." in said(made(own=sample))["foot"]
    invented = edition(of=region(invented=True))
    assert any("keksitty" in line for line in said(made(own=invented))["foot"])
    assert len(said(made())["foot"]) == 2


def test_the_logo_has_its_words() -> None:
    own = edition(of=region(logo="logo.png"), media=(media(alt=words(fi="Mallilan vaakuna")),))
    logo = next(one for one in figures(made(own=own).children) if one.role == "logo")
    assert (logo.media, logo.alt) == ("logo.png", "Mallilan vaakuna")
    assert "logo.png" in {one.name for one in made(own=own).media}


def test_too_much_text_is_told_where_it_stands() -> None:
    long = text("poster", "fi", "sana " * 80, title="Kaikukortti avaa ovia")
    _, problems = parse_texts(network(sections=(long,)))
    assert [(one.id, one.place.path) for one in problems] == [("poster-long", long.place.path)]
    assert not parse_texts(network(sections=SECTIONS))[1]
