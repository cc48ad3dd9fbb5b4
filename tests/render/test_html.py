"""Pages as HTML: whole, escaped, marked, nothing that acts by itself; and the theme's style sheets."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as parser

from sitegen.compose.pages.context import CHOICE, NOT_FOUND
from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS
from sitegen.model.colour import tones
from sitegen.model.contact import Accessibility, Source
from sitegen.model.document import Contact, Link, Text
from sitegen.model.edition import News, Statistic
from sitegen.model.national import FiguresFile
from sitegen.model.network import Edition, Network
from sitegen.model.partner_parts import How, Limit
from sitegen.model.sections import CARDHOLDER_SECTIONS, PARTNER_SECTIONS, SITE_SECTIONS
from sitegen.render.html import accent_stylesheet, default_theme, render_page, theme_stylesheet
from sitegen.structs import replace
from tests.builders import (
    LANGUAGES,
    address,
    distributor,
    edition,
    email,
    link,
    name,
    network,
    phone,
    region,
    text,
    venue,
    words,
)
from tests.compose.pages.support import FakeLinks, html, view

HOSTILE = '<script>alert("x")</script> & \'"'
NOT_WITH_ONE_KIND = ("brochure",)
REGION_PAGES = [slug for slug in (*REGION_SLUGS, CHOICE) if slug not in NOT_WITH_ONE_KIND]


def parsed(page: str) -> Any:
    """The page as a tree; its many kinds of results are of no interest to the type checker here."""
    return parser.fromstring(page)


def full() -> Edition:
    """An edition in which every part of every page occurs."""
    partner: dict[str, Any] = {
        "part_of": name("Mallilan kunta"),
        "address": address(place=name("Talo")),
        "phone": (phone("016 000 310"), phone("016 000 311", for_=words(fi="Ajanvaraus"))),
        "email": (email("info@mallila.example"),),
        "website": link("https://mallila.example/sivu"),
        "hours": words(fi="ma–to 9–15", sv="mån–tors 9–15"),
        "note": words(fi="Kysy aulasta."),
        "getting_there": words(fi="Bussi 3."),
        "accessibility": Accessibility(step_free=True, toilet=True, hearing_loop=False),
    }
    venues = tuple(
        venue(
            f"v{number}",
            called=f"Kohde {number}",
            kind=kind,
            municipality=f"X0{number % 2 + 1}",
            covers=("X01", "X02"),
            offer=words(fi=f"Lippu {number}"),
            how=How(channels=("desk", "phone"), note=words(fi="Näytä kortti.")),
            limits=(Limit(kind="other", text=words(fi="Vain arkisin")),),
            **partner,
        )
        for number, kind in enumerate(("sport", "culture", "nature") * 3)
    )
    news = News(id="uusi", date=date(2026, 2, 1), title=words(fi="Uusi"), text=words(fi="Yksi.\n\nKaksi."))
    return edition(
        of=region(municipalities=("X01", "X02"), kind="group", invented=True),
        venues=venues,
        distributors=(distributor("nuoriso", sector=("youth",), serves=words(fi="Nuorille"), **partner),),
        figures=(Statistic(year=2025, what="uses", group="sport", value=9, as_of=date(2026, 1, 15)),),
        facts={"news": (news,)},
    )


def whole(made: Edition) -> Network:
    """A network in which every page of the edition exists in every language but for its news."""
    names = (*CARDHOLDER_SECTIONS, *PARTNER_SECTIONS, *SITE_SECTIONS)
    body = "Lyhyt vastaus.\n\n## Lisää\n\n- kohta\n\n> Muista.\n"
    sections = tuple(
        text(one, lang, body, title=f"{one}?", review="awaiting" if lang == "ar" else "")
        for one in names
        for lang in LANGUAGES
    )
    figures = (Statistic(year=2023, what="uses", value=100), Statistic(year=2023, what="cards", value=None))
    series = FiguresFile(source=Source(url="https://k.example/luvut", date="2024"), figures=figures)
    return replace(network((made,), sections=sections), figures=series)


MADE = full()
NET = whole(MADE)
SIZES = {("brochure", "pdf"): 212_000, ("brochure", "docx"): 38_000}


def page(slug: str, lang: str = "fi") -> Any:
    """A page of the full edition."""
    return parsed(html(NET, slug, lang, MADE, links=FakeLinks(NET, SIZES)))


CASES = [(slug, lang) for slug in REGION_PAGES for lang in LANGUAGES if slug != "news" or lang == "fi"] + [
    (f"national {slug}", lang) for slug in (*NATIONAL_SLUGS, CHOICE, NOT_FOUND) for lang in LANGUAGES
]


@pytest.fixture(params=CASES, ids="-".join)
def root(request: pytest.FixtureRequest) -> Any:
    """Each kind of page in each language."""
    slug, lang = request.param
    if slug.startswith("national "):
        return parsed(html(NET, slug.removeprefix("national "), lang))
    return page(slug, lang)


def test_a_page_is_whole(root: Any) -> None:
    levels = [int(one.tag[1]) for one in root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [one for one in root.xpath("//h1|//h2|//h3|//h4|//title") if not one.text_content().strip()]
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {str(one)[1:] for one in root.xpath("//a/@href|//use/@href") if str(one).startswith("#")}
    assert inside <= {*map(str, ids)}
    named = [str(one) for one in root.xpath("//@aria-labelledby")]
    assert {*named} <= {*map(str, ids)}
    assert len(root.xpath("//main")) == len(root.xpath("//body/footer")) == 1
    labels = [str(one) for one in root.xpath("//nav/@aria-label")]
    assert len(labels) == len(set(labels)) == len(root.xpath("//nav"))
    assert root.xpath("//body/*[self::a][1]/@href") == ["#main"]


def test_a_page_acts_by_nothing_and_asks_nobody(root: Any) -> None:
    assert not root.xpath("//style|//iframe|//@style|//@*[starts-with(name(), 'on')]|//@target")
    first = root.xpath("//meta[@http-equiv]")[0]
    assert first.getprevious().get("charset") == "utf-8"
    assert "default-src 'none'" in first.get("content")
    scripts = root.xpath("//script[not(@type='application/ld+json')]")
    assert [str(one.get("src")) for one in scripts] == ["/assets/finder.js"] * len(root.xpath("//form[@id]"))
    assert ("connect-src 'self'" in first.get("content")) == bool(scripts)
    assert root.xpath("//meta[@name='referrer']/@content") == ["no-referrer"]
    asked = root.xpath("//link[@rel='stylesheet' or @rel='icon']/@href|//img/@src")
    assert all(str(one).startswith("/assets/") for one in asked)


def holder(text: Any) -> Any:
    """The element a text stands in; lxml gives the element before it for a text that follows one."""
    return text.getparent().getparent() if text.is_tail else text.getparent()


def test_the_language_is_said(root: Any) -> None:
    lang = root.get("lang")
    assert root.get("dir") == ("rtl" if lang == "ar" else "ltr")
    for one in root.xpath("//nav[@class='langs']//a"):
        assert one.get("lang") == one.get("hreflang")
    strange = [
        found
        for found in root.xpath("//body//text()[not(ancestor::svg)]")
        if re.search("[\u0600-\u06ff]", found)
        and holder(found).xpath("ancestor-or-self::*[@lang][1]/@lang") != ["ar"]
    ]
    assert not strange


@pytest.mark.parametrize("slug", ["front", "venues", "contacts"])
def test_numbers_and_addresses_are_isolated_on_right_to_left_pages(slug: str) -> None:
    found = page(slug, "ar").xpath("//a[starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')]")
    assert found
    assert all(one.xpath("./bdi[@dir='ltr']") for one in found)


def test_an_address_may_break_before_its_sign_only() -> None:
    shown = html(NET, "venues", "fi", MADE)
    assert '<a href="mailto:info@mallila.example"><bdi dir="ltr">info<wbr>@mallila.example</bdi></a>' in shown


def test_a_label_is_said_once_for_all_numbers() -> None:
    stub = page("venues").xpath("//dl[contains(@class, 'stub')]")[0]
    labels = [one.text_content() for one in stub.xpath(".//dt")]
    assert labels == ["Puhelin", "Sähköposti", "Verkossa"]
    assert len(stub.xpath("./div[1]/dd")) == 2


def test_files_say_type_language_and_size() -> None:
    link = page("materials", "sv").xpath("//a[@type='application/pdf'][@hreflang='fi']")[0]
    assert link.text_content() == "Esite 2026 suomeksi (PDF, 212\xa0kt)"
    assert link.xpath("ancestor::li[@lang][1]/@lang") == ["fi"]
    assert link.xpath("ancestor::li[1]/ancestor::div[1]/h3/small/@lang") == ["sv"]


def test_cards_have_anchors_on_lists_only() -> None:
    assert page("venues").xpath("//li[@class='card']/@id")[0] == "venue-v1"
    assert not page("front").xpath("//li[@class='card']/@id")
    assert len(page("front").xpath("//li[@class='card']")) == 10


def test_the_one_note_stands_at_the_top() -> None:
    notices = page("venues", "sv").xpath("//div[@class='notice']")
    assert len(notices) == 1
    assert notices[0].getparent().tag == "main"
    assert notices[0].getprevious() is None


def test_whatever_authors_write_is_shown_as_written() -> None:
    made = edition(
        of=region(name=name(HOSTILE), sample=words(fi=HOSTILE)),
        venues=(
            venue(
                called=HOSTILE,
                offer=words(fi=HOSTILE),
                note=words(fi=HOSTILE),
                address=address(place=name(HOSTILE)),
            ),
        ),
        facts={"news": (News(id="n", date=date(2026, 1, 5), title=words(fi=HOSTILE)),)},
    )
    for slug in ("front", "venues", "news"):
        shown = html(network((made,)), slug, "fi", made)
        assert "<script>" not in shown
        assert "&lt;script&gt;" in shown


def test_long_words_of_headings_may_break() -> None:
    made = edition(venues=(venue(called="Sosiaalipalvelutoimisto"),))
    shown = html(network((made,)), "venues", "fi", made)
    heading = parsed(shown).xpath("//li[@class='card']//h3")[0].text_content()
    assert "\u00ad" in heading
    assert heading.replace("\u00ad", "") == "Sosiaalipalvelutoimisto"


def test_an_empty_fact_leaves_no_label() -> None:
    made = edition(venues=(venue(called="Pelkkä nimi"),))
    card = parsed(html(network((made,)), "venues", "fi", made)).xpath("//li[@class='card']")[0]
    assert not card.xpath(".//dt")
    assert card.text_content().split() == ["Pelkkä", "nimi", "Liikunta"]


def test_the_same_view_gives_the_same_page() -> None:
    one = view(NET, "front", "fi", MADE)
    assert render_page("front.html", one) == render_page("front.html", view(NET, "front", "fi", MADE))


def test_texts_in_a_row_have_something_between_them() -> None:
    rows = parsed(html(NET, "venues", "fi", MADE)).xpath("//li[@class='card'][1]//dd/p/bdi")
    assert rows[0].text_content().split(", ")[0] == "Talo"
    assert not rows[0].text_content().endswith(", ")


@pytest.mark.parametrize("slug", ["front", "venues", "materials"])
def test_no_line_is_empty(slug: str) -> None:
    assert "\n\n" not in html(NET, slug, "fi", MADE)


def test_a_list_is_light() -> None:
    assert len(html(NET, "venues", "fi", MADE)) / len(MADE.venues) < 3_500


def test_a_contact_without_a_link_is_shown_as_text() -> None:
    row = Contact("hours", Text("Avoinna"), (Text("ma", lang=None), Link(Text("sivu"), "https://a.example/")))
    assert row.value[0] == Text("ma")


# ------------------------------------------------------------------ style sheets

FORBIDDEN = {
    "sides": r"\b(?:left|right)\b",
    "short logical forms": r"\b(?:margin|padding|border)-(?:inline|block)\s*:|\binset(?:-inline|-block)?\s*:",
    "too new": r":is\(|:where\(|:has\(|@layer|@container|color-mix|aspect-ratio|\bdvh\b|overflow:\s*clip|&\s",
    "from elsewhere": r"@import|https?:",
}


def sheet() -> str:
    """The theme's style sheet with the fonts where they lie."""
    fonts = {path.name: path.name for path in (default_theme() / "fonts").glob("*.woff2")}
    return theme_stylesheet(default_theme(), fonts)


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_style_sheets_use_what_old_browsers_know(kind: str) -> None:
    assert re.findall(FORBIDDEN[kind], re.sub(r"url\([^)]*\)", "", sheet())) == []


def test_gaps_are_for_grids_only() -> None:
    """Flex gaps are newer than the oldest browsers (look)."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet())
    flex = {
        selector.strip()
        for selector, body in rules
        if re.search(r"display:\s*(?:inline-)?flex", body) and "gap:" in body
    }
    assert flex == set()


def test_the_sheet_holds_every_component_and_no_comment() -> None:
    text = sheet()
    assert "/*" not in text
    assert (
        text.index("@font-face") < text.index(":root {") < text.index(".card {") < text.index("@media print")
    )
    assert text.count("{") == text.count("}")
    assert len(text.encode()) < 40_000


def test_a_font_without_an_address_is_a_fault() -> None:
    with pytest.raises(KeyError):
        theme_stylesheet(default_theme(), {})


def test_every_token_is_known() -> None:
    text = sheet()
    assert {*re.findall(r"var\((--[\w-]+)\)", text)} <= {*re.findall(r"(--[\w-]+):", text)}


def test_the_tones_of_a_region_replace_those_of_the_theme_in_both_schemes() -> None:
    made = accent_stylesheet(tones("#0f5a86"))
    light, dark = made.split("@media")
    assert "--accent: #0f5a86;" in light
    assert "--accent:" in dark
    assert "dark-" not in made
    assert {*re.findall(r"(--[\w-]+):", made)} <= {*re.findall(r"(--[\w-]+):", sheet())}
