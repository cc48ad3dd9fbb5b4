"""What each glyph of a PDF's fonts says (/ToUnicode), where WeasyPrint's first guess misleads (BAR P14).

A vowel sign over an Arabic letter is a glyph of its own, but WeasyPrint gives the letter's glyph the
characters of both and the sign's none: every such letter would then be read with the sign, and a glyph
without characters is no valid mapping (ISO 14289-1 7.21.7).
A ligature that says two characters is turned round by poppler, pdfium and pdfminer, which take every glyph's
characters from left to right. Where Unicode has a character for the ligature, its glyph says that one, and
all of them read it as the letters in their order.
"""

import io
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

# Says nothing and joins nothing: for a glyph whose characters another glyph of its cluster says.
SILENT = "\N{COMBINING GRAPHEME JOINER}"


def mend_fonts(fonts: Iterable[Any]) -> None:
    """Mend the mappings of WeasyPrint's fonts in place, before they are written."""
    for font in fonts:
        if "" in font.to_unicode.values():
            font.to_unicode = signs_apart(font.to_unicode, _signs(font.file_content))
        if any(len(text) > 1 for text in font.to_unicode.values()):
            font.to_unicode = ligatures_whole(font.to_unicode)


def signs_apart(says: dict[int, str], signs: dict[int, str]) -> dict[int, str]:
    """The mapping with each sign on its own glyph. `signs`: the font's glyphs of combining characters."""
    drawn = {signs[glyph] for glyph in says if glyph in signs}
    return {glyph: signs.get(glyph) or _without(text, drawn) or SILENT for glyph, text in says.items()}


def ligatures_whole(says: dict[int, str]) -> dict[int, str]:
    """The mapping with Arabic ligatures as one character each, where there is one."""
    forms = _presentation_forms()
    return {glyph: forms.get(text, text) if len(text) > 1 else text for glyph, text in says.items()}


@cache
def _presentation_forms() -> dict[str, str]:
    """The letters of each Arabic ligature of Unicode, and its isolated form, or the first there is."""
    forms: dict[str, str] = {}
    for code in (*range(0xFEF5, 0xFEFD), *range(0xFBD3, 0xFDFC)):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        if kind in ("<isolated", "<final", "<initial", "<medial") and " " in letters:
            forms.setdefault("".join(chr(int(letter, 16)) for letter in letters.split()), chr(code))
    return forms


def _without(text: str, drawn: set[str]) -> str:
    """The characters before signs that are drawn by glyphs of their own."""
    return text[:1] + "".join(char for char in text[1:] if char not in drawn)


def _signs(font: bytes) -> dict[int, str]:
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font), lazy=True) as face:
        return {
            face.getGlyphID(name): chr(code)
            for code, name in face.getBestCmap().items()
            if unicodedata.category(chr(code)) == "Mn"
        }
