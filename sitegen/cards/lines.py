"""The file of codes as rows and cells, each with its line and column: one code a line, or a table of them."""

import re
from collections.abc import Iterator

from sitegen.structs import Struct

SEPARATORS = "\t;,"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')

# How the column of codes is called in lists of codes, and what its name may hold.
_NAMES = frozenset({"code", "codes", "koodi", "koodit", "tunnus", "tunnukset", "kod", "koder"})
_STEMS = ("code", "kood", "kod", "tunnu")


class Cell(Struct, frozen=True):
    """A cell's text as written, without its quotation marks. `column` is that of its first character."""

    text: str
    column: int


class Row(Struct, frozen=True):
    """A line in its cells."""

    line: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing but spaces and separators."""
        return not any(cell.text.strip() for cell in self.cells)


def rows(text: str) -> tuple[Row, ...]:
    """Every line of the text, empty ones too; what stands after the last line end is no line if it is empty.

    Cells are divided by the tab, semicolon or comma that the first line with text has most of: none of them
    can stand in a code.
    """
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    first = next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    return tuple(Row(number, tuple(_cells(line, separator))) for number, line in enumerate(lines, 1))


def _cells(line: str, separator: str) -> Iterator[Cell]:
    pattern = re.compile(rf"({_QUOTED.pattern}|[^{separator}]*)({separator}|$)")
    for match in pattern.finditer(line):
        quoted = _QUOTED.fullmatch(match[1]) is not None
        text = match[1][1:-1].replace('""', '"') if quoted else match[1]
        yield Cell(text, match.start() + 1 + quoted)
        if not match[2]:
            return


def code_columns(row: Row) -> tuple[int, ...]:
    """The columns that a heading row calls codes; empty where the row is no heading.

    A name in capitals could be a code itself: it counts only if it is one of the known names.
    """
    return tuple(place for place, cell in enumerate(row.cells) if _names_codes(cell.text.strip()))


def _names_codes(text: str) -> bool:
    folded = text.casefold()
    if folded in _NAMES:
        return True
    in_words = any(sign.islower() for sign in text) and not any(sign.isdigit() for sign in text)
    return in_words and any(stem in folded for stem in _STEMS)
