"""What a judge or an engine may say of our pages, each with its reason: exceptions.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("exceptions.toml")
EXCEPTIONS: list[dict[str, str]] = tomllib.loads(FILE.read_text("utf-8"))["exception"]
SIGNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}


def excused(id: str, fault: str) -> bool:
    """Whether a fault (`path: what`) of an id or engine is a known one that is none."""
    return any(_names(one, id, fault) for one in EXCEPTIONS)


def unused(id: str, faults: Iterable[str]) -> Iterator[str]:
    """Exceptions of an id that excuse none of all its faults: what they were made for is mended."""
    said = list(faults)
    for one in EXCEPTIONS:
        if one["id"] == id and not any(_names(one, id, fault) for fault in said):
            yield f"{id}: {one['says']}"


def _names(one: dict[str, str], id: str, fault: str) -> bool:
    path, _, said = fault.partition(": ")
    return one["id"] == id and one["says"] in said and bool(_pattern(one["pages"]).fullmatch(path))


@cache
def _pattern(pages: str) -> re.Pattern[str]:
    """`*` is a part of a name, `**` any folders and names."""
    parts = re.split(r"(\*\*/|\*\*|\*)", pages)
    return re.compile("".join(SIGNS.get(part) or re.escape(part) for part in parts))


def without_reason() -> Iterator[dict[str, str]]:
    """Exceptions that say too little: each names an id, a part of what is said, and why it is no fault."""
    yield from (one for one in EXCEPTIONS if len(one.get("reason", "")) < 40 or len(one.get("says", "")) < 4)
