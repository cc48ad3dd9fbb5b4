"""The tree's HTML: escaped, languages where they change, one text in a link, real lists and tables."""

from itertools import pairwise

import pytest
from lxml import html

from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Code,
    Contact,
    Contacts,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
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
from sitegen.render.html_inline import Target
from sitegen.render.tree_html import blocks_html
from tests.render.sample_document import LANGUAGES, sample_document

EVIL = """<script>"&'</script>"""


def paragraph(*inlines: Inline, lang: str = "fi", target: Target = "web") -> str:
    return blocks_html([Paragraph(inlines)], lang=lang, target=target)


def test_every_character_is_escaped() -> None:
    evil = Text(EVIL, lang=EVIL)
    link = Link(evil, href=EVIL, label=EVIL, hreflang=EVIL, type=EVIL)
    blocks: list[Block] = [
        Heading(2, (evil, Strong((evil,)), Emphasis((evil,))), id=EVIL, detail=(evil,), lang=EVIL),
        Paragraph((link, Code(EVIL)), role=EVIL),
        List((Item((Paragraph((evil,)),), id=EVIL),), role=EVIL),
        Table((Row((Cell((evil,), "column"),)),), (Row((Cell((evil,)),)),), (evil,)),
        Figure(EVIL, EVIL, caption=(evil,), role=EVIL),
        Contacts((Contact("phone", evil, (evil,), (evil,)),)),
        Facts((Fact(evil, ((evil,),), EVIL),)),
        Note((Paragraph((evil,)),), title=(evil,), kind=EVIL),
        Section((Paragraph((evil,)),), role=EVIL, id=EVIL, tile=EVIL),
    ]
    targets: tuple[Target, ...] = ("web", "print")
    for target in targets:
        written = blocks_html(blocks, lang="fi", media_urls={EVIL: EVIL}, target=target)
        assert "<script" not in written
        assert EVIL[8:-9] not in written
        assert "&lt;script&gt;&quot;&amp;&#x27;" in written


def test_a_text_in_the_same_language_stands_bare() -> None:
    assert paragraph(Text("Kortti", lang="fi")) == "<p>Kortti</p>"


def test_a_change_of_language_is_said() -> None:
    assert paragraph(Text("Kortet", lang="sv")) == '<p><span lang="sv">Kortet</span></p>'


def test_a_change_of_direction_is_said_with_it() -> None:
    assert paragraph(Text("بطاقة", lang="ar")) == '<p><span lang="ar" dir="rtl">بطاقة</span></p>'
    assert paragraph(Text("Kortti", lang="fi"), lang="ar") == '<p><span lang="fi" dir="ltr">Kortti</span></p>'
    assert 'dir="rtl"' in paragraph(Text("کارت", lang="fa")), "a language that is only quoted"


def test_language_of_a_block_holds_for_what_is_in_it() -> None:
    written = blocks_html([Paragraph((Text("Kortet", lang="sv"),), lang="sv")], lang="fi")
    assert written == '<p lang="sv">Kortet</p>'


def test_a_name_is_not_translated_and_is_isolated_on_right_to_left_pages() -> None:
    name = Text("Mallila", name=True)
    assert paragraph(name) == '<p><span translate="no">Mallila</span></p>'
    assert paragraph(name, lang="ar") == '<p><bdi dir="ltr" translate="no">Mallila</bdi></p>'
    arabic = Text("ماليلا", name=True)
    assert paragraph(arabic, lang="ar") == '<p><bdi translate="no">ماليلا</bdi></p>'


def test_what_runs_left_to_right_is_isolated_on_right_to_left_pages() -> None:
    phone = Text("016 000 110", ltr=True, whole=True)
    assert paragraph(phone) == '<p><span class="whole">016 000 110</span></p>'
    assert paragraph(phone, lang="ar") == '<p><bdi dir="ltr" class="whole">016 000 110</bdi></p>'
    assert paragraph(Code("A1"), lang="ar") == '<p><code dir="ltr">A1</code></p>'


def test_a_link_holds_one_text_and_says_its_target_per_medium() -> None:
    link = Link(Text("Broschyr", lang="sv"), "https://a.example/b.pdf", "Esite", "sv", "application/pdf")
    web = html.fragment_fromstring(paragraph(link))[0]
    assert (web.text, len(web)) == ("Broschyr", 0)
    assert dict(web.attrib) == {
        "href": "https://a.example/b.pdf",
        "lang": "sv",
        "hreflang": "sv",
        "type": "application/pdf",
    }
    paper = html.fragment_fromstring(paragraph(link, target="print"))[0]
    assert dict(paper.attrib) == {
        "href": "https://a.example/b.pdf",
        "lang": "sv",
        "title": "Esite",
        "data-url": "a.example/b.pdf",
    }


@pytest.mark.parametrize("href", ["https://www.a.example/", "tel:016000110", "mailto:a@b.example", "#who"])
def test_paper_repeats_no_address_that_the_text_says_and_none_that_is_none(href: str) -> None:
    assert "data-url" not in paragraph(Link(Text("a.example"), href), target="print")


def test_a_line_ends_where_the_tree_says() -> None:
    assert paragraph(Text("a"), LineBreak(), Text("b")) == "<p>a<br>b</p>"


def test_headings_move_down_but_not_below_six() -> None:
    blocks = [Heading(2, (Text("a"),), id="x"), Heading(5, (Text("b"),))]
    assert blocks_html(blocks, lang="fi", heading_shift=2) == '<h4 id="x">a</h4>\n<h6>b</h6>'


def test_detail_is_read_after_its_heading() -> None:
    heading = Heading(4, (Text("Uimahalli"),), detail=(Text("Liikunta"),))
    assert blocks_html([heading], lang="fi") == '<h4>Uimahalli</h4><p class="detail">Liikunta</p>'
    paper = blocks_html([heading], lang="fi", target="print")
    assert paper == '<p class="detail" data-read="after">Liikunta</p><h4>Uimahalli</h4>'


def test_lists_are_lists_and_tables_have_caption_and_scope() -> None:
    steps = List((Item((Paragraph((Text("a"),)),)), Item((Heading(3, (Text("b"),)),))), True, "steps")
    assert blocks_html([steps], lang="fi") == '<ol class="steps"><li>a</li>\n<li><h3>b</h3></li></ol>'
    table = Table(
        (Row((Cell((Text("v"),), "column"),)),), (Row((Cell((Text("2026"),), "row"),)),), (Text("k"),), "sv"
    )
    written = blocks_html([table], lang="fi")
    assert written == (
        '<table lang="sv"><caption>k</caption><thead><tr><th scope="col">v</th></tr></thead>'
        '<tbody><tr><th scope="row">2026</th></tr></tbody></table>'
    )


def test_a_picture_keeps_its_alt_even_when_it_is_empty() -> None:
    pictures = [Figure("a.png", ""), Figure("a.png", "Sal", alt_lang="sv", caption=(Text("k"),))]
    written = blocks_html(
        pictures, lang="fi", media_urls={"a.png": "../a.png"}, media_sizes={"a.png": (4, 3)}
    )
    assert '<img src="../a.png" alt="" width="4" height="3" loading="lazy">' in written
    assert 'alt="Sal" lang="sv"' in written
    assert "<figcaption>k</figcaption>" in written
    with pytest.raises(KeyError):
        blocks_html([Figure("b.png", "b")], lang="fi")


def test_contacts_are_rows_on_a_page_and_one_line_on_paper() -> None:
    contacts = Contacts(
        (
            Contact("phone", Text("Puh."), (Text("016 000"),), (Text("arkisin"),)),
            Contact("email", Text(""), (Text("a@b.example"),)),
        )
    )
    web = blocks_html([contacts], lang="fi")
    assert '<div class="phone"><dt>Puh.</dt><dd>016 000 <span class="remark">arkisin</span></dd></div>' in web
    paper = blocks_html([contacts], lang="fi", target="print")
    assert paper == (
        '<p class="contacts"><span class="phone">Puh. 016 000</span> (arkisin) · '
        '<span class="email">a@b.example</span></p>'
    )


def test_facts_are_a_dl_on_a_page_and_paragraphs_on_paper() -> None:
    facts = Facts((Fact(Text("Missä"), ((Text("Torikatu 1"),), (Text("ovi B"),)), "address"),))
    web = blocks_html([facts], lang="fi")
    assert '<div class="address"><dt>Missä</dt><dd>Torikatu 1</dd><dd>ovi B</dd></div>' in web
    paper = blocks_html([facts], lang="fi", target="print")
    assert paper == '<p class="fact address"><strong>Missä</strong> Torikatu 1<br>ovi B</p>'


def test_a_break_is_for_paper_only() -> None:
    assert blocks_html([Break()], lang="fi") == ""
    assert blocks_html([Break()], lang="fi", target="print") == '<div class="break"></div>'


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_brochure_is_well_formed(lang: str) -> None:
    document = sample_document(lang)
    urls = {media.name: media.name for media in document.media}
    written = blocks_html(document.children, lang=lang, heading_shift=1, media_urls=urls)
    tree = html.fragment_fromstring(written, create_parent="div")
    levels = [int(found.tag[1]) for found in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [found.get("id") for found in tree.iter() if found.get("id")]
    assert len(ids) == len(set(ids))
    assert not [link for link in tree.iter("a") if len(link)]
