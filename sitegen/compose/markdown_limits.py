"""What is refused before the parser, which is quadratic in some characters (BAR S42, B92; FEASIBILITY X3).

Reading (`load.markdown`) reports texts, lines, brackets and backslashes beyond its limits; here only the text
is refused then. The other limits are reported here. No real text comes near any of them.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.load.markdown import LONGEST_BODY, LONGEST_LINE, MOST_BACKSLASHES, MOST_BRACKETS
from sitegen.problems import Place, Problem, error

MOST_LINES = 3_000
MOST_OPENED = 5_000
DEEPEST_QUOTE = 5
DEEPEST_INDENT = 24
MOST_IN_BLOCK = {"*": 1_000, "_": 1_000, "`": 1_000, "<": 1_000}

_QUOTE = re.compile(r"(?:[ \t]*>)+")


def already_reported(body: str) -> bool:
    """Whether reading has refused the text."""
    if len(body.encode("utf-8", "replace")) > LONGEST_BODY:
        return True
    opened = backslashes = 0
    for line in body.split("\n"):
        if not line.strip():
            opened = backslashes = 0
        opened = max(0, opened + line.count("[") - line.count("]"))
        backslashes += line.count("\\")
        if len(line) > LONGEST_LINE or opened > MOST_BRACKETS or backslashes > MOST_BACKSLASHES:
            return True
    return False


def hostile(body: str, place: Place) -> tuple[Problem, ...]:
    """Errors for a text that would stop the parser for seconds; nothing else may read such a text."""
    lines = body.split("\n")
    if len(lines) > MOST_LINES:
        return (error("markdown-many-lines", place, rule="B92", count=len(lines), most=MOST_LINES),)
    if body.count("[") > MOST_OPENED:
        return (_too_many(place, "[", body.count("["), MOST_OPENED),)
    return (*_deep(lines, place), *_blocks(lines, place))


def _deep(lines: Sequence[str], place: Place) -> Iterator[Problem]:
    for number, line in enumerate(lines):
        quote = _QUOTE.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if (quote and quote.group().count(">") > DEEPEST_QUOTE) or (indent > DEEPEST_INDENT and line.strip()):
            yield error("markdown-too-deep", Place(place.path, place.line + number, 1), rule="B92")


def _blocks(lines: Sequence[str], place: Place) -> Iterator[Problem]:
    first = 0
    for number in range(len(lines) + 1):
        if number < len(lines) and lines[number].strip():
            continue
        block = "\n".join(lines[first:number])
        for character, most in MOST_IN_BLOCK.items():
            count = block.count(character)
            if count >= most:
                yield _too_many(Place(place.path, place.line + first, 1), character, count, most)
        first = number + 1


def _too_many(place: Place, character: str, count: int, most: int) -> Problem:
    return error("markdown-too-many", place, rule="B92", character=character, count=count, most=most)
