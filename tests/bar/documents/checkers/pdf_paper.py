"""P10 to P12, P15, P17 and P19: links, margins, bookmarks, and what eyes meet on paper (BAR 1.4)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sitegen.check.pdf_read import squeeze
from sitegen.model.colour import contrast
from tests.bar.documents.checkers.pdf_content import Shown, said, shown
from tests.bar.documents.checkers.pdf_raster import grey, grounds, lines_of_page
from tests.bar.documents.checkers.pdf_reading import (
    Tag,
    contents,
    entry,
    html_runs,
    html_words,
    is_element,
    opened,
    page,
    tags,
)
from tests.bar.documents.checkers.pdf_tags import HTML_HEADINGS, SHOWN
from tests.bar.documents.documents import Printed

BODY, SMALLEST, FOOT_LINES = 12.0, 11.0, 10.5
"""Points of the text that most words are in, of the smallest, and of notices at a foot."""
LINE_HEIGHT, LARGEST_BODY = 1.3, 14.0
SLACK = 0.02
CONTRAST, CONTRAST_LARGE, LARGE = 4.5, 3.0, 18.0
FOOT = 24.0
"""Points at a page's foot that hold nothing but its number and the running text."""
ADDRESSES = ("http", "tel:", "mailto:", "www.")


def p10(one: Printed) -> Iterator[str]:
    """Every link is a Link with its annotation, says its words, and tells a reader of paper its address."""
    wanted = list(page(one.job.html).iter("a"))
    found = tags(one.data, "Link")
    if len(found) != len(wanted):
        yield f"{len(found)} Link for {len(wanted)} links"
    held = [kid.Obj.objgen for tag in found for kid in contents(tag.element) if _is_reference(kid)]
    notes = [note for sheet in opened(one.data).pages for note in sheet.get("/Annots", [])]
    outside = {note.objgen for note in notes} - set(held)
    if outside or len(held) != len(set(held)):
        yield f"{len(outside)} annotations outside of Link, {len(held) - len(set(held))} in two"
    for element, tag in zip(wanted, found, strict=False):
        if squeeze(said(one.data, tag)) != html_words(element):
            yield f"a link says {said(one.data, tag)[:SHOWN]!r} instead of {html_words(element)[:SHOWN]!r}"
        if not any(_is_reference(kid) for kid in contents(tag.element)):
            yield f"a link without an annotation: {html_words(element)!r}"
    yield from _contents(notes)
    paper = squeeze("".join(piece.text for piece in shown(one.data)))
    for element in wanted:
        if (address := element.get("data-url")) and squeeze(address) not in paper:
            yield f"not on paper: {address}"


def _contents(notes: list[Any]) -> Iterator[str]:
    for note in notes:
        text = str(note.get("/Contents", ""))
        if not text.strip() or text.startswith(ADDRESSES):
            yield f"a link is announced as {text!r}"
        if not int(note.get("/F", 0)) & 4:
            yield f"a link that is not printed: {text!r}"


def _is_reference(kid: Any) -> bool:
    return not is_element(kid) and not isinstance(kid, int) and str(kid.get("/Type", "")) == "/OBJR"


def p11(one: Printed) -> Iterator[str]:
    """The running text and the page's number are artifacts of pagination, and in no element."""
    running = squeeze(one.document.running)
    pages: set[int] = set()
    for piece in shown(one.data):
        in_foot = piece.y < FOOT and piece.text.strip()
        if piece.artifact == "Pagination" and piece.text.strip().isdigit():
            pages.add(piece.page)
            if int(piece.text) != piece.page + 1:
                yield f"page {piece.page + 1} has the number {piece.text}"
        elif in_foot and piece.artifact != "Pagination":
            yield f"at the foot of page {piece.page + 1}: {piece.text!r}"
    texts = [text for _, text in html_runs(one.job.html)]
    said_in_tree = [squeeze(said(one.data, tag)) for tag in tags(one.data, "P", "Span")]
    if running in said_in_tree and running not in texts:
        yield "the running text is in the tag tree"
    if not pages and len(opened(one.data).pages) > 1:
        yield "no page has a number"


def p12(one: Printed) -> Iterator[str]:
    """A document of several pages has a bookmark for each heading, in their order."""
    if len(opened(one.data).pages) < 2:
        return
    wanted = [html_words(element) for element in page(one.job.html).iter(*HTML_HEADINGS)]
    with opened(one.data).open_outline() as outline:
        found = [squeeze(title) for title in _titles(outline.root)]
    if found != wanted:
        lost = [title for title in wanted if title not in found]
        yield f"{len(found)} bookmarks for {len(wanted)} headings; missing {lost[:3]}"


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def p15(one: Printed) -> Iterator[str]:
    """Text of 12 points and none below 11, lines 1.3 apart, ragged, readable; plain language unhyphenated."""
    sizes, notices = _sizes(one)
    if sizes.most_common(1)[0][0] < BODY:
        yield f"most words are set in {sizes.most_common(1)[0][0]} points"
    yield from (f"{size} points are too small" for size in sorted(sizes) if size < SMALLEST)
    yield from (f"a notice in {size} points" for size in sorted(notices) if size < FOOT_LINES)
    yield from _tight(one)
    for sheet in one.job.css:
        if found := re.search(r"text-align:\s*justify|hyphens:\s*auto", sheet.text):
            yield f"{sheet.name}: {found.group()}"
    if one.lang == "fi-simple" and (cut := _hyphens(one)):
        yield f"{cut} words are hyphenated"
    for piece, ground in grounds(one.data):
        if (found_contrast := contrast(_hex(piece.ink), _hex(ground))) < _needed(piece):
            yield f"{piece.text[:SHOWN]!r} on its ground: {found_contrast:.1f}"


def _sizes(one: Printed) -> tuple[Counter[float], Counter[float]]:
    """How many letters there are of each size, in the text and in the notices at a foot."""
    foot = {html_words(line) for line in page(one.job.html).iter("p") if line.get("class") == "foot"}
    marks = {
        mark
        for tag in tags(one.data, "P")
        if squeeze(said(one.data, tag)) in foot
        for mark in _marks(one, tag)
    }
    text: Counter[float] = Counter()
    notices: Counter[float] = Counter()
    for piece in shown(one.data):
        if not piece.artifact and piece.text.strip():
            at_foot = (piece.page, piece.mcid) in marks
            (notices if at_foot else text)[round(piece.size, 1)] += len(piece.text)
    return text, notices


def _needed(piece: Shown) -> float:
    return CONTRAST_LARGE if piece.size >= LARGE else CONTRAST


def _tight(one: Printed) -> Iterator[str]:
    """Lines of a paragraph that stand closer than 1.3 of their size."""
    beside = {
        html_words(element) for element in page(one.job.html).iter("p") if element.get("class") == "detail"
    }
    for tag in tags(one.data, "P", "LBody"):
        if squeeze(said(one.data, tag)) in beside:
            continue  # what stands beside a heading is set as close as a heading
        for (page_a, upper, size), (page_b, lower, _) in pairwise(_lines(one, tag)):
            pitch = (upper - lower) / size
            if page_a == page_b and size < LARGEST_BODY and 0.5 < pitch < LINE_HEIGHT - SLACK:
                yield f"lines {pitch:.2f} apart: {said(one.data, tag)[:SHOWN]!r}"
                return


def _lines(one: Printed, tag: Tag) -> list[tuple[int, float, float]]:
    """Page, height and largest size of each line of an element."""
    marks = _marks(one, tag)
    found: dict[tuple[int, float], float] = defaultdict(float)
    for piece in shown(one.data):
        if (piece.page, piece.mcid) in marks:
            key = piece.page, round(piece.y, 1)
            found[key] = max(found[key], piece.size)
    return sorted(((sheet, y, size) for (sheet, y), size in found.items()), key=lambda row: (row[0], -row[1]))


def _marks(one: Printed, tag: Tag) -> set[tuple[int, int | None]]:
    """The marked pieces of an element and its inline elements; blocks in it have lines of their own."""
    pages = {sheet.objgen: number for number, sheet in enumerate(opened(one.data).pages)}
    found: set[tuple[int, int | None]] = set()
    for inner in _inline(tag):
        for kid in contents(inner.element):
            if isinstance(kid, int):
                found.add((pages[inner.element.Pg.objgen], int(kid)))
            elif not is_element(kid) and "/MCID" in kid:
                found.add((pages[kid.Pg.objgen], int(kid.MCID)))
    return found


def _inline(tag: Tag) -> Iterator[Tag]:
    """An element and the inline elements in it, without the blocks."""
    yield tag
    for kid in tag.kids():
        if kid.kind in ("Span", "Link", "NonStruct"):
            yield from _inline(kid)


def _hyphens(one: Printed) -> int:
    """How many hyphens the lines have more than the text."""
    text = "".join(page(one.job.html).find("body").itertext())
    drawn = "".join(piece.text for piece in shown(one.data) if not piece.artifact)
    return sum(drawn.count(sign) - text.count(sign) for sign in "-\N{HYPHEN}")


def p17(one: Printed) -> Iterator[str]:
    """Arabic begins at the right and opens there; telephone numbers run from left to right (F12)."""
    if one.document.direction != "rtl":
        return
    if page(one.job.html).get("dir") != "rtl":
        yield "the HTML has no dir=rtl"
    if entry(opened(one.data), "/ViewerPreferences", "/Direction") != "/R2L":
        yield "the file opens as a left-to-right book"
    lines = [
        line for number in range(len(opened(one.data).pages)) for line in lines_of_page(one.data, number)
    ]
    for number in sorted(
        {html_words(a) for a in page(one.job.html).iter("a") if a.get("href", "")[:4] == "tel:"}
    ):
        if not any(number in squeeze(line.text) for line in lines):
            yield f"{number} is not seen from left to right"
    right = Counter(round(line.right) for line in lines if len(line.text) > 20)
    left = Counter(round(line.left) for line in lines if len(line.text) > 20)
    if max(right.values(), default=0) <= max(left.values(), default=0):
        yield f"lines begin at the left: {left.most_common(1)} against {right.most_common(1)}"


def p19(one: Printed) -> Iterator[str]:
    """What is printed in grey can still be read."""
    for piece, ground in grounds(one.data):
        found = contrast(_hex(grey(piece.ink)), _hex(grey(ground)))
        if found < _needed(piece):
            yield f"{piece.text[:SHOWN]!r} in grey: {found:.1f}"


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
