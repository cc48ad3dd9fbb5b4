"""A PDF read back as a screen reader meets it: the tag tree in its order, each block with language and words.

Words come from /ActualText where there is some (lines with right-to-left letters), else from the marked
content that the tree points to: the characters that /ToUnicode gives its glyphs. Nothing of the layout is
used but whether two pieces stand on one line.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from sitegen.structs import Struct

BLOCKS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6", "P", "Caption", "TH", "TD", "Lbl", "LBody", "Figure"})
INLINES = frozenset({"Span", "Link", "NonStruct", "Reference", "Quote"})
OPERATORS = "BDC BMC EMC TJ Tj Tf Tm"
SAME_LINE = 0.5
_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_SPACES = re.compile(r"[\s\u00ad\u034f\u200b\u2060\ufeff\u2010-]+")


class Run(Struct, frozen=True):
    """Words of one language within a block."""

    lang: str
    text: str


class ReadBlock(Struct, frozen=True):
    """A block: its PDF kind (`LI` for words that stand in an item itself), language and words.

    `text` joins the lines with spaces. A line that ends in a hyphen may have had a space there or not, or
    may have got its hyphen from the layout, so compare texts of different formats by `squeeze`.
    `runs` are the same words cut where the language changes.
    """

    kind: str
    lang: str
    text: str
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class _Piece:
    """What one marked-content sequence says, and on which line it ended and began."""

    text: str = ""
    page: int = 0
    first: float | None = None
    last: float | None = None
    given: bool = False  # by /ActualText


@dataclass(slots=True)
class _Words:
    """The pieces of the block that is being read."""

    kind: str
    lang: str
    pieces: list[tuple[str, _Piece]] = field(default_factory=list)


def read_blocks(data: bytes) -> tuple[ReadBlock, ...]:
    """The blocks of a tagged PDF in reading order. Raises `pikepdf.PdfError` for bytes that are none."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = list(_streams(pdf))
        pieces = {stream.objgen: _pieces(stream, number) for number, stream in enumerate(streams)}
        root = pdf.Root.StructTreeRoot
        reader = _Reader(pieces, dict(root.get("/RoleMap", {})))
        lang = str(pdf.Root.get("/Lang", ""))
        return tuple(block for kid in _kids(root) for block in reader.blocks(kid, lang))


def squeeze(text: str) -> str:
    """A text without spaces, hyphens and invisible signs: for comparison over formats."""
    return _SPACES.sub("", text)


class _Reader(Struct, frozen=True):
    pieces: dict[Any, dict[int, _Piece]]
    roles: dict[str, Any]

    def blocks(self, element: Any, lang: str) -> Iterator[ReadBlock]:
        """The blocks at and below an element that stands in the language."""
        kind = str(element.S).removeprefix("/")
        lang = str(element.get("/Lang", lang))
        if kind == "Figure":
            yield ReadBlock(kind, lang, str(element.get("/Alt", "")))
            return
        if kind not in BLOCKS:
            for kid in _kids(element):
                if _is_element(kid):
                    yield from self.blocks(kid, lang)
            return
        yield from self._block(element, kind, lang)

    def _block(self, element: Any, kind: str, lang: str) -> Iterator[ReadBlock]:
        """A block of words; blocks that stand in it are read where they stand (an item's paragraphs)."""
        words = _Words("LI" if kind == "LBody" else kind, lang)
        for part in self._parts(element, lang):
            if isinstance(part, tuple):
                words.pieces.append(part)
            else:
                yield from _finished(words)
                words = _Words(words.kind, lang)
                yield from self.blocks(part, lang)
        yield from _finished(words)

    def _parts(self, element: Any, lang: str) -> Iterator[Any]:
        """Pieces with their languages, and block elements, in their order."""
        page = element.get("/Pg")
        for kid in _kids(element):
            if isinstance(kid, int):
                yield lang, self._piece(page, kid)
            elif str(kid.get("/Type", "")) == "/MCR":
                yield lang, self._piece(kid.get("/Stm", kid.get("/Pg", page)), int(kid.MCID))
            elif _is_element(kid):
                if str(kid.S).removeprefix("/") in INLINES:
                    yield from self._inline(kid, str(kid.get("/Lang", lang)))
                else:
                    yield kid

    def _inline(self, element: Any, lang: str) -> Iterator[Any]:
        """The parts of an inline element; one piece where it says itself what is written."""
        if "/ActualText" not in element:
            yield from self._parts(element, lang)
            return
        inside = [part[1] for part in self._parts(element, lang) if isinstance(part, tuple)]
        first, last = (inside[0], inside[-1]) if inside else (_Piece(), _Piece())
        yield lang, _Piece(str(element.ActualText), first.page, first.first, last.last)

    def _piece(self, stream: Any, mcid: int) -> _Piece:
        """Raises `KeyError` where the tree points to a page or form that the document does not show."""
        return self.pieces[stream.objgen].get(mcid, _Piece())


def _finished(words: _Words) -> Iterator[ReadBlock]:
    runs: list[Run] = []
    before: _Piece | None = None
    for lang, piece in words.pieces:
        if not piece.text:
            continue
        text = piece.text
        if before is not None and _new_line(before, piece):
            text = " " + text
        if runs and runs[-1].lang == lang:
            runs[-1] = Run(lang, runs[-1].text + text)
        else:
            runs.append(Run(lang, text))
        before = piece
    whole = _tidy("".join(run.text for run in runs))
    if whole:
        yield ReadBlock(words.kind, words.lang, whole, tuple(Run(run.lang, _tidy(run.text)) for run in runs))


def _tidy(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").replace("\u034f", "").split())


def _new_line(before: _Piece, piece: _Piece) -> bool:
    if before.page != piece.page or before.last is None or piece.first is None:
        return True
    return abs(before.last - piece.first) > SAME_LINE


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [int(kid) if isinstance(kid, int) else kid for kid in found]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


# ------------------------------------------------------------------ content streams


def _streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The pages, and after each the forms it draws that hold marked content of their own (a booklet's)."""
    for page in pdf.pages:
        yield page.obj
        for form in page.resources.get("/XObject", {}).values():
            if "/StructParents" in form:
                yield form


def _pieces(stream: Any, number: int) -> dict[int, _Piece]:
    """What each marked-content sequence of a page or form says."""
    codes = {
        str(name): _codes(font.ToUnicode.read_bytes())
        for name, font in stream.get("/Resources", {}).get("/Font", {}).items()
        if "/ToUnicode" in font
    }
    found: dict[int, _Piece] = {}
    stack: list[_Piece | None] = []
    font: dict[int, str] = {}
    line = 0.0
    for instruction in pikepdf.parse_content_stream(stream, OPERATORS):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator in ("BDC", "BMC"):
            piece = None
            if operator == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                piece = found.setdefault(int(operands[1].MCID), _Piece(page=number))
                if "/ActualText" in operands[1]:
                    piece.text, piece.given = str(operands[1].ActualText), True
            stack.append(piece)
        elif operator == "EMC" and stack:
            stack.pop()
        elif operator == "Tf":
            font = codes.get(str(operands[0]), {})
        elif operator == "Tm":
            line = float(operands[5])
        elif operator in ("TJ", "Tj") and stack and (piece := stack[-1]) is not None:
            piece.first = line if piece.first is None else piece.first
            piece.last = line
            if not piece.given:
                piece.text += _decoded(operands[0], font)
    return found


def _codes(cmap: bytes) -> dict[int, str]:
    """Glyph codes and what they say, from the `bfchar` parts of a CMap."""
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap.decode("ascii", "replace"), re.DOTALL):
        for code, said in _PAIR.findall(part):
            found[int(code, 16)] = bytes.fromhex(said).decode("utf-16-be", "replace")
    return found


def _decoded(shown: Any, codes: dict[int, str]) -> str:
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    text = ""
    for string in strings:
        if isinstance(string, pikepdf.String):
            data = bytes(string)
            text += "".join(
                codes.get(int.from_bytes(data[place : place + 2], "big"), "")
                for place in range(0, len(data), 2)
            )
    return text
