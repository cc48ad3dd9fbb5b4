"""Dates, numbers, sizes and telephone numbers as a language writes them (CLDR through Babel, BAR 4.2).

Dates carry the month's name in running text; times are 24-hour in every language. Everything here is a
function of its arguments: no clock, no locale of the machine (BAR R05).
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from sitegen.languages.table import language

NBSP = "\N{NO-BREAK SPACE}"
_KILO = {"fi": "kt", "sv": "kB", "en": "kB", "ru": "кБ", "ar": "كيلوبايت"}
_PLURALS_SEEN = 200  # every category of every language occurs below it
_MEGA = {"fi": "Mt", "sv": "MB", "en": "MB", "ru": "МБ", "ar": "ميغابايت"}


@lru_cache(maxsize=16)
def _locale(lang: str) -> Locale:
    return Locale.parse(language(lang).locale)


def read_rules(lang: str) -> None:
    """Read a language's rules now instead of with its first date."""
    assert _locale(lang).date_formats


def _speech(lang: str) -> str:
    return lang.partition("-")[0]


@lru_cache(maxsize=4096)
def date_text(day: date, lang: str) -> str:
    """`5. tammikuuta 2026`, `5 januari 2026`: the long form, its spaces not broken over lines."""
    return format_date(day, "long", locale=_locale(lang)).replace(" ", NBSP)


@lru_cache(maxsize=4096)
def date_short(day: date, lang: str) -> str:
    """`5.1.2026` in Finnish, Swedish and Russian, `5 Jan 2026` in English, numbers with slashes in Arabic."""
    if _speech(lang) in ("fi", "sv"):
        return f"{day.day}.{day.month}.{day.year}"
    if _speech(lang) == "ru":
        return f"{day.day:02}.{day.month:02}.{day.year}"
    if _speech(lang) == "ar":
        return f"{day.day}/{day.month}/{day.year}"
    return format_date(day, "d MMM y", locale=_locale(lang)).replace(" ", NBSP)


@lru_cache(maxsize=1024)
def day_and_month(month: int, day: int, lang: str) -> str:
    """A day of every year: `1. kesäkuuta`, `1 juni`, `1 June`."""
    leap = date(2024, month, day)
    return format_skeleton("MMMMd", leap, locale=_locale(lang)).replace(" ", NBSP)


@lru_cache(maxsize=256)
def month_text(year: int, month: int, lang: str) -> str:
    """A month: `kesäkuu 2026`."""
    return format_skeleton("yMMMM", date(year, month, 1), locale=_locale(lang)).replace(" ", NBSP)


def period(first: date, last: date, lang: str) -> str:
    """From a day to a day, both included: `1.7.–14.7.2026`, `1–14 July 2026`."""
    if _speech(lang) in ("fi", "sv") and first.year == last.year:
        return f"{first.day}.{first.month}.–{last.day}.{last.month}.{last.year}"
    return f"{date_short(first, lang)}{NBSP}– {date_short(last, lang)}"


def time_text(moment: time, lang: str) -> str:
    """24 hours in every language: `9.30` in Finnish, `9:30` elsewhere."""
    mark = "." if _speech(lang) in ("fi", "sv") else ":"
    return f"{moment.hour}{mark}{moment.minute:02}"


@lru_cache(maxsize=4096)
def number(value: int | float, lang: str) -> str:
    """A number with the language's signs; western digits in every language."""
    return format_decimal(value, locale=_locale(lang))


def percent(share: float, lang: str) -> str:
    """A share between 0 and 1 as whole per cent."""
    return format_percent(share, locale=_locale(lang))


def money(euros: int | float, lang: str) -> str:
    """Euros, without cents where there are none: `25 €`, `€25`."""
    pattern = (
        None if euros != int(euros) else "¤#,##0" if _speech(lang) == "en" else "#,##0\N{NO-BREAK SPACE}¤"
    )
    return format_currency(
        euros, "EUR", format=pattern, locale=_locale(lang), currency_digits=pattern is None
    )


def cents(amount: int, lang: str) -> str:
    """Cents as euros, always with two decimals: `1 234,50 €`, `€1,234.50`."""
    return format_currency(Decimal(amount) / 100, "EUR", locale=_locale(lang))


def file_size(size: int, lang: str) -> str:
    """Bytes in thousands or millions with the language's unit: `212 kt`, `1,2 Mt` (BAR A13)."""
    speech = _speech(lang)
    if size < 1_000_000:
        return f"{number(max(1, round(size / 1000)), lang)}{NBSP}{_KILO[speech]}"
    return f"{number(round(size / 1_000_000, 1), lang)}{NBSP}{_MEGA[speech]}"


@lru_cache(maxsize=16)
def plural_examples(lang: str) -> tuple[tuple[str, int], ...]:
    """The plural categories that whole numbers have in the language, each with its smallest number."""
    found: dict[str, int] = {}
    for value in range(_PLURALS_SEEN):
        found.setdefault(_locale(lang).plural_form(value), value)
    return tuple(sorted(found.items()))


def list_text(parts: Sequence[str], lang: str) -> str:
    """`a, b ja c`."""
    return format_list(list(parts), locale=_locale(lang))


def phone_text(written: str, international: str, lang: str) -> str:
    """A telephone number as read (BAR N5): as the writer grouped it in fi and sv, with +358 elsewhere.

    `international` is the number as `+358 …` with the groups of the writer.
    """
    shown = written if _speech(lang) in ("fi", "sv") else international
    return shown.replace(" ", NBSP)


def joined(parts: Iterable[str]) -> str:
    """Parts one after the other: a sentence has its own end, others are parted by a semicolon."""
    text = ""
    for part in parts:
        text += f"{' ' if text.endswith(('.', '!', '?')) else '; '}{part}" if text else part
    return text
