"""The planted faults of P01 to P20: what may go wrong in a brochure's PDF, each done to a sound one."""

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from sitegen.model.document import Paragraph, Text
from sitegen.structs import replace
from tests.bar.documents.documents import Printed
from tests.bar.documents.planted.plant import (
    Planted,
    by_weasyprint_alone,
    in_content,
    in_css,
    in_document,
    in_html,
    in_layout,
    in_pdf,
    in_tree,
    kind,
)

Elements = list[Any]
PAGINATION = b"/Artifact\n<</Type /Pagination>>\nBDC"


# ------------------------------------------------------------------ the file


def not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def no_claim(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as said:
        del said["pdfuaid:part"]


def no_titles(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        del said["dc:title"]


def title_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_tabs(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page:
            del page["/Tabs"]


def font_outside(pdf: pikepdf.Pdf) -> None:
    font: Any = next(iter(pdf.pages[1].resources.Font.values()))
    descriptor = font.DescendantFonts[0].FontDescriptor
    del descriptor["/FontFile2"]


def silent_glyphs(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].resources.Font.values():
        font.ToUnicode = pdf.make_stream(b"1 beginbfchar\n<0001> <0061>\nendbfchar")


def wrong_letters(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            said = font.ToUnicode.read_bytes()
            font.ToUnicode = pdf.make_stream(re.sub(rb"<0061>", b"<0078>", said))


def open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"secret", filename="a.txt")


def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[])


def launch(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).A = Dictionary(S=Name.Launch, F="a.exe")


def no_outline(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


def shorter_outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        del outline.root[0].children[-1]


def opens_left(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/Direction"]


def heavy(one: Printed) -> Printed:
    return replace(one, data=one.data + b"\n%" + b"0" * 1_000_000)


def named(path: str) -> Any:
    return lambda one: replace(one, path=path)


def unprintable(one: Printed) -> Printed:
    """A letter that no face has, in the tree."""
    more = Paragraph((Text("\N{CJK UNIFIED IDEOGRAPH-4E2D}"),))
    return replace(one, document=replace(one.document, children=(*one.document.children, more)))


# ------------------------------------------------------------------ the tag tree


def other_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "en-US"


def language_lost(_: pikepdf.Pdf, elements: Elements) -> None:
    del next(one for one in elements if "/Lang" in one)["/Lang"]


def language_wrong(_: pikepdf.Pdf, elements: Elements) -> None:
    next(one for one in elements if "/Lang" in one).Lang = "de"


def swapped(_: pikepdf.Pdf, elements: Elements) -> None:
    section = kind(elements, "Sect")[1]
    kids = list(section.K)
    section.K = Array([*kids[:1], kids[2], kids[1], *kids[3:]])


def left_out(_: pikepdf.Pdf, elements: Elements) -> None:
    section = kind(elements, "Sect")[1]
    section.K = Array(list(section.K)[:-1])


def heading_deep(_: pikepdf.Pdf, elements: Elements) -> None:
    kind(elements, "H2")[0].S = Name.H4


def two_titles(_: pikepdf.Pdf, elements: Elements) -> None:
    kind(elements, "H2")[0].S = Name.H1


def faked_heading(_: pikepdf.Pdf, elements: Elements) -> None:
    kind(elements, "H3")[-1].S = Name.P


def list_cut(pdf: pikepdf.Pdf, elements: Elements) -> None:
    """As WeasyPrint does it at the end of a page (its issue 2903)."""
    cut(pdf, next(one for one in kind(elements, "L") if len(one.K) > 1))


def table_cut(pdf: pikepdf.Pdf, elements: Elements) -> None:
    cut(pdf, kind(elements, "Table")[0])


def cut(pdf: pikepdf.Pdf, element: Any) -> None:
    kids = list(element.K)
    rest = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=element.S, P=element.P, K=Array(kids[1:])))
    for kid in kids[1:]:
        kid.P = rest
    element.K = Array(kids[:1])
    around = list(element.P.K)
    place = next(at for at, one in enumerate(around) if one.objgen == element.objgen)
    element.P.K = Array([*around[: place + 1], rest, *around[place + 1 :]])


def nested_first(_: pikepdf.Pdf, elements: Elements) -> None:
    """Before the words it belongs to (WeasyPrint's issue 2874)."""
    outer = next(one for one in kind(elements, "L") if any(str(kid.S) == "/L" for kid in one.K))
    outer.K = Array(sorted(outer.K, key=lambda kid: str(kid.S) != "/L"))


def body_lost(_: pikepdf.Pdf, elements: Elements) -> None:
    next(one for one in kind(elements, "LBody") if len(one.P.K) == 2).S = Name.Span


def bare_body_lost(_: pikepdf.Pdf, elements: Elements) -> None:
    """In a list without bullets (WeasyPrint's issue 2497)."""
    next(one for one in kind(elements, "LBody") if len(one.P.K) == 1).S = Name.Div


def words_outside_body(_: pikepdf.Pdf, elements: Elements) -> None:
    body = next(one for one in kind(elements, "LBody") if len(one.P.K) == 1 and len(one.K) > 1)
    kids = list(body.K)
    body.K = Array(kids[:-1])
    body.P.K = Array([body, kids[-1]])


def head_again(pdf: pikepdf.Pdf, elements: Elements) -> None:
    table = kind(elements, "Table")[0]
    head = next(one for one in table.K if str(one.S) == "/THead")
    table.K = Array([*table.K, pdf.make_indirect(Dictionary(**{str(k)[1:]: head[k] for k in head.keys()}))])  # noqa: SIM118


def no_scope(_: pikepdf.Pdf, elements: Elements) -> None:
    del kind(elements, "TH")[0]["/A"]


def no_alt(_: pikepdf.Pdf, elements: Elements) -> None:
    del kind(elements, "Figure")[0]["/Alt"]


def decoration_told(pdf: pikepdf.Pdf, elements: Elements) -> None:
    """A picture with `alt=""` as a Figure without words, as WeasyPrint makes it."""
    section = kind(elements, "Sect")[0]
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=section, K=Array([]))
    section.K = Array([*section.K, pdf.make_indirect(figure)])


def first_link(pdf: pikepdf.Pdf) -> Any:
    return next(note for page in pdf.pages for note in page.get("/Annots", []))


def address_announced(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).Contents = "https://kaikukortti.example/"


def unprinted(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).F = 0


def link_outside(_: pikepdf.Pdf, elements: Elements) -> None:
    link = kind(elements, "Link")[0]
    link.K = Array([kid for kid in link.K if isinstance(kid, int) or "/Obj" not in kid])


# ------------------------------------------------------------------ on paper


def numbers_left_alone(html: str) -> str:
    """Numbers as they are typed, without the direction they need."""
    return html.replace(' dir="ltr"', "").replace("\N{NO-BREAK SPACE}", " ")


def soft_hyphens(html: str) -> str:
    """Places to divide a word, as hyphenation would find them."""
    head, _, body = html.partition("<body")
    parts = re.split(r"(<[^>]*>)", "<body" + body)
    cut = (
        part if part.startswith("<") else re.sub(r"(\w{3})(?=\w{3})", "\\1\N{SOFT HYPHEN}", part)
        for part in parts
    )
    return head + "".join(cut)


def plain_language_divided(one: Printed) -> Printed:
    plain = in_document(lang="fi-simple")(one)
    return in_html(soft_hyphens)(plain)


INK = b"0.137255 0.12549 0.113725 rg"
PALE = b"0.72 0.70 0.68 rg"

PLANTED: tuple[Planted, ...] = (
    Planted("P01", "own tags", by_weasyprint_alone, "and is not"),
    Planted("P02", "own tags", by_weasyprint_alone, "is read as fi: "),
    Planted("P04", "own tags", by_weasyprint_alone, "NäinsaatlipunValitse"),
    Planted("P04", "own tags of Arabic", by_weasyprint_alone, "after", "ar"),
    Planted("P06", "own tags", by_weasyprint_alone, "in an LI: ['Lbl', 'P']"),
    Planted("P08", "own tags", by_weasyprint_alone, "without Scope"),
    Planted("P10", "own tags", by_weasyprint_alone, "Link for"),
    Planted("P11", "own tags", by_weasyprint_alone, "at the foot of page"),
    Planted("P14", "own fonts of Arabic", by_weasyprint_alone, "glyphs say nothing", "ar"),
    Planted("P17", "own tags of Arabic", by_weasyprint_alone, "left-to-right book", "ar"),
    Planted("P20", "own tags", by_weasyprint_alone, "LI-KIDS"),
    Planted("P01", "not marked as tagged", in_pdf(not_marked), "not marked"),
    Planted("P01", "no tag tree", in_pdf(no_tree), "no tag tree"),
    Planted("P01", "no claim to be PDF/UA", in_pdf(no_claim), "does not say"),
    Planted("P01", "a claim that is not true", in_pdf(no_titles), "and is not"),
    Planted("P02", "the catalog says American", in_pdf(other_language), "'en-US'"),
    Planted("P02", "a quotation without its language", in_tree(language_lost), "is read as fi: "),
    Planted("P02", "a quotation in a wrong language", in_tree(language_wrong), "de: "),
    Planted("P03", "no title", in_pdf(no_titles), "titles ('', '')"),
    Planted("P03", "the file's name is shown instead", in_pdf(title_hidden), "not shown"),
    Planted("P03", "a title that tells nothing", in_document(title="Esite"), "does not name"),
    Planted("P04", "two answers in the wrong order", in_tree(swapped), "after"),
    Planted("P04", "words out of the tree", in_tree(left_out), "after"),
    Planted("P05", "a level left out", in_tree(heading_deep), "follows level"),
    Planted("P05", "two headings of the first level", in_tree(two_titles), "2 headings of level 1"),
    Planted("P05", "a heading that only looks like one", in_tree(faked_heading), "instead of"),
    Planted("P06", "a list cut in two by a page", in_tree(list_cut), "L for"),
    Planted("P06", "a nested list before its words", in_tree(nested_first), "in an L: ['L'"),
    Planted("P06", "an item without a body", in_tree(body_lost), "in an LI: ['Lbl', 'Span']"),
    Planted("P07", "an item without bullet and body", in_tree(bare_body_lost), "0 LBody"),
    Planted("P07", "an address outside its item's body", in_tree(words_outside_body), "1 LBody"),
    Planted("P08", "heading rows repeated", in_tree(head_again), "2 THead"),
    Planted("P08", "a table cut in two by a page", in_tree(table_cut), "2 Table"),
    Planted("P08", "a heading cell that heads nothing", in_tree(no_scope), "without Scope"),
    Planted("P09", "a picture without words", in_tree(no_alt), "['', "),
    Planted("P09", "decoration in the tree", in_tree(decoration_told), "pictures say"),
    Planted("P10", "an address read out", in_pdf(address_announced), "announced as 'https"),
    Planted("P10", "an annotation outside its link", in_tree(link_outside), "annotations outside"),
    Planted("P10", "a link left out in print", in_pdf(unprinted), "not printed"),
    Planted("P10", "no address on paper", in_css("a[data-url]::after { content: none }"), "not on paper"),
    Planted(
        "P11",
        "page numbers read out",
        in_content(PAGINATION, b"/Span\n<</MCID 9999>>\nBDC"),
        "at the foot of page",
    ),
    Planted(
        "P11",
        "page numbers as layout",
        in_content(PAGINATION, b"/Artifact\n<</Type /Layout>>\nBDC"),
        "no page has a number",
    ),
    Planted("P12", "no bookmarks", in_pdf(no_outline), "0 bookmarks"),
    Planted("P12", "a heading without a bookmark", in_pdf(shorter_outline), "bookmarks for"),
    Planted("P13", "the tab key in the order of drawing", in_pdf(no_tabs), "no /Tabs"),
    Planted("P14", "a font that is not inside", in_pdf(font_outside), "is not inside"),
    Planted("P14", "glyphs that say nothing", in_pdf(silent_glyphs), "glyphs say nothing"),
    Planted("P14", "glyphs that say other letters", in_pdf(wrong_letters), "do not come back"),
    Planted("P14", "a letter that no face has", unprintable, "no glyph for"),
    Planted("P15", "small letters", in_css("p, li { font-size: 8pt !important }"), "points are too small"),
    Planted("P15", "lines too close", in_css("p { line-height: 1.1 !important }"), "apart"),
    Planted("P15", "justified lines", in_css("p { text-align: justify }"), "text-align: justify"),
    Planted("P15", "pale words", in_content(INK, PALE), "on its ground"),
    Planted("P15", "plain language divided", plain_language_divided, "words are hyphenated"),
    Planted("P16", "a script on opening", in_pdf(open_action), "OpenAction"),
    Planted("P16", "an embedded file", in_pdf(attachment), "EmbeddedFile"),
    Planted("P16", "a form", in_pdf(form), "AcroForm"),
    Planted("P16", "a program started", in_pdf(launch), "Launch"),
    Planted("P17", "a book that opens at the left", in_pdf(opens_left), "left-to-right book", "ar"),
    Planted(
        "P17", "a telephone number turned round", in_layout(numbers_left_alone), "is not seen from left", "ar"
    ),
    Planted("P17", "lines at the left", in_css("p, li { text-align: left !important }"), "at the left", "ar"),
    Planted(
        "P17",
        "the HTML without direction",
        in_html(lambda html: html.replace(' dir="rtl"', "", 1)),
        "dir=rtl",
        "ar",
    ),
    Planted("P18", "a megabyte", heavy, "bytes"),
    Planted(
        "P18", "a name with an umlaut", named("mallila/fi/kaikukortti-esite-mällilä-2026-fi.pdf"), "the name"
    ),
    Planted("P18", "a name without language", named("mallila/fi/brochure.pdf"), "the name"),
    Planted("P19", "pale words in grey", in_content(INK, PALE), "in grey"),
    Planted(
        "P20", "no language at all", in_pdf(lambda pdf: pdf.Root.__delitem__("/Lang")), "pdf.no-language"
    ),
    Planted("P20", "a picture without words", in_tree(no_alt), "pdf.not-accessible"),
)
