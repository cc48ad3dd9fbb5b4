"""Page, PDF and DOCX say the same, and where they do not the first difference is named (C10, BAR D14)."""

from collections.abc import Callable

import pytest

from sitegen.check.docx_read import facts_of_docx, read_docx
from sitegen.check.parity import compare, missing_facts, pieces_of_pdf
from sitegen.check.pdf_read import ReadBlock, Run, read_blocks
from sitegen.compose.facts import Piece, facts_of_document, pieces
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.problems import Place, Problem
from sitegen.structs import replace
from tests.render.docx.samples import LANGUAGES, replaced, rewritten, sample, written
from tests.render.print_samples import sample_pdf

TREE = (
    Piece("h1", "fi", "Kaikukortti"),
    Piece("p", "fi", "Kortti on maksuton."),
    Piece("h2", "fi", "Kohteet"),
    Piece("item", "fi", "Uimahalli"),
    Piece("contact", "fi", "Puh. 016 000 100"),
    Piece("contact", "fi", "Sähköposti a@mallila.example"),
    Piece("cell", "fi", "2026"),
    Piece("picture", "fi", "QR-koodi"),
)


def told(found: list[Problem]) -> list[tuple[str, str]]:
    return [(one.id, dict(one.values).get("text", "")) for one in found]


def against(*blocks: Piece) -> list[tuple[str, str]]:
    return told(compare("sivu", TREE, "PDF", blocks))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_docx_says_what_the_tree_says(lang: str) -> None:
    assert compare("tree", pieces(sample(lang)), "DOCX", read_docx(written(lang))) == []
    assert missing_facts("tree", facts_of_document(sample(lang)), "DOCX", facts_of_docx(written(lang))) == []


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_the_docx_says_what_the_pdf_says(lang: str) -> None:
    pdf = pieces_of_pdf(read_blocks(sample_pdf(lang)))
    assert compare("PDF", pdf, "DOCX", read_docx(written(lang))) == []


def test_equal_readings_have_no_differences() -> None:
    assert against(*TREE) == []


def test_formats_may_cut_and_hyphenate_differently() -> None:
    one_line = Piece("p", "fi", "Puh. 016 000 100 · Sähkö-posti a@mallila.example")
    assert against(*TREE[:4], one_line, *TREE[6:]) == []
    split = (Piece("p", "fi", "Kortti on"), Piece("p", "fi", "maksuton."))
    assert against(TREE[0], *split, *TREE[2:]) == []


def test_addresses_for_paper_are_no_difference() -> None:
    printed = Piece("p", "fi", "Kortti on maksuton. (kaikukortti.example/fi)")
    assert against(TREE[0], printed, *TREE[2:]) == []


def test_plain_language_and_countries_are_no_difference() -> None:
    other = [replace(one, lang="fi-FI") for one in TREE]
    assert compare("a", [replace(one, lang="fi-simple") for one in TREE], "b", other) == []


def test_what_is_missing_is_named() -> None:
    assert against(*TREE[:3], *TREE[4:]) == [("parity-missing", "Uimahalli")]


def test_what_is_added_is_named() -> None:
    more = Piece("p", "fi", "Lisää")
    assert against(*TREE, more) == [("parity-added", "Lisää")]


def test_what_is_changed_is_named_with_both_texts() -> None:
    changed = replace(TREE[4], text="Puh. 016 000 101")
    found = compare("sivu", TREE, "PDF", (*TREE[:4], changed, *TREE[5:]))
    assert [one.id for one in found] == ["parity-changed"]
    assert dict(found[0].values) == {
        "a": "sivu",
        "b": "PDF",
        "kind": "text",
        "text": "Puh. 016 000 100",
        "other": "Puh. 016 000 101",
    }


def test_what_changed_places_is_out_of_order() -> None:
    assert against(TREE[2], TREE[0], TREE[1], *TREE[3:]) == [("parity-order", "Kohteet")]


def test_a_heading_of_another_level_is_named() -> None:
    assert against(TREE[0], TREE[1], replace(TREE[2], kind="h3"), *TREE[3:]) == [("parity-kind", "Kohteet")]


def test_another_language_is_named() -> None:
    swedish = replace(TREE[1], lang="sv")
    found = compare("sivu", TREE, "PDF", (TREE[0], swedish, *TREE[2:]))
    assert told(found) == [("parity-language", "Kortti on maksuton.")]
    assert (dict(found[0].values)["lang_a"], dict(found[0].values)["lang_b"]) == ("fi", "sv")


def test_a_difference_is_told_at_the_authors_line_and_else_at_the_artefact() -> None:
    lines = [Place("regions/mallila/2026/venues.yaml", number, 5) for number in range(1, len(TREE))]
    artefact = Place("mallila/fi/brochure.pdf")
    found = compare("data", TREE, "PDF", (*TREE[:3], *TREE[4:-1]), artefact, lines)
    assert [(one.id, one.place) for one in found] == [
        ("parity-missing", lines[3]),
        ("parity-missing", artefact),
    ]
    more = Piece("p", "fi", "Lisää")
    assert [one.place for one in compare("data", TREE, "PDF", (*TREE, more), artefact, lines)] == [artefact]


def test_a_lost_fact_is_told_at_the_authors_line_and_else_at_the_artefact() -> None:
    facts = [("text", "2 kurssia"), ("link", "tel:1")]
    line, artefact = Place("regions/mallila/2026/venues.yaml", 66, 16), Place("mallila/fi/brochure.docx")
    found = missing_facts("data", facts, "DOCX", (), artefact, {("text", "2 kurssia"): line})
    assert [(one.id, one.place) for one in found] == [
        ("parity-missing-phone", artefact),
        ("parity-missing-text", line),
    ]


def test_only_the_first_differences_are_told() -> None:
    lines = [Piece("p", "fi", f"rivi {number}") for number in range(50)]
    assert len(compare("a", lines, "b", [])) == 10


SPOILS: tuple[tuple[str, tuple[str, str], str], ...] = (
    ("parity-missing-phone", ("tel:016000104", "tel:016000999"), "tel:016000104"),
    ("parity-missing-email", ("mailto:kulttuuri@mallila.example", "mailto:a@b.example"), "mailto:kulttuuri"),
    ("parity-missing-link", ("https://kaikukortti.example/mallila/fi/", "https://a.example/"), "https://"),
)


@pytest.mark.parametrize(("id", "change", "fact"), SPOILS, ids=[spoil[0] for spoil in SPOILS])
def test_an_address_that_got_lost_is_found(id: str, change: tuple[str, str], fact: str) -> None:
    spoiled = replaced(written("fi"), "word/_rels/document.xml.rels", *change)
    found = missing_facts("sivu", facts_of_document(sample("fi")), "DOCX", facts_of_docx(spoiled))
    assert [one.id for one in found] == [id]
    assert dict(found[0].values)["fact"].startswith(fact)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mallilan palvelut 1", "Mallilan palvelut"),
        ("Kuntosali 3 kuukautta kerrallaan", "Kuntosali"),
        ("016\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}102", "016\N{NO-BREAK SPACE}000"),
    ],
    ids=["partner", "limit", "phone"],
)
def test_words_that_got_lost_are_found_as_fact_and_in_order(old: str, new: str) -> None:
    spoiled = rewritten(written("fi"), document=(f">{old}<", f">{new}<"))
    facts = missing_facts("sivu", facts_of_document(sample("fi")), "DOCX", facts_of_docx(spoiled))
    assert {one.id for one in facts} == {"parity-missing-text"}
    ordered = compare("sivu", pieces(sample("fi")), "DOCX", read_docx(spoiled))
    assert {one.id for one in ordered} == {"parity-changed"}
    shown = old.replace("\N{NO-BREAK SPACE}", " ")
    assert all(shown in dict(one.values)["text"] for one in ordered)


def test_numbers_of_pdf_lists_are_no_words_and_languages_come_from_runs() -> None:
    blocks = (
        ReadBlock("Lbl", "fi", "1."),
        ReadBlock("LI", "fi", "Valitse", (Run("fi", "Valitse"),)),
        ReadBlock("P", "fi", "Mer", (Run("sv", "Mer"), Run("fi", " "))),
        ReadBlock("P", "fi", "a b", (Run("sv", "a"), Run("fi", "b"))),
    )
    assert pieces_of_pdf(blocks) == (
        Piece("item", "fi", "Valitse"),
        Piece("p", "sv", "Mer"),
        Piece("p", "mul", "a b"),
    )


def problems() -> list[Problem]:
    def of(change: Callable[[Piece], Piece], at: int = 1) -> list[Problem]:
        return compare("a", TREE, "b", (*TREE[:at], change(TREE[at]), *TREE[at + 1 :]))

    facts = [("text", "x"), ("link", "tel:1"), ("link", "mailto:a@b.example"), ("link", "https://a.example")]
    return [
        *of(lambda one: replace(one, text="toinen")),
        *of(lambda one: replace(one, lang="sv")),
        *of(lambda one: replace(one, kind="h3"), 2),
        *compare("a", TREE, "b", TREE[1:]),
        *compare("a", TREE[1:], "b", TREE),
        *compare("a", TREE, "b", (TREE[2], TREE[0], TREE[1], *TREE[3:])),
        *missing_facts("a", facts, "b", ()),
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_difference_has_its_sentences(lang: str) -> None:
    found = problems()
    assert len({one.id for one in found}) == 10
    messages = catalogue(PROBLEMS, lang)
    for one in found:
        values: dict[str, object] = dict(one.values)
        assert messages.get(f"{one.id}.found", **values)
        assert messages.get(f"{one.id}.expected", **values)
