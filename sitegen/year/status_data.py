"""The yearly checklist as data: points, their state and the reasons for it. No words of a language here.

How a state follows from its reasons: what is OPEN in the files keeps the point open whatever is ticked. What
nobody but the coordinator knows (UNTICKED, UNKNOWN) is settled by a tick in `done:` of edition.yaml.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from sitegen.model.text import Localised
from sitegen.structs import Struct

POINTS = (0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12)
"""The numbers of the document; its 6 and 7 are one (DOMAIN section 2). 0 only while a pilot runs."""
BEFORE_THE_YEAR = (0, 1, 2, 3, 4, 5, 6, 8)
"""What must be done for a region to be ready for the year; the others belong to its course."""


class State(StrEnum):
    """How a point stands. UNKNOWN: the files do not tell."""

    OPEN = "open"
    DONE = "done"
    UNKNOWN = "unknown"


class Weight(StrEnum):
    """What a reason means for its point."""

    OPEN = "open"  # the files say that something lacks
    UNTICKED = "unticked"  # only a person knows whether it is done
    UNKNOWN = "unknown"  # the files do not say
    FACT = "fact"  # good to know


class Word(Struct, frozen=True):
    """A message of the domain `words`, such as a sector's name."""

    key: str


class InLanguage(Struct, frozen=True):
    """A language by its code; people read its name."""

    code: str


class Count(Struct, frozen=True):
    """How many of what."""

    of: "Shown"
    count: int


Shown = str | int | date | Localised | Word | InLanguage | Count
Values = tuple[tuple[str, Shown | tuple[Shown, ...]], ...]


class Reason(Struct, frozen=True):
    """Why a point is as it is. `key` names the sentence `status.<key>`, `values` fill it."""

    key: str
    weight: Weight
    values: Values = ()


class Point(Struct, frozen=True):
    """A point of the checklist. `ticked` and `note` are from `done:`."""

    number: int
    state: State
    reasons: tuple[Reason, ...]
    ticked: date | None = None
    note: str = ""

    @property
    def label(self) -> str:
        """Its number in the document."""
        return label(self.number)


class Status(Struct, frozen=True):
    """A region's checklist on a day.

    `exists`: there is an edition of the year. `waiting`: distributors that wait for Kaikukeskus's yes.
    `next_year`: it is time to begin the next edition, and it does not exist.
    """

    region_id: str
    name: Localised
    year: int
    today: date
    phase: str
    sample: bool
    exists: bool
    points: tuple[Point, ...] = ()
    waiting: tuple[Localised, ...] = ()
    next_year: int | None = None

    @property
    def ready(self) -> bool:
        """Whether everything that comes before the year is done."""
        before = [one for one in self.points if one.number in BEFORE_THE_YEAR]
        return bool(before) and all(one.state is State.DONE for one in before)

    def in_state(self, state: State) -> tuple[Point, ...]:
        """The points in a state."""
        return tuple(one for one in self.points if one.state is state)


def label(number: int) -> str:
    """A point's number in the document."""
    return "6–7" if number == 6 else str(number)


def reason(key: str, weight: Weight, /, **values: Shown | Sequence[Shown]) -> Reason:
    """A reason with its values by name; a list may be any sequence."""
    pairs = ((name, value if isinstance(value, Shown) else tuple(value)) for name, value in values.items())
    return Reason(key, weight, tuple(pairs))


def state_of(reasons: Sequence[Reason], *, ticked: bool) -> State:
    """The state that follows from the reasons and the tick."""
    weights = {one.weight for one in reasons}
    if Weight.OPEN in weights:
        return State.OPEN
    if ticked:
        return State.DONE
    if Weight.UNTICKED in weights:
        return State.OPEN
    return State.UNKNOWN if Weight.UNKNOWN in weights else State.DONE
