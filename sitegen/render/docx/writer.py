"""From a document tree to the bytes of a DOCX."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from docx.document import Document as WordFile

from sitegen.model.document import Document, Link, Text
from sitegen.render.docx.blocks import write_blocks
from sitegen.render.docx.direction import Piece
from sitegen.render.docx.inlines import PLAIN, run, runs
from sitegen.render.docx.package import packed
from sitegen.render.docx.paragraphs import paragraph
from sitegen.render.docx.parts import Parts
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.template import document_tones, opened
from sitegen.render.docx.xml import Element, w
from sitegen.structs import field_names

SEPARATOR = "\N{EN SPACE}\N{MIDDLE DOT}\N{EN SPACE}"


def render_docx(document: Document) -> bytes:
    """The document as DOCX: the same tree gives the same bytes everywhere (BAR D15).

    Pictures must be there as PNG, JPEG or GIF: for a drawing `qr.svg` the medium `qr.png` beside it is taken.
    Raises `KeyError` for a picture with words that is not.
    """
    file = opened(document)
    media = {one.name: one for one in document.media}
    parts = Parts(file, media, frozenset(link_targets(document.children)))
    setting = Setting(document.lang, document.lang, parts, document_tones(document))
    end = file.element.body.sectPr
    for element in write_blocks(document.children, setting):
        end.addprevious(element)
    _write_foot(file, document, setting)
    plain = BytesIO()
    file.save(plain)
    return packed(plain.getvalue())


def link_targets(value: object) -> Iterator[str]:
    """The ids that links inside the document lead to."""
    if isinstance(value, Link) and value.href.startswith("#"):
        yield value.href[1:]
    elif isinstance(value, tuple):
        for one in value:
            yield from link_targets(one)
    else:
        for name in field_names(value):
            yield from link_targets(getattr(value, name))


def _write_foot(file: WordFile, document: Document, setting: Setting) -> None:
    """The running text and the page's number as a field, in one line without tabs (BAR D09, D10)."""
    words: Iterable[Element] = (
        runs((Text(document.running + SEPARATOR),), setting) if document.running else ()
    )
    number = w("fldSimple", run(Piece("1", setting.rtl), PLAIN), instr=" PAGE ")
    made = paragraph("Footer", [*words, number], setting)
    old = file.sections[0].footer.paragraphs[0]._p
    old.getparent().replace(old, made)
