"""The one shape of every message: a problem is an id with values and a place.

It becomes a sentence in the reader's language at the very end (`languages.messages`), so that the same
problem can be printed, written as JSON, annotated on a pull request or shown over a page in the preview.
"""

from collections.abc import Iterable
from enum import StrEnum

from sitegen.structs import Struct


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning and a note do not (unless `--strict`)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True, order=True, gc=False):
    """Where a problem stands: a path from the project's root, line and column from 1 (0: unknown)."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __reduce__(self) -> tuple[type["Place"], tuple[str, int, int]]:
        """Places are most of what one process tells another; made so, they travel ten times as fast."""
        return Place, (self.path, self.line, self.column)

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path, *numbers])


class Problem(Struct, frozen=True):
    """One message. `id` names its sentences in the catalogue `problems`, `values` fill them.

    `rule` is the id of the rule behind it (C11, B03 …), empty where there is none. `masked`: the line itself
    must not be shown (personal codes, card codes).
    """

    id: str
    severity: Severity
    place: Place = Place()
    values: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    masked: bool = False


def problem(
    id: str,
    severity: Severity,
    place: Place = Place(),
    *,
    rule: str = "",
    masked: bool = False,
    **values: object,
) -> Problem:
    """A problem whose values are given by name; each is written as text."""
    pairs = tuple(sorted((name, str(value)) for name, value in values.items()))
    return Problem(id, severity, place, pairs, rule, masked)


def error(
    id: str, place: Place = Place(), *, rule: str = "", masked: bool = False, **values: object
) -> Problem:
    """An error: the build stops."""
    return problem(id, Severity.ERROR, place, rule=rule, masked=masked, **values)


def warning(
    id: str, place: Place = Place(), *, rule: str = "", masked: bool = False, **values: object
) -> Problem:
    """A warning: to be mended, but the build goes on."""
    return problem(id, Severity.WARNING, place, rule=rule, masked=masked, **values)


def note(
    id: str, place: Place = Place(), *, rule: str = "", masked: bool = False, **values: object
) -> Problem:
    """A note: good to know."""
    return problem(id, Severity.NOTE, place, rule=rule, masked=masked, **values)


class Report(Struct, frozen=True):
    """All problems of a run, sorted by place, each once."""

    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many problems have this severity."""
        return sum(found.severity is severity for found in self.problems)

    def exit_code(self, *, strict: bool = False) -> int:
        """0 clean, 1 where something stops (BAR R15); with `strict` warnings and notes stop too."""
        return int(bool(self.problems if strict else self.errors))


def report(problems: Iterable[Problem]) -> Report:
    """Sort the problems by file, line, column, id and values, and drop those said twice."""
    unique = set(problems)
    return Report(
        tuple(sorted(unique, key=lambda found: (found.place, found.id, found.values, found.severity)))
    )
