"""C9: ages and periods in texts agree with the rules file. Texts draw them from it: `{card_min_age}`."""

import re
from collections.abc import Iterator, Mapping

from sitegen.model.national import Rules
from sitegen.model.network import SectionText
from sitegen.problems import Problem, error, warning
from sitegen.validate.rules.case import Case
from sitegen.validate.rules.words import place_in

_RANGE = r"(?:(?P<from>\d{1,2})\s*[-–]\s*)?"
_AGE = re.compile(
    _RANGE
    + r"(?<!\d)(?P<age>\d{1,2})[\s\u00a0]*[-–]?[\s\u00a0]*"
    + r"(?:vuot\w+|vuod\w+|v\.|år\b|åring\w*|years?\b|лет|год\w*|سنة|سنوات|عام\w*)"
    + r"|\b(?:under|over|alle|yli|över|aged|до|старше|младше)\s+(?P<bare>\d{1,2})"
    + r"(?!\d|[\s\u00a0]?(?:%|€|e\b|eu|km|min|kl|h\b|шт))"
)
_MONTHS = re.compile(
    r"(?<!\d)(?P<months>\d{1,3})[\s\u00a0]*"
    r"(?:kuukau\w+|kk\b|månad\w*|months?\b|месяц\w*|شهر\w*|أشهر)"
)
_YEAR_OF_VALIDITY = re.compile(r"voimassa|gäller|giltig|valid|действ|صالح|سارية", re.IGNORECASE)
LIKELY_AGES = range(10, 26)
"""Ages that could be a rule of the card; others tell of something else."""

STRICT: Mapping[str, tuple[str, ...]] = {
    "who": ("card_min_age",),
    "get": ("card_min_age",),
    "children": ("child_under_age",),
    "community": ("community_card_under_age",),
}
"""Sections that state the rules, and the ages each may name in figures."""

ALL_AGES = ("card_min_age", "child_under_age", "community_card_under_age")
ONE_YEAR = re.compile(
    r"\{card_valid_months\}|\bvuo(?:den|si)\b|\b12\b|\bett år\b|\b(?:a|one) year\b|\bгод\b|سنة|عام",
    re.IGNORECASE,
)


def c9_region(case: Case) -> Iterator[Problem]:
    """C9 in the region's own texts."""
    rules = case.national.rules
    if rules is not None:
        yield from c9_sections(case.edition.sections, rules.rules)


def c9_sections(sections: tuple[SectionText, ...], rules: Rules) -> Iterator[Problem]:
    """C9: an error in the sections who, get, children and community, elsewhere a warning."""
    for section in sections:
        names = STRICT.get(section.name, ALL_AGES)
        make = error if section.name in STRICT else warning
        ages = tuple(getattr(rules, name) for name in names)
        for offset, written in wrong_numbers(section.body, ages, rules.card_valid_months):
            expected = ", ".join(
                f"{{{name}}} = {getattr(rules, name)}" for name in (*names, "card_valid_months")
            )
            yield make("rule-number", place_in(section, offset), rule="C9", value=written, expected=expected)


def wrong_numbers(text: str, ages: tuple[int, ...], months: int) -> Iterator[tuple[int, str]]:
    """Ages and periods written in figures that are not those of the rules. A range (16–29) is no rule."""
    for match in _AGE.finditer(text):
        number = int(match["age"] or match["bare"])
        if match["from"] or number in ages:
            continue
        is_period = 12 * number == months or not _YEAR_OF_VALIDITY.search(_line(text, match.start()))
        if number in LIKELY_AGES or not is_period:
            yield match.start(), match.group()
    for match in _MONTHS.finditer(text):
        if int(match["months"]) != months and _YEAR_OF_VALIDITY.search(_line(text, match.start())):
            yield match.start(), match.group()


def c6_one_year(case: Case) -> Iterator[Problem]:
    """C6: a permanent region's own text in place of the national one says: one year from issue."""
    if case.region.phase != "permanent":
        return
    for section in case.edition.sections:
        if section.name == "get" and not section.add and not ONE_YEAR.search(section.body):
            yield error("no-validity", section.place, rule="C6", lang=section.lang)


def _line(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : None if end < 0 else end]
