"""Days, months, years and times of day (BAR B57, B60)."""

import calendar
import re
from datetime import date, time

from sitegen.structs import Struct
from sitegen.validate.context import Asked, Checked, wrong
from sitegen.validate.numbers import YEARS

_ISO = re.compile(r"([0-9]+)(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_FINNISH = re.compile(r"(?:([0-9]{1,2})\. ?)?([0-9]{1,2})[./] ?([0-9]+)")
_TIME = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
LEAP_YEAR = 2024


class Written(Struct, frozen=True):
    """A date as far as it was written: month and day are None where only more is given."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year}{rest}"


def check_date(value: str, asked: Asked) -> Checked[date]:
    """A whole day: `2026-01-05` or `5.1.2026`."""
    written = _written(value, asked)
    if written.value is None:
        return Checked(None, written.problems)
    year, month, day = written.value.year, written.value.month, written.value.day
    if month is None or day is None:
        return wrong(asked, "date-whole", value, rule="B57")
    return Checked(date(year, month, day))


def check_first_day(value: str, asked: Asked) -> Checked[date]:
    """A day, or the first of a month or year."""
    written = _written(value, asked)
    one = written.value
    if one is None:
        return Checked(None, written.problems)
    return Checked(date(one.year, one.month or 1, one.day or 1))


def check_last_day(value: str, asked: Asked) -> Checked[date]:
    """A day, or the last of a month or year."""
    written = _written(value, asked)
    one = written.value
    if one is None:
        return Checked(None, written.problems)
    month = one.month or 12
    return Checked(
        date(one.year, month, one.day or calendar.monthrange(one.year, month)[1]), written.problems
    )


def check_partial_date(value: str, asked: Asked) -> Checked[str]:
    """A day, month or year, written back as `2026-01-05`, `2026-01`, `2026`."""
    written = _written(value, asked)
    return Checked(None if written.value is None else str(written.value), written.problems)


def check_month_day(value: str, asked: Asked) -> Checked[tuple[int, int]]:
    """A day of every year: `06-01` or `1.6.`; 29 February is one."""
    iso = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", value)
    finnish = re.fullmatch(r"([0-9]{1,2})\. ?([0-9]{1,2})\.?", value)
    if iso is None and finnish is None:
        return wrong(asked, "month-day-form", value, rule="B57")
    month, day = (
        (int(iso[1]), int(iso[2])) if iso else (int(finnish[2]), int(finnish[1])) if finnish else (0, 0)
    )
    if not _exists(LEAP_YEAR, month, day):
        return wrong(asked, "date-impossible", value, rule="B57")
    return Checked((month, day))


def check_time(value: str, asked: Asked) -> Checked[time]:
    """A time of day: `09:30`, also `9.30`."""
    match = _TIME.fullmatch(value)
    if match is None:
        return wrong(asked, "time-form", value, rule="B60")
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        return wrong(asked, "time-impossible", value, rule="B60")
    return Checked(time(hour, minute))


def _written(value: str, asked: Asked) -> Checked[Written]:
    iso, finnish = _ISO.fullmatch(value), _FINNISH.fullmatch(value)
    if iso is None and finnish is None:
        return wrong(asked, "date-form", value, rule="B57")
    parts = iso.groups() if iso else finnish.groups()[::-1] if finnish else ()
    year, month, day = (int(part) if part else None for part in parts)
    if year is None or year not in YEARS:
        return wrong(asked, "date-year", value, rule="B57", first=YEARS[0], last=YEARS[-1])
    if not _exists(year, 1 if month is None else month, 1 if day is None else day):
        return wrong(asked, "date-impossible", value, rule="B57")
    return Checked(Written(year, month, day))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
