"""Runs by language and direction: BAR D02, D03, F12."""

import pytest

from sitegen.model.document import Heading, Link, Paragraph, Section, Text
from sitegen.render.docx import render_docx
from sitegen.render.docx.direction import LRM, RLM, Piece, pieces, tag
from tests.render.docx.samples import W, attribute, has, of_blocks, part, run_saying, saying, text, written

ARABIC = "بطاقة"


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("fi", "fi-FI"),
        ("fi-simple", "fi-FI"),
        ("sv", "sv-FI"),
        ("en", "en-GB"),
        ("ar", "ar-SA"),
        ("ru", "ru-RU"),
        ("xx", "xx"),
    ],
)
def test_languages_have_the_tags_of_office_programs(code: str, wanted: str) -> None:
    assert tag(code) == wanted


def test_a_telephone_number_on_a_right_to_left_line_is_held_by_marks() -> None:
    number = Text("016 000 110", ltr=True)
    assert pieces(number, "ar", rtl_line=True) == [Piece(f"{LRM}016 000 110{LRM}", checked=False)]
    assert pieces(number, "fi", rtl_line=False) == [Piece("016 000 110", checked=False)]


def test_an_address_needs_a_mark_only_where_it_ends_in_a_sign() -> None:
    address = Text("kaikukortti.example/ar/", ltr=True)
    assert pieces(address, "ar", rtl_line=True) == [Piece(f"kaikukortti.example/ar/{LRM}", checked=False)]


def test_latin_words_in_an_arabic_sentence_are_runs_of_their_own() -> None:
    found = pieces(Text(f"{ARABIC} Kaikukortti (2026) {ARABIC}"), "ar", rtl_line=True)
    assert found == [
        Piece(f"{ARABIC} ", rtl=True),
        Piece("Kaikukortti (2026)", checked=False),
        Piece(f" {ARABIC}", rtl=True),
    ]


def test_a_comma_between_names_keeps_them_in_the_lines_order() -> None:
    assert pieces(Text("، "), "ar", rtl_line=True) == [Piece(f"{RLM}، ", rtl=True)]
    assert pieces(Text(" "), "ar", rtl_line=True) == [Piece(" ", rtl=True)]
    assert pieces(Text("2026"), "ar", rtl_line=True) == [Piece("2026", rtl=True)]


def test_a_comma_within_latin_words_belongs_to_them() -> None:
    words = Text("Kaikukortti، Mallila 2026")
    assert pieces(words, "ar", rtl_line=True) == [Piece("Kaikukortti، Mallila 2026", checked=False)]


def test_names_go_by_their_own_letters_and_are_not_spell_checked() -> None:
    assert pieces(Text("Mallila", name=True), "ar", rtl_line=True) == [Piece("Mallila", checked=False)]
    assert pieces(Text(ARABIC, name=True), "ar", rtl_line=True) == [Piece(ARABIC, rtl=True, checked=False)]


def test_every_run_of_arabic_letters_is_marked_and_no_other() -> None:
    for run in part(written("ar")).iter(W + "r"):
        arabic = any("؀" <= char <= "ۿ" for char in text(run))
        latin = any(char.isascii() and char.isalpha() for char in text(run))
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        assert not (marked and latin), text(run)
        assert marked or not arabic, text(run)


def test_numbers_and_names_in_arabic_are_left_to_right_runs_without_proofing() -> None:
    for words in ("016\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}100", "Mallilan palvelut 1", "Torikatu 1"):
        run = run_saying(written("ar"), words)
        assert run.find(f"{W}rPr/{W}rtl") is None
        assert run.find(f"{W}rPr/{W}noProof") is not None


def test_paragraphs_pages_and_tables_of_arabic_run_from_right_to_left() -> None:
    body = part(written("ar"))
    assert body.find(f"{W}body/{W}sectPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(W + "tbl"))
    others = [text(row) for row in body.iter(W + "p") if not has(row, "bidi")]
    assert set(others) == {"Kortti käy myös Lövbackenissa."}  # a Finnish paragraph


def test_left_to_right_documents_have_no_direction_marks() -> None:
    body = part(written("ru"))
    assert not list(body.iter(W + "bidi", W + "rtl", W + "bidiVisual"))
    assert LRM not in text(body)


def test_a_quotation_carries_its_language() -> None:
    swedish = run_saying(written("fi"), "Kortet gäller också i Lövbacken.")
    assert attribute(swedish.find(f"{W}rPr/{W}lang")) == "sv-FI"
    finnish = run_saying(written("ar"), "Kortti käy myös Lövbackenissa.")
    assert attribute(finnish.find(f"{W}rPr/{W}lang")) == "fi-FI"


def test_arabic_in_finnish_has_its_language_where_word_looks_for_it() -> None:
    document = of_blocks([Paragraph((Text("Esite: "), Text(ARABIC, lang="ar")))])
    run = run_saying(render_docx(document), ARABIC)
    assert run.find(f"{W}rPr/{W}rtl") is not None
    assert attribute(run.find(f"{W}rPr/{W}lang"), "bidi") == "ar-SA"
    assert attribute(run.find(f"{W}rPr/{W}lang")) == ""


def test_a_part_in_another_language_passes_it_on() -> None:
    words = (Text("Mer på "), Link(Text("webben"), "https://kaikukortti.example/sv/"))
    document = of_blocks([Section((Heading(2, (Text("Svenska"),)), Paragraph(words)), lang="sv")])
    data = render_docx(document)
    for said in ("Svenska", "Mer på ", "webben"):
        assert attribute(run_saying(data, said).find(f"{W}rPr/{W}lang")) == "sv-FI"


def test_plain_finnish_within_finnish_is_no_change_of_language() -> None:
    data = render_docx(of_blocks([Paragraph((Text("Selkeä"),), lang="fi-simple")]))
    assert run_saying(data, "Selkeä").find(f"{W}rPr/{W}lang") is None


def test_a_finnish_line_in_an_arabic_entry_stands_at_the_entrys_edge() -> None:
    row = saying(written("ar"), "Kortti käy myös")
    entries = [row for row in part(written("ar")).iter(W + "p") if has(row, "jc")]
    assert not has(row, "jc")  # in a text it keeps its own edge
    assert {text(row) for row in entries} == {"Kortti käy myös Lövbackenissa."}


def test_a_name_that_is_in_a_language_keeps_it() -> None:
    document = of_blocks([Paragraph((Text("Torneå stad", lang="sv", name=True),))], "ru")
    run = run_saying(render_docx(document), "Torneå stad")
    assert attribute(run.find(f"{W}rPr/{W}lang")) == "sv-FI"
    assert run.find(f"{W}rPr/{W}noProof") is not None
