"""What every check of a value gets and gives: the asked field, its surroundings, and the outcome."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from sitegen.model.fields import Spec
from sitegen.model.register import Register
from sitegen.problems import Place, Problem, Severity
from sitegen.structs import Struct, replace
from sitegen.validate.privacy import mask

T = TypeVar("T")

LONGEST_SHOWN = 80


class Context(Struct, frozen=True):
    """The surroundings of a value.

    `languages` are those its writer writes, the main one first; `allowed` those a text may be in. `media`
    names the files of the region's `media/`. `invented`: an example region, whose postal codes and
    telephone numbers are invented too.
    """

    register: Register
    languages: tuple[str, ...]
    allowed: tuple[str, ...]
    media: tuple[str, ...] = ()
    invented: bool = False


class Checked(Struct, Generic[T], frozen=True, gc=False):
    """A value (None: there is none to go on with) and the problems found with it."""

    value: T | None = None
    problems: tuple[Problem, ...] = ()

    def also(self, *problems: Problem) -> "Checked[T]":
        """The same with more problems."""
        return replace(self, problems=(*self.problems, *problems)) if problems else self


class Asked(Struct, frozen=True, gc=False):
    """A field of the table, the place of the value given for it, and its surroundings."""

    spec: Spec
    place: Place
    context: Context

    def at(self, place: Place) -> "Asked":
        """The same field at another place."""
        return Asked(self.spec, place, self.context)


def found(
    asked: Asked,
    id: str,
    value: str = "",
    *,
    severity: Severity = Severity.ERROR,
    rule: str = "",
    **more: Any,
) -> Problem:
    """A problem with a value: its field, the value as messages may show it, and the table's example."""
    values = {"field": asked.spec.key, "value": shown(value), "example": asked.spec.example, **more}
    return Problem(id, severity, asked.place, pairs(values), rule)


def wrong(asked: Asked, id: str, value: str = "", *, rule: str = "", **more: Any) -> Checked[T]:
    """An outcome without a value: one error."""
    return Checked(None, (found(asked, id, value, rule=rule, **more),))


def doubtful(asked: Asked, id: str, value: str = "", *, rule: str = "", **more: Any) -> Problem:
    """A warning about a value that is used all the same."""
    problem = found(asked, id, value, rule=rule, **more)
    return replace(problem, severity=Severity.WARNING)


def pairs(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Values as a problem holds them."""
    return tuple(sorted((name, str(value)) for name, value in values.items()))


def shown(value: str) -> str:
    """A value as a message shows it: one line, not too long, personal codes hidden (B77)."""
    line = mask(" ".join(value.split()))
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
