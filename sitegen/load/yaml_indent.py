"""The level a wrongly indented line most likely belongs to (BAR B12)."""

import re
from collections.abc import Sequence

_LEAD = re.compile(r"^(?P<spaces> *)(?P<dashes>(?:- +)*)(?P<rest>\S)")


def nearest_level(lines: Sequence[str], line: int) -> tuple[int, int]:
    """How many spaces the line begins with, and how many the lines round it that it may stand beside.

    The levels are those still open above it; an item is compared with items, a field with fields. Of two as
    near, the deeper.
    """
    own = _LEAD.match(lines[line])
    found = len(own["spaces"]) if own else 0
    is_item = bool(own and own["dashes"])
    levels = {level for level in _open_levels(lines[:line], is_item=is_item) if level != found}
    expected = min(levels, key=lambda level: (abs(level - found), -level), default=0)
    return found, expected


def _open_levels(lines: Sequence[str], *, is_item: bool) -> set[int]:
    """Columns of the items, or of the fields, that enclose the end of the lines."""
    levels: set[int] = set()
    shallowest: int | None = None
    for line in reversed(lines):
        lead = _LEAD.match(line)
        if lead is None or lead["rest"] == "#":
            continue
        spaces = len(lead["spaces"])
        field = spaces + len(lead["dashes"])
        if shallowest is not None and spaces >= shallowest and field >= shallowest:
            continue
        if is_item and lead["dashes"]:
            levels.add(spaces)
        elif not is_item:
            levels.add(field)
        shallowest = spaces
        if spaces == 0:
            break
    return levels
