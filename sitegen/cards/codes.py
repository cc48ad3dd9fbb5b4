"""The codes that Kaikukeskus sends, checked before a card is printed: all problems at once, with their lines.

No problem holds or shows a code (C19): it names the line, and at most the one character that is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.cards.lines import Cell, Row, code_columns, rows
from sitegen.load.encoding import decode
from sitegen.problems import Place, Problem, Severity, error, warning
from sitegen.structs import Struct, replace

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
"""What Code 39 carries (ISO/IEC 16388); the sign that starts and ends a symbol is no part of it."""
LONGEST = 16
"""Characters whose Code 39 still fits on a card with bars a reader can tell apart (`code39.module`)."""

# What a reader set to "full ASCII" takes for one other character.
_PAIR = re.compile(r"[$/+%][A-Z]")
# What a spreadsheet makes of a code that looks like a number: 1.23E+10.
_AS_NUMBER = re.compile(r"\d([.,]\d+)?E[+-]\d+", re.IGNORECASE)


class Code(Struct, frozen=True):
    """A code with its running number, which counts the codes of the file from 1."""

    number: int
    text: str


class _Found(Struct, frozen=True):
    """A code as it stands in the file, spaces around it taken away."""

    text: str
    place: Place
    is_sound: bool


def read_codes(
    data: bytes, path: str, pattern: re.Pattern[str] | None = None
) -> tuple[tuple[Code, ...], tuple[Problem, ...]]:
    """The codes of a file in their order, and everything that is wrong with it.

    `path` is how problems name the file; `pattern` is the form that Kaikukeskus gives (`card_code_pattern`),
    which a code must have as a whole. Nothing is mended on the way: a code is printed as it was sent, or not.
    """
    text, undecoded = decode(path, data)
    if undecoded is not None:
        return (), (replace(undecoded, masked=True),)
    found, problems = _find(rows(text), path, pattern)
    if not found and not problems:
        return (), (error("codes-none", Place(path), masked=True),)
    problems += [*_twice(found), *_of_other_length(found)]
    codes = tuple(Code(number, one.text) for number, one in enumerate(found, 1) if one.is_sound)
    return codes, tuple(problems)


def _find(
    lines: tuple[Row, ...], path: str, pattern: re.Pattern[str] | None
) -> tuple[list[_Found], list[Problem]]:
    column, rest, problems = _column(lines, path)
    found: list[_Found] = []
    for row in rest if column is not None else ():
        cell = row.cells[column] if column is not None and column < len(row.cells) else Cell("", 1)
        if not cell.text.strip():
            problems.append(error("code-line-empty", Place(path, row.line, 1), masked=True))
            continue
        wrong = list(_problems(cell, row.line, path, pattern))
        problems += wrong
        text = cell.text.strip()
        start = cell.column + cell.text.index(text)
        is_sound = all(one.severity is not Severity.ERROR for one in wrong)
        found.append(_Found(text, Place(path, row.line, start), is_sound))
    return found, problems


def _column(lines: tuple[Row, ...], path: str) -> tuple[int | None, tuple[Row, ...], list[Problem]]:
    """Which column holds the codes, and the rows below the headings. Empty lines before them are told too."""
    start = next((place for place, row in enumerate(lines) if not row.is_empty), len(lines))
    empty: list[Problem] = [
        error("code-line-empty", Place(path, row.line, 1), masked=True) for row in lines[:start]
    ]
    if start == len(lines):
        return None, (), empty
    first, named = lines[start], code_columns(lines[start])
    if len(named) == 1:
        return named[0], lines[start + 1 :], empty
    filled = [place for place, cell in enumerate(first.cells) if cell.text.strip()]
    if named or len(filled) > 1:
        place = Place(path, first.line, first.cells[filled[-1]].column)
        return None, (), [*empty, error("codes-columns", place, masked=True, count=len(filled))]
    return filled[0], lines[start:], empty


def _problems(cell: Cell, line: int, path: str, pattern: re.Pattern[str] | None) -> Iterator[Problem]:
    """What is wrong with one code by itself."""

    def wrong(id: str, offset: int, **values: str | int) -> Problem:
        place = Place(path, line, cell.column + offset)
        return error(id, place, rule="", masked=True, **values)

    text = cell.text.strip()
    start = cell.text.index(text)
    if start:
        yield wrong("code-space", 0)
    if start + len(text) < len(cell.text):
        yield wrong("code-space", start + len(text))
    if "  " in text:
        yield wrong("code-space", start + text.index("  "))
    if _AS_NUMBER.fullmatch(text):
        yield wrong("code-as-number", start)
        return
    strange = dict.fromkeys(sign for sign in text if sign not in ALPHABET)
    lower = next((sign for sign in strange if sign.upper() in ALPHABET), "")
    if lower:
        yield wrong("code-lower-case", start + text.index(lower))
    for sign in strange:
        if sign.upper() not in ALPHABET:
            yield wrong("code-character", start + text.index(sign), character=sign, code=f"U+{ord(sign):04X}")
    if text[0] in "+-/%$.":
        yield wrong("code-first-sign", start, character=text[0])
    if len(text) > LONGEST:
        yield wrong("code-too-long", start + LONGEST, length=len(text), limit=LONGEST)
    pair = _PAIR.search(text)
    if pair is not None:
        place = Place(path, line, cell.column + start + pair.start())
        yield warning("code-sign-pair", place, masked=True, character=pair[0][0])
    if pattern is not None and not strange and not pattern.fullmatch(text):
        yield wrong("code-pattern", start)


def _twice(found: Iterable[_Found]) -> Iterator[Problem]:
    """Two cards with one code would be one card to the register."""
    first: dict[str, int] = {}
    for one in found:
        text = one.text.upper()
        if text in first:
            yield error("code-twice", one.place, masked=True, line=first[text])
        else:
            first[text] = one.place.line


def _of_other_length(found: list[_Found]) -> Iterator[Problem]:
    """Codes of one order have one length. A shorter one may have lost zeros from its beginning in Excel."""
    lengths = Counter(len(one.text) for one in found)
    if len(lengths) < 2:
        return
    usual, times = lengths.most_common(1)[0]
    if times * 2 <= len(found):
        return
    for one in found:
        if len(one.text) != usual and len(one.text) <= LONGEST:
            yield warning("code-length", one.place, masked=True, length=len(one.text), usual=usual)
