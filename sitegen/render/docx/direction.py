"""Languages and directions of runs: what Word has to be told because it does not follow the Unicode rules.

Word orders the characters of a run by the run's own mark (`w:rtl`), blanks and digits too. So Latin words in
an Arabic sentence, telephone numbers and Finnish names become runs of their own (BAR F12, D02, D03).
"""

import re
import unicodedata

from sitegen.languages import table
from sitegen.model.document import Text
from sitegen.render.html_inline import direction
from sitegen.structs import Struct

LRM = "\N{LEFT-TO-RIGHT MARK}"
RLM = "\N{RIGHT-TO-LEFT MARK}"

# What office programs call the languages: with a country, since their dictionaries have one.
_COUNTRIES = {
    "ar": "SA",
    "de": "DE",
    "en": "GB",
    "es": "ES",
    "et": "EE",
    "fa": "IR",
    "fi": "FI",
    "fr": "FR",
    "ru": "RU",
    "se": "FI",
    "smn": "FI",
    "sms": "FI",
    "so": "SO",
    "sv": "FI",
    "uk": "UA",
}

# Arabic and Hebrew letters and signs, but for the comma: between Latin words it belongs to them.
_RIGHT = "\u0590-\u060b\u060d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = rf"(?:(?![{_RIGHT}])[^\W\d_])"
_LATIN = re.compile(rf"{_LETTER}(?:[^{_RIGHT}]*(?:{_LETTER}|\d))?")


class Piece(Struct, frozen=True):
    """Characters of one run: `rtl` is its direction, `checked` whether a spelling checker may look at it."""

    value: str
    rtl: bool = False
    checked: bool = True


def tag(lang: str) -> str:
    """The tag of office programs (`fi-FI`); plain language has its base's, unknown ones their own."""
    base = table.language(lang).base if table.is_known(lang) else None
    code = base or lang
    country = _COUNTRIES.get(code)
    return f"{code}-{country}" if country else code


def is_rtl(lang: str) -> bool:
    """Whether the language is written from right to left."""
    return direction(lang) == "rtl"


def pieces(text: Text, lang: str, *, rtl_line: bool) -> list[Piece]:
    """The runs of a text that stands in words of `lang`, on a line that runs from right to left or not."""
    if text.ltr:
        return [_left(text.value, rtl_line, checked=False)]
    if text.name:
        right = _first_strong(text.value) in ("R", "AL")
        return [Piece(text.value, True, False)] if right else [_left(text.value, rtl_line, checked=False)]
    if not is_rtl(text.lang or lang):
        return [_left(text.value, rtl_line)]
    return _mixed(text.value)


def _mixed(value: str) -> list[Piece]:
    """Right-to-left words with what is Latin in them cut out."""
    if value.strip() and not any(char.isalnum() for char in value):
        return [Piece(RLM + value, rtl=True)]  # a comma between two names keeps them in the line's order
    found: list[Piece] = []
    at = 0
    for match in _LATIN.finditer(value):
        end = _with_bracket(value, match.start(), match.end())
        found += [Piece(value[at : match.start()], True), Piece(value[match.start() : end], False, False)]
        at = end
    found.append(Piece(value[at:], True))
    return [piece for piece in found if piece.value]


def _with_bracket(value: str, start: int, end: int) -> int:
    """The end moved past a bracket that was opened inside."""
    opened = value.count("(", start, end) - value.count(")", start, end)
    return end + 1 if opened > 0 and value[end : end + 1] == ")" else end


def _left(value: str, rtl_line: bool, *, checked: bool = True) -> Piece:
    """Left-to-right words; on a right-to-left line marks hold their outer digits and points in place."""
    if not rtl_line or not value.strip():
        return Piece(value, False, checked)
    head = "" if _class(value[0]) == "L" else LRM
    tail = "" if _class(value[-1]) == "L" else LRM
    return Piece(head + value + tail, False, checked)


def _first_strong(value: str) -> str:
    return next((kind for char in value if (kind := _class(char)) in ("L", "R", "AL")), "")


def _class(char: str) -> str:
    return unicodedata.bidirectional(char)
