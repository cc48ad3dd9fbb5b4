"""The verdict on a newly rendered PDF, from its bytes alone.

It repeats no layout: a validator's PDF/UA-1 rules, what a catalog must say, and what must not be inside.
About a twentieth of the time of rendering. A fault found here is ours, not an author's (DESIGN section 5).
"""

import io
from collections.abc import Iterator
from typing import Any

import page as page_validation
import pikepdf

from sitegen.problems import Place, Problem, error

SIZE_LIMIT = 1_000_000  # BAR P18
RULES_SHOWN = 5
PROFILE = "ua1"

# What makes a PDF do something by itself or carry a file along (BAR S19, P16).
ACTIVE = (
    "/JS",
    "/JavaScript",
    "/OpenAction",
    "/AA",
    "/Launch",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/RichMedia",
)
ACTIVE_KEYS = frozenset(ACTIVE) | {"/AcroForm", "/XFA", "/Collection", "/AF"}
ALLOWED_ACTIONS = frozenset({"/URI", "/GoTo"})


def check_pdf(data: bytes, place: Place = Place()) -> tuple[Problem, ...]:
    """All problems of a PDF: none, if people can use it and it does nothing by itself.

    `place` is what the problems point to: the artefact's path. Broken bytes are a problem too: nothing is
    raised.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = [*_catalog(pdf, place), *_content(pdf, place)]
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        return (error("pdf.unreadable", place, reason=str(fault)),)
    if len(data) >= SIZE_LIMIT:
        found.append(error("pdf.too-large", place, rule="P18", bytes=len(data), limit=SIZE_LIMIT))
    return (*found, *_conformance(data, place))


def page_size(data: bytes) -> tuple[int, int, int]:
    """Width and height of the first page as it is cut, in millimetres, and how many pages there are."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, low, right, high = (float(str(value)) for value in pdf.pages[0].trimbox)
        return round((right - left) * 25.4 / 72), round((high - low) * 25.4 / 72), len(pdf.pages)


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _conformance(data: bytes, place: Place) -> Iterator[Problem]:
    """ISO 14289-1 by page-validation; the first rules that are broken, each once."""
    report = page_validation.validate_pdf_bytes(data, profile=PROFILE)
    broken = sorted({(failure.rule_id, failure.message) for failure in report.failures})
    if not report.is_compliant and not broken:
        broken = [("", "")]
    for rule, message in broken[:RULES_SHOWN]:
        yield error("pdf.not-accessible", place, rule="P20", broken=rule, message=message)


def _catalog(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield error("pdf.no-language", place, rule="P02")
    title = pdf.docinfo.get("/Title") if pdf.trailer.get("/Info") is not None else None
    shown = _flag(root, "/ViewerPreferences", "/DisplayDocTitle")
    if title is None or not str(title).strip() or not shown:
        yield error("pdf.no-title", place, rule="P03")
    if not _flag(root, "/MarkInfo", "/Marked") or "/StructTreeRoot" not in root:
        yield error("pdf.not-tagged", place, rule="P01")
    if pdf.is_encrypted:
        yield error("pdf.encrypted", place, rule="P16")


def _flag(root: Any, dictionary: str, key: str) -> bool:
    return dictionary in root and bool(root[dictionary].get(key, False))


def _content(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    """Keys and actions that have no business in a brochure, each named once."""
    found: set[str] = set()
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            found.update(_active(thing))
    for name in sorted(found):
        yield error("pdf.active-content", place, rule="S19", name=name.removeprefix("/"))


def _active(thing: Any) -> Iterator[str]:
    """Names of active content in a dictionary and in those that stand directly in it."""
    for key in thing.keys():  # noqa: SIM118  # pikepdf's dictionaries iterate over other things
        if key in ACTIVE_KEYS:
            yield key
            continue
        value = thing[key]
        if key == "/A" and isinstance(value, pikepdf.Dictionary) and "/S" in value:
            yield from {str(value.S)} - ALLOWED_ACTIONS
        if key in ("/A", "/Names") and isinstance(value, pikepdf.Dictionary):
            yield from _active(value)
