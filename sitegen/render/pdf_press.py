"""The file for the print house: the same layout with bleed and marks, text in K only (DESIGN section 4).

The layout gets 6 mm around the page: 3 mm that are printed over, and 3 mm of white paper for the marks. The
boxes and marks are made here: WeasyPrint would draw the marks on the ground of a coloured page, and forgets
the zoom in its boxes. The screen file is what this one shows inside its TrimBox.
"""

import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name, Operator

from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import PdfJob, Sheet
from sitegen.structs import replace

AROUND, BLEED, FIRST = 6, 3, Decimal("3.4")  # millimetres from the edge: of the sheet, the bleed, the marks
MILLIMETRE = Decimal(72) / Decimal("25.4")
INKS = ("ink", "ink-soft", "note-ink")
FULL = 0.2  # what is as dark as this is printed as full black
_TOKEN = re.compile(rf"--({'|'.join(INKS)}):\s*#([0-9a-f]{{6}})")
_TO_BLACK = {"rg": Operator("k"), "RG": Operator("K")}
_BLACK = (0.0, 0.0, 0.0)

Tone = tuple[float, float, float]
Box = tuple[Decimal, Decimal, Decimal, Decimal]


def press_job(job: PdfJob) -> PdfJob:
    """The job with room around the page: the layout inside is the same."""
    bleed = Sheet("bleed.css", f"@page {{ bleed: {AROUND / job.zoom:.5f}mm }}")
    return replace(job, css=(*job.css, bleed))


def render_press(job: PdfJob, fonts_folder: Path) -> bytes:
    """The print house's file of a job of `press_job`. Raises what `render_pdf` raises."""
    inks = dict(_inks(job.css))
    with pikepdf.open(io.BytesIO(render_pdf(job, fonts_folder))) as pdf:
        for page in pdf.pages:
            trim = _trim(page)
            _set_boxes(page, trim)
            content = _in_black(page.obj, inks)
            page.obj.Contents = pdf.make_stream(_clipped(content, _wider(trim, BLEED)) + _marks(trim))
            for form in _forms(page.obj):
                form.write(_in_black(form, inks))
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return made.getvalue()


def _inks(css: Iterable[Sheet]) -> Iterator[tuple[Tone, float]]:
    """The theme's tones of text and how much black each is; pure black as well."""
    yield _BLACK, 1.0
    for sheet in css:
        for _, digits in _TOKEN.findall(sheet.text):
            red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
            light = (red + green + blue) / 3
            yield _tone(red, green, blue), 1.0 if light <= FULL else round(1 - light, 2)


def _tone(*parts: float) -> Tone:
    red, green, blue = (round(part, 2) for part in parts)
    return red, green, blue


def _trim(page: pikepdf.Page) -> Box:
    """The page as it is cut: the sheet without what was added around."""
    left, low, right, high = (Decimal(str(value)) for value in page.obj.MediaBox)
    return _wider((left, low, right, high), -AROUND)


def _wider(box: Box, millimetres: Decimal | int) -> Box:
    by = millimetres * MILLIMETRE
    left, low, right, high = box
    return left - by, low - by, right + by, high + by


def _set_boxes(page: pikepdf.Page, trim: Box) -> None:
    page.obj.TrimBox = Array([_short(value) for value in trim])
    page.obj.BleedBox = Array([_short(value) for value in _wider(trim, BLEED)])


def _short(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.0001"))


def _clipped(content: bytes, box: Box) -> bytes:
    """Nothing is drawn outside the box."""
    left, low, right, high = map(_short, box)
    return f"q {left} {low} {right - left} {high - low} re W n\n".encode() + content + b"\nQ\n"


def _marks(trim: Box) -> bytes:
    """Two lines at each corner, where the page is cut; an artifact, for nobody to read."""
    inner, outer = _wider(trim, FIRST), _wider(trim, AROUND)
    lines = [
        f"{_short(x)} {_short(trim[y])} m {_short(end)} {_short(trim[y])} l"
        for y in (1, 3)
        for x, end in ((inner[0], outer[0]), (inner[2], outer[2]))
    ]
    lines += [
        f"{_short(trim[x])} {_short(y)} m {_short(trim[x])} {_short(end)} l"
        for x in (0, 2)
        for y, end in ((inner[1], outer[1]), (inner[3], outer[3]))
    ]
    drawn = " ".join(lines)
    return f"/Artifact BMC q 0 0 0 1 K 0.25 w {drawn} S Q EMC\n".encode()


def _in_black(stream: Any, inks: dict[Tone, float]) -> bytes:
    """A page's or form's content with the tones of text as shares of black alone."""
    found: list[Any] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operands, operator = instruction.operands, str(instruction.operator)
        share = None
        if operator in _TO_BLACK:
            share = inks.get(_tone(*(float(str(part)) for part in operands)))
        if share is None:
            found.append(instruction)
        else:
            found.append(([0, 0, 0, Decimal(str(share))], _TO_BLACK[operator]))
    return pikepdf.unparse_content_stream(found)


def _forms(holder: Any) -> Iterator[Any]:
    """The forms that a page draws, and those in them (a code or a logo drawn as a vector)."""
    for drawn in holder.get("/Resources", {}).get("/XObject", {}).values():
        if drawn.get("/Subtype") == Name.Form:
            yield drawn
            yield from _forms(drawn)
