"""The template opened for one document: its languages, its tones and its size of letters put in.

`template.docx` is written by `python -m tools.docx_template`; nobody edits it by hand.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordFile

from sitegen.model.colour import tones
from sitegen.model.document import Document
from sitegen.render.docx.direction import is_rtl, tag
from sitegen.render.docx.xml import Element, W, w

TEMPLATE = Path(__file__).with_name("template.docx")
DRAWN_IN = "#47398b"  # the accent whose tones the template has
LARGE_PRINT = 17 / 12  # as in the PDF: 12 pt becomes 17 pt
POSTER = 1.35  # the longest word of the title stays whole in any substitute for the face
LONGEST_PROPERTY = 255

# What bilberry is to the template, a region's accent is to its document.
_BILBERRY = tones(DRAWN_IN)
_TOKENS = ("accent", "accent-strong", "accent-tint")


def opened(document: Document) -> WordFile:
    """A file without words whose styles are the document's."""
    file = docx.Document(BytesIO(_template()))
    _speak(file, document)
    paint(file, document_tones(document))
    _enlarge(file, scale(document))
    if is_rtl(document.lang):
        section = file.element.body.sectPr
        section.append(w("bidi"))
    _describe(file, document)
    return file


def document_tones(document: Document) -> dict[str, str]:
    """The tones the writer needs by token, as Word writes them: `2D245D`."""
    own = {token.removeprefix("--"): tone for token, tone in document.accent}
    return {token: own.get(token, _BILBERRY[token]).removeprefix("#").upper() for token in _TOKENS}


def scale(document: Document) -> float:
    """How much larger than 12 pt the text is."""
    return POSTER if document.kind == "poster" else LARGE_PRINT if document.large_print else 1.0


def paint(file: WordFile, wanted: Mapping[str, str]) -> None:
    """The template's tones replaced, wherever a style or a list's numbers use them."""
    named = {_BILBERRY[token].removeprefix("#").upper(): wanted[token] for token in _TOKENS}
    for element in _styled(file):
        for attribute in ("val", "color", "fill"):
            old = element.get(W + attribute)
            if old in named:
                element.set(W + attribute, named[old])


def _styled(file: WordFile) -> Iterator[Element]:
    yield from file.styles.element.iter()
    yield from file.part.numbering_part.element.iter()


def _speak(file: WordFile, document: Document) -> None:
    """The document's language as the default of every run (BAR D02).

    `bidi` is that of right-to-left words, also where a left-to-right document quotes some.
    """
    own = tag(document.lang)
    right = own if is_rtl(document.lang) else "ar-SA"
    language = next(file.styles.element.iter(W + "lang"))
    theme = next(file.settings.element.iter(W + "themeFontLang"))
    language.set(W + "eastAsia", own)
    for element in (language, theme):
        element.set(W + "val", own)
        element.set(W + "bidi", right)


def _enlarge(file: WordFile, factor: float) -> None:
    if factor == 1.0:
        return
    for name in ("sz", "szCs"):
        for element in file.styles.element.iter(W + name):
            element.set(W + "val", str(round(int(str(element.get(W + "val"))) * factor)))


def _describe(file: WordFile, document: Document) -> None:
    """The core properties: no dates, no description, nobody's user name (BAR D04)."""
    properties = file.core_properties
    properties.title = document.title[:LONGEST_PROPERTY]
    properties.subject = document.subject[:LONGEST_PROPERTY]
    properties.author = document.author[:LONGEST_PROPERTY]
    properties.keywords = document.keywords[:LONGEST_PROPERTY]
    properties.language = tag(document.lang)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
