"""Every kind of the tree as Word's own: BAR D01, D05-D09."""

from itertools import pairwise

import pytest

from sitegen.model.document import (
    Break,
    Cell,
    Code,
    Contact,
    Contacts,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from sitegen.render.docx import render_docx
from sitegen.render.docx.tables import TEXT_WIDTH, column_widths
from tests.render.docx.samples import (
    Element,
    W,
    attribute,
    has,
    of_blocks,
    paragraphs,
    part,
    run_saying,
    sample,
    saying,
    style,
    text,
    written,
)

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def words(value: str) -> tuple[Text, ...]:
    return (Text(value),)


def said(value: str) -> Paragraph:
    return Paragraph(words(value))


def rendered(*blocks: object, document: Document | None = None) -> bytes:
    return render_docx(document or of_blocks(blocks))  # type: ignore[arg-type]


def number(row: Element) -> tuple[str, str]:
    return attribute(row.find(f"{W}pPr/{W}numPr/{W}numId")), attribute(row.find(f"{W}pPr/{W}numPr/{W}ilvl"))


def look(data: bytes, words: str) -> list[Element]:
    return list(run_saying(data, words).iterfind(f"{W}rPr/*"))


# ------------------------------------------------------------------ headings and paragraphs


def test_headings_have_words_own_styles() -> None:
    found = [(style(row), text(row)) for row in paragraphs(written("fi"))]
    assert found[0] == ("Title", "Kaikukortti")
    assert ("Heading2", "Viisi kysymystä kortista") in found
    assert ("Heading3", "Mallila") in found
    assert ("Heading4", "Mallilan palvelut 1") in found


def test_the_title_of_a_cover_is_a_heading_of_level_one() -> None:
    styles = part(written("fi"), "word/styles.xml")
    title = styles.find(f"{W}style[@{W}styleId='Title']/{W}pPr/{W}outlineLvl")
    assert attribute(title) == "0"


def test_a_first_heading_that_is_on_no_cover_is_heading_1() -> None:
    assert style(paragraphs(rendered(Heading(1, words("Kirje"))))[0]) == "Heading1"


def test_headings_go_no_deeper_than_six() -> None:
    assert style(paragraphs(rendered(Heading(8, words("x"))))[0]) == "Heading6"


def test_what_stands_beside_a_name_is_no_part_of_the_heading() -> None:
    rows = paragraphs(written("fi"))
    at = next(place for place, row in enumerate(rows) if text(row) == "Mallilan palvelut 1")
    assert (style(rows[at + 1]), text(rows[at + 1])) == ("Detail", "Sosiaalipalvelut")


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("", ""),
        ("lead", "Lead"),
        ("what", "What"),
        ("limit", "Limit"),
        ("address", "Address"),
        ("how", "How"),
        ("hours", "Hours"),
        ("small", "Small"),
        ("foot", "Small"),
        ("unheard-of", ""),
    ],
)
def test_roles_become_styles(role: str, wanted: str) -> None:
    assert style(paragraphs(rendered(Paragraph(words("x"), role=role)))[0]) == wanted


def test_all_styles_in_use_are_defined() -> None:
    styles = part(written("fi"), "word/styles.xml")
    known = {attribute(one, "styleId") for one in styles.iter(W + "style")}
    used = {attribute(one) for one in part(written("fi")).iter(W + "pStyle", W + "rStyle", W + "tblStyle")}
    assert used <= known


# ------------------------------------------------------------------ inlines


def test_marks_are_styles_and_join() -> None:
    inner = Strong((Text("a"), Emphasis(words("b")), Link(Text("c"), "mailto:a@mallila.example")))
    data = rendered(Paragraph((inner, Emphasis(words("d")), Code("e"))))
    looks = {letter: [child.tag.removeprefix(W) for child in look(data, letter)] for letter in "abcde"}
    assert looks == {
        "a": ["rStyle"],
        "b": ["rStyle", "i"],
        "c": ["rStyle", "b", "bCs"],
        "d": ["rStyle"],
        "e": ["rStyle", "noProof"],
    }


def test_links_lead_out_with_style_and_tip() -> None:
    link = Link(Text("Lue lisää kortista"), "https://kaikukortti.example/fi/", label="Kaikukortin sivut")
    data = rendered(Paragraph((link,)))
    made = next(part(data).iter(W + "hyperlink"))
    relations = {row.get("Id"): row.get("Target") for row in part(data, "word/_rels/document.xml.rels")}
    assert relations[made.get(OFFICE + "id")] == "https://kaikukortti.example/fi/"
    assert attribute(made, "tooltip") == "Kaikukortin sivut"
    assert attribute(made.find(f"{W}r/{W}rPr/{W}rStyle")) == "Hyperlink"


def test_on_paper_a_link_tells_its_address_unless_its_words_do() -> None:
    link = Link(Text("sivut"), "https://www.kaikukortti.example/fi/")
    assert text(paragraphs(rendered(Paragraph((link,))))[0]) == "sivut (kaikukortti.example/fi)"
    bare = Link(Text("kaikukortti.example"), "https://kaikukortti.example/fi/")
    assert text(paragraphs(rendered(Paragraph((bare,))))[0]) == "kaikukortti.example"


def test_an_address_is_stored_once() -> None:
    link = Link(Text("x"), "mailto:a@mallila.example")
    relations = part(rendered(Paragraph((link, link))), "word/_rels/document.xml.rels")
    assert [row.get("Target") for row in relations].count("mailto:a@mallila.example") == 1


def test_links_within_lead_to_bookmarks_and_nothing_else_is_marked() -> None:
    data = rendered(
        Paragraph((Link(Text("Alas"), "#d-some-partner"),)),
        Section((List((Item((Heading(4, words("Nimi"), id="other"),), id="d-some-partner"),)),), role="list"),
    )
    anchors = [attribute(one, "anchor") for one in part(data).iter(W + "hyperlink")]
    marks = [attribute(one, "name") for one in part(data).iter(W + "bookmarkStart")]
    assert anchors == marks == ["b_d_some_partner"]
    assert list(saying(data, "Nimi").iter(W + "bookmarkStart"))


def test_lines_blanks_and_hyphens() -> None:
    data = rendered(
        Paragraph((Text("a\n  b"), LineBreak(), Text("so\N{SOFT HYPHEN}so"), Text("016 000", whole=True)))
    )
    assert text(part(data)) == "a bsoso016\N{NO-BREAK SPACE}000"
    assert len(list(part(data).iter(W + "br"))) == len(list(part(data).iter(W + "softHyphen"))) == 1


# ------------------------------------------------------------------ lists


def test_lists_are_words_own_and_each_counts_from_one() -> None:
    steps = List((Item((said("a"),)), Item((said("b"),))), ordered=True)
    data = rendered(steps, said("väli"), steps)
    numbers = [number(row) for row in paragraphs(data) if has(row, "numPr")]
    assert numbers == [("2", "0"), ("2", "0"), ("3", "0"), ("3", "0")]
    numbering = part(data, "word/numbering.xml")
    for id in ("2", "3"):
        start = numbering.find(f"{W}num[@{W}numId='{id}']/{W}lvlOverride/{W}startOverride")
        assert attribute(start) == "1"


def test_lists_nest_and_further_blocks_stand_below_their_item() -> None:
    inner = List((Item((said("sisällä"),)),))
    data = rendered(List((Item((said("kohta"), said("jatko"), inner)),)))
    first, more, within = paragraphs(data)
    assert [style(row) for row in (first, more, within)] == ["ListBullet", "ListContinue", "ListBullet"]
    assert (number(first), number(within)) == (("1", "0"), ("1", "1"))
    indents = [int(attribute(row.find(f"{W}pPr/{W}ind"), "left")) for row in (first, more, within)]
    assert indents[0] == indents[1] < indents[2]


def test_steps_are_numbered_headings() -> None:
    row = saying(written("fi"), "Valitse")
    assert style(row) == "Heading3"
    assert number(row)[0] not in ("", "1")


def test_partners_are_found_by_headings_without_bullets_and_stay_whole() -> None:
    rows = paragraphs(written("fi"))
    start = next(place for place, row in enumerate(rows) if text(row) == "Mallilan palvelut 1")
    entry = rows[start : start + 6]
    assert [style(row) for row in entry] == ["Heading4", "Detail", "What", "Address", "How", "Contact"]
    assert not any(has(row, "numPr") for row in entry)
    assert [has(row, "keepNext") for row in entry] == [True] * 5 + [False]
    assert all(has(row, "keepLines") for row in entry)


# ------------------------------------------------------------------ tables and pictures


def table(lang: str = "fi") -> Element:
    return next(part(written(lang)).iter(W + "tbl"))


def test_a_tables_first_row_is_its_heading_and_comes_again() -> None:
    rows = list(table().iter(W + "tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_table_says_its_name_and_how_it_is_to_be_read() -> None:
    properties = table().find(W + "tblPr")
    assert properties is not None
    look = properties.find(W + "tblLook")
    assert (attribute(look, "firstRow"), attribute(look, "firstColumn")) == ("1", "1")
    assert attribute(properties.find(W + "tblCaption")) == "Lippuja vuodessa"
    assert style(saying(written("fi"), "Lippuja vuodessa")) == "Caption"
    assert not list(table().iter(W + "gridSpan", W + "vMerge"))


def test_two_tables_do_not_become_one() -> None:
    one = Table((), (Row((Cell(words("a")),)),))
    body = part(rendered(one, one)).find(W + "body")
    assert body is not None
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "sectPr"]


def test_pictures_have_words_and_decoration_says_so() -> None:
    told = [(one.get("descr"), len(list(one))) for one in part(written("fi")).iter(DRAWN + "docPr")]
    assert told == [
        ("Mallila", 0),
        ("", 1),
        ("QR-koodi, joka avaa sivun kaikukortti.example/mallila", 0),
    ]
    assert part(written("fi")).find(f".//{DRAWN}anchor") is None


def test_a_code_is_as_large_as_telephones_need() -> None:
    extent = list(part(written("fi")).iter(DRAWN + "extent"))[-1]
    assert abs(int(extent.get("cx", "0")) / 36000 - 34) < 0.1  # millimetres
    assert extent.get("cx") == extent.get("cy")


def test_a_drawing_without_pixels_is_refused_and_a_decoration_left_out() -> None:
    with pytest.raises(KeyError, match=r"drawing\.svg"):
        rendered(Figure("drawing.svg", "Kuvio"))
    assert paragraphs(rendered(Figure("drawing.svg", ""))) == []


def test_a_caption_follows_its_picture() -> None:
    first, second = paragraphs(rendered(Figure("logo.png", "Kuvio", caption=words("Kuvan sanat"))))
    assert has(first, "keepNext")
    assert (style(second), text(second)) == ("PictureCaption", "Kuvan sanat")


# ------------------------------------------------------------------ contacts, facts, notes, pages


def test_contacts_read_as_label_value_and_note() -> None:
    rows = (
        Contact("phone", Text("Puh."), words("016 000 110"), words("ryhmät")),
        Contact("email", Text("Sähköposti"), words("a@mallila.example")),
    )
    row = paragraphs(rendered(Contacts(rows)))[0]
    assert style(row) == "Contact"
    assert text(row) == "Puh. 016 000 110 (ryhmät) · Sähköposti a@mallila.example"


def test_a_fact_is_a_paragraph_with_lines() -> None:
    row = paragraphs(rendered(Facts((Fact(Text("Auki"), (words("ma"), words("ti"))),))))[0]
    assert (style(row), text(row)) == ("Fact", "Auki mati")
    assert len(list(row.iter(W + "br"))) == 1


def test_a_note_is_one_box() -> None:
    bullets = List((Item((said("kohta"),)),))
    rows = paragraphs(rendered(Note((said("Älä lainaa."), bullets), title=words("Vain sinun"), level=2)))
    assert [style(row) for row in rows] == ["Heading2", "Notice", "ListBullet"]
    grounds = {attribute(row.find(f"{W}pPr/{W}shd"), "fill") for row in rows}
    assert grounds == {"FFF3D4"}
    assert all(has(row, "pBdr") for row in rows)


def test_partners_with_nothing_but_a_name_are_divided_too() -> None:
    """Word and LibreOffice draw one line for neighbouring paragraphs with the same."""
    partners = tuple(Item((Heading(4, words(name)),)) for name in ("Aula", "Bio", "Cirkus", "Donna"))
    rows = paragraphs(rendered(List(partners, role="partners")))
    lines = [attribute(row.find(f"{W}pPr/{W}pBdr/{W}top"), "color") for row in rows[1:]]
    assert not has(rows[0], "pBdr")
    assert all(one != other for one, other in pairwise(lines))


def test_a_break_begins_a_page_without_an_empty_paragraph() -> None:
    rows = paragraphs(rendered(said("a"), Break(), said("b"), Break()))
    assert [has(row, "pageBreakBefore") for row in rows] == [False, True]


def test_parts_begin_pages() -> None:
    begun = [text(row) for row in paragraphs(written("fi")) if has(row, "pageBreakBefore")]
    assert begun == ["Mistä kortin saa", "Missä kortti käy", "Kysyttävää?"]


def test_municipalities_stand_on_a_band_of_the_regions_tint() -> None:
    row = saying(written("fi"), "Esimerkkilä")
    band = next(row for row in paragraphs(written("fi")) if text(row) == "Esimerkkilä")
    assert style(row) == "Cover"
    assert attribute(band.find(f"{W}pPr/{W}shd"), "fill") == "ECECF5"


def test_nothing_is_laid_out_by_empty_paragraphs_or_tabs() -> None:
    data = written("fi")
    empty = [row for row in paragraphs(data) if not text(row) and row.find(f".//{W}drawing") is None]
    assert empty == []
    assert not list(part(data).iter(W + "tab", W + "pict", W + "txbxContent"))


def test_a_hundred_partners_are_written() -> None:
    data = render_docx(sample("fi", 100))
    assert sum(style(row) == "Heading4" for row in paragraphs(data)) == 200


def test_no_word_of_a_table_is_torn_where_there_is_room() -> None:
    def row(*cells: str) -> Row:
        return Row(tuple(Cell(words(cell)) for cell in cells))

    assert column_widths((row("a", "b", "c"),), 3) == (2834, 2834, 2834)
    first, *rest = column_widths((row("Mallilan kansalaisopisto", "b", "c", "d"),), 4)
    assert first > 2126
    assert len(set(rest)) == 1
    assert first + sum(rest) <= TEXT_WIDTH
    crowded = column_widths((row(*("kansalaisopistossakin" for _ in "1234")),), 4)
    assert sum(crowded) <= TEXT_WIDTH
    assert len(set(crowded)) == 1
