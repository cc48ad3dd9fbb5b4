"""The frame of pages: titles, languages, menus, the one note, the footer."""

from datetime import date
from typing import Any

import pytest

from sitegen.compose.pages.context import CHOICE, NOT_FOUND, Picture
from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS, exists, exists_nationally
from sitegen.compose.pages.frame import LOGO_HEIGHT, LONGEST_TITLE
from sitegen.model.contact import Source
from sitegen.model.document import Text
from sitegen.model.edition import News
from sitegen.structs import replace
from tests.builders import LANGUAGES, edition, name, network, region, text, venue, words
from tests.compose.pages.support import view


def frame(net: Any, slug: str, lang: str = "fi", made: Any = None, **fields: Any) -> Any:
    return view(net, slug, lang, made, **fields).frame


def test_titles_are_unique_begin_with_the_heading_and_are_short() -> None:
    made = edition()
    sections = tuple(
        text(name, lang, title=f"{name} {lang}")
        for name in ("what", "introduction-venues", "statement", "privacy")
        for lang in LANGUAGES
    )
    net = network((made,), sections=sections)
    frames = [
        frame(net, slug, lang, made)
        for slug in REGION_SLUGS
        for lang in LANGUAGES
        if slug != "brochure" and exists(slug, made, net, lang)
    ]
    frames += [
        frame(net, slug, lang)
        for slug in NATIONAL_SLUGS
        for lang in LANGUAGES
        if exists_nationally(slug, net, lang)
    ]
    titles = [one.title for one in frames]
    assert len(set(titles)) == len(titles) > 50
    assert all(one.title.startswith(one.heading.value) for one in frames)
    assert max(map(len, titles)) <= LONGEST_TITLE


def test_a_long_name_leaves_the_heading_alone_in_the_title() -> None:
    made = edition(of=region(name=name(fi="Pohjoisen suuren saariston ja rannikon yhteinen alue")))
    net = network((made,), sections=(text("what"),))
    assert frame(net, "materials", "fi", made).title == "Esitteet ja julisteet"


def test_every_language_leads_to_the_same_page_or_to_its_front_page() -> None:
    made = edition()
    net = network((made,), sections=(text("introduction-venues", "fi"),))
    row = {one.lang: one for one in frame(net, "partners", "fi", made).languages}
    assert tuple(row) == LANGUAGES
    assert row["fi"].current
    assert row["fi"].label == "Suomi"
    assert (row["ar"].href, row["ar"].direction) == ("/mallila/ar/", "rtl")
    assert row["ar"].elsewhere == "الصفحة الرئيسية"
    venues = {one.lang: one for one in frame(net, "venues", "fi", made).languages}
    assert (venues["sv"].href, venues["sv"].elsewhere) == ("/mallila/sv/venues/", "")


def test_the_menu_asks_the_cardholders_questions() -> None:
    made = edition()
    net = network((made,), sections=(text("what"), text("introduction-venues", "fi")))
    nav = frame(net, "venues", "fi", made).nav
    assert [one.text.value for one in nav] == [
        "Mistä kortin saa?",
        "Missä kortti käy?",
        "Näin käytät korttia",
        "Esitteet ja julisteet",
        "Kumppaneille",
    ]
    assert [one.current for one in nav] == [False, True, False, False, False]


def test_a_page_that_a_language_lacks_is_linked_in_the_next_one() -> None:
    made = edition()
    net = network((made,), sections=(text("introduction-venues", "fi"),))
    link = frame(net, "venues", "ar", made).nav[-1]
    assert (link.text, link.href, link.hreflang) == (
        Text("Kumppaneille", "fi"),
        "/mallila/fi/partners/",
        "fi",
    )


def test_alternates_name_real_languages_and_the_page_for_everybody_else() -> None:
    made = edition()
    net = network((made,))
    front = frame(net, "front", "sv", made).alternates
    assert [one.hreflang for one in front] == ["fi", "sv", "en", "ar", "ru", "x-default"]
    assert front[-1].href == "https://kaikukortti.example/mallila/"
    inner = frame(net, "venues", "fi", made).alternates
    assert inner[-1].href == "https://kaikukortti.example/mallila/fi/venues/"
    assert frame(net, "venues", "fi-simple", made).alternates == ()


def test_a_page_in_one_language_has_no_alternates() -> None:
    news = News(id="uusi", date=date(2026, 2, 1), title=words(fi="Uusi kohde"))
    made = edition(facts={"news": (news,)})
    assert frame(network((made,)), "news", "fi", made).alternates == ()


def test_a_page_without_anything_to_tell_has_no_note() -> None:
    made = edition()
    assert frame(network((made,)), "contacts", "fi", made).notice is None


def test_all_reasons_stand_in_one_note() -> None:
    offer = words(fi="Uinti")
    made = edition(
        2025,
        of=region(sample=words(fi="Koottu julkisilta sivuilta."), invented=True),
        venues=(venue(offer=offer),),
    )
    net = network((made,), years=None)
    notice = frame(net, "venues", "sv", made).notice
    assert notice.title == "Exempelsida."
    said = [one.value for one in notice.sentences]
    assert said[0] == "Koottu julkisilta sivuilta."
    assert notice.sentences[0].lang == "fi"
    assert any("2025" in one and "2026" in one for one in said)
    assert said[-1] == "En del av texten på sidan är på finska."
    assert (notice.link.href, notice.link.text.lang) == ("/mallila/fi/venues/", "fi")


def test_plain_finnish_tells_what_is_not_plain() -> None:
    made = edition(venues=(venue(offer=words(fi="Uinti")),))
    notice = frame(network((made,)), "venues", "fi-simple", made).notice
    assert [one.value for one in notice.sentences] == ["Osa tekstistä ei ole selkosuomea."]


def test_a_text_awaiting_review_leads_to_the_same_page_in_finnish() -> None:
    made = edition()
    sections = (text("what", "ru", review="awaiting"), text("what", "fi"))
    notice = frame(network((made,), sections=sections), "how", "ru", made).notice
    assert notice.title == "Ещё не проверено."
    assert notice.link.href == "/mallila/fi/how/"
    assert notice.link.text == Text("Sama sivu suomeksi", "fi")


def test_names_in_another_language_are_no_reason_for_a_note() -> None:
    made = edition(venues=(venue(name=name(fi="Uimahalli")),))
    assert frame(network((made,)), "venues", "sv", made).notice is None


def test_the_footer_tells_who_answers_and_when_it_was_checked() -> None:
    made = edition()
    footer = frame(network((made,)), "venues", "fi", made).footer
    assert [one.value for one in footer.answers] == ["Sivuista vastaa", "Mallilan kunta"]
    assert (footer.checked.iso, footer.checked.text) == ("2026-01-05", "5.\xa0tammikuuta\xa02026")
    assert "rekisteröity tavaramerkki" in footer.trademark.value
    first = footer.columns[0].links
    assert [one.href for one in first] == ["mailto:palaute@mallila.example", "/mallila/fi/contacts/"]


def test_a_sample_shows_the_date_of_its_newest_source_and_the_publisher() -> None:
    sources = (Source(date="2017"), Source(date="2019-04"))
    made = edition(of=region(sample=words(fi="Esimerkki."), source=sources))
    net = network((made,), sections=(text("statement"),))
    footer = frame(net, "venues", "fi", made).footer
    assert (footer.checked_label, footer.checked.iso) == ("Lähteiden uusin tieto:", "2019-04")
    assert footer.answers[1].value == "Kaikukeskus"
    about = [one.href for one in footer.columns[-1].links]
    assert "/fi/statement/" in about


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_leads_to_a_statement(lang: str) -> None:
    made = edition()
    net = network((made,), sections=(text("statement", "fi"), text("statement", "sv")))
    links = [one for column in frame(net, "front", lang, made).footer.columns for one in column.links]
    found = [one for one in links if "/statement/" in one.href]
    assert len(found) == 1
    assert found[0].hreflang == (None if lang in ("fi", "sv") else "fi")


def test_pages_for_everybody_have_no_row_of_languages() -> None:
    made = edition()
    net = network((made,))
    assert frame(net, CHOICE, "fi", made).languages == ()
    assert frame(net, NOT_FOUND, "fi").languages == ()


def test_the_logo_comes_from_the_regions_files() -> None:
    made = edition(of=region(logo="logo.png"))
    media = (Picture("talo.png", "/assets/talo.png", 5, 5), Picture("logo.png", "/assets/logo.png", 600, 300))
    logo = frame(network((made,)), "venues", "fi", made, media=media).logo
    assert logo == Picture("logo.png", "/assets/logo.png", 2 * LOGO_HEIGHT, LOGO_HEIGHT)
    plain = replace(made, region=region())
    assert frame(network((plain,)), "venues", "fi", plain, media=media).logo is None
