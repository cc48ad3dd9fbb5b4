"""Characters a content file must not hold, and what is read in their stead (BAR B26, B33, B34, S18, S31)."""

import re
import unicodedata

from sitegen.structs import Struct

LINE_SEPARATORS = "\x85\u2028\u2029"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH = "\u180e\u200b\u2060-\u2064\ufeff"
JOINERS = "\u200c\u200d"
CONTROL = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
# The text marks that number Markdown lines on their way through the parser are of the private use area.
PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
LOST = "\ufffd"
OTHER_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that look like a space but are none for YAML."""

SUSPECT = re.compile(f"[{LINE_SEPARATORS}{BIDI}{ZERO_WIDTH}{JOINERS}{CONTROL}{PRIVATE_USE}{LOST}]")
_SEPARATOR = re.compile(f"[{LINE_SEPARATORS}]")
_BIDI = re.compile(f"[{BIDI}]")
_ZERO_WIDTH = re.compile(f"[{ZERO_WIDTH}]")
# The YAML parser stops at these; a blank keeps the columns right, and the file is refused anyway.
_UNREADABLE = re.compile(f"[{LINE_SEPARATORS}{CONTROL}\ufeff]")
_EMOJI = ("So", "Sk", "Mn", "Cn")


class Hidden(Struct, frozen=True):
    """A character that must not stand in a text: offset, id of its problem, rule, and its name as U+0007."""

    offset: int
    id: str
    rule: str
    code: str


def code_point(character: str) -> str:
    """The character as `U+00A0`."""
    return f"U+{ord(character):04X}"


def find_hidden(text: str) -> tuple[Hidden, ...]:
    """Every character that must not stand in a content text, in order."""
    found = []
    for match in SUSPECT.finditer(text):
        named = _name(text, match.start())
        if named is not None:
            found.append(Hidden(match.start(), *named, code_point(match.group())))
    return tuple(found)


def harmless(text: str) -> str:
    """The text, as long as before, with blanks for characters that would stop a parser or shift its lines."""
    return _UNREADABLE.sub(" ", text)


def _name(text: str, offset: int) -> tuple[str, str] | None:
    character = text[offset]
    if character in JOINERS:
        return None if _joiner_is_fine(text, offset) else ("character-zero-width", "B34")
    if character == LOST:
        return "character-lost", "B32"
    if _SEPARATOR.match(character):
        return "character-line-separator", "B33"
    if _BIDI.match(character):
        return "character-direction", "B34"
    if _ZERO_WIDTH.match(character):
        return "character-zero-width", "B34"
    return "character-control", "B33"


def _joiner_is_fine(text: str, offset: int) -> bool:
    """Joiners shape Arabic and Indic words and join emoji; between Latin letters they only hide (BAR S31)."""
    before = text[offset - 1] if offset else " "
    if unicodedata.category(before) in _EMOJI:
        return True
    name = unicodedata.name(before, "")
    return before.isalpha() and not name.startswith(("LATIN", "CYRILLIC", "GREEK"))
