"""Sample brochures as DOCX, each written once in a test process, and ways to look inside."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import cache

import segno
from lxml import etree

from sitegen.model.document import Block, Document, Media
from sitegen.render.docx import render_docx
from sitegen.structs import replace
from tests.render.sample_document import ADDRESS, sample_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("fi", "sv", "ar", "ru")
TAGS = {"fi": "fi-FI", "sv": "sv-FI", "ar": "ar-SA", "ru": "ru-RU"}
Element = etree._Element


def sample(lang: str = "fi", partners: int = 6) -> Document:
    """The brochure of `sample_document` with its drawings as pixels beside them."""
    document = sample_document(lang, distributors=partners, venues=partners)
    return replace(document, media=(*document.media, qr(), logo()))


@cache
def written(lang: str = "fi", partners: int = 6) -> bytes:
    return render_docx(sample(lang, partners))


def of_blocks(blocks: Iterable[Block], lang: str = "fi", **changes: object) -> Document:
    """A small document of these blocks."""
    small = replace(sample(lang), children=tuple(blocks))
    return replace(small, **changes)


def part(data: bytes, name: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def paragraphs(data: bytes) -> list[Element]:
    return list(part(data).iter(W + "p"))


def text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def style(paragraph: Element) -> str:
    return attribute(paragraph.find(f"{W}pPr/{W}pStyle"))


def has(paragraph: Element, name: str) -> bool:
    """Whether a paragraph itself has the property."""
    return paragraph.find(f"{W}pPr/{W}{name}") is not None


def attribute(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(W + name, "")


def saying(data: bytes, words: str) -> Element:
    """The first paragraph that holds the words."""
    return next(row for row in paragraphs(data) if words in text(row))


def run_saying(data: bytes, words: str) -> Element:
    return next(run for run in part(data).iter(W + "r") if words in text(run))


def rewritten(data: bytes, **changes: tuple[str, str]) -> bytes:
    """The file with a string replaced in parts of `word/` (`document=("old", "new")`)."""
    for name, (old, new) in changes.items():
        data = replaced(data, f"word/{name}.xml", old, new)
    return data


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with a string replaced in one part, which must hold it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(name).decode()
    assert old in content, old
    return with_part(data, name, content.replace(old, new).encode())


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with a part added or replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return target.getvalue()


def qr() -> Media:
    drawn = io.BytesIO()
    segno.make(ADDRESS, error="m").save(drawn, kind="png", scale=12, dark="#2d245d", light="#ffffff")
    return Media("qr.png", "image/png", drawn.getvalue())


@cache
def logo(width: int = 300, height: int = 100) -> Media:
    """A green bar on white."""
    rows = b"".join(
        b"\0" + (b"\x1f\x5e\x4b" if 20 < y < height - 20 else b"\xff\xff\xff") * width for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    data = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return Media("logo.png", "image/png", b"\x89PNG\r\n\x1a\n" + data, width, height)
