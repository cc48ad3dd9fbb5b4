"""P01, P03, P13, P14, P16, P18 and P20: what the file says of itself and what it carries (BAR 1.4)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import page as page_validation

from sitegen.check.pdf import SIZE_LIMIT, check_pdf
from sitegen.compose.facts import texts_of
from sitegen.render.fonts import missing_characters, script_of, script_within
from tests.bar.documents.checkers.pdf_content import shown
from tests.bar.documents.checkers.pdf_raster import page_words
from tests.bar.documents.checkers.pdf_reading import entry, opened, page, tags
from tests.bar.documents.documents import Printed

UA_PART = "pdfuaid:part"
NAME = re.compile(
    r"kaikukortti-[a-z]+-[a-z0-9-]+-20\d\d(-large|-a3|-booklet)?-(?P<lang>[a-z]{2}(-[a-z]+)?)\.pdf"
)
WORD = re.compile(r"[^\W\d_]{4,}")


def p01(one: Printed) -> Iterator[str]:
    """Tagged, and it claims PDF/UA-1; no file claims it that fails."""
    pdf = opened(one.data)
    if entry(pdf, "/MarkInfo", "/Marked") != "True":
        yield "not marked"
    if not tags(one.data):
        yield "no tag tree"
    with pdf.open_metadata() as said:
        claims = said.get(UA_PART, "") == "1"
    if not claims:
        yield "it does not say that it is PDF/UA-1"
    elif not page_validation.validate_pdf_bytes(one.data, profile="ua1").is_compliant:
        yield "it says that it is PDF/UA-1 and is not"


def p03(one: Printed) -> Iterator[str]:
    """The title is the document's, in both places where programs look, and is shown; it names the year."""
    pdf = opened(one.data)
    with pdf.open_metadata() as said:
        titles = said.get("dc:title", ""), str(pdf.docinfo.get("/Title", ""))
    if set(titles) != {one.document.title}:
        yield f"titles {titles} instead of {one.document.title!r}"
    if entry(pdf, "/ViewerPreferences", "/DisplayDocTitle") != "True":
        yield "the title is not shown"
    if not re.search(r"\b20\d\d\b", one.document.title) or len(one.document.title.split()) < 3:
        yield f"the title does not name document, year and region: {one.document.title!r}"


def p13(one: Printed) -> Iterator[str]:
    """The tab key follows the tag tree on every page with links."""
    for number, sheet in enumerate(opened(one.data).pages, start=1):
        if "/Annots" in sheet and str(sheet.get("/Tabs", "")) != "/S":
            yield f"page {number} has no /Tabs /S"


def p14(one: Printed) -> Iterator[str]:
    """Fonts are inside, each glyph says its letter, each letter of the tree has a glyph, words come back."""
    for font in _fonts(one):
        if not _is_embedded(font):
            yield f"{font.BaseFont} is not inside"
        if "/ToUnicode" not in font:
            yield f"{font.BaseFont} does not say its letters"
    lost = [piece for piece in shown(one.data) if piece.lost and not piece.spoken]
    if lost:
        yield f"{sum(piece.lost for piece in lost)} glyphs say nothing, in {lost[0].text!r}"
    own = script_of(one.lang)
    for lang, text in texts_of(one.document):
        if missing := missing_characters(text, script_within(lang, own)):
            yield f"no glyph for {sorted(missing)} in {text[:40]!r}"
    if one.document.direction == "ltr":
        read = "".join(page_words(one.data))
        body = page(one.job.html).find("body")
        words = {
            word for text in body.itertext() for word in WORD.findall(text.replace("\N{SOFT HYPHEN}", ""))
        }
        if gone := {word for word in words if word not in read}:
            yield f"words that do not come back: {sorted(gone)[:5]}"


def _fonts(one: Printed) -> list[Any]:
    found = {
        font.objgen: font
        for sheet in opened(one.data).pages
        for font in sheet.resources.get("/Font", {}).values()
    }
    return list(found.values())


def _is_embedded(font: Any) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return any(name in inner.get("/FontDescriptor", {}) for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def p16(one: Printed) -> Iterator[str]:
    """Nothing that runs, opens, asks or hides."""
    for found in check_pdf(one.data):
        if found.id in ("pdf.active-content", "pdf.encrypted", "pdf.unreadable"):
            yield f"{found.id} {dict(found.values)}"


def p18(one: Printed) -> Iterator[str]:
    """Below a megabyte, under a name that says what it is and in which language."""
    if len(one.data) >= SIZE_LIMIT:
        yield f"{len(one.data)} bytes"
    name = NAME.fullmatch(PurePosixPath(one.path).name)
    if name is None or name["lang"] != one.lang:
        yield f"the name {one.path!r}"


def p20(one: Printed) -> Iterator[str]:
    """The gate: every rule of PDF/UA-1 that a program can judge, and our own verdict."""
    report = page_validation.validate_pdf_bytes(one.data, profile="ua1")
    yield from sorted({f"{found.rule_id} {found.message}" for found in report.failures})
    if not report.is_compliant and not report.failures:
        yield "not compliant"
    yield from (found.id for found in check_pdf(one.data))
