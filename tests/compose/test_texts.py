"""Sections for readers: joining, fallback, words filled in, links."""

import pytest

from sitegen.compose import markdown
from sitegen.compose import texts as subject
from sitegen.compose.facts import pieces
from sitegen.compose.link_targets import AS_WRITTEN, Links
from sitegen.compose.texts import ComposedSection, parse_texts, resolved
from sitegen.compose.tree import links
from sitegen.model.document import Document, Figure, Heading, Paragraph, Text
from sitegen.model.network import Edition, Network, SectionText
from sitegen.problems import Place
from tests.builders import (
    LANGUAGES,
    distributor,
    edition,
    media,
    national,
    network,
    region,
    text,
    with_texts,
    words,
)

NATIONAL = tuple(
    text("use", lang, f"Vastaus {lang}.\n\n## Lisää {lang}\n\nLoppu.", title=f"Käyttö {lang}")
    for lang in ("fi", "sv", "en", "ar")
)


def composed(
    made: Network, lang: str, name: str = "use", links: Links = subject.PLAIN_LINKS
) -> ComposedSection:
    parsed, problems = parse_texts(made)
    assert problems == ()
    shown = made.regions[0].editions[-1]
    found = subject.section(parsed, made, shown, lang, name, links)
    assert found is not None
    return found


def said(section: ComposedSection, lang: str) -> list[tuple[str, str]]:
    document = Document("letter", lang, "ltr", "", "", "", section.blocks)
    return [(piece.lang, piece.text) for piece in pieces(document)]


def problems_of(*national_texts: SectionText, own: Edition | None = None) -> list[tuple[str, str]]:
    made = network((own,) if own else (), sections=national_texts)
    return [(problem.id, str(problem.place)) for problem in parse_texts(made)[1]]


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [("fi", "fi"), ("sv", "sv"), ("en", "en"), ("fi-simple", "fi"), ("ar", "ar"), ("ru", "fi")],
)
def test_national_text_follows_the_chain(lang: str, spoken: str) -> None:
    found = composed(network(sections=NATIONAL), lang)
    assert said(found, lang) == [
        (spoken, f"Vastaus {spoken}."),
        (spoken, f"Lisää {spoken}"),
        (spoken, "Loppu."),
    ]
    assert found.title == Text(f"Käyttö {spoken}", None if spoken == lang else spoken)
    assert (found.lang, found.is_fallback) == (spoken, spoken != lang)
    assert found.fallback_langs == (() if spoken == lang else (spoken,))


def test_the_answer_is_the_first_paragraph() -> None:
    found = composed(network(sections=NATIONAL), "fi")
    assert len(found.lead) == 1
    assert isinstance(found.lead[0], Paragraph)
    assert isinstance(found.rest[0], Heading)
    assert found.rest[0].level == 3


@pytest.mark.parametrize(("add", "first"), [("before", "Oma fi."), ("after", "Vastaus fi.")])
def test_added_text_stands_beside_the_national_one(add: str, first: str) -> None:
    own = with_texts(edition(), text("use", "fi", "Oma fi.", add=add, title=""))
    found = composed(network((own,), NATIONAL), "fi")
    texts = [value for _, value in said(found, "fi")]
    assert texts[0] == first
    assert {"Oma fi.", "Vastaus fi."} <= set(texts)
    assert found.title.value == "Käyttö fi"
    assert found.own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_added_text_falls_back_beside_the_readers_national_text(lang: str) -> None:
    own = with_texts(
        edition(), text("use", "fi", "Oma fi.", add="after"), text("use", "sv", "Oma sv.", add="after")
    )
    found = composed(network((own,), NATIONAL), lang)
    national_lang = {"fi-simple": "fi", "ru": "fi"}.get(lang, lang)
    own_lang = "sv" if lang == "sv" else "fi"
    assert said(found, lang)[0] == (national_lang, f"Vastaus {national_lang}.")
    assert said(found, lang)[-1] == (own_lang, f"Oma {own_lang}.")
    assert found.is_fallback == (lang not in ("fi", "sv"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_without_add_replaces_the_national_one_in_every_language(lang: str) -> None:
    own = with_texts(
        edition(), text("use", "sv", "Oma sv.", title="Oma titel"), text("use", "fi", "Oma fi.", title="")
    )
    found = composed(network((own,), NATIONAL), lang)
    spoken = "sv" if lang == "sv" else "fi"
    assert said(found, lang) == [(spoken, f"Oma {spoken}.")]
    national_lang = {"fi-simple": "fi", "ru": "fi"}.get(lang, lang)
    assert found.title.value == ("Oma titel" if spoken == "sv" else f"Käyttö {national_lang}")


def test_order_of_sections() -> None:
    own = with_texts(edition(), text("own-b"), text("own-a"))
    made = network((own,), tuple(text(name) for name in ("company", "elsewhere", "what", "use", "poster")))
    parsed, _ = parse_texts(made)
    found = subject.sections(parsed, made, own, "fi")
    assert [one.name for one in found] == ["what", "use", "elsewhere", "own-a", "own-b", "company"]


def test_a_local_pilot_promises_nothing_elsewhere() -> None:
    own = edition(of=region(phase="pilot", valid_elsewhere=False))
    made = network((own,), (text("elsewhere"),))
    parsed, _ = parse_texts(made)
    assert subject.section(parsed, made, own, "fi", "elsewhere") is None
    told = with_texts(own, text("elsewhere", body="Kortti käy vain Mallilassa.", add="after"))
    made = network((told,), (text("elsewhere"),))
    parsed, _ = parse_texts(made)
    found = subject.section(parsed, made, told, "fi", "elsewhere")
    assert found is not None
    assert said(found, "fi") == [("fi", "Kortti käy vain Mallilassa.")]


FILLED = "{card_min_age} {child_under_age} {card_valid_months} {community_card_under_age} {year} {region}"


def test_words_are_filled_in_from_rules_and_region() -> None:
    body = f"{FILLED} {{region_in}} {{region_of}} {{{{x}}."
    made = network(years=(national(sections=(text("use", "fi", body),), card_valid_months=24),))
    assert said(composed(made, "fi"), "fi") == [("fi", "16 18 24 16 2026 Mallila Mallilassa Mallilan {x}.")]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "Mallila Mallilassa Mallilan"),
        ("sv", "Modellby i Modellby Modellbys"),
        ("fi-simple", "Mallila Mallilassa Mallilan"),
    ],
)
def test_the_regions_name_is_inflected(lang: str, expected: str) -> None:
    made = network(sections=(text("use", lang, "{region} {region_in} {region_of}"),))
    assert said(composed(made, lang), lang) == [(lang, expected)]


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
def test_other_languages_have_the_bare_name_only(lang: str) -> None:
    assert problems_of(text("use", lang, "Alussa {region_in}.")) == [
        ("placeholder-unknown", f"content/2026/{lang}/use.md:4:8")
    ]
    found = composed(network(sections=(text("use", lang, "{region}"),)), lang)
    paragraph = found.lead[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Text("Mallila", name=lang != "en"),)


def test_owner_and_date_belong_to_the_sites_own_texts() -> None:
    notice = text("privacy", "fi", "{owner}, {updated}.")
    found = composed(network(sections=(notice,)), "fi", "privacy")
    assert said(found, "fi") == [("fi", "Mallilan kunta, 5. tammikuuta 2026.")]
    assert problems_of(text("use", "fi", "{owner}")) == [
        ("placeholder-unknown", "content/2026/fi/use.md:4:1")
    ]


def test_a_samples_owner_is_the_publisher() -> None:
    own = edition(of=region(sample=words(fi="Koottu."), owner=None))
    found = composed(network((own,), (text("privacy", "fi", "{owner}"),)), "fi", "privacy")
    assert said(found, "fi") == [("fi", "Kaikukeskus")]


def test_words_in_links_and_titles_are_filled_in_and_those_in_code_are_not() -> None:
    made = network(
        sections=(
            text("use", "fi", "[Sivut {region_in}](page:venues), `{year}`", title="Kortti {region_in}"),
        )
    )
    found = composed(made, "fi", links=Links(lambda _kind, name: f"../{name}/"))
    assert found.title.value == "Kortti Mallilassa"
    assert said(found, "fi") == [("fi", "Sivut Mallilassa, {year}")]
    assert [link.href for link in links(found.blocks)] == ["../venues/"]


def test_a_link_without_a_place_becomes_text() -> None:
    made = network(sections=(text("use", "fi", "[Uutiset](page:news) ja [muu](https://example.fi/)."),))
    found = composed(made, "fi")
    assert said(found, "fi") == [("fi", "Uutiset ja muu.")]
    assert [link.href for link in links(found.blocks)] == ["https://example.fi/"]


def test_a_text_composed_once_leads_where_each_page_needs() -> None:
    body = "[Kohteet](page:venues).\n\n- [Uutiset](page:news) ja [muu](https://example.fi/)"
    made = network(sections=(text("use", "fi", body), text("who", "fi", "[Muu](https://example.fi/).")))
    written = composed(made, "fi", links=AS_WRITTEN)
    for links_here in (Links(lambda kind, name: f"../{kind}/{name}/"), subject.PLAIN_LINKS):
        assert resolved(written, links_here).blocks == composed(made, "fi", links=links_here).blocks
    alike = composed(made, "fi", "who", AS_WRITTEN)
    assert resolved(alike, subject.PLAIN_LINKS) is alike


def test_links_that_lead_nowhere_are_said_with_what_was_meant() -> None:
    body = "[a](page:venue) [b](section:gett) [c](partner:nuorisa) [d](partner:poissa) [e](partner:nuoriso)"
    gone = distributor("poissa", answer="stops")
    own = with_texts(edition(distributors=(distributor("nuoriso"), gone)), text("use", "fi", body))
    found = parse_texts(network((own,)))[1]
    assert [(problem.id, dict(problem.values).get("suggestion")) for problem in found] == [
        ("link-unknown", "venues"),
        ("link-unknown", "get"),
        ("link-unknown", "nuoriso"),
        ("link-unlisted", None),
    ]
    assert [problem.place.column for problem in found] == [1, 17, 35, 56]


def test_national_texts_name_no_partner() -> None:
    assert problems_of(text("use", "fi", "[a](partner:nuoriso)")) == [
        ("link-partner-national", "content/2026/fi/use.md:4:1")
    ]


def test_own_sections_can_be_linked() -> None:
    own = with_texts(edition(), text("own-bussi"), text("use", "fi", "[Bussi](section:own-bussi)"))
    assert problems_of(own=own) == []


def test_faults_stand_at_their_lines_in_the_regions_file() -> None:
    own = with_texts(edition(), text("use", "fi", "Hyvä.\n\n# Otsikko", add="after"))
    assert problems_of(own=own) == [("heading-first-level", "regions/mallila/2026/fi/use.md:6:1")]


def test_the_five_questions_need_an_answer() -> None:
    assert problems_of(text("who", "fi", "- a")) == [("section-no-answer", "content/2026/fi/who.md:4:1")]
    assert problems_of(text("along", "fi", "- a")) == []


def test_pictures_take_their_words_from_media() -> None:
    own = with_texts(
        edition(
            media=(media("ovi.png", alt=words(fi="Uimahallin ovi")), media("viiva.png", decorative=True))
        ),
        text("use", "fi", "Oma.\n\n![](ovi.png)\n\n![](viiva.png)\n\n![Pääovi](ovi.png)"),
    )
    shown = [block for block in composed(network((own,)), "en").blocks if isinstance(block, Figure)]
    assert [(figure.alt, figure.alt_lang) for figure in shown] == [
        ("Uimahallin ovi", "fi"),
        ("", None),
        ("Pääovi", "fi"),
    ]


def test_review_is_told_where_the_readers_own_text_awaits_it() -> None:
    made = network(sections=(text("use", "fi"), text("use", "ar", review="awaiting")))
    assert composed(made, "ar").awaits_review
    assert not composed(made, "fi").awaits_review


def test_the_nation_has_sections_of_its_own() -> None:
    made = network(sections=(text("use", "fi", "Kortti käy {region_in} vuonna {year}."),))
    parsed, _ = parse_texts(made)
    found = subject.section(parsed, made, None, "fi", "use")
    assert found is not None
    assert said(found, "fi") == [("fi", "Kortti käy Suomessa vuonna 2026.")]


def test_each_text_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[Place] = []
    real = markdown.parse

    def counting(body: str, place: Place, *rest: object, **named: object) -> object:
        parsed.append(place)
        return real(body, place, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(subject, "parse", counting)
    own = with_texts(edition(), text("use", "fi", add="after"))
    made = network((own,), NATIONAL)
    read, _ = parse_texts(made)
    for lang in LANGUAGES:
        subject.sections(read, made, own, lang)
    assert len(parsed) == len(set(parsed)) == 5
