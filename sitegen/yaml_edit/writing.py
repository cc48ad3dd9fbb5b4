"""Values -> YAML of format 1."""

import json
import re
from collections.abc import Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]

STEP = 2
_PLAIN = re.compile(r"[^\W_](?:.*\S)?|[/(–].*\S", re.DOTALL)
# Other readers of YAML take these for a number in base 8 or 60 (a postal code, a time of day).
_MISREAD = re.compile(r"0\d+|\d{1,2}:\d\d|[\d,_]+(?:,[\d_]+)+|~|null", re.IGNORECASE)
_FLOW_MARKS = re.compile(r"[,\[\]{}]")


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text can stand without quotes."""
    if not _PLAIN.fullmatch(text) or _MISREAD.fullmatch(text):
        return False
    if ": " in text or text.endswith(":") or re.search(r"\s#", text) or not text.isprintable():
        return False
    return not (flow and _FLOW_MARKS.search(text))


def scalar(text: str, *, flow: bool = False, style: str = "") -> str:
    """A text in one line, in the style it had where that can hold it."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and is_plain(text, flow=flow):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in quoted)


def _escaped(sign: str) -> str:
    """A character that must not stand in a file, as YAML writes it in double quotes."""
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def in_flow(value: Value) -> str:
    """A value in brackets."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {in_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(in_flow(one) for one in value) + "]"


def field_lines(key: str, value: Value, column: int) -> list[str]:
    """`key: value` as lines that begin at a column; the first line without its indent."""
    head = f"{scalar(key)}:"
    if is_short(value):
        return [f"{head} {in_flow(value) if not isinstance(value, str) else scalar(value)}"]
    return [head + (" |-" if isinstance(value, str) else ""), *under(value, column + STEP)]


def is_short(value: Value) -> bool:
    """Whether a value stands on its key's line."""
    if isinstance(value, str):
        return "\n" not in value or value.strip() != value or not value.replace("\n", "").isprintable()
    if isinstance(value, Mapping):
        return not value
    return all(isinstance(one, str) and "\n" not in one for one in value)


def under(value: Value, column: int) -> list[str]:
    """A value's lines below its key, with their indent."""
    pad = " " * column
    if isinstance(value, str):
        return [(pad + line).rstrip() for line in value.split("\n")]
    if isinstance(value, Mapping):
        return [
            pad + line if first else line
            for key, one in value.items()
            for first, line in _field(key, one, column)
        ]
    return [
        pad + line if first else line
        for one in value
        for first, line in enumerate_first(item_lines(one, column))
    ]


def item_lines(value: Value, column: int) -> list[str]:
    """`- value` as lines; the first line without its indent."""
    if isinstance(value, Mapping) and value:
        lines = [
            " " * (column + STEP) + line if first else line
            for key, one in value.items()
            for first, line in _field(key, one, column + STEP)
        ]
        return ["- " + lines[0].lstrip(), *lines[1:]]
    return [f"- {in_flow(value)}"]


def _field(key: str, value: Value, column: int) -> list[tuple[bool, str]]:
    return enumerate_first(field_lines(key, value, column))


def enumerate_first(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line with whether it is the first."""
    return [(number == 0, line) for number, line in enumerate(lines)]
