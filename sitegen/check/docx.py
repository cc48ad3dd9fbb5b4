"""The verdict on a newly rendered DOCX, from its bytes alone (BAR 1.5, S17).

A fault found here is ours, not an author's (DESIGN section 5).
"""

import re
from collections.abc import Iterator

from sitegen.check.docx_content import content_problems
from sitegen.check.docx_package import (
    STYLES,
    DocxPackage,
    Relation,
    UnreadableDocxError,
    W,
    opened,
    parsed,
    value,
)
from sitegen.problems import Place, Problem, error

# All that a DOCX of ours holds: no thumbnail, custom XML, macros, embedded files (BAR D12).
PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|word/_rels/[a-z]+\d*\.xml\.rels"
    r"|word/(document|styles|numbering|settings|fontTable|webSettings|footnotes|endnotes)\.xml"
    r"|word/(header|footer)\d+\.xml|word/theme/theme\d+\.xml|word/media/image\d+\.(png|jpe?g|gif)"
)
SCHEMES = ("http:", "https:", "mailto:", "tel:")
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
CORE_NAMES = {
    "title": f"{DUBLIN}title",
    "subject": f"{DUBLIN}subject",
    "creator": f"{DUBLIN}creator",
    "language": f"{DUBLIN}language",
}


def check_docx(data: bytes, place: Place = Place()) -> tuple[Problem, ...]:
    """All problems of a DOCX: none, if people can use it and it fetches and runs nothing.

    `place` is what the problems point to: the artefact's path. Broken bytes are a problem too: nothing is
    raised.
    """
    try:
        package = opened(data)
        return (
            *_parts(package, place),
            *_relations(package, place),
            *_properties(package, place),
            *_languages(package, place),
            *_page_number(package, place),
            *content_problems(package, place),
        )
    except UnreadableDocxError as fault:
        return (error("docx-unreadable", place, reason=str(fault)),)


def _parts(package: DocxPackage, place: Place) -> Iterator[Problem]:
    for name in sorted(package.parts):
        if not PARTS.fullmatch(name):
            yield error("docx-part", place, rule="D12", part=name)


def _relations(package: DocxPackage, place: Place) -> Iterator[Problem]:
    """Only links that a reader follows lead out: a template or picture elsewhere is fetched unasked."""
    for one in package.relations():
        if not _is_harmless(one):
            yield error("docx-external", place, rule="S17", kind=one.kind, address=one.target)


def _is_harmless(one: Relation) -> bool:
    if one.kind == "hyperlink":
        return one.external and one.target.startswith(SCHEMES)
    return not one.external and one.kind not in ("attachedTemplate", "oleObject", "vbaProject", "aFChunk")


def _properties(package: DocxPackage, place: Place) -> Iterator[Problem]:
    for name, tag in CORE_NAMES.items():
        if not (package.core.findtext(tag) or "").strip():
            yield error("docx-property", place, rule="D04", property=name)
    if package.core.findtext(f"{DUBLIN}description"):
        yield error("docx-description", place, rule="D04")


def _languages(package: DocxPackage, place: Place) -> Iterator[Problem]:
    """The default of all runs is the document's own language, never an American left-over (BAR D02, F5)."""
    wanted = package.core.findtext(CORE_NAMES["language"]) or ""
    found = value(package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    if not found or (wanted and found != wanted):
        yield error(
            "docx-language", place, rule="D02", part=STYLES, found=found or "-", expected=wanted or "-"
        )


def _page_number(package: DocxPackage, place: Place) -> Iterator[Problem]:
    for name in sorted(package.parts):
        if name.startswith("word/footer"):
            foot = parsed(package.parts[name], name)
            fields = [value(one, "instr") for one in foot.iter(W + "fldSimple")]
            fields += [one.text or "" for one in foot.iter(W + "instrText")]
            if any("PAGE" in field.split() for field in fields):
                return
    yield error("docx-page-number", place, rule="D10")
