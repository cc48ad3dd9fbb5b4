"""Which figures of a region may be shown, so that none under five can be counted from the others.

A figure under the smallest one shown (1-4) is a *small* one: readers see "under 5". It must not come out by
sums either: a total less the other groups, a running total less that of last year, all uses less those of
children. So more figures are held back, as few and as small ones as will do, until a reader who adds and
subtracts whatever is shown still holds every number from 1 to 4 possible for each small figure. A remainder of
1-4 that stands in no row of its own, such as a group that is not named, counts as a small figure too. What is
written with `about` is no part of a sum.

What readers can count is found by narrowing bounds: of each sum, what a part or the total can still be.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from sitegen.model.edition import Statistic
from sitegen.structs import Struct, replace

ALL = "all"
PART_OF = (("child-uses", "uses"), ("cards-in-use", "cards"))
"""Of these pairs the first is a part of the second."""
NO_END = 10**12


class Seen(StrEnum):
    """How a figure is shown: its number, "under 5", or not at all."""

    NUMBER = "number"
    UNDER = "under"
    HIDDEN = "hidden"


class Sum(Struct, frozen=True):
    """A total and its parts, by their numbers. `open`: there may be parts besides that nobody named."""

    total: int
    parts: tuple[int, ...]
    open: bool = False


class _Cell(Struct, frozen=True):
    """A figure: its number (None: small, not known here) and how it is shown. `row`: it is one of those given."""

    value: int | None
    seen: Seen
    row: bool = True


Bounds = list[tuple[int, int]]


def seen_figures(figures: Sequence[Statistic], smallest: int = 5) -> tuple[Seen, ...]:
    """How each of the figures is shown, in their order."""
    totals = _unwritten_totals(figures)
    cells = [_cell(one.value, smallest) for one in figures]
    cells += [_Cell(one.value, Seen.HIDDEN, row=False) for one in totals]
    every = (*figures, *totals)
    sums = [one for one in _sums(every) if not any(every[place].about for place in (one.total, *one.parts))]
    sums = _with_remainders(cells, sums, smallest)
    sums = _fitting(sums, cells, smallest)
    while True:
        bounds = _narrowed(cells, sums, smallest)
        told = [
            place
            for place, cell in enumerate(cells)
            if cell.seen is Seen.UNDER and _is_told(bounds[place], smallest)
        ]
        if not told:
            return tuple(cell.seen for cell in cells[: len(figures)])
        _hold_back(told[0], cells, sums, smallest)


def _cell(value: int | None, smallest: int, *, row: bool = True) -> _Cell:
    small = value is None or 0 < value < smallest
    return _Cell(value, Seen.UNDER if small else Seen.NUMBER, row)


# ------------------------------------------------------------------ which sums there are


def _unwritten_totals(figures: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """The totals of groups that no row gives: whoever reads the groups can add them up."""
    parts: dict[tuple[str, int, str | None], list[Statistic]] = {}
    for one in figures:
        parts.setdefault((one.what, one.year, one.total_since), []).append(one)
    return tuple(
        Statistic(year=year, what=what, group=ALL, value=_added(found), total_since=since)
        for (what, year, since), found in parts.items()
        if all(_group(one) != ALL for one in found)
    )


def _added(figures: Sequence[Statistic]) -> int | None:
    values = [one.value for one in figures if one.value is not None]
    return sum(values) if len(values) == len(figures) else None


def _sums(figures: Sequence[Statistic]) -> Iterator[Sum]:
    places = range(len(figures))
    for total in places:
        whole = figures[total]
        if _group(whole) == ALL:
            parts = tuple(place for place in places if _is_group_of(figures[place], whole))
            if parts:
                yield Sum(total, parts)
        for part in places:
            if (figures[part].what, whole.what) in PART_OF and _same(figures[part], whole):
                yield Sum(total, (part,), open=True)
        if whole.total_since is not None:
            yield from _running(total, figures)


def _group(figure: Statistic) -> str:
    return figure.group or ALL


def _is_group_of(part: Statistic, whole: Statistic) -> bool:
    key = (part.what, part.year, part.total_since)
    return _group(part) != ALL and key == (whole.what, whole.year, whole.total_since)


def _same(one: Statistic, other: Statistic) -> bool:
    """The same year, group and beginning, of different things."""
    first, second = ((figure.year, _group(figure), figure.total_since) for figure in (one, other))
    return first == second


def _running(total: int, figures: Sequence[Statistic]) -> Iterator[Sum]:
    """A running total is an earlier one, or nothing, and the years since then."""
    whole = figures[total]
    alike = [
        place
        for place, one in enumerate(figures)
        if (one.what, _group(one)) == (whole.what, _group(whole)) and place != total
    ]
    years = {figures[place].year: place for place in alike if figures[place].total_since is None}
    earlier = [
        place
        for place in alike
        if figures[place].total_since == whole.total_since and figures[place].year < whole.year
    ]
    begins = int((whole.total_since or "")[:4]) - 1
    for start, before in [(begins, ()), *((figures[place].year, (place,)) for place in earlier)]:
        between = [year for year in range(start + 1, whole.year + 1) if year in years]
        if before or between:
            missing = len(between) < whole.year - start
            yield Sum(total, (*before, *(years[year] for year in between)), open=missing)


def _with_remainders(cells: list[_Cell], sums: list[Sum], smallest: int) -> list[Sum]:
    """Add a small cell without a row where numbers that are shown leave a rest of 1-4."""
    made = []
    for one in sums:
        total, parts = cells[one.total].value, [cells[place].value for place in one.parts]
        if total is not None and None not in parts:
            rest = total - sum(part for part in parts if part is not None)
            if 0 < rest < smallest:
                cells.append(_cell(rest, smallest, row=False))
                one = replace(one, parts=(*one.parts, len(cells) - 1), open=False)  # noqa: PLW2901
        made.append(one)
    return made


def _fitting(sums: Sequence[Sum], cells: Sequence[_Cell], smallest: int) -> list[Sum]:
    """The sums whose numbers can be one together; as open ones where they cannot else. Nobody counts by others."""
    kept: list[Sum] = []
    for one in sums:
        for form in (one, replace(one, open=True)):
            if all(low <= high for low, high in _narrowed(cells, [*kept, form], smallest)):
                kept.append(form)
                break
    return kept


# ------------------------------------------------------------------ what can be counted


def _first(cell: _Cell, smallest: int) -> tuple[int, int]:
    if cell.seen is Seen.UNDER:
        return 1, smallest - 1
    if cell.seen is Seen.NUMBER and cell.value is not None:
        return cell.value, cell.value
    # A reader may guess that a large figure was held back for the sake of a small one.
    return (smallest if cell.row and cell.value is not None else 0), NO_END


def _is_told(bounds: tuple[int, int], smallest: int) -> bool:
    return bounds != (1, smallest - 1)


def _narrowed(cells: Sequence[_Cell], sums: Sequence[Sum], smallest: int) -> Bounds:
    """The bounds of every cell that a reader can count, from all sums together."""
    bounds = [_first(cell, smallest) for cell in cells]
    for _ in range(4 * len(sums) + 4):
        before = list(bounds)
        for one in sums:
            _narrow(one, bounds)
        if bounds == before:
            break
    return bounds


def _narrow(one: Sum, bounds: Bounds) -> None:
    least = sum(bounds[place][0] for place in one.parts)
    most = NO_END if one.open else sum(bounds[place][1] for place in one.parts)
    low, high = bounds[one.total]
    bounds[one.total] = max(low, least), min(high, most)
    low, high = bounds[one.total]
    for place in one.parts:
        own_low, own_high = bounds[place]
        others_least, others_most = least - own_low, most - own_high
        floor = own_low if one.open else max(own_low, low - others_most)
        bounds[place] = floor, min(own_high, high - others_least)


# ------------------------------------------------------------------ what is held back


def _hold_back(told: int, cells: list[_Cell], sums: Sequence[Sum], smallest: int) -> None:
    """Hold back one more figure so that `told` is not, or as a last resort say less of the small ones."""
    inside = [one for one in sums if told in (one.total, *one.parts)]
    choices = list(dict.fromkeys(place for one in inside for place in _choices(one, cells)))
    if not choices:
        for place in {place for one in inside for place in (*one.parts, one.total)}:
            if cells[place].seen is Seen.UNDER:
                cells[place] = replace(cells[place], value=None, seen=Seen.HIDDEN)
        return
    enough = (place for place in choices if _saves(place, told, cells, sums, smallest))
    place = next(enough, choices[0])
    cells[place] = replace(cells[place], seen=Seen.HIDDEN)


def _choices(one: Sum, cells: Sequence[_Cell]) -> list[int]:
    """Figures of a sum that can be held back: its parts, the smallest first, then the total."""
    parts = sorted(
        (place for place in one.parts if cells[place].seen is Seen.NUMBER and cells[place].value),
        key=lambda place: cells[place].value or 0,
    )
    total = [one.total] if cells[one.total].seen is Seen.NUMBER and cells[one.total].value else []
    return [*parts, *total]


def _saves(place: int, told: int, cells: Sequence[_Cell], sums: Sequence[Sum], smallest: int) -> bool:
    tried = list(cells)
    tried[place] = replace(tried[place], seen=Seen.HIDDEN)
    return not _is_told(_narrowed(tried, sums, smallest)[told], smallest)
