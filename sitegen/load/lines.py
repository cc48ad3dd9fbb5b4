"""The one scan of a file's text before it is parsed: what no parser would report well (BAR B01, B24-B34).

Hidden characters, tabs and no-break spaces where YAML expects spaces, marks of a Git conflict, broken
letters. What can be repaired without changing a column is repaired, so that the rest of the file is read on
and all problems of a file come in one run.
"""

import re
from enum import StrEnum

from sitegen.load.blocks import LONGEST, block_lines
from sitegen.load.characters import OTHER_SPACES, SUSPECT, code_point, find_hidden, harmless
from sitegen.load.encoding import decode
from sitegen.load.mojibake import find_mojibake
from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct

MOST_CHARACTERS = 20
"""So many hidden characters of a file are listed; a picture renamed to .yaml has thousands."""

_LEAD_TAB = re.compile(r"(?: |-(?=[ \t]))*\t(?=\s*\S)")
_BLANK_LINE = re.compile(rf"^[ \t{OTHER_SPACES}]+$", re.MULTILINE)
_OTHER_SPACE = re.compile(f"[{OTHER_SPACES}]")
_ONLY_LEAD = re.compile(rf"[ \-{OTHER_SPACES}]*")
_AFTER_COLON = re.compile(rf"[ -]*[A-Za-z][\w-]*:[ {OTHER_SPACES}]*")
_IN_BRACES = re.compile(
    rf"[ -]*[A-Za-z][\w-]*: *\{{(?:.*,)?[ {OTHER_SPACES}]*(?:[A-Za-z][\w-]*:[ {OTHER_SPACES}]*)?"
)
_CONFLICT_START = re.compile(r"^<{7}(?: |$)", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}(?: |$)", re.MULTILINE)


class Kind(StrEnum):
    """What is in the file, as far as the scan cares."""

    YAML = "yaml"
    MARKDOWN = "markdown"
    TABLE = "table"


class Source(Struct, frozen=True):
    """The text of a file as it is parsed: NFC, `\\n` line ends, nothing in it that would stop a parser.

    `faulty`: the scan found errors, so a syntax error after it may be only their consequence.
    """

    path: str
    text: str
    faulty: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")


def scan(path: str, data: bytes, kind: Kind) -> tuple[Source | None, tuple[Problem, ...]]:
    """Decode and scan a file; None where it cannot be read on: another encoding, tabs, conflict marks."""
    text, undecoded = decode(path, data)
    if undecoded is not None:
        return None, (undecoded,)
    conflict = _conflict(path, text)
    if conflict is not None:
        return None, (conflict,)
    broken_letters = find_mojibake(path, text)
    problems: list[Problem] = []
    if SUSPECT.search(text):
        problems = _hidden(path, text)
        text = harmless(text)
    if kind is Kind.YAML:
        odd = "\t" in text or bool(_OTHER_SPACE.search(text))
        text = _BLANK_LINE.sub("", text) if odd else text
        tab = _tab(path, text)
        if tab is not None:
            return None, (*problems, tab, *broken_letters)
        text, spaces = _other_spaces(path, text)
        problems += spaces
    source = Source(path, text, faulty=bool(problems))
    return source, (*problems, *broken_letters)


def place_at(path: str, text: str, offset: int) -> Place:
    """The place of an offset in a text."""
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _hidden(path: str, text: str) -> list[Problem]:
    found = find_hidden(text)[:MOST_CHARACTERS]
    return [error(one.id, place_at(path, text, one.offset), rule=one.rule, code=one.code) for one in found]


def _conflict(path: str, text: str) -> Problem | None:
    """Marks that Git leaves where two people changed the same lines (B24)."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    start = _CONFLICT_START.search(text)
    end = _CONFLICT_END.search(text, start.end() if start else 0)
    first = start or end
    if first is None:
        return None
    place = place_at(path, text, first.start())
    last = place_at(path, text, end.start()).line if end else place.line
    return error("conflict-marks", place, rule="B24", first=place.line, last=last)


def _tab(path: str, text: str) -> Problem | None:
    """Tabs in indentation (B01). Said once: a file has them on every line or on none."""
    if "\t" not in text:
        return None
    found = [
        Place(path, number, lead.group().index("\t") + 1)
        for number, line in enumerate(text.split("\n"), start=1)
        if (lead := _LEAD_TAB.match(line))
    ]
    if not found:
        return None
    shown = ", ".join(str(place.line) for place in found[:5]) + (" …" if len(found) > 5 else "")
    return error("yaml-tab", found[0], rule="B01", lines=shown)


def _other_spaces(path: str, text: str) -> tuple[str, list[Problem]]:
    """No-break and other spaces where YAML wants an ordinary one (B26); inside texts they are fine."""
    if not _OTHER_SPACE.search(text):
        return text, []
    lines = text.split("\n")
    inside = block_lines(lines)
    problems = []
    for index, line in enumerate(lines):
        if index in inside or len(line) > LONGEST:
            continue
        for match in _OTHER_SPACE.finditer(line):
            if _is_syntax(line[: match.start()]):
                place = Place(path, index + 1, match.start() + 1)
                code = code_point(match.group())
                problems.append(error("yaml-other-space", place, rule="B26", code=code, column=place.column))
                lines[index] = lines[index][: match.start()] + " " + lines[index][match.end() :]
    return "\n".join(lines), problems


def _is_syntax(before: str) -> bool:
    return any(pattern.fullmatch(before) for pattern in (_ONLY_LEAD, _AFTER_COLON, _IN_BRACES))
