"""Code 39 (ISO/IEC 16388): bars and spaces of a code, without a check character.

A character is five bars and the four spaces between them. Forty characters have two wide bars of five and one
wide space; the bars run through ten patterns, and the wide space tells which of four rows is meant. The other
four have narrow bars and three wide spaces.
"""

START_STOP = "*"
RATIO = 3
"""Width of a wide element in modules; the standard allows 2 to 3, and 3 is the easiest to read."""
QUIET = 10
"""Modules of white at each end."""
MODULE = 0.3
"""Width of a narrow bar in millimetres."""
WIDEST = 79.0
"""Millimetres: a card of 85 mm with 3 mm on each side. A longer code gets narrower bars."""
HEIGHT = 12.0
"""Millimetres: at least 5, and at least 15 % of the width."""

_ROWS = ("UVWXYZ-. *", "1234567890", "ABCDEFGHIJ", "KLMNOPQRST")  # the 1st, 2nd, 3rd, 4th space is wide
_BARS = ("wnnnw", "nwnnw", "wwnnn", "nnwnw", "wnwnn", "nwwnn", "nnnww", "wnnwn", "nwnwn", "nnwwn")
_SIGNS = "%+/$"  # the 1st, 2nd, 3rd, 4th space is narrow


def elements(character: str) -> str:
    """The nine elements of a character, bars and spaces in turn: `w` wide, `n` narrow.

    Raises `ValueError` for a character that Code 39 does not have.
    """
    if character in _SIGNS:
        bars, spaces = "nnnnn", ["w"] * 4
        spaces[_SIGNS.index(character)] = "n"
    else:
        row = next((number for number, row in enumerate(_ROWS) if character in row), None)
        if row is None:
            raise ValueError(f"not a character of Code 39: U+{ord(character):04X}")
        bars, spaces = _BARS[_ROWS[row].index(character)], ["n"] * 4
        spaces[row] = "w"
    return "".join(bar + space for bar, space in zip(bars, [*spaces, ""], strict=True))


def modules(text: str) -> tuple[tuple[int, int], ...]:
    """The bars of a code with its start and stop: where each begins and how wide it is, in modules.

    Counted from the left edge of the quiet zone. Raises what `elements` raises.
    """
    found = []
    at = QUIET
    for character in f"{START_STOP}{text}{START_STOP}":
        for place, element in enumerate(elements(character)):
            width = RATIO if element == "w" else 1
            if place % 2 == 0:
                found.append((at, width))
            at += width
        at += 1  # the gap between two characters
    return tuple(found)


def width(text: str) -> int:
    """Modules from edge to edge, quiet zones included."""
    at, last = modules(text)[-1]
    return at + last + QUIET


def module(text: str) -> float:
    """Millimetres of a narrow bar: narrower than usual where the symbol would not fit on a card."""
    return min(MODULE, WIDEST / width(text))
