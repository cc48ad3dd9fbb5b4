"""The parts of a DOCX opened for reading: what `check.docx` and `check.docx_read` share."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from sitegen.structs import Struct

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
OFF = ("0", "false", "off")


class UnreadableDocxError(Exception):
    """The bytes are no DOCX, or a part that every DOCX has is missing or no XML."""


class Relation(Struct, frozen=True):
    """What a part refers to: `kind` is the last word of the type's address."""

    part: str
    id: str
    kind: str
    target: str
    external: bool


class DocxPackage(Struct, frozen=True):
    """A DOCX: the bytes of its parts by name, and the trees of the parts that are always read."""

    parts: Mapping[str, bytes]
    document: Element
    styles: Element
    core: Element

    def relations(self) -> Iterator[Relation]:
        """All relations of all parts. Raises `UnreadableDocxError`."""
        for name in sorted(self.parts):
            if name.endswith(".rels"):
                for row in parsed(self.parts[name], name).iter(RELATIONSHIP):
                    yield Relation(
                        name,
                        row.get("Id", ""),
                        row.get("Type", "").rpartition("/")[2],
                        row.get("Target", ""),
                        row.get("TargetMode") == "External",
                    )


def opened(data: bytes) -> DocxPackage:
    """The package of a DOCX. Raises `UnreadableDocxError`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise UnreadableDocxError(str(fault)) from fault
    missing = [name for name in (DOCUMENT, STYLES, CORE) if name not in parts]
    if missing:
        raise UnreadableDocxError(", ".join(missing))
    trees = [parsed(parts[name], name) for name in (DOCUMENT, STYLES, CORE)]
    return DocxPackage(parts, *trees)


def parsed(data: bytes, name: str) -> Element:
    """A part as a tree; no entity is resolved and nothing fetched. Raises `UnreadableDocxError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableDocxError(f"{name}: {fault}") from fault


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty where there is no element or no attribute."""
    return "" if element is None else element.get(W + name, "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:rtl` is there and not turned off."""
    return element is not None and value(element) not in OFF


def heading_levels(styles: Element) -> dict[str, int]:
    """The level of each style that makes headings, 1 to 9, inherited from the style it is based on."""
    based = {value(one, "styleId"): one for one in styles.iter(W + "style")}
    found = {id: _level(id, based) for id in based}
    return {id: level for id, level in found.items() if level}


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; empty for the default."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def _level(id: str, styles: Mapping[str, Element]) -> int:
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        level = value(styles[id].find(f"{W}pPr/{W}outlineLvl"))
        if level:
            return int(level) + 1 if int(level) < 9 else 0
        id = value(styles[id].find(W + "basedOn"))
    return 0
