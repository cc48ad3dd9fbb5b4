"""Which lines of a YAML text belong to a block (`key: |`): text, whatever they look like."""

import re
from collections.abc import Sequence

_OPENS = re.compile(r"^(?P<lead> *(?:- +)*)(?:(?P<key>[^\s#'\"{\[][^:#]*) *: +)?[|>][-+0-9]* *(?: #.*)?$")
LONGEST = 1000
"""No line of fields is longer; what is longer is text."""


def block_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines inside blocks."""
    inside: set[int] = set()
    index = 0
    while index < len(lines):
        opening = _opening(lines[index])
        index += 1
        if opening is None:
            continue
        lead = opening["lead"]
        parent = len(lead) if opening["key"] is not None else lead.rfind("-")
        while index < len(lines) and (not lines[index].strip() or indent_of(lines[index]) > parent):
            inside.add(index)
            index += 1
    return frozenset(inside)


def _opening(line: str) -> re.Match[str] | None:
    if len(line) > LONGEST or ("|" not in line and ">" not in line):
        return None
    return _OPENS.match(line)


def indent_of(line: str) -> int:
    """The number of spaces the line begins with."""
    return len(line) - len(line.lstrip(" "))
