"""Pictures of documents: a region's files as they are, and the QR code of an address."""

import io
import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from sitegen.compose.tree import figures
from sitegen.model.document import Block, Media
from sitegen.model.network import Edition

QR_NAME = "sitegen-qr.svg"

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def media_type(name: str) -> str:
    """The media type by the file's name; empty for a kind that no document shows."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "")


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; (0, 0) for anything else, vector pictures among it."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_pixels(data) if data.startswith(b"\xff\xd8") else (0, 0)


def _jpeg_pixels(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def shown_media(blocks: Iterable[Block], edition: Edition) -> tuple[Media, ...]:
    """The region's pictures that blocks show, each once, in the order of their names."""
    names = {figure.media for figure in figures(blocks)}
    found = []
    for file in sorted(edition.media, key=lambda file: file.name):
        if file.name in names and media_type(file.name):
            width, height = pixels(file.data)
            found.append(Media(file.name, media_type(file.name), file.data, width, height))
    return tuple(found)


@lru_cache(maxsize=32)
def qr_code(address: str) -> tuple[Media, Media]:
    """The QR code of an address with its quiet zone: as SVG, and as PNG for DOCX, which shows no vectors.

    The same address gives the same bytes.
    """
    import segno  # brings a client of the web along, and pages need neither

    code = segno.make(address, error="m", micro=False, boost_error=False)
    vector, raster = io.BytesIO(), io.BytesIO()
    code.save(vector, kind="svg", border=4, scale=4, xmldecl=False, nl=False, svgclass=None, lineclass=None)
    code.save(raster, kind="png", border=4, scale=16)
    png = raster.getvalue()
    width, height = pixels(png)
    return (
        Media(QR_NAME, "image/svg+xml", vector.getvalue()),
        Media(QR_NAME.replace(".svg", ".png"), "image/png", png, width, height),
    )
