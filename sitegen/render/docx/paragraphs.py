"""Paragraphs, and what is done to those that stand together."""

from collections.abc import Iterable, Sequence

from sitegen.render.docx.direction import is_rtl
from sitegen.render.docx.inlines import bookmark_name
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.xml import Element, W, paragraphs, put, spaced, twips, w

NOTE_GROUND = "FFF3D4"
LINES = ("DDD6CA", "DDD6C9")
"""Of two colours nobody can tell apart: neighbours with the same line would share one."""
NOTE_PAD = 9
BAND_PAD = 6


def paragraph(style: str, runs: Iterable[Element], setting: Setting) -> Element:
    """A paragraph of a style (empty: Normal) in the setting's direction and at its indent."""
    made = w("p")
    if style:
        put(made, w("pStyle", val=style))
    if setting.rtl:
        put(made, w("bidi"))
    if setting.indent:
        put(made, w("ind", left=setting.indent))
    if setting.section == "list" and setting.rtl != is_rtl(setting.document):
        put(made, w("jc", val="right"))  # the far side of its own direction: an entry has one edge
    made.extend(runs)
    return made


def keep_together(elements: Sequence[Element]) -> None:
    """Nothing is torn apart at the foot of a page: what belongs to a partner, or a heading and its words."""
    rows = paragraphs(elements)
    for row in rows:
        put(row, w("keepLines"))
    for row in rows[:-1]:
        put(row, w("keepNext"))


def on_new_page(elements: Sequence[Element]) -> None:
    """A page begins with these, without an empty paragraph (BAR D09)."""
    for row in _first_paragraph(elements):
        put(row, w("pageBreakBefore"))
        spaced(row, before=0)


def marked(elements: Sequence[Element], id: str, setting: Setting) -> None:
    """The target of a link in the document."""
    if id not in setting.parts.targets:
        return
    for row in _first_paragraph(elements):
        number = setting.parts.next_id()
        at = 1 if row.find(W + "pPr") is not None else 0
        row.insert(at, w("bookmarkStart", id=number, name=bookmark_name(id)))
        row.append(w("bookmarkEnd", id=number))


def on_note_ground(elements: Sequence[Element]) -> None:
    """One pale box around the paragraphs, with room before and after it."""
    rows = paragraphs(elements)
    for row in rows:
        _on_note_ground(row)
    if rows:
        spaced(rows[0], before=14)
        spaced(rows[-1], after=20)
    keep_together(elements)


def on_band(row: Element, tint: str) -> None:
    """A tinted bar: the heading of a municipality."""
    inside = twips(BAND_PAD)
    put(row, *_ground(tint, BAND_PAD), w("ind", left=inside, right=inside), w("keepNext"))
    spaced(row, before=22, after=12)


def under_rule(row: Element, number: int) -> None:
    """A dashed line above: between one partner and the next, which is that of the `number` in its list.

    A partner that has nothing but a name is the next one's neighbour: each has the other of the `LINES`.
    """
    put(row, w("pBdr", w("top", val="dashed", sz=6, space=9, color=LINES[number % len(LINES)])))
    spaced(row, before=16)


_SIDES = ("top", "left", "bottom", "right")


def _ground(tone: str, pad: int) -> list[Element]:
    """A ground of one tone; edges of the same tone give it room around the words."""
    edges = (w(side, val="single", sz=4, space=pad, color=tone) for side in _SIDES)
    return [w("pBdr", *edges), w("shd", val="clear", color="auto", fill=tone)]


def _on_note_ground(row: Element) -> None:
    inside = twips(NOTE_PAD)
    old = row.find(f"{W}pPr/{W}ind")
    indent = w("ind", left=inside + int(old.get(W + "left", "0") if old is not None else 0), right=inside)
    if old is not None and old.get(W + "hanging"):
        indent.set(W + "hanging", str(old.get(W + "hanging")))
    put(row, *_ground(NOTE_GROUND, NOTE_PAD), indent)


def _first_paragraph(elements: Sequence[Element]) -> list[Element]:
    return [row for element in elements[:1] for row in element.iter(W + "p")][:1]
