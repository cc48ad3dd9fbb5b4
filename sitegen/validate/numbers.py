"""Numbers: counts, years, decimals, published figures."""

import re
from decimal import Decimal

from sitegen.validate.context import Asked, Checked, wrong

UNDER = "under-5"
LEAST_FIGURE = 5
MOST_DIGITS = 9
YEARS = range(1900, 2101)


def check_integer(value: str, asked: Asked) -> Checked[int]:
    """0 or more, digits only."""
    if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", value):
        return Checked(int(value))
    digits = re.sub(r"[\s.]", "", value)
    if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", digits):
        return wrong(asked, "number-digits", value, rule="B76", suggestion=digits)
    return wrong(asked, "number-integer", value, rule="B76")


def check_number(value: str, asked: Asked) -> Checked[Decimal]:
    """0 or more, decimals with a point or a comma; no unit (B76)."""
    if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}(?:[.,][0-9]{{1,4}})?", value):
        return Checked(Decimal(value.replace(",", ".")))
    inside = re.search(r"[0-9]+(?:[.,][0-9]+)?", value)
    if inside:
        return wrong(asked, "number-digits", value, rule="B76", suggestion=inside.group())
    return wrong(asked, "number-form", value, rule="B76")


def check_figure(value: str, asked: Asked) -> Checked[int]:
    """A published figure: 0, 5 or more. One of 1-4 could tell of a person: `under-5`, and no value."""
    if value == UNDER:
        return Checked()
    number = check_integer(value, asked)
    if number.value is not None and 0 < number.value < LEAST_FIGURE:
        return wrong(asked, "figure-small", rule="C15", suggestion=UNDER)
    return number


def check_year(value: str, asked: Asked) -> Checked[int]:
    """Four digits, 1900 to 2100."""
    if re.fullmatch(r"[0-9]{4}", value) and int(value) in YEARS:
        return Checked(int(value))
    return wrong(asked, "year-form", value, rule="B57")
