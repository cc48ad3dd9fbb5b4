"""Line numbers that survive the Markdown parser (FEASIBILITY X1).

The parser keeps no places. So each line of text ends in one private-use character that stands for its number
before it is parsed; the marks are read and taken out while the parser's elements become our tree.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from sitegen.structs import Struct

FIRST = 0xF0000

_MARK = re.compile("[\U000f0000-\U000ffffd]")
_NO_TEXT = re.compile(r"[\s>#=|:+*_~`-]*")
_EMPTY_HEADING = re.compile(r" {0,3}#{1,6}")
_EMPTY_ROW = re.compile(r"\s*\|[\s|]*\|\s*")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]: ")
_TAIL = re.compile(r"(?:[ \t]*\|[ \t]*|[ \t]+#+[ \t]*|[ \t]+)$")


def mark(lines: Sequence[str]) -> str:
    """The text with a mark at the end of each line of words; marks an author wrote are blanked out.

    A mark stands before the spaces of a hard line break, before the bar that closes a row of a table and the
    `#` that close a heading. Rules, underlines, rulers of tables, empty quotes and definitions get none: a
    character at their end would make them something else.
    """
    return "\n".join(_marked(_MARK.sub(" ", line), number) for number, line in enumerate(lines, start=1))


def _marked(line: str, number: int) -> str:
    if _EMPTY_HEADING.fullmatch(line):
        return f"{line} {chr(FIRST + number)}"
    if _EMPTY_ROW.fullmatch(line):
        return f"{line.rstrip()[:-1]}{chr(FIRST + number)}|"
    if _NO_TEXT.fullmatch(line) or _REFERENCE.match(line):
        return line
    tail = _TAIL.search(line)
    end = tail.start() if tail else len(line)
    return f"{line[:end]}{chr(FIRST + number)}{line[end:]}"


def unmark(text: str) -> str:
    """The text without marks."""
    return _MARK.sub("", text)


def line_at(text: str, offset: int, after: int) -> int:
    """The number of the line a character of the text stands on: that of the next mark, else `after`."""
    found = _MARK.search(text, offset)
    return ord(found.group()) - FIRST if found else after


class Numbers(Struct, frozen=True):
    """By element: the line it begins on, and the line that follows its own text and its tail."""

    start: dict[Element, int]
    after_text: dict[Element, int]
    after_tail: dict[Element, int]


def number(root: Element) -> Numbers:
    """Read every element's line off the marks, backwards: an element begins on the line of the next mark."""
    numbers = Numbers({}, {}, {})
    _number(root, 0, numbers)
    return numbers


def _number(element: Element, line: int, numbers: Numbers) -> int:
    for child in reversed(element):
        numbers.after_tail[child] = line
        line = line_at(child.tail or "", 0, line)
        line = _number(child, line, numbers)
    numbers.after_text[element] = line
    line = line_at(element.text or "", 0, line)
    numbers.start[element] = line
    return line
