"""A DOCX read back in reading order: its blocks with kind, language and words, to compare with other formats.

Kinds are those of `compose.facts.pieces`, told by styles: h1 … h9, detail, p, item, cell, caption, picture,
contact, fact.
"""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.check.docx_package import (
    DECORATIVE,
    WP,
    DocxPackage,
    Element,
    R,
    W,
    heading_levels,
    is_on,
    opened,
    style_of,
    value,
)
from sitegen.compose.facts import Piece, normalise
from sitegen.structs import Struct

KINDS = {
    "Detail": "detail",
    "Caption": "caption",
    "PictureCaption": "caption",
    "TableText": "cell",
    "Contact": "contact",
    "Fact": "fact",
}
SEVERAL = "mul"  # ISO 639-2: a block in several languages
LINE = "\n"
BETWEEN_CONTACTS = " \N{MIDDLE DOT} "
_MARKS = {W + "br": LINE, W + "cr": LINE, W + "tab": " ", W + "noBreakHyphen": "-"}
_RELATIONS = "word/_rels/document.xml.rels"


class _Reading(Struct, frozen=True):
    levels: Mapping[str, int]
    left: str
    right: str


def read_docx(data: bytes) -> tuple[Piece, ...]:
    """The blocks of a DOCX, words normalised; empty ones are left out. Raises `UnreadableDocxError`."""
    return pieces_of(opened(data))


def pieces_of(package: DocxPackage) -> tuple[Piece, ...]:
    """The blocks of an opened DOCX."""
    default = package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    reading = _Reading(heading_levels(package.styles), value(default), value(default, "bidi"))
    body = package.document.find(W + "body")
    found = () if body is None else body.iter(W + "p")
    return tuple(piece for row in found for piece in _paragraph(row, reading))


def facts_of_docx(data: bytes) -> frozenset[tuple[str, str]]:
    """What can be looked up in a DOCX, in the form of `compose.facts.facts_of_document`.

    Raises `UnreadableDocxError`.
    """
    package = opened(data)
    facts = {("text", piece.text) for piece in pieces_of(package)}
    return frozenset(facts | {("link", address) for address in _addresses(package)})


def _addresses(package: DocxPackage) -> Iterator[str]:
    targets = {one.id: one.target for one in package.relations() if one.part == _RELATIONS and one.external}
    for link in package.document.iter(W + "hyperlink"):
        target = targets.get(link.get(R + "id", ""))
        if target:
            yield target


def _paragraph(row: Element, reading: _Reading) -> Iterator[Piece]:
    kind = _kind(row, reading)
    for about in row.iter(WP + "docPr"):
        if about.get("descr") and about.find(f".//{DECORATIVE}") is None:
            yield Piece("picture", _primary(reading.left), normalise(about.get("descr", "")))
    spoken = [(lang, text) for run in row.iter(W + "r") for lang, text in _run(run, reading)]
    whole = "".join(text for _, text in spoken)
    lang = _common([run for run in spoken if run[1].strip()], reading)
    for part in _parts(kind, whole):
        text = normalise(part)
        if text:
            yield Piece(kind, lang, text)


def _kind(row: Element, reading: _Reading) -> str:
    style = style_of(row)
    level = reading.levels.get(style)
    if level:
        return f"h{level}"
    if row.find(f"{W}pPr/{W}numPr") is not None:
        return "item"
    return KINDS.get(style, "p")


def _parts(kind: str, text: str) -> list[str]:
    """One line holds all ways to reach somebody; the lines of a fact are its details."""
    if kind == "contact":
        return text.split(BETWEEN_CONTACTS)
    return text.split(LINE) if kind == "fact" else [text]


def _run(run: Element, reading: _Reading) -> Iterator[tuple[str, str]]:
    properties = run.find(W + "rPr")
    lang = reading.left
    if properties is not None:
        right = is_on(properties.find(W + "rtl"))
        own = value(properties.find(W + "lang"), "bidi" if right else "val")
        lang = own or (reading.right if right else reading.left)
    yield lang, "".join(map(_characters, run))


def _characters(element: Element) -> str:
    return element.text or "" if element.tag == W + "t" else _MARKS.get(str(element.tag), "")


def _common(runs: Iterable[tuple[str, str]], reading: _Reading) -> str:
    spoken = {_primary(lang) for lang, _ in runs} or {_primary(reading.left)}
    return spoken.pop() if len(spoken) == 1 else SEVERAL


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
