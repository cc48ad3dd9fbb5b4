"""Texts that a spreadsheet would run as a formula, made harmless and brought back exactly (BAR S20)."""

import re

STARTS = ("=", "+", "-", "@", "\t", "\r", "\0")
MARK = "'"

_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula: so a telephone number `+358 …` is one too."""
    return text.startswith(STARTS)


def for_csv(text: str) -> str:
    """The text with an apostrophe before it where it needs one, or begins with one itself."""
    return MARK + text if text.startswith((*STARTS, MARK)) else text


def from_csv(text: str) -> str:
    """The text without the apostrophe that `for_csv` sets; one that a person wrote stays."""
    rest = text.removeprefix(MARK)
    return rest if rest != text and rest.startswith((*STARTS, MARK)) else text


def for_workbook(text: str) -> str:
    """The text as the format stores it: `_x0041_` in a text would be read as the letter A."""
    return _ESCAPE.sub("_x005F_x", text)


def from_workbook(text: str) -> str:
    """The text that the format stores: `_x000D_` is a line end of Excel's, `_x005F_` a bare `_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
