"""The booklet: pages in booklet order, and a tag tree that leads to what the sheets show.

Validators pass a booklet whose tags lead to pages that are gone, so every /Pg and /Stm is followed here.
"""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary

from sitegen.check.pdf import check_pdf, page_count, page_size
from sitegen.check.pdf_read import read_blocks
from sitegen.render.pdf_booklet import BookletError, booklet_order, render_booklet
from sitegen.render.pdf_job import BookletJob
from tests.render.print_samples import sample_pdf
from tests.render.sample_document import LANGUAGES

DIRECTION: dict[str, Any] = {"ar": "rtl"}


@cache
def booklet(lang: str) -> bytes:
    return render_booklet(BookletJob(sample_pdf(lang), DIRECTION.get(lang, "ltr")))


def opened(lang: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(booklet(lang)))


def test_order() -> None:
    assert booklet_order(4) == ((3, 0), (1, 2))
    assert booklet_order(8) == ((7, 0), (1, 6), (5, 2), (3, 4))
    assert booklet_order(8, "rtl") == ((0, 7), (6, 1), (2, 5), (4, 3))
    assert sorted(page for pair in booklet_order(24) for page in pair) == list(range(24))


@pytest.mark.parametrize("pages", [0, 6, 7])
def test_sheets_without_empty_places(pages: int) -> None:
    with pytest.raises(BookletError, match="multiple"):
        booklet_order(pages)


def test_folded_sheets_are_read_on() -> None:
    """On the folded heap the pages that face each other are those that follow each other."""
    order = booklet_order(16)
    for front, back in zip(order[::2], order[1::2], strict=True):
        assert back == (front[1] + 1, front[0] - 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_read_as_in_the_brochure(lang: str) -> None:
    """By way of the tags: kinds, languages, words and their order."""
    found = read_blocks(booklet(lang))
    assert len(found) > 40
    assert found == read_blocks(sample_pdf(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_validators_pass_it(lang: str) -> None:
    assert check_pdf(booklet(lang)) == ()
    assert page_size(booklet(lang)) == (297, 210, page_count(sample_pdf(lang)) // 2)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mark_lies_in_a_form_that_its_sheet_draws(lang: str) -> None:
    with opened(lang) as pdf:
        drawn = {page.obj.objgen: _forms(page) for page in pdf.pages}
        marks = 0
        for element in _elements(pdf.Root.StructTreeRoot):
            if "/Pg" in element:
                assert element.Pg.objgen in drawn
            for kid in _kids(element):
                assert not isinstance(kid, int), "a page has no marks of its own"
                kind = str(kid.get("/Type", ""))
                if kind == "/MCR":
                    marks += 1
                    assert int(kid.MCID) in drawn[kid.Pg.objgen][kid.Stm.objgen]
                elif kind == "/OBJR":
                    sheet = next(page for page in pdf.pages if page.obj.objgen == kid.Pg.objgen)
                    assert kid.Obj.objgen in {link.objgen for link in sheet.obj.Annots}
        assert marks > 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_parent_tree_leads_back(lang: str) -> None:
    """ISO 32000-1 14.7.4.4: from a form's mark to the element that holds it."""
    with opened(lang) as pdf:
        parents = _numbers(pdf.Root.StructTreeRoot.ParentTree)
        for element in _elements(pdf.Root.StructTreeRoot):
            for kid in _kids(element):
                if str(kid.get("/Type", "")) == "/MCR":
                    row = parents[int(kid.Stm.StructParents)]
                    assert row[int(kid.MCID)].objgen == element.objgen
        for page in pdf.pages:
            assert "/StructParents" not in page.obj


def test_no_page_of_the_brochure_is_left() -> None:
    with opened("fi") as pdf:
        pages = [
            thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Type") == "/Page"
        ]
        assert len(pages) == len(pdf.pages)


def test_links_and_bookmarks_lead_to_the_sheets() -> None:
    with opened("fi") as pdf, pikepdf.open(io.BytesIO(sample_pdf("fi"))) as brochure:
        sheets = {page.obj.objgen for page in pdf.pages}
        named = pdf.Root.Names.Dests.Names
        assert len(named) == len(brochure.Root.Names.Dests.Names) > 0
        for place in range(1, len(named), 2):
            assert named[place][0].objgen in sheets
        bookmarks = list(_bookmarks(pdf.Root.Outlines))
        assert len(bookmarks) == len(list(_bookmarks(brochure.Root.Outlines))) > 10
        assert all(one.Dest[0].objgen in sheets for one in bookmarks)
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        before = [link for page in brochure.pages for link in page.obj.get("/Annots", ())]
        assert len(links) == len(before) > 0


def test_a_links_place_is_that_of_its_words() -> None:
    """The words inside a link's frame are the link's, before and after."""

    def under_links(data: bytes) -> list[tuple[str, str]]:
        document = pypdfium2.PdfDocument(data)
        found = []
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages):
                text = document[number].get_textpage()
                for link in page.obj.get("/Annots", ()):
                    left, one, right, other = (float(str(value)) for value in link.Rect)
                    low, high = sorted((one, other))
                    words = text.get_text_bounded(left - 1, low - 1, right + 1, high + 1)
                    found.append((str(link.Contents), " ".join(words.split())))
                text.close()
        document.close()
        return sorted(found)

    assert under_links(booklet("fi")) == under_links(sample_pdf("fi"))


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_the_cover_is_where_the_reading_begins(lang: str) -> None:
    """The first side holds the last page and the first, the first to the reader's beginning side."""
    with opened(lang) as pdf, pikepdf.open(io.BytesIO(sample_pdf(lang))) as brochure:
        left, right = (pdf.pages[0].resources.XObject[name] for name in ("/P0", "/P1"))
        first, last = (int(brochure.pages[place].obj.StructParents) for place in (0, -1))
        expected = (first, last) if lang == "ar" else (last, first)
        assert (int(left.StructParents), int(right.StructParents)) == expected
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_brochure_gives_the_same_bytes() -> None:
    assert render_booklet(BookletJob(sample_pdf("sv"))) == booklet("sv")


def test_pages_larger_than_half_a_sheet_are_refused() -> None:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(4):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(made)
    with pytest.raises(BookletError, match="half a sheet"):
        render_booklet(BookletJob(made.getvalue()))


def _forms(page: pikepdf.Page) -> dict[Any, set[int]]:
    """The forms that a page's content draws, with the marks in each."""
    drawn = [str(one.operands[0]) for one in pikepdf.parse_content_stream(page, "Do")]
    return {
        form.objgen: {
            int(one.operands[1].MCID)
            for one in pikepdf.parse_content_stream(form, "BDC")
            if isinstance(one.operands[1], Dictionary) and "/MCID" in one.operands[1]
        }
        for form in (page.resources.XObject[name] for name in drawn)
    }


def _elements(parent: Any) -> Iterator[Any]:
    for kid in _kids(parent):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _numbers(tree: Any) -> dict[int, Any]:
    entries = list(tree.get("/Nums", ()))
    found = {int(entries[place]): entries[place + 1] for place in range(0, len(entries), 2)}
    for kid in tree.get("/Kids", ()):
        found |= _numbers(kid)
    return found


def _bookmarks(parent: Any) -> Iterator[Any]:
    one = parent.get("/First")
    while one is not None:
        yield one
        yield from _bookmarks(one)
        one = one.get("/Next")
