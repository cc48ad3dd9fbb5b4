"""Checks of what the YAML parser read without complaint (BAR B03, B07, B13-B18, B25, B26)."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from yaml.events import Event, ScalarEvent

from sitegen.load.characters import OTHER_SPACES, SUSPECT, find_hidden
from sitegen.load.yaml_syntax import swallowed_key
from sitegen.problems import Place, Problem, error, warning

_CURLY = re.compile("^[“”„‘’‚«»](?P<inside>.*)[“”„‘’‚«»]$", re.DOTALL)
_OTHER_SPACE_ENDS = re.compile(f"^[{OTHER_SPACES}]|[{OTHER_SPACES}]$")


@dataclass(slots=True)
class Run:
    """One file on its way: its events, and what is needed to judge the text round them."""

    path: str
    lines: list[str]
    next: Callable[[], Event]
    hash_lines: frozenset[int]
    colon_lines: frozenset[int]
    anchors: frozenset[str]
    aliases: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    in_flow: int = 0

    def add(self, problem: Problem) -> None:
        """Keep a problem."""
        self.problems.append(problem)


def check_marks(run: Run, event: Event, value: str) -> None:
    """Anchors (B17) and tags (B18), or texts that only begin like one (B07)."""
    place = place_of(run, event)
    anchor = getattr(event, "anchor", None)
    if anchor:
        if anchor in run.aliases or not isinstance(event, ScalarEvent):
            add_reference(run, f"&{anchor}", place)
        else:
            text = f"&{anchor} {value}".strip()
            run.add(error("yaml-reserved-start", place, rule="B07", mark="&", text=short(text)))
    tag = getattr(event, "tag", None)
    if not tag:
        return
    if tag.startswith("!") and isinstance(event, ScalarEvent):
        text = short(f"{tag} {value}".strip())
        run.add(error("yaml-reserved-start", place, rule="B07", mark="!", text=text))
    else:
        written = run.lines[place.line - 1][place.column - 1 :].split(" ")[0]
        run.add(error("yaml-tag", place, rule="B18", tag=short(written)))


def add_reference(run: Run, mark: str, place: Place) -> None:
    """B17, each mark once: a file that uses references uses them often."""
    if mark not in run.references:
        run.references.add(mark)
        run.add(error("yaml-reference", place, rule="B17", mark=mark))


def check_plain(run: Run, value: str, place: Place) -> None:
    """Quotes that are part of the text (B25), and blanks at its ends that are no spaces (B26)."""
    curly = _CURLY.match(value)
    if curly:
        inside = short(curly["inside"])
        run.add(warning("yaml-curly-quotes", place, rule="B25", text=short(value), inside=inside))
    if _OTHER_SPACE_ENDS.search(value):
        run.add(
            error("yaml-other-space", place, rule="B26", code=other_space_code(value), column=place.column)
        )


def check_swallowed(run: Run, value: str, place: Place) -> None:
    """`fi:Tornio` on a line of its own is a field without its space, not a text (B13)."""
    key = swallowed_key(value)
    if key and not run.in_flow and not run.lines[place.line - 1][: place.column - 1].strip(" -"):
        run.add(missing_space(place, key))


def missing_space(place: Place, key: str) -> Problem:
    """B13, at the place where the space should be."""
    at = Place(place.path, place.line, place.column + len(key) + 1)
    return error("yaml-missing-space", at, rule="B13", field=key)


def check_comment(run: Run, event: ScalarEvent) -> None:
    """What follows ` #` would be lost, so a comment must look like one (B03)."""
    line, column = end_of(event)
    rest = run.lines[line][column:]
    if event.value and not event.style:
        comment = re.match(r"[ \t]+#", rest)
        fine = re.match(r"[ \t]{2,}#(?: |$)", rest)
    else:
        comment = re.match(r"[ \t]+#", rest)
        fine = re.match(r"[ \t]+#(?: |$)", rest)
    if comment and not fine:
        at = Place(run.path, line + 1, column + comment.end())
        lost = rest[comment.end() - 1 :].rstrip()
        run.add(error("yaml-comment", at, rule="B03", text=short(lost.rstrip("]}") if run.in_flow else lost)))


def check_space_before_colon(run: Run, event: ScalarEvent) -> None:
    """`Name : x`, harmless but not how the format is written (B14)."""
    line, column = end_of(event)
    if re.match(r"[ \t]+:", run.lines[line][column:]):
        place = Place(run.path, line + 1, column + 1)
        run.add(warning("yaml-space-before-colon", place, rule="B14", field=short(event.value)))


def unescaped(run: Run, event: ScalarEvent) -> str:
    """A text in double quotes, NFC; escapes may have brought in characters that the scan could not see."""
    value: str = event.value
    if not unicodedata.is_normalized("NFC", value):
        value = unicodedata.normalize("NFC", value)
    place = place_of(run, event)
    if SUSPECT.search(value) and "\\" in "".join(run.lines[place.line - 1 : end_of(event)[0] + 1]):
        for one in find_hidden(value)[:1]:
            run.add(error(one.id, place, rule=one.rule, code=one.code))
    return value


def place_of(run: Run, event: Event) -> Place:
    """Where the event begins."""
    mark = event.start_mark
    return Place(run.path, mark.line + 1, mark.column + 1) if mark else Place(run.path)


def end_of(event: Event) -> tuple[int, int]:
    """Line and column, from 0, just after the event."""
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)


def other_space_code(value: str) -> str:
    """The blank at an end of a text that is no space, as `U+00A0`; empty if there is none."""
    found = _OTHER_SPACE_ENDS.search(value)
    return f"U+{ord(found.group()):04X}" if found else ""


def short(text: str, most: int = 60) -> str:
    """A value as a message shows it: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
