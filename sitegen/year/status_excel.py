"""The checklist as an Excel file: a region's points, or all regions at a glance for Kaikukeskus."""

from collections.abc import Sequence

from sitegen.languages.formats import date_short
from sitegen.languages.messages import Catalogue
from sitegen.year.excel import Sheet, workbook
from sitegen.year.status_data import POINTS, Count, Reason, State, Status, Word, label
from sitegen.year.status_text import reason_lines, shown, title


def region_excel(status: Status, say: Catalogue) -> bytes:
    """A sheet with a row for each point, and one with each municipality's partners by sector and kind."""
    sheets = [_points(status, say)]
    grid = _grid(status, say)
    if grid is not None:
        sheets.append(grid)
    name = say.get("status.title", region=shown(status.name, say), year=status.year, today=_day(status, say))
    return workbook(sheets, name, say.lang)


def network_excel(statuses: Sequence[Status], say: Catalogue) -> bytes:
    """A sheet with a row for each region and a column for each point, and one with who waits for a yes.

    Samples are left out: nobody works on them.
    """
    real = [one for one in statuses if not one.sample]
    sheets = (_regions(real, say), _waiting(real, say))
    year = statuses[0].year if statuses else ""
    today = _day(statuses[0], say) if statuses else ""
    return workbook(sheets, say.get("status.table.title", year=year, today=today), say.lang)


def _day(status: Status, say: Catalogue) -> str:
    return date_short(status.today, say.lang)


def _points(status: Status, say: Catalogue) -> Sheet:
    names = ("point", "what", "state", "ticked", "note", "why")
    rows = tuple(
        (
            point.label,
            title(point, say),
            say.get(f"status.{point.state}"),
            date_short(point.ticked, say.lang) if point.ticked else "",
            point.note,
            "\n".join(reason_lines(point, say, without=("grid",))),
        )
        for point in status.points
    )
    head = tuple(say.get(f"status.excel.{name}") for name in names)
    return Sheet(say.get("status.excel.points"), head, rows, (8, 34, 12, 12, 24, 90), fixed=2)


def _grid(status: Status, say: Catalogue) -> Sheet | None:
    """Counts for each municipality, 0 where there is none: from the reasons of the first point."""
    found: list[tuple[str, dict[Word, int]]] = []
    for reason in (one for point in status.points for one in point.reasons):
        values = dict(reason.values)
        if reason.key == "grid":
            found.append((shown(values["place"], say), _counts(reason)))
        elif reason.key == "grid-empty" and found:
            cells = values["cells"]
            assert isinstance(cells, tuple)
            found[-1][1].update({cell: 0 for cell in cells if isinstance(cell, Word)})
    if not found:
        return None
    columns = sorted({word for _, counts in found for word in counts}, key=_column)
    head = (say.get("status.excel.municipality"), *(shown(word, say) for word in columns))
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (place, *(counts.get(word, 0) for word in columns)) for place, counts in found
    )
    return Sheet(say.get("status.excel.grid"), head, rows, (26, *(14,) * len(columns)))


def _counts(reason: Reason) -> dict[Word, int]:
    return {
        one.of: one.count
        for name, value in reason.values
        if name in ("distributors", "venues") and isinstance(value, tuple)
        for one in value
        if isinstance(one, Count) and isinstance(one.of, Word)
    }


def _column(word: Word) -> tuple[bool, str]:
    """Distributors' sectors before venues' kinds."""
    return word.key.startswith("kind."), word.key


def _regions(statuses: Sequence[Status], say: Catalogue) -> Sheet:
    numbers = [number for number in POINTS if number or any(_state(one, 0) for one in statuses)]
    points = (f"{label(number)} {say.get(f'status.point.{number}')}" for number in numbers)
    head = (say.get("status.table.region"), say.get("status.table.ready"), *points)
    rows = tuple(_region_row(one, numbers, say) for one in statuses)
    return Sheet(say.get("status.excel.regions"), head, rows, (26, 14, *(16,) * len(numbers)))


def _region_row(status: Status, numbers: Sequence[int], say: Catalogue) -> tuple[str, ...]:
    ready = "yes" if status.ready else "no" if status.exists else "not-begun"
    states = (_state(status, number) for number in numbers)
    return (
        shown(status.name, say),
        say.get(f"status.table.{ready}"),
        *(say.get(f"status.{state}") if state else "" for state in states),
    )


def _state(status: Status, number: int) -> State | None:
    return next((point.state for point in status.points if point.number == number), None)


def _waiting(statuses: Sequence[Status], say: Catalogue) -> Sheet:
    rows = tuple((shown(one.name, say), shown(name, say)) for one in statuses for name in one.waiting)
    head = (say.get("status.table.region"), say.get("status.excel.distributor"))
    return Sheet(say.get("status.excel.waiting"), head, rows, (30, 50))
