"""A report in words: for people, as JSON, or as annotations on a pull request (BAR R15, S43, S44).

Here a problem becomes sentences in the reader's language. What authors wrote is shown with its control and
hidden characters as codes, so that no file can write to the terminal.
"""

import json
import os
import re
import stat
import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from sitegen.languages.messages import PROBLEMS, Catalogue, catalogue
from sitegen.problems import Place, Problem, Report, Severity
from sitegen.structs import Struct

LONGEST_FILE = 2_000_000
WIDEST = 100
MARGIN = 30
"""So much of a long line stays to the left of the place."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# Control characters, the directions and widths that hide, and lone surrogates no stream can write.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Sentences(Struct, frozen=True):
    """A problem in words; `example` is empty where none helps."""

    severity: str
    found: str
    expected: str
    example: str


class Excerpt(Struct, frozen=True):
    """A line of a file: its number, its text as far as shown, and how many columns stand before the caret."""

    line: int
    text: str
    caret: int | None


def sentences(problem: Problem, messages: Catalogue) -> Sentences:
    """The problem in the catalogue's language, as safe text; a value `suggestion` adds "did you mean"."""
    values = {name: safe(value) for name, value in problem.values}
    severity = messages.get(f"report.{problem.severity}")
    if not messages.has(f"{problem.id}.found"):
        return Sentences(severity, messages.get("report.unknown", id=problem.id), "", "")
    expected = _optional(messages, f"{problem.id}.expected", values)
    if values.get("suggestion"):
        asked = messages.get("report.did-you-mean", suggestion=values["suggestion"])
        expected = f"{expected} {asked}".strip()
    return Sentences(
        severity,
        messages.get(f"{problem.id}.found", **values),
        expected,
        _optional(messages, f"{problem.id}.example", values),
    )


def print_report(report: Report, project_root: Path, lang: str, format: str, stream: TextIO) -> None:
    """Write a report to the stream. `format` is one of `Format`, `lang` the language of the sentences."""
    messages = catalogue(PROBLEMS, lang)
    if format == Format.JSON:
        listed = [as_data(problem, messages) for problem in report.problems]
        stream.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    elif format == Format.GITHUB:
        stream.writelines(f"{as_annotation(problem, messages)}\n" for problem in report.problems)
    else:
        colour = stream.isatty() and "NO_COLOR" not in os.environ
        stream.writelines(
            as_text(problem, messages, project_root, colour=colour) + "\n\n" for problem in report.problems
        )
        stream.write(summary(report, messages) + "\n")


def as_text(problem: Problem, messages: Catalogue, project_root: Path, *, colour: bool = False) -> str:
    """One problem for people: severity, place, the line with a caret, found, expected, example, rule."""
    said = sentences(problem, messages)
    head = f"{_coloured(said.severity, problem.severity, on=colour)}: {safe(str(problem.place))}".rstrip(": ")
    lines = [head]
    cut = None if problem.masked else excerpt(project_root, problem.place)
    if cut is not None:
        lines += _excerpt_lines(cut)
    facts = (
        ("report.found", said.found),
        ("report.expected", said.expected),
        ("report.example", said.example),
        ("report.rule", problem.rule),
    )
    shown = [(messages.get(key), text) for key, text in facts if text]
    width = max(len(label) for label, _ in shown) + 1
    lines += [f"  {label + ':':<{width}} {text}" for label, text in shown]
    return "\n".join(lines)


def as_data(problem: Problem, messages: Catalogue) -> dict[str, str | int]:
    """One problem as plain data; line and column are 0 where they are not known."""
    said = sentences(problem, messages)
    return {
        "id": problem.id,
        "severity": str(problem.severity),
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "found": said.found,
        "expected": said.expected,
        "example": said.example,
        "rule": problem.rule,
    }


def as_annotation(problem: Problem, messages: Catalogue) -> str:
    """One problem as a GitHub workflow command, shown on the line in the pull request."""
    said = sentences(problem, messages)
    place = problem.place
    properties = [("file", place.path)] if place.path else []
    properties += [
        (name, str(value)) for name, value in (("line", place.line), ("col", place.column)) if value
    ]
    properties.append(("title", f"{said.severity} ({problem.rule})" if problem.rule else said.severity))
    example = f"{messages.get('report.example')}: {said.example}" if said.example else ""
    message = "\n".join(part for part in (said.found, said.expected, example) if part)
    written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties)
    return f"::{_GITHUB[problem.severity]} {written}::{_escaped(message)}"


def summary(report: Report, messages: Catalogue) -> str:
    """The closing line: how many errors, warnings and notes."""
    if not report.problems:
        return messages.get("report.clean")
    counts = [
        messages.plural(f"report.{severity}s", report.count(severity))
        for severity in Severity
        if report.count(severity)
    ]
    return messages.get("report.summary", counts=", ".join(counts))


def safe(text: str) -> str:
    """The text with control and hidden characters as `\\x1b` or `\\u202e` (S43)."""
    return _UNSAFE.sub(lambda match: _code(match.group()), text)


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _optional(messages: Catalogue, key: str, values: dict[str, str]) -> str:
    return messages.get(key, **values) if messages.has(key) else ""


def _excerpt_lines(cut: Excerpt) -> list[str]:
    number = f"{cut.line:>6}"
    lines = [f"{number} | {safe(cut.text)}".rstrip()]
    if cut.caret is not None:
        lines.append(f"{'':>6} | {'':>{cut.caret}}^")
    return lines


def _coloured(word: str, severity: Severity, *, on: bool) -> str:
    return f"\x1b[1;{_COLOURS[severity]}m{word}\x1b[0m" if on else word


def _escaped(text: str, also: str = "") -> str:
    """As GitHub's workflow commands want it: `%` first, then what would end a line or a property."""
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def excerpt(root: Path, place: Place) -> Excerpt | None:
    """The line of a place, None where there is none to show: no line, no such file, not text."""
    if not place.path or not place.line:
        return None
    line = _line(root / place.path, place.line)
    if line is None or not line.strip():
        return None
    return cut(line, place)


def cut(line: str, place: Place) -> Excerpt:
    """The part of a line round the place's column."""
    at = place.column - 1
    start = at - MARGIN if len(line) > WIDEST and at > WIDEST - MARGIN else 0
    part = line[start : start + WIDEST]
    before, after = "…" if start else "", "…" if start + WIDEST < len(line) else ""
    # A tab would be as wide as the terminal likes; the caret must stand under its character.
    text = f"{before}{part}{after}".replace("\t", "→")
    if not 0 <= at <= len(line):
        return Excerpt(place.line, text, None)
    return Excerpt(place.line, text, len(before) + sum(_width(letter) for letter in part[: at - start]))


def _width(letter: str) -> int:
    """Columns a character takes on a terminal, hidden ones as the code they are shown by."""
    if letter == "\t":
        return 1
    if _UNSAFE.match(letter):
        return len(_code(letter))
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _line(path: Path, number: int) -> str | None:
    try:
        known = os.lstat(path)
        if not stat.S_ISREG(known.st_mode) or known.st_size > LONGEST_FILE:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return lines[number - 1] if number <= len(lines) else None
