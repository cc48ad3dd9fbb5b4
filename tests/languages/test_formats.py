"""Days, numbers, lists, plurals and telephones in every language, the oracle ICU (BAR 4.2, 4.4)."""

from datetime import date, time
from typing import Any

import icu
import pytest

from sitegen.languages import formats
from sitegen.languages.messages import PAGES, catalogue
from sitegen.languages.table import codes, language

NBSP = "\N{NO-BREAK SPACE}"
DAYS = [date(2026, month, day) for month in range(1, 13) for day in (1, 5, 28)]
NUMBERS = (0, 1, 5, 12, 999, 1234, 98_000, 1_234_567, 0.5, 12.25, 1234.5)
COUNTS = (0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 102, 111)
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.,")
MARKS = str.maketrans("", "", "\u200e\u200f\u061c")


def locale(lang: str) -> icu.Locale:
    """ICU's locale, with the western digits that are read in Finland by everybody."""
    return icu.Locale(f"{language(lang).locale.replace('_', '-')}-u-nu-latn")


def plain(text: str) -> str:
    """A text with its kinds of blanks as one, and without marks of direction."""
    blanks = str.maketrans({NBSP: " ", "\N{NARROW NO-BREAK SPACE}": " "})
    return text.translate(blanks).translate(MARKS).translate(WESTERN)


@pytest.mark.parametrize("lang", codes())
def test_days_as_icu_writes_them(lang: str) -> None:
    long = icu.DateFormat.createDateInstance(icu.DateFormat.LONG, locale(lang))
    long.setTimeZone(icu.TimeZone.getGMT())
    for day in DAYS:
        seconds = (day - date(1970, 1, 1)).days * 86400
        assert plain(formats.date_text(day, lang)) == plain(long.format(float(seconds)))


@pytest.mark.parametrize("lang", codes())
@pytest.mark.parametrize("skeleton", ["MMMMd", "yMMMM"])
def test_parts_of_days_as_icu_writes_them(lang: str, skeleton: str) -> None:
    pattern = icu.DateTimePatternGenerator.createInstance(locale(lang)).getBestPattern(skeleton)
    written = icu.SimpleDateFormat(pattern, locale(lang))
    written.setTimeZone(icu.TimeZone.getGMT())
    for day in (date(2024, month, 5) for month in range(1, 13)):
        seconds = float((day - date(1970, 1, 1)).days * 86400)
        if skeleton == "MMMMd":
            ours = formats.day_and_month(day.month, day.day, lang)
        else:
            ours = formats.month_text(day.year, day.month, lang)
        assert plain(ours) == plain(written.format(seconds))


@pytest.mark.parametrize("lang", codes())
def test_a_day_does_not_break_over_lines(lang: str) -> None:
    assert all(" " not in formats.date_text(day, lang) for day in DAYS)


@pytest.mark.parametrize("lang", codes())
def test_numbers_as_icu_writes_them(lang: str) -> None:
    written = icu.NumberFormat.createInstance(locale(lang))
    for number in NUMBERS:
        assert plain(formats.number(number, lang)) == plain(written.format(number)), number


@pytest.mark.parametrize("lang", codes())
def test_shares_and_lists_as_icu_writes_them(lang: str) -> None:
    percent = icu.NumberFormat.createPercentInstance(locale(lang))
    for share in (0.0, 0.07, 0.53, 1.0):
        assert plain(formats.percent(share, lang)) == plain(percent.format(share))
    lists = icu.ListFormatter.createInstance(locale(lang))
    for parts in (["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]):
        assert plain(formats.list_text(parts, lang)) == plain(lists.format(parts))


@pytest.mark.parametrize("lang", codes())
def test_euros_hold_together_and_stand_where_they_are_expected(lang: str) -> None:
    for euros in (0, 25, 12.5):
        text = formats.money(euros, lang)
        assert "€" in text
        assert " " not in text
        assert plain(text).startswith("€") == (lang == "en")


@pytest.mark.parametrize("lang", codes())
def test_times_have_24_hours(lang: str) -> None:
    mark = "." if lang.partition("-")[0] in ("fi", "sv") else ":"
    expected = "9:00 16:30 0:05".replace(":", mark)
    assert " ".join(formats.time_text(one, lang) for one in (time(9), time(16, 30), time(0, 5))) == expected


@pytest.mark.parametrize("lang", codes())
def test_every_number_has_the_form_of_its_category(lang: str) -> None:
    """Numbers of one category of ICU take one form, those of another take another."""
    rules = icu.PluralRules.forLocale(icu.Locale(language(lang).locale))
    catalogue_of_pages: Any = catalogue(PAGES, lang).translations[0]
    taken = {(rules.select(count), catalogue_of_pages.plural(count)) for count in COUNTS}
    assert len({category for category, _ in taken}) == len({form for _, form in taken}) == len(taken)


@pytest.mark.parametrize("lang", codes())
def test_telephones_are_in_the_writers_groups_or_international(lang: str) -> None:
    shown = formats.phone_text("040 123 4567", "+358 40 123 4567", lang)
    at_home = lang.partition("-")[0] in ("fi", "sv")
    assert shown == ("040 123 4567" if at_home else "+358 40 123 4567").replace(" ", NBSP)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((), ""),
        (("Esteetön wc.", "Ei induktiosilmukkaa.", "Pyörätuolipaikka"), None),
        (("ti 10–12", "to 13–15"), "ti 10–12; to 13–15"),
        (("Soita.", "ruotsiksi: Ring."), "Soita. ruotsiksi: Ring."),
    ],
)
def test_parts_are_joined_without_two_signs_after_each_other(
    parts: tuple[str, ...], text: str | None
) -> None:
    assert formats.joined(parts) == (" ".join(parts) if text is None else text)
