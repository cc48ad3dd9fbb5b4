"""What a judge or an engine may say of our pages, each with its reason: exceptions.toml."""

import fnmatch
import tomllib
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).with_name("exceptions.toml")
EXCEPTIONS: list[dict[str, str]] = tomllib.loads(FILE.read_text("utf-8"))["exception"]


def excused(id: str, fault: str) -> bool:
    """Whether a fault (`path: what`) of an id or engine is a known one that is none."""
    path, _, said = fault.partition(": ")
    return any(
        one["id"] == id and fnmatch.fnmatch(path, one["pages"]) and one["says"] in said for one in EXCEPTIONS
    )


def without_reason() -> Iterator[dict[str, str]]:
    """Exceptions that say too little: each names an id, a part of what is said, and why it is no fault."""
    yield from (one for one in EXCEPTIONS if len(one.get("reason", "")) < 40 or len(one.get("says", "")) < 4)
