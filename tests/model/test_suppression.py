"""Small figures cannot be counted from the others: an attacker adds and subtracts all that is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.edition import FIGURE_GROUPS, Statistic
from sitegen.model.suppression import Seen, seen_figures

GROUPS = FIGURE_GROUPS[:-1]
MOST = 60
"""As large as a figure that is not shown can be here."""


@dataclass(frozen=True)
class Unknown:
    """What an attacker may put in the place of a figure."""

    least: int
    most: int


def figure(
    year: int, group: str | None, count: int, what: str = "uses", since: str | None = None
) -> Statistic:
    """A figure as it is written: of one to four people nothing but that."""
    return Statistic(
        year=year, what=what, group=group, value=None if 0 < count < 5 else count, total_since=since
    )


# ------------------------------------------------------------------ the attacker


Sums = Sequence[Sequence[tuple[int, int]]]


def holds(sums: Sums, domains: Mapping[int, Unknown]) -> bool:
    """Whether numbers within the domains make every sum (signs and places) zero: all are tried."""
    tight = dict(domains)
    before: dict[int, Unknown] = {}
    while tight != before:
        before = dict(tight)
        for one in sums:
            for sign, at in one:
                rest = [edges(other, tight) for other in one if other[1] != at]
                ends = sorted(-sign * sum(edge[end] for edge in rest) for end in (0, 1))
                tight[at] = Unknown(max(tight[at].least, ends[0]), min(tight[at].most, ends[1]))
                if tight[at].least > tight[at].most:
                    return False
    unsure = [
        at
        for at, one in tight.items()
        if one.least < one.most and any((1, at) in x or (-1, at) in x for x in sums)
    ]
    if not unsure:
        return True
    at = min(unsure, key=lambda place: tight[place].most - tight[place].least)
    values = range(tight[at].least, tight[at].most + 1)
    return any(holds(sums, {**tight, at: Unknown(value, value)}) for value in values)


def edges(part: tuple[int, int], domains: Mapping[int, Unknown]) -> tuple[int, int]:
    sign, at = part
    least, most = sign * domains[at].least, sign * domains[at].most
    return min(least, most), max(least, most)


def possible(target: int, counts: Sequence[int], seen: Sequence[Seen], sums: Sums) -> set[int]:
    """Every number that the attacker must still hold possible for a small figure."""
    domains = {}
    for at, (count, one) in enumerate(zip(counts, seen, strict=True)):
        if one is Seen.NUMBER:
            domains[at] = Unknown(count, count)
        elif one is Seen.UNDER:
            domains[at] = Unknown(1, 4)
        else:  # the attacker even knows which figures are held back for the sake of others
            domains[at] = Unknown(5 if count >= 5 else 0, MOST)
    return {value for value in range(1, 5) if holds(sums, {**domains, target: Unknown(value, value)})}


def attack(figures: Sequence[Statistic], counts: Sequence[int], sums: Sums) -> None:
    """No small figure that is called so comes out, not even a little."""
    seen = seen_figures(figures)
    for at, one in enumerate(seen):
        assert one is not Seen.NUMBER or counts[at] == 0 or counts[at] >= 5
        if one is Seen.UNDER:
            assert possible(at, counts, seen, sums) == {1, 2, 3, 4}, (counts, seen)


COUNT = st.integers(0, 12)


@given(st.lists(COUNT, min_size=2, max_size=5))
@settings(max_examples=200, deadline=None)
def test_a_total_does_not_give_a_group_away(counts: list[int]) -> None:
    figures = [figure(2025, group, count) for group, count in zip(GROUPS, counts, strict=False)]
    total = sum(counts)
    figures.append(figure(2025, None, total))
    sums = [[*((1, at) for at in range(len(counts))), (-1, len(counts))]]
    attack(figures, [*counts, total], sums)


@given(st.lists(COUNT, min_size=3, max_size=3), st.lists(COUNT, min_size=3, max_size=3))
@settings(max_examples=100, deadline=None)
def test_nor_does_a_running_total(first: list[int], second: list[int]) -> None:
    """Two years by group with totals, and the totals since the first year: groups and years add up."""
    counts = [*first, sum(first), *second, sum(second), sum(first), sum(first) + sum(second)]
    named = [*GROUPS[:3], None] * 2
    figures = [figure(2024 + at // 4, group, counts[at]) for at, group in enumerate(named)]
    figures += [figure(2024 + at, None, counts[8 + at], since="2024") for at in range(2)]
    sums = [
        [(1, 0), (1, 1), (1, 2), (-1, 3)],
        [(1, 4), (1, 5), (1, 6), (-1, 7)],
        [(1, 3), (-1, 8)],
        [(1, 8), (1, 7), (-1, 9)],
        [(1, 3), (1, 7), (-1, 9)],
    ]
    attack(figures, counts, sums)


@given(st.lists(COUNT, min_size=3, max_size=3), st.lists(COUNT, min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_nor_do_totals_that_only_a_reader_makes(first: list[int], second: list[int]) -> None:
    """Groups of two years without totals, and one total of both years."""
    counts = [*first, *second, sum(first) + sum(second)]
    figures = [figure(2024 + at // 3, GROUPS[at % 3], counts[at]) for at in range(6)]
    figures.append(figure(2025, None, counts[6], since="2024-01"))
    attack(figures, counts, [[*((1, at) for at in range(6)), (-1, 6)]])


@given(st.integers(0, 40), st.integers(0, 40))
@settings(deadline=None)
def test_nor_do_the_children_of_all(adults: int, children: int) -> None:
    figures = [figure(2025, None, children, "child-uses"), figure(2025, None, adults + children)]
    seen = seen_figures(figures)
    if 0 < adults < 5 and seen == (Seen.NUMBER, Seen.NUMBER):
        pytest.fail(f"{adults} adults are all uses less those of children")


# ------------------------------------------------------------------ how much is held back


def shown(*rows: tuple[str | None, int], what: str = "uses") -> list[Seen]:
    return list(seen_figures([figure(2025, group, count, what) for group, count in rows]))


def test_as_little_as_will_do() -> None:
    number, under, hidden = Seen.NUMBER, Seen.UNDER, Seen.HIDDEN
    assert shown(("culture", 50), ("sport", 3)) == [number, under]
    assert shown(("culture", 50), ("sport", 0), (None, 50)) == [number, number, number]
    # The smallest of the others is held back with it; nobody's zero helps.
    assert shown(("culture", 50), ("sport", 3), ("science", 9), ("nature", 0), (None, 62)) == [
        number,
        under,
        hidden,
        number,
        number,
    ]
    # A second small one is not enough, for 8 = 4 + 4.
    assert shown(("culture", 50), ("sport", 4), ("science", 4), (None, 58)) == [hidden, under, under, number]
    # With no other group the total is.
    assert shown(("culture", 0), ("sport", 3), ("all", 3)) == [number, under, under]
    # Four groups of a total under five are one each: nothing is said of them.
    ones = [(group, 1) for group in GROUPS[:4]]
    assert shown(*ones, (None, 4)) == [hidden] * 5


def test_a_rest_without_a_row_is_as_small() -> None:
    assert shown(("culture", 50), ("sport", 20), (None, 73)) == [Seen.NUMBER, Seen.HIDDEN, Seen.NUMBER]
    assert shown(("culture", 50), ("sport", 20), (None, 80)) == [Seen.NUMBER] * 3


def test_numbers_that_make_no_sum_say_nothing() -> None:
    assert shown(("culture", 50), ("sport", 3), (None, 40)) == [Seen.NUMBER, Seen.UNDER, Seen.NUMBER]


def test_the_smallest_figure_shown_is_a_rule() -> None:
    figures = [figure(2025, None, 7), figure(2025, None, 12, "cards")]
    assert seen_figures(figures, 10) == (Seen.UNDER, Seen.NUMBER)
