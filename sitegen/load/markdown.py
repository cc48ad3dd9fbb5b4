"""Markdown files: front matter, body and the limits the parser needs (DESIGN section 5, Markdown; S42)."""

import re

from sitegen.load.lines import Kind, Source, scan
from sitegen.load.nodes import Mapping, RawText
from sitegen.load.yaml import parse
from sitegen.problems import Place, Problem, error

LONGEST_BODY = 100_000
LONGEST_LINE = 5_000
MOST_BRACKETS = 200
MOST_BACKSLASHES = 1_000

_FENCE = re.compile(r"^---[ \t]*$")
_FIELD = re.compile(r"^(?:title|add|review|translated_from)\s*:")


def read_markdown(path: str, data: bytes) -> tuple[RawText | None, tuple[Problem, ...]]:
    """Front matter and body of a text; None where it could not be read to its end."""
    source, problems = scan(path, data, Kind.MARKDOWN)
    if source is None:
        return None, problems
    text, more = split(source)
    return text, (*problems, *more)


def split(source: Source) -> tuple[RawText | None, tuple[Problem, ...]]:
    """Front matter (between two lines of `---` at the very top) and body with its first line's number."""
    lines = source.lines
    if not _FENCE.match(lines[0]):
        body = RawText(source.path, None, source.text, 1)
        return body, (*_missing_fence(source.path, lines), *_limits(source.path, lines, 1))
    end = next((number for number, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), None)
    if end is None:
        return None, (error("front-open", Place(source.path, 1, 1)),)
    front, problems = _front(source, lines[1:end])
    body_lines = lines[end + 1 :]
    body_line = end + 2
    limits = _limits(source.path, body_lines, body_line)
    if front is None:
        return None, (*problems, *limits)
    return RawText(source.path, front, "\n".join(body_lines), body_line), (*problems, *limits)


def _front(source: Source, lines: list[str]) -> tuple[Mapping | None, tuple[Problem, ...]]:
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return Mapping((), Place(source.path, 1, 1)), ()
    # An empty line stands for the opening `---`, so the parser counts as the file does. Read by itself, the
    # front matter gets the whole scan of YAML: in a body tabs and no-break spaces are fine.
    front, problems = scan(source.path, "\n".join(["", *lines, ""]).encode(), Kind.YAML)
    if front is None:
        return None, problems
    root, more = parse(front)
    return root, (*problems, *more)


def _missing_fence(path: str, lines: list[str]) -> tuple[Problem, ...]:
    """Fields at the top without the opening `---` would be shown as text."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        return (error("front-missing", Place(path, number, 1)),) if _FIELD.match(line) else ()
    return (error("text-empty", Place(path, 1, 1), rule="B21"),)


def _limits(path: str, lines: list[str], first: int) -> tuple[Problem, ...]:
    """The Markdown parser's time grows with the square of these; no real text comes near them."""
    problems: list[Problem] = []
    size = sum(len(line.encode()) + 1 for line in lines)
    if size > LONGEST_BODY:
        problems.append(
            error("text-too-long", Place(path), rule="B92", size=size // 1000, limit=LONGEST_BODY // 1000)
        )
    opened = backslashes = 0
    for number, line in enumerate(lines, start=first):
        if len(line) > LONGEST_LINE:
            place = Place(path, number, LONGEST_LINE + 1)
            problems.append(error("text-line-long", place, rule="B92", limit=LONGEST_LINE))
        if not line.strip():
            opened = backslashes = 0
            continue
        brackets, slashes = opened, backslashes
        opened = max(0, opened + line.count("[") - line.count("]"))
        backslashes += line.count("\\")
        if brackets <= MOST_BRACKETS < opened:
            problems.append(error("text-brackets", Place(path, number, 1), rule="B92", limit=MOST_BRACKETS))
        if slashes <= MOST_BACKSLASHES < backslashes:
            problems.append(
                error("text-backslashes", Place(path, number, 1), rule="B92", limit=MOST_BACKSLASHES)
            )
    return tuple(problems)
