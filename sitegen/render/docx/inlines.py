"""Inlines of a document tree as runs: each in its language and direction."""

from collections.abc import Iterable
from typing import assert_never

from sitegen.model.document import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from sitegen.render.docx.direction import Piece, pieces
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.xml import SPACE, Element, R, W, clean, w
from sitegen.structs import Struct, replace

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
LONGEST_TIP = 255


class Marks(Struct, frozen=True):
    """How words look: `style` is a character style."""

    style: str = ""
    bold: bool = False
    slanted: bool = False


PLAIN = Marks()


def runs(inlines: Iterable[Inline], setting: Setting, marks: Marks = PLAIN) -> list[Element]:
    """Runs, links and line breaks in the order of the inlines."""
    return [element for inline in inlines for element in _inline(inline, setting, marks)]


def text_runs(text: Text, setting: Setting, marks: Marks = PLAIN) -> list[Element]:
    """The runs of one text."""
    value = clean(text.value)
    if text.whole:
        value = value.replace(" ", NO_BREAK)
    shown = pieces(replace(text, value=value), setting.lang, rtl_line=setting.rtl)
    tag = setting.foreign(text.lang or setting.lang)
    return [run(piece, marks, tag) for piece in shown if piece.value]


def run(piece: Piece, marks: Marks, tag: str | None = None) -> Element:
    """One run. Word looks for the language of right-to-left words in `bidi`, of others in `val` (BAR D02)."""
    return w("r", *_properties(piece, marks, tag), *_characters(piece.value))


def _properties(piece: Piece, marks: Marks, tag: str | None) -> list[Element]:
    found = [w("rStyle", val=marks.style)] if marks.style else []
    found += [w("b"), w("bCs")] if marks.bold else []
    found += [w("i")] if marks.slanted else []
    found += [] if piece.checked else [w("noProof")]
    found += [w("rtl")] if piece.rtl else []
    if tag:
        found.append(w("lang", bidi=tag) if piece.rtl else w("lang", val=tag))
    return [w("rPr", *found)] if found else []


def _characters(value: str) -> Iterable[Element]:
    """Words, and a place for a hyphen where Word has an element of its own for the character."""
    for number, part in enumerate(value.split(SOFT_HYPHEN)):
        if number:
            yield w("softHyphen")
        if part:
            words = w("t")
            words.text = part
            words.set(SPACE, "preserve")
            yield words


def _inline(inline: Inline, setting: Setting, marks: Marks) -> list[Element]:
    match inline:
        case Text():
            return text_runs(inline, setting, marks)
        case Strong(children):
            return runs(children, setting, _strong(marks))
        case Emphasis(children):
            return runs(children, setting, _stressed(marks))
        case Code(value):
            code = Text(value, ltr=True)
            return text_runs(code, setting, replace(marks, style="Typed"))
        case Link():
            return _link(inline, setting, marks)
        case LineBreak():
            return [w("r", w("br"))]
        case _:
            assert_never(inline)


def _strong(marks: Marks) -> Marks:
    return replace(marks, bold=True) if marks.style else replace(marks, style="Strong")


def _stressed(marks: Marks) -> Marks:
    return replace(marks, slanted=True) if marks.style else replace(marks, style="Emphasis")


def _link(link: Link, setting: Setting, marks: Marks) -> list[Element]:
    """A link, and for paper the address its words do not tell (BAR P10)."""
    style = "CoverLink" if setting.deep else "Hyperlink"
    bold = marks.bold or marks.style == "Strong"
    slanted = marks.slanted or marks.style == "Emphasis"
    made = w("hyperlink", *text_runs(link.text, setting, Marks(style, bold, slanted)), history=1)
    if link.label:
        made.set(W + "tooltip", clean(link.label)[:LONGEST_TIP])
    if link.href.startswith("#"):
        made.set(W + "anchor", bookmark_name(link.href[1:]))
        return [made]
    made.set(R + "id", setting.parts.link(link.href))
    return [made, *_printed_address(link, setting)]


def _printed_address(link: Link, setting: Setting) -> list[Element]:
    address = address_on_paper(link)
    if address is None:
        return []
    return text_runs(Text(f" ({address})", ltr=True), setting, Marks(style="Label"))


def address_on_paper(link: Link) -> str | None:
    """The address that a reader of paper needs beside the words; None where they tell it themselves."""
    scheme, _, rest = link.href.partition("://")
    if scheme not in ("http", "https"):
        return None
    bare = rest.removeprefix("www.").rstrip("/")
    said = (link.text.value.partition("://")[2] or link.text.value).removeprefix("www.")
    return None if said.startswith(bare.partition("/")[0]) else bare


def bookmark_name(id: str) -> str:
    """An id as Word's bookmarks are called: a letter first, no hyphen, at most 40 characters."""
    return "b_" + id.replace("-", "_")[-38:]
