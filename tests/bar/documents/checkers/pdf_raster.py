"""The pages as pictures: what ground words stand on, and in what order signs are seen."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pypdfium2 as pdfium

from sitegen.check.pdf_read import squeeze
from sitegen.structs import Struct
from tests.bar.documents.checkers.pdf_content import Colour, Shown, shown

SCALE = 2
SAME_LINE = 3.0


class Line(Struct, frozen=True):
    """The signs of a line as they are seen from left to right, and where it begins and ends."""

    text: str
    left: float
    right: float


@lru_cache(maxsize=24)
def grounds(data: bytes) -> tuple[tuple[Shown, Colour], ...]:
    """Each piece of text with the colour that most of its place has: that of its ground."""
    found: list[tuple[Shown, Colour]] = []
    for number, sheet in enumerate(pdfium.PdfDocument(data)):
        pieces = [piece for piece in shown(data) if piece.page == number and piece.text.strip()]
        if pieces:
            picture = sheet.render(scale=SCALE).to_pil().convert("RGB")
            found += [(piece, _ground(picture, piece)) for piece in pieces]
    return tuple(found)


def _ground(picture: Any, piece: Shown) -> Colour:
    """The commonest colour of a strip above and below the first letter."""
    left, base = piece.x * SCALE, picture.height - piece.y * SCALE
    em = piece.size * SCALE
    box = (left - 0.1 * em, base - 0.9 * em, left + 0.6 * em, base + 0.25 * em)
    found = Counter(picture.crop(tuple(round(side) for side in box)).get_flattened_data())
    colour: Colour = found.most_common(1)[0][0]
    return colour


def grey(colour: Colour) -> Colour:
    """What a grey printer makes of a colour (ITU-R BT.601)."""
    level = round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])
    return level, level, level


@lru_cache(maxsize=16)
def page_words(data: bytes) -> tuple[str, ...]:
    """What a reader of each page sees, squeezed."""
    return tuple(squeeze(sheet.get_textpage().get_text_bounded()) for sheet in pdfium.PdfDocument(data))


def lines_of_page(data: bytes, number: int) -> Iterator[Line]:
    """The lines of a page, each with its signs in the order of their places."""
    text = pdfium.PdfDocument(data)[number].get_textpage()
    rows: list[tuple[float, list[tuple[float, float, str]]]] = []
    for index in range(text.count_chars()):
        sign = text.get_text_range(index, 1)
        if not sign.strip():
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        middle = (bottom + top) / 2
        row = next((row for height, row in rows if abs(height - middle) < SAME_LINE), None)
        if row is None:
            row = []
            rows.append((middle, row))
        row.append((left, right, sign))
    for _, row in rows:
        row.sort()
        yield Line("".join(sign for _, _, sign in row), row[0][0], max(right for _, right, _ in row))
