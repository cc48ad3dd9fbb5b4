"""Small helpers for WordprocessingML: elements, their order, and characters that XML allows."""

import re
from collections.abc import Iterable

from lxml import etree

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "{" + MAIN + "}"
R = "{" + RELATION + "}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES = {"w": MAIN}

# ISO/IEC 29500-1, 17.3.1.26 (pPr): Word refuses children in another order (BAR D16).
PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "shd",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)

# XML 1.0, 2.2. They are refused where files are read (BAR S18); this is the last net.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile("[ \t\r\n\f]+")


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of WordprocessingML; attributes are of the same namespace."""
    made = etree.Element(W + tag, nsmap=_NAMES)
    for name, value in attributes.items():
        made.set(W + name, str(value))
    made.extend(children)
    return made


def clean(text: str) -> str:
    """Text as HTML would show it: white space as one blank, nothing that XML forbids."""
    return _SPACES.sub(" ", _FORBIDDEN.sub("", text))


def put(paragraph: Element, *properties: Element) -> None:
    """Give a paragraph properties, each at its place in the schema's order and instead of an older one."""
    holder = paragraph.find(W + "pPr")
    if holder is None:
        holder = w("pPr")
        paragraph.insert(0, holder)
    for made in properties:
        old = holder.find(str(made.tag))
        if old is not None:
            holder.replace(old, made)
        else:
            holder.insert(_place(holder, made), made)


def spaced(paragraph: Element, **points: float) -> None:
    """Set distances (`before`, `after`, in points); those that are not named stay."""
    attributes = {name: twips(value) for name, value in points.items()}
    old = paragraph.find(f"{W}pPr/{W}spacing")
    if old is None:
        put(paragraph, w("spacing", **attributes))
    else:
        for name, value in attributes.items():
            old.set(W + name, str(value))


def paragraphs(elements: Iterable[Element]) -> list[Element]:
    """The paragraphs among elements, without those in tables."""
    return [element for element in elements if element.tag == W + "p"]


def twips(points: float) -> int:
    """Twentieths of a point, the unit of most lengths."""
    return round(points * 20)


def _place(holder: Element, made: Element) -> int:
    rank = _rank(made)
    return sum(_rank(child) <= rank for child in holder)


def _rank(element: Element) -> int:
    return PARAGRAPH_ORDER.index(etree.QName(element).localname)
