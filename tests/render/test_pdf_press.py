"""The print house's file: its boxes, its marks, black text in K only, and the screen file as its crop."""

import io
from decimal import Decimal
from functools import cache

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from sitegen.check.pdf import check_pdf, page_count, page_size
from sitegen.check.pdf_read import read_blocks
from sitegen.render.pdf_press import BLEED, MILLIMETRE, press_job, render_press
from tests.render.print_samples import FONTS, sample_job, sample_pdf

INKS = ((0x23, 0x20, 0x1D), (0x5A, 0x54, 0x4D), (0x4A, 0x33, 0x00), (0, 0, 0))


@cache
def press(lang: str = "fi") -> bytes:
    return render_press(press_job(sample_job(lang)), FONTS)


def test_the_boxes_are_the_cut_page_and_three_millimetres_more() -> None:
    with pikepdf.open(io.BytesIO(press())) as pdf, pikepdf.open(io.BytesIO(sample_pdf("fi"))) as screen:
        for page, shown in zip(pdf.pages, screen.pages, strict=True):
            trim = [Decimal(str(value)) for value in page.obj.TrimBox]
            assert [round(value, 2) for value in trim] == [
                round(Decimal(str(value)), 2) for value in shown.obj.MediaBox
            ]
            bleed = [Decimal(str(value)) for value in page.obj.BleedBox]
            around = [abs(one - other) for one, other in zip(trim, bleed, strict=True)]
            assert all(abs(value - BLEED * MILLIMETRE) < Decimal("0.01") for value in around)
            sheet = [Decimal(str(value)) for value in page.obj.MediaBox]
            assert sheet[0] < bleed[0] < trim[0] < trim[2] < bleed[2] < sheet[2]


def test_pages_are_a_multiple_of_four() -> None:
    assert page_count(press()) % 4 == 0
    assert page_size(press())[:2] == (148, 210)


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_the_screen_file_is_its_crop(lang: str) -> None:
    """The same words with the same tags, every letter at the same place."""
    assert read_blocks(press(lang)) == read_blocks(sample_pdf(lang))
    assert letters(press(lang)) == letters(sample_pdf(lang))


def letters(data: bytes) -> list[tuple[float, ...]]:
    """Page and bounds of every piece of text, in points from the corner of the cut page, to a twentieth."""
    document = pypdfium2.PdfDocument(data)
    found: list[tuple[float, ...]] = []
    for number in range(len(document)):
        page = document[number]
        left, low = page.get_trimbox()[:2]
        for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
            bounds = one.get_bounds()
            moved = (bounds[0] - left, bounds[1] - low, bounds[2] - left, bounds[3] - low)
            found.append((number, *(round(value * 20) / 20 for value in moved)))
    document.close()
    return found


def test_black_text_is_black_alone() -> None:
    with pikepdf.open(io.BytesIO(press())) as pdf:
        used = {
            (str(one.operator), tuple(float(str(part)) for part in one.operands))
            for page in pdf.pages
            for stream in (page.obj, *page.resources.get("/XObject", {}).values())
            if stream.get("/Subtype") != "/Image"
            for one in pikepdf.parse_content_stream(stream, "rg RG k K")
        }
    blacks = {parts for name, parts in used if name in ("k", "K")}
    assert {parts[:3] for parts in blacks} == {(0.0, 0.0, 0.0)}
    assert (0.0, 0.0, 0.0, 1.0) in blacks
    left = {tuple(round(part * 255) for part in parts) for name, parts in used if name in ("rg", "RG")}
    assert left, "the region's tones stay"
    assert not left & set(INKS)


def test_marks_stand_outside_the_bleed_and_nobody_reads_them() -> None:
    with pikepdf.open(io.BytesIO(press())) as pdf:
        page = pdf.pages[0]
        sheet, bleed = (
            tuple(float(str(value)) for value in box) for box in (page.mediabox, page.obj.BleedBox)
        )
        content = page.obj.Contents.read_bytes()
        marks = content[content.rindex(b"/Artifact BMC") :]
    numbers = marks.decode().split(" S Q")[0].split()
    points = [
        (float(numbers[place - 2]), float(numbers[place - 1]))
        for place, name in enumerate(numbers)
        if name in ("m", "l")
    ]
    assert len(points) == 16
    for x, y in points:
        outside = not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])
        assert outside
        assert sheet[0] - 0.1 <= x <= sheet[2] + 0.1
        assert sheet[1] - 0.1 <= y <= sheet[3] + 0.1


def test_it_stays_accessible_and_the_same() -> None:
    assert check_pdf(press()) == ()
    assert render_press(press_job(sample_job("fi")), FONTS) == press()
