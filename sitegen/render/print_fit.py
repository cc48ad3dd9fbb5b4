"""How large a poster's words can be: an estimate that errs to the safe side, so that a poster has one page.

The layout itself is WeasyPrint's; a width here is never smaller than the face's (a test compares them).
"""

from collections.abc import Iterable
from itertools import product

from sitegen.render.fonts import Script
from sitegen.structs import Struct

POINT = 25.4 / 72  # millimetres
WIDTH = 182.0  # of the words on a sheet of A4, in millimetres
SMALLEST, LARGEST = 76, 112  # points; 76 pt is read at four metres (LOOK, Print)
SENTENCE, SENTENCE_WIDTH = (26, 21), 168.0
HEIGHT = 271.0  # between the sheet's margins
TILE_ROW, TILE_GAP = 46.87, 3.54
ABOVE_TITLE, ABOVE_SENTENCE, ABOVE_STRIP = 8.0, 5.0, 8.0

# Widths in em of the boldest faces, the widest of a group of letters for all of it. Arabic letters are joined
# to their neighbours, which makes most of them half as wide as they are alone.
_GROUPS = (
    (" ", 0.34),
    ("ijl.,!:;'’", 0.35),
    ("اإأآرزل", 0.36),
    ("ftr", 0.46),
    ("-Iгءهةودذؤ", 0.48),
    ("csz", 0.55),
    ("KEFLPSTZBRJCVYXГЕЗРСТУ", 0.71),
    ("mwMWжшщмфыюЖШЩМФЫЮ", 1.1),
    ("سشصض", 0.9),
)
_WIDTHS = {char: width for group, width in _GROUPS for char in group}
_LOWER: dict[Script, float] = {"latin": 0.62, "cyrillic": 0.68, "arabic": 0.62}
_CAPITAL, _ARABIC = 0.82, 0.55
_LEADING: dict[Script, float] = {"latin": 1.0, "cyrillic": 1.04, "arabic": 1.2}
_TEXT: dict[Script, float] = {"latin": 0.5, "cyrillic": 0.56, "arabic": 0.43}  # a letter on average


class Fit(Struct, frozen=True):
    """The size of the big words and of the sentence in points, the words' leading, the rows of tiles."""

    size: int
    sentence: int
    leading: float
    rows: int


def fit(title: str, sentence: str, strip: float, script: Script) -> Fit:
    """As many rows of tiles as leave the words 76 pt, and the words as large as then fits.

    `strip`: the height of what stands at the foot, in millimetres. Where not even the words alone fit at
    76 pt, they are smaller: they are never cut.
    """
    room = HEIGHT - strip - ABOVE_TITLE - ABOVE_SENTENCE - ABOVE_STRIP
    widest = int(WIDTH / POINT / max((em(word, script) for word in title.split()), default=1.0))

    def candidate(rows: int, points: int) -> Fit:
        left = room - (rows * TILE_ROW - TILE_GAP if rows else 0) - _sentence(sentence, points, script)
        return Fit(_largest(title, left, min(widest, LARGEST), script), points, _LEADING[script], rows)

    found = [candidate(rows, points) for rows, points in product((3, 2, 1, 0), SENTENCE)]
    return next((one for one in found if one.size >= min(widest, SMALLEST)), found[-1])


def em(text: str, script: Script) -> float:
    """The width of words in the boldest face, in em."""
    return sum(_letter(char, script) for char in text)


def text_lines(text: str, size: float, width: float, script: Script) -> int:
    """About how many lines a text of this size fills."""
    return max(1, -(-int(len(text) * _TEXT[script] * size * POINT) // int(width)))


def _sentence(text: str, points: int, script: Script) -> float:
    """The height of the sentence under the big words, in millimetres."""
    leading = 1.45 if script == "arabic" else 1.3
    return text_lines(text, points, SENTENCE_WIDTH, script) * points * POINT * leading


def _largest(title: str, room: float, widest: int, script: Script) -> int:
    size = widest
    while size > 20 and _lines(title.split(), size, script) * size * _LEADING[script] * POINT > room:
        size -= 1
    return size


def _lines(words: Iterable[str], size: int, script: Script) -> int:
    count, used = 1, 0.0
    for word in words:
        width = em(word, script) * size * POINT
        space = em(" ", script) * size * POINT if used else 0.0
        if used and used + space + width > WIDTH:
            count, used = count + 1, width
        else:
            used += space + width
    return count


def _letter(char: str, script: Script) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if "\u0600" <= char <= "\u06ff":
        return _ARABIC
    return _CAPITAL if char.isupper() else _LOWER[script]
