"""The booklet for an office printer: a finished A5 brochure two by two on sheets of A4, tags kept.

Each page becomes a form XObject that its sheet draws. The tag tree stays the brochure's, in its reading
order; what pointed to a page's marked content points to the sheet and, with `/Stm`, to the form (ISO 32000-1
14.7.4.3). Validators do not see whether it does: a test follows every `/Pg` and `/Stm` and reads the words.
"""

import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name

from sitegen.render.pdf_job import BookletJob
from sitegen.structs import Struct

SHEET = (Decimal("841.889764"), Decimal("595.275591"))  # A4 on its side, in points
PER_SHEET = 4  # pages on both sides of a sheet of paper


class BookletError(ValueError):
    """A brochure that cannot become a booklet: its pages are no multiple of four, or larger than A5."""


class _Place(Struct, frozen=True):
    """Where a page has gone: its sheet, the form that draws it, and how far it moved."""

    sheet: Any
    form: Any
    right: Decimal
    up: Decimal


def booklet_order(pages: int, direction: Literal["ltr", "rtl"] = "ltr") -> tuple[tuple[int, int], ...]:
    """The page numbers (from 0) that stand left and right on each side of the sheets, first side first.

    Raises `BookletError` where sheets would have empty places.
    """
    if pages % PER_SHEET or not pages:
        raise BookletError(f"{pages} pages are not a multiple of {PER_SHEET}")
    pairs = []
    for side in range(pages // 2):
        outer, inner = pages - 1 - side, side
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        pairs.append((left, right) if direction == "ltr" else (right, left))
    return tuple(pairs)


def render_booklet(job: BookletJob) -> bytes:
    """The booklet of a brochure; the same brochure gives the same bytes. Raises `BookletError`."""
    with pikepdf.open(io.BytesIO(job.brochure)) as pdf:
        order = booklet_order(len(pdf.pages), job.direction)
        pages = list(pdf.pages)
        places: dict[Any, _Place] = {}
        sheets = [_sheet(pdf, [pages[number] for number in pair], places) for pair in order]
        _redirect(pdf, places)
        for _ in pages:
            del pdf.pages[0]
        for sheet in sheets:
            pdf.pages.append(pikepdf.Page(sheet))
        _say_how_to_print(pdf)
        made = io.BytesIO()
        pdf.save(
            made,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return made.getvalue()


# ------------------------------------------------------------------ sheets


def _sheet(pdf: pikepdf.Pdf, pages: Iterable[pikepdf.Page], places: dict[Any, _Place]) -> Any:
    """One side of a sheet with two pages; the fold is its middle."""
    sheet = pdf.make_indirect(
        Dictionary(Type=Name.Page, MediaBox=Array([0, 0, *SHEET]), Resources=Dictionary(), Tabs=Name.S)
    )
    forms, drawn, links = Dictionary(), [], Array()
    for number, page in enumerate(pages):
        wide, high = (Decimal(str(float(value))) for value in page.mediabox[2:])
        if wide * 2 > SHEET[0] + 1 or high > SHEET[1] + 1:
            raise BookletError(f"a page of {wide} x {high} points is larger than half a sheet")
        form = _form(pdf, page)
        right = SHEET[0] / 2 + (-wide if number == 0 else 0)
        place = _Place(sheet, form, _rounded(right), _rounded(SHEET[1] - high))
        forms[f"/P{number}"] = form
        drawn.append(f"q 1 0 0 1 {place.right} {place.up} cm /P{number} Do Q\n")
        for link in page.obj.get("/Annots", ()):
            _move_link(link, place)
            links.append(link)
        places[page.obj.objgen] = place
    sheet.Resources["/XObject"] = forms
    sheet.Contents = pdf.make_stream("".join(drawn).encode())
    if len(links):
        sheet.Annots = links
    return sheet


def _form(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Any:
    page.contents_coalesce()
    form = pdf.make_stream(page.obj.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = page.obj.get("/TrimBox", page.obj.MediaBox)
    form.Resources = page.obj.Resources
    if "/StructParents" in page.obj:
        form.StructParents = page.obj.StructParents
    return form


def _move_link(link: Any, place: _Place) -> None:
    moves = (place.right, place.up) * 2
    link.Rect = Array(
        [_rounded(Decimal(str(value)) + move) for value, move in zip(link.Rect, moves, strict=True)]
    )
    if "/P" in link:
        link.P = place.sheet


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.000001"))


# ------------------------------------------------------------------ what pointed to pages


def _redirect(pdf: pikepdf.Pdf, places: dict[Any, _Place]) -> None:
    """Tags, bookmarks and destinations lead to the sheets."""
    for element in list(_elements(pdf.Root.StructTreeRoot)):
        _redirect_element(pdf, element, places)
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/Dest" in thing:
            _redirect_destination(thing.Dest, places)
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        for destination in _named(pdf.Root.Names.Dests):
            _redirect_destination(destination, places)


def _elements(parent: Any) -> Iterator[Any]:
    for kid in _kids(parent):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _redirect_element(pdf: pikepdf.Pdf, element: Any, places: dict[Any, _Place]) -> None:
    own = places.get(element.Pg.objgen) if "/Pg" in element else None
    kids = Array()
    for kid in _kids(element):
        if isinstance(kid, int):
            assert own is not None  # ISO 32000-1 14.7.4.2: an element with marks of its own names its page
            kids.append(_mark(pdf, int(kid), own))
            continue
        kind = str(kid.get("/Type", ""))
        if kind in ("/MCR", "/OBJR"):
            place = places[kid.Pg.objgen] if "/Pg" in kid else own
            assert place is not None
            kid.Pg = place.sheet
            if kind == "/MCR":
                kid.Stm = place.form
        kids.append(kid)
    element.K = kids
    if own is not None:
        element.Pg = own.sheet


def _mark(pdf: pikepdf.Pdf, number: int, place: _Place) -> Any:
    return pdf.make_indirect(Dictionary(Type=Name.MCR, Pg=place.sheet, Stm=place.form, MCID=number))


def _named(tree: Any) -> Iterator[Any]:
    """The destinations of a name tree: every second entry; a dictionary holds its destination as /D."""
    for place, entry in enumerate(tree.get("/Names", ())):
        if place % 2:
            yield entry.D if isinstance(entry, Dictionary) else entry
    for kid in tree.get("/Kids", ()):
        yield from _named(kid)


def _redirect_destination(destination: Any, places: dict[Any, _Place]) -> None:
    """`[page /XYZ left top zoom]` moves with its page; names lead to such arrays and stay."""
    if not isinstance(destination, Array) or not len(destination):
        return
    place = places.get(destination[0].objgen)
    if place is None:
        return
    destination[0] = place.sheet
    if len(destination) > 3 and destination[1] == Name.XYZ:
        for at, move in ((2, place.right), (3, place.up)):
            destination[at] = _rounded(Decimal(str(destination[at])) + move)


def _say_how_to_print(pdf: pikepdf.Pdf) -> None:
    """On both sides, turned at the short edge: the printer's window opens with it (ISO 32000-1 12.2)."""
    if "/ViewerPreferences" not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
