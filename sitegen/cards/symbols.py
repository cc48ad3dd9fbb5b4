"""A code as QR and as Code 39: black rectangles on white, written as PDF for print and as SVG for proofs.

PDF, because every InDesign places it and because it can say "black ink and no other" (DeviceGray 0): SVG only
knows screen colours, which a press makes of four inks, and its import came to InDesign in 2020.
"""

from collections.abc import Iterator
from itertools import groupby

import segno

from sitegen.cards import code39
from sitegen.structs import Struct

QR_SIZE = 24.0
"""Millimetres of a QR symbol with its quiet zone."""
QR_QUIET = 4
"""Modules of white around it (ISO/IEC 18004)."""
POINTS = 72 / 25.4


class Symbol(Struct, frozen=True):
    """In millimetres: its size with quiet zones, and black rectangles as x, y (from the top left), w, h."""

    width: float
    height: float
    bars: tuple[tuple[float, float, float, float], ...]


def code39_symbol(text: str) -> Symbol:
    """The Code 39 of a code. Raises `ValueError` for a character that Code 39 does not have."""
    unit = code39.module(text)
    bars = tuple((at * unit, 0.0, wide * unit, code39.HEIGHT) for at, wide in code39.modules(text))
    return Symbol(code39.width(text) * unit, code39.HEIGHT, bars)


def qr_symbol(text: str) -> Symbol:
    """The QR code of a code, error correction M."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix]
    unit = QR_SIZE / (len(rows) + 2 * QR_QUIET)
    bars = tuple(
        ((QR_QUIET + start) * unit, (QR_QUIET + line) * unit, length * unit, unit)
        for line, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Symbol(QR_SIZE, QR_SIZE, bars)


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where the dark modules of a row begin and how many stand together."""
    for dark, group in groupby(enumerate(row), key=lambda pair: pair[1]):
        run = [place for place, _ in group]
        if dark:
            yield run[0], len(run)


def as_pdf(symbol: Symbol) -> bytes:
    """A page of the symbol's size. The same symbol gives the same bytes.

    The white ground makes a frame as large as the symbol with its quiet zone, however a program crops.
    """
    wide, high = _points(symbol.width), _points(symbol.height)
    drawn = "\n".join(
        f"{_points(x)} {_points(symbol.height - y - h)} {_points(w)} {_points(h)} re"
        for x, y, w, h in symbol.bars
    )
    content = f"1 g\n0 0 {wide} {high} re\nf\n0 g\n{drawn}\nf\n"
    box = f"[0 0 {wide} {high}]"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /TrimBox {box} /Resources << >> /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}endstream",
    )
    return _pdf(objects)


def as_svg(symbol: Symbol) -> bytes:
    """The symbol as SVG, in millimetres."""
    path = "".join(f"M{x:.4f} {y:.4f}h{w:.4f}v{h:.4f}h-{w:.4f}z" for x, y, w, h in symbol.bars)
    size = f'width="{symbol.width:.4f}mm" height="{symbol.height:.4f}mm"'
    box = f'viewBox="0 0 {symbol.width:.4f} {symbol.height:.4f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}><path d="{path}"/></svg>'.encode()


def _points(millimetres: float) -> str:
    return f"{millimetres * POINTS:.4f}"


def _pdf(objects: tuple[str, ...]) -> bytes:
    """The objects, numbered from 1, as a file with its table of places (ISO 32000-1, 7.5)."""
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("ascii")
