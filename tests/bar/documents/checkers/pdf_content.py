"""What is drawn on the pages of a PDF: every piece of text with its place, size, colour and tag."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pikepdf

from sitegen.structs import Struct, replace
from tests.bar.documents.checkers.pdf_reading import Tag, contents, is_element, opened

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[int, int, int]

UNIT: Matrix = (1, 0, 0, 1, 0, 0)
BLACK: Colour = (0, 0, 0)
_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")


class Shown(Struct, frozen=True):
    """A piece of text: `mcid` ties it to the tag tree, `artifact` is the type where it is one ("-": none).

    `x` and `y` are points from the page's lower left corner, `size` is in points. `lost`: glyphs of which
    the file does not say what letters they are.
    """

    page: int
    mcid: int | None
    artifact: str
    x: float
    y: float
    size: float
    ink: Colour
    text: str
    lost: int
    spoken: bool


class _State(Struct, frozen=True):
    matrix: Matrix = UNIT
    ink: Colour = BLACK


@dataclass(slots=True)
class _Reader:
    page: int
    fonts: dict[str, dict[int, str]]
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    marks: list[tuple[int | None, str, bool]] = field(default_factory=list)
    font: str = ""
    size: float = 0.0
    text_matrix: Matrix = UNIT
    shown: list[Shown] = field(default_factory=list)

    def read(self, operator: str, given: Any) -> None:
        """Take in one instruction of the page's content."""
        match operator:
            case "q":
                self.saved.append(self.state)
            case "Q":
                self.state = self.saved.pop()
            case "cm":
                self.state = replace(self.state, matrix=_times(_matrix(given), self.state.matrix))
            case "rg":
                red, green, blue = (round(float(part) * 255) for part in given)
                self.state = replace(self.state, ink=(red, green, blue))
            case "BDC" | "BMC":
                self.marks.append(_mark(operator, given))
            case "EMC":
                self.marks.pop()
            case "Tf":
                self.font, self.size = str(given[0]), float(given[1])
            case "Tm":
                self.text_matrix = _matrix(given)
            case "TJ" | "Tj":
                self.shown.append(self._shown(given[0]))

    def _shown(self, strings: Any) -> Shown:
        place = _times(self.text_matrix, self.state.matrix)
        codes = self.fonts.get(self.font, {})
        said = [codes.get(code, "") for code in _codes(strings)]
        mcid = next((mark[0] for mark in reversed(self.marks) if mark[0] is not None), None)
        artifact = next((mark[1] for mark in self.marks if mark[1]), "")
        return Shown(
            self.page,
            mcid,
            artifact,
            place[4],
            place[5],
            self.size * abs(place[3]),
            self.state.ink,
            "".join(said),
            said.count(""),
            any(mark[2] for mark in self.marks),
        )


@lru_cache(maxsize=24)
def shown(data: bytes) -> tuple[Shown, ...]:
    """All text of all pages in the order in which it is drawn."""
    found: list[Shown] = []
    for number, page in enumerate(opened(data).pages):
        fonts = {str(name): unicode_of(font) for name, font in page.resources.get("/Font", {}).items()}
        reader = _Reader(number, fonts)
        for instruction in pikepdf.parse_content_stream(page):
            reader.read(str(instruction.operator), instruction.operands)
        found += reader.shown
    return tuple(found)


@lru_cache(maxsize=24)
def _by_mark(data: bytes) -> dict[tuple[int, int], str]:
    """What stands in each marked piece of each page."""
    found: dict[tuple[int, int], str] = {}
    for piece in shown(data):
        if piece.mcid is not None:
            found[piece.page, piece.mcid] = found.get((piece.page, piece.mcid), "") + piece.text
    return found


def said(data: bytes, tag: Tag) -> str:
    """The words of an element and all in it, in the order of the tree."""
    pages = {page.objgen: number for number, page in enumerate(opened(data).pages)}
    return "".join(_said(tag.element, pages, _by_mark(data)))


def _said(element: Any, pages: dict[Any, int], words: dict[tuple[int, int], str]) -> Iterator[str]:
    own = element.get("/ActualText", element.get("/Alt"))
    if own is not None:
        yield str(own)
        return
    for kid in contents(element):
        if is_element(kid):
            yield from _said(kid, pages, words)
        elif isinstance(kid, int):
            yield words.get((pages[element.Pg.objgen], int(kid)), "")
        elif "/MCID" in kid:
            yield words.get((pages[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)), "")


def unicode_of(font: Any) -> dict[int, str]:
    """What each glyph of a font says."""
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("ascii", "replace")
    parts = re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL)
    pairs = [pair for part in parts for pair in _PAIR.findall(part)]
    return {int(code, 16): bytes.fromhex(said).decode("utf-16-be", "replace") for code, said in pairs}


def _codes(strings: Any) -> list[int]:
    every = strings if isinstance(strings, pikepdf.Array) else [strings]
    data = [bytes(one) for one in every if isinstance(one, pikepdf.String)]
    return [int.from_bytes(one[at : at + 2], "big") for one in data for at in range(0, len(one), 2)]


def _mark(operator: str, given: Any) -> tuple[int | None, str, bool]:
    """The number of a marked piece, the type of an artifact, and whether it says itself what is written."""
    properties: Any = given[1] if operator == "BDC" and isinstance(given[1], pikepdf.Dictionary) else {}
    mcid = int(properties["/MCID"]) if "/MCID" in properties else None
    artifact = str(properties.get("/Type", "/-"))[1:] if str(given[0]) == "/Artifact" else ""
    return mcid, artifact, "/ActualText" in properties


def _matrix(given: Any) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in given)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
