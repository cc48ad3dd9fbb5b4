"""P02 and P04 to P09: the tag tree is the document, in its order and its languages (BAR 1.4, F2-F4)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Any

from sitegen.check.pdf_read import squeeze
from tests.bar.documents.checkers.pdf_content import said
from tests.bar.documents.checkers.pdf_reading import (
    Tag,
    contents,
    html_runs,
    html_words,
    is_element,
    opened,
    page,
    pdf_runs,
    tags,
)
from tests.bar.documents.documents import Printed

SHOWN = 50
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
HTML_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNMARKED = ("steps", "along", "partners")
"""The lists whose style is `list-style: none` (P07)."""


def p02(one: Printed) -> Iterator[str]:
    """The catalog's language is the document's, and every change of language is in the tree (F2)."""
    found = str(opened(one.data).Root.get("/Lang", ""))
    if found != one.lang:
        yield f"the catalog says {found!r}, not {one.lang!r}"
    for wanted, read in zip_longest(html_runs(one.job.html), pdf_runs(one.data)):
        if wanted != read:
            yield f"{_run(wanted)} is read as {_run(read)}"
            return


def _run(run: tuple[str, str] | None) -> str:
    return "nothing" if run is None else f"{run[0]}: {run[1][-SHOWN:]!r}"


def p04(one: Printed) -> Iterator[str]:
    """The tag tree says the words of the HTML, all of them, in its order."""
    wanted = "".join(text for _, text in html_runs(one.job.html))
    read = "".join(text for _, text in pdf_runs(one.data))
    if wanted != read:
        at = next(
            (place for place, (a, b) in enumerate(zip(wanted, read, strict=False)) if a != b),
            min(len(wanted), len(read)),
        )
        yield f"after {wanted[max(at - 20, 0) : at]!r}: {wanted[at : at + 20]!r}, read {read[at : at + 20]!r}"


def p05(one: Printed) -> Iterator[str]:
    """One heading of the first level, first; no level is left out; each is a heading of the HTML."""
    levels = [int(tag.kind[1]) for tag in tags(one.data, *HEADINGS)]
    wanted = [int(str(element.tag)[1]) for element in page(one.job.html).iter(*HTML_HEADINGS)]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1, the first heading has level {levels[:1]}"
    yield from (
        f"level {after} follows level {before}" for before, after in pairwise(levels) if after > before + 1
    )
    if levels != wanted:
        yield f"levels {levels} instead of {wanted}"


def p06(one: Printed) -> Iterator[str]:
    """One list of the HTML is one L over all pages (F3) of Lbl and LBody; a nested list follows its words."""
    lists, items = tags(one.data, "L"), tags(one.data, "LI")
    wanted = list(page(one.job.html).iter("ul", "ol"))
    if len(lists) != len(wanted):
        yield f"{len(lists)} L for {len(wanted)} lists"
    counts = [sum(kid.kind == "LI" for kid in tag.kids()) for tag in lists]
    counted = [len(element.findall("li")) for element in wanted]
    if counts != counted:
        yield f"lists of {counts} items instead of {counted}"
    for kinds in ([kid.kind for kid in tag.kids()] for tag in lists):
        if set(kinds) - {"LI", "L"} or kinds[:1] == [
            "L"
        ]:  # a list in an item may follow it (ISO 32000-1 14.8.4.3.3)
            yield f"in an L: {kinds}"
    for item in items:
        inside = [kid.kind for kid in item.kids()]
        if inside not in (["LBody"], ["Lbl", "LBody"]):
            yield f"in an LI: {inside}"
        for body in item.kids():
            if body.kind == "LBody" and _begins_with_list(body):
                yield "a nested list before the words of its item"


def _begins_with_list(body: Tag) -> bool:
    first: Any = next(iter(contents(body.element)), None)
    return is_element(first) and str(first.S) == "/L"


def p07(one: Printed) -> Iterator[str]:
    """Items of a list without bullets keep their LBody, and all their words are in it."""
    lists = list(page(one.job.html).iter("ul", "ol"))
    for element, tag in zip(lists, tags(one.data, "L"), strict=False):
        if element.get("class") not in UNMARKED:
            continue
        for item, found in zip(element.findall("li"), tag.kids(), strict=False):
            read = [squeeze(said(one.data, kid)) for kid in found.kids() if kid.kind == "LBody"]
            if read != [html_words(item)]:
                yield f"{len(read)} LBody for {html_words(item)[:SHOWN]!r}: {''.join(read)[:SHOWN]!r}"


def p08(one: Printed) -> Iterator[str]:
    """One table of the HTML is one Table with one THead and its rows; heading cells say what they head."""
    wanted = list(page(one.job.html).iter("table"))
    tables = tags(one.data, "Table")
    if len(tables) != len(wanted):
        yield f"{len(tables)} Table for {len(wanted)} tables"
    for element, tag in zip(wanted, tables, strict=False):
        kinds = Counter(inner.kind for inner in tag.all())
        for name, kind in (
            ("thead", "THead"),
            ("tr", "TR"),
            ("th", "TH"),
            ("td", "TD"),
            ("caption", "Caption"),
        ):
            count = sum(1 for _ in element.iter(name))
            if kinds[kind] != count:
                yield f"{kinds[kind]} {kind} instead of {count}"
        for cell in tag.all():
            if cell.kind == "TH" and "/Scope" not in cell.element.get("/A", {}):
                yield f"a heading cell without Scope: {said(one.data, cell)!r}"


def p09(one: Printed) -> Iterator[str]:
    """Each picture says its words, and decoration is no picture."""
    wanted = [alt for img in page(one.job.html).iter("img") if (alt := img.get("alt", ""))]
    found = [str(tag.element.get("/Alt", "")) for tag in tags(one.data, "Figure")]
    if found != wanted:
        yield f"pictures say {found} instead of {wanted}"
