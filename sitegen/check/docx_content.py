"""What a screen reader needs in the body of a DOCX: headings, words for pictures, heading rows, direction."""

from collections.abc import Iterator

from sitegen.check.docx_package import (
    DECORATIVE,
    WP,
    DocxPackage,
    Element,
    W,
    heading_levels,
    is_on,
    style_of,
    value,
)
from sitegen.problems import Place, Problem, error
from sitegen.render.html_inline import direction

TYPED_BULLETS = ("\N{BULLET} ", "\N{EN DASH} ", "- ", "* ", "\N{MIDDLE DOT} ")
SHOWN = 40  # characters of a text in a message
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
GAP = "TableGap"  # the one paragraph that may be empty: between two tables
FLOATING = (W + "pict", W + "object", WP + "anchor", W + "txbxContent", W + "framePr")


def content_problems(package: DocxPackage, place: Place) -> Iterator[Problem]:
    """The problems of the words, pictures and tables."""
    yield from _headings(package, place)
    yield from _pictures(package.document, place)
    yield from _tables(package.document, place)
    yield from _links(package.document, place)
    yield from _layout(package.document, place)
    yield from _direction(package, place)


def _headings(package: DocxPackage, place: Place) -> Iterator[Problem]:
    """Headings begin with level 1 and no level is left out on the way down (BAR A10, D01)."""
    levels = heading_levels(package.styles)
    before = 0
    for row in package.document.iter(W + "p"):
        level = levels.get(style_of(row), 0)
        if not level:
            continue
        if level > before + 1:
            yield error("docx-heading", place, rule="D01", level=level, before=before, text=words(row))
        before = level
    if not before:
        yield error("docx-no-heading", place, rule="D01")


def _pictures(body: Element, place: Place) -> Iterator[Problem]:
    for about in body.iter(WP + "docPr"):
        if not about.get("descr") and about.find(f".//{DECORATIVE}") is None:
            yield error("docx-alt", place, rule="D05", picture=about.get("name", ""))


def _tables(body: Element, place: Place) -> Iterator[Problem]:
    for table in body.iter(W + "tbl"):
        name = value(table.find(f"{W}tblPr/{W}tblCaption")) or words(table)
        first = table.find(W + "tr")
        if first is None or not is_on(first.find(f"{W}trPr/{W}tblHeader")):
            yield error("docx-table-header", place, rule="D06", table=name)
        if any(True for _ in table.iter(W + "gridSpan", W + "vMerge")):
            yield error("docx-table-merged", place, rule="D06", table=name)


def _links(body: Element, place: Place) -> Iterator[Problem]:
    marks = {value(mark, "name") for mark in body.iter(W + "bookmarkStart")}
    for link in body.iter(W + "hyperlink"):
        text, anchor = words(link), value(link, "anchor")
        if not text:
            yield error("docx-link-empty", place, rule="D08")
        if anchor and anchor not in marks:
            yield error("docx-link-target", place, rule="D08", text=text, target=anchor)


def _layout(body: Element, place: Place) -> Iterator[Problem]:
    """Layout only for the eye: empty paragraphs, tabs, things that float, typed bullets (BAR D07, D09)."""
    for row in body.iter(W + "p"):
        text = _text(row)
        holds = text.strip() or any(True for _ in row.iter(W + "drawing", W + "fldSimple"))
        if not holds and style_of(row) != GAP and not _in_cell(row):
            yield error("docx-empty-paragraph", place, rule="D09", style=style_of(row) or "Normal")
        if text.startswith(TYPED_BULLETS):
            yield error("docx-typed-list", place, rule="D07", text=text[:SHOWN])
        if any(True for run in row.iter(W + "r") for _ in run.iterchildren(W + "tab")):
            yield error("docx-tab", place, rule="D09", text=text[:SHOWN])
    if any(True for _ in body.iter(*FLOATING)):
        yield error("docx-floating", place, rule="D09")


def _direction(package: DocxPackage, place: Place) -> Iterator[Problem]:
    """Right-to-left documents say so for their pages and tables (BAR D03)."""
    lang = (package.core.findtext(LANGUAGE) or "").partition("-")[0]
    if not lang or direction(lang) != "rtl":
        return
    for section in package.document.iter(W + "sectPr"):
        if not is_on(section.find(W + "bidi")):
            yield error("docx-direction", place, rule="D03", part="sectPr")
    for table in package.document.iter(W + "tbl"):
        if not is_on(table.find(f"{W}tblPr/{W}bidiVisual")):
            yield error("docx-direction", place, rule="D03", part=f"tbl {words(table)}")


def words(element: Element) -> str:
    """The beginning of the words in an element, for a message."""
    return " ".join(_text(element).split())[:SHOWN]


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def _in_cell(row: Element) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == W + "tc"
