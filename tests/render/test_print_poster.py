"""Posters as PDF: one page in every language, its words in their order, the words not over the strip."""

import ctypes
from functools import cache

import pypdfium2
import pypdfium2.raw as raw
import pytest

from sitegen.check.docx import check_docx
from sitegen.check.docx_read import read_docx
from sitegen.check.pdf import check_pdf, page_size
from sitegen.check.pdf_read import read_blocks, squeeze
from sitegen.compose.poster import poster
from sitegen.compose.texts import parse_texts
from sitegen.model.document import Document
from sitegen.render.docx import render_docx
from sitegen.render.pdf import render_pdf
from sitegen.render.print_poster import Size, poster_job
from sitegen.structs import replace
from tests.builders import edition, media, network, region, text, words
from tests.render.print_samples import FONTS, theme

TEXTS = {
    "fi": ("Kaikukortti avaa ovia", "Teatteriin, museoon, uimaan, otteluun tai kurssille ilman pääsymaksua."),
    "sv": ("Kaikukortet öppnar dörrar", "Gratis in på teater, museum, simhall, match eller kurs."),
    "en": ("Kaikukortti opens doors", "Theatre, museum, swimming, a match or a course for free."),
    "fi-simple": ("Kaikukortilla pääset mukaan", "Teatteriin, museoon, uimaan tai kurssille ilmaiseksi."),
    "ar": ("Kaikukortti تفتح لك الأبواب", "المسرح والمتحف والمسبح والمباريات والدورات مجاناً."),
    "ru": ("Kaikukortti открывает двери", "В театр, музей, бассейн, на матч или на курсы — бесплатно."),
}
MARGIN = 12  # points
CALL = {"ar": "اسأل عن البطاقة.", "ru": "Спросите о карте."}


@cache
def tree(lang: str) -> Document:
    sections = tuple(
        text("poster", code, f"{sentence}\n\n{CALL.get(code, 'Kysy korttia.')}\n", title=title)
        for code, (title, sentence) in TEXTS.items()
    )
    own = edition(
        of=region(logo="logo.png", invented=True), media=(media(alt=words(fi="Vaakuna", ar="شعار")),)
    )
    net = network((own,), sections)
    return poster(parse_texts(net)[0], net, own, lang, f"https://kaikukortti.example/mallila/{lang}/")


@cache
def pdf(lang: str, size: Size = "a4") -> bytes:
    return render_pdf(poster_job(tree(lang), theme(), size), FONTS)


@pytest.mark.parametrize("lang", TEXTS)
def test_a_poster_is_one_accessible_page_of_its_size(lang: str) -> None:
    assert page_size(pdf(lang)) == (210, 297, 1)
    assert check_pdf(pdf(lang)) == ()


def test_a3_is_the_same_poster_enlarged() -> None:
    assert page_size(pdf("fi", "a3")) == (297, 420, 1)
    assert check_pdf(pdf("fi", "a3")) == ()
    assert [one.text for one in read_blocks(pdf("fi", "a3"))] == [one.text for one in read_blocks(pdf("fi"))]


@pytest.mark.parametrize("lang", TEXTS)
def test_the_words_are_read_in_their_order(lang: str) -> None:
    blocks = read_blocks(pdf(lang))
    title, sentence = TEXTS[lang]
    assert [one.kind for one in blocks[:2]] == ["H1", "P"]
    assert [one.text for one in blocks[:2]] == [title, sentence]
    assert blocks[2].kind == "Figure", "the code is told before the call beside it"
    assert [one.kind for one in blocks].count("H1") == 1


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_nothing_lies_over_the_strip(lang: str, size: Size) -> None:
    """White words stand on the deep ground, dark ones in the strip: they never share a height."""
    white = [(low, high) for is_white, low, high, _ in written(lang, size) if is_white]
    dark = [(low, high) for is_white, low, high, _ in written(lang, size) if not is_white]
    top, foot = max(high for _, high in dark), min(low for low, _ in dark)
    assert min(low for low, _ in white if low > foot) > top + MARGIN
    assert all(low > top + MARGIN or high < foot - MARGIN for low, high in white)


@pytest.mark.parametrize("lang", TEXTS)
def test_the_big_words_are_76_points_or_more(lang: str) -> None:
    assert round(max(points for *_, points in written(lang, "a4"))) >= 76


def written(lang: str, size: Size) -> list[tuple[bool, float, float, float]]:
    """For each piece of a line: whether it is white, its lower and upper edge, its size in points."""
    document = pypdfium2.PdfDocument(pdf(lang, size))
    try:
        return [_piece(one) for one in document[0].get_objects([raw.FPDF_PAGEOBJ_TEXT])]
    finally:
        document.close()


def _piece(one: pypdfium2.PdfObject) -> tuple[bool, float, float, float]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one, *parts)
    _, low, _, high = one.get_bounds()
    points = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(one, points)
    return all(part.value == 255 for part in parts[:3]), low, high, points.value * one.get_matrix().a


def test_another_document_is_no_poster() -> None:
    with pytest.raises(ValueError, match="letter"):
        poster_job(replace(tree("fi"), kind="letter"), theme())


@pytest.mark.parametrize("lang", TEXTS)
def test_the_docx_holds_the_same_words(lang: str) -> None:
    data = render_docx(tree(lang))
    assert check_docx(data) == ()
    told = "".join(one.text for one in read_docx(data))
    for words_of_it in (*TEXTS[lang], CALL.get(lang, "Kysy korttia.")):
        assert squeeze(words_of_it) in squeeze(told)
