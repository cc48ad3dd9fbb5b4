"""Pictures by their bytes: type, size in dots, colours (BAR B89, S15, S16)."""

import re
from struct import unpack

from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct
from sitegen.validate.choices import slug

MOST_DOTS = 40_000_000
FILE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]+")
ENDINGS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg"}

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_CMYK = 4


class Picture(Struct, frozen=True):
    """What a picture's header says; `channels` is 0 where it does not matter."""

    kind: str
    width: int
    height: int
    channels: int = 0


def picture_problem(path: str, name: str, data: bytes) -> Problem | None:
    """What is wrong with a picture file, None if nothing. (Files over 10 MB are refused when read.)"""
    place = Place(path)
    ending = name.rpartition(".")[2].casefold()
    if ending == "svg":
        return error("picture-svg", place, rule="S15", file=name)
    if ending not in ENDINGS:
        return error("picture-type", place, rule="B89", file=name)
    if not FILE_NAME.fullmatch(name):
        stem = name.rpartition(".")[0]
        return error(
            "picture-name", place, rule="B89", file=name, suggestion=f"{slug(stem) or 'kuva'}.{ending}"
        )
    if not data:
        return error("picture-empty", place, rule="B89", file=name)
    return _content_problem(place, name, ENDINGS[ending], data)


def _content_problem(place: Place, name: str, expected: str, data: bytes) -> Problem | None:
    kind = "png" if data.startswith(_PNG) else "jpeg" if data.startswith(_JPEG) else ""
    if kind != expected:
        return error("picture-other-type", place, rule="B89", file=name, kind=kind or "?", expected=expected)
    picture = read_header(data)
    if picture is None or 0 in (picture.width, picture.height):
        return error("picture-broken", place, rule="B89", file=name)
    if picture.width * picture.height > MOST_DOTS:
        size = f"{picture.width} × {picture.height}"
        return error("picture-large", place, rule="S16", file=name, size=size, limit=MOST_DOTS // 1_000_000)
    if picture.channels == _CMYK:
        return error("picture-cmyk", place, rule="B89", file=name)
    return None


def read_header(data: bytes) -> Picture | None:
    """Type and size of a PNG or JPEG picture; None where its header is cut or broken."""
    if data.startswith(_PNG):
        if len(data) < 33 or data[12:16] != b"IHDR":
            return None
        width, height = unpack(">II", data[16:24])
        return Picture("png", width, height)
    return _jpeg(data) if data.startswith(_JPEG) else None


def _jpeg(data: bytes) -> Picture | None:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            if at + 10 > len(data):
                return None
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return Picture("jpeg", width, height, data[at + 9])
        at += 2 + length
    return None
