"""The rules across files (DOMAIN section 5): one small function each, by the id in RULES.

A rule gets a case (an edition with its surroundings) and yields problems; it never reads the clock. Adding
one is a function, its line here, its messages, and a folder of `tests/cases-rules/`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.model.national import FiguresFile, OtherMunicipality, Site
from sitegen.model.network import NationalYear, Network
from sitegen.model.region import Region
from sitegen.model.register import Register
from sitegen.problems import Problem, Severity
from sitegen.structs import replace
from sitegen.validate.rules import ages, figures, partners, plain, region, sources, statement, words
from sitegen.validate.rules.case import Case

Rule = Callable[[Case], Iterable[Problem]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("C1", partners.c1_commitment),
    ("C1", partners.c1_first_year),
    ("C2", partners.c2_confirmation),
    ("C3", partners.c3_answer),
    ("C4", region.c4_coordinators),
    ("C5", partners.c5_account),
    ("C6", region.c6_pilot_end),
    ("C6", ages.c6_one_year),
    ("C7", partners.c7_agreed),
    ("C9", ages.c9_region),
    ("C10", words.c10_words),
    ("C10", words.c10_sections),
    ("C10", words.c10_replaced),
    ("C12", words.c12_name),
    ("C15", figures.c15_date_and_source),
    ("C15", figures.c15_told),
    ("C16", region.c16_feedback),
    ("C17", partners.c17_popup),
    ("C18", partners.c18_checked),
    ("C20", figures.c20_fewer),
    ("C21", partners.c21_popup_year),
    ("C22", figures.c22_used_before),
    ("B63", region.phase),
    ("owner", region.owner),
    ("municipality", partners.municipality),
    ("contact", partners.no_contact),
    ("", partners.covers),
    ("PL5", plain.plain_sections),
    ("B68", partners.same_partner),
    ("B68", figures.figure_twice),
    ("B61", region.languages),
    ("", region.sample_voice),
    ("", region.valid_year),
)
"""Rules on an edition by their id in DOMAIN section 5 or BAR section 7, or a word of their own."""

ELSEWHERE: Mapping[str, str] = {
    "C8": "sport and nature venues are the same record as culture: nothing asks for the kind",
    "C11": "the plan makes a PDF and a DOCX of the brochure in every national language",
    "C13": "rules.sources, on the text of every tracked file",
    "C14": "the checks of single values: text, phone, url, choices",
    "C19": "rules.sources, on the text of every tracked file; check/ on what is built",
}
"""Checks of DOMAIN section 5 that are not rules on an edition, and where they are held."""

NOTES_IN_SAMPLES = frozenset(
    {
        *(f"C{number}" for number in range(1, 8)),
        "C10",
        "C16",
        "C17",
        "C18",
        "owner",
        "municipality",
        "contact",
    }
)
"""Rules that only give a note for a region made from public pages (DOMAIN section 5, Samples)."""


def check_edition(case: Case) -> Iterator[Problem]:
    """All rules on an edition; a sample's problems weakened as DOMAIN section 5 says."""
    for id, rule in RULES:
        weak = case.region.is_sample and id in NOTES_IN_SAMPLES
        for problem in rule(case):
            yield replace(problem, severity=Severity.NOTE) if weak else problem


def check_national(
    site: Site, years: tuple[NationalYear, ...], series: FiguresFile | None
) -> Iterator[Problem]:
    """C9, C12 and PL5 in the national texts, C15 and B68 in the national figures."""
    if series is not None:
        yield from figures.series(series)
    yield from words.c12_site(site, years)
    yield from plain.plain_national(years)
    for year in years:
        if year.rules is not None:
            yield from ages.c9_sections(year.sections, year.rules.rules)


def check_regions(
    regions: Mapping[str, Region], others: tuple[OtherMunicipality, ...], register: Register
) -> Iterator[Problem]:
    """What holds between regions."""
    yield from region.aliases(regions)
    yield from region.municipality_twice(regions, others, register)


def check_network(network: Network) -> Iterator[Problem]:
    """What holds of the whole: the statement beside what is published."""
    yield from statement.a39_feedback(network)
    yield from statement.a40_assessed(network)


def check_sources(
    texts: Iterable[tuple[str, str]], site: Site | None, codes: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """C13, C19 and personal codes in the text of every tracked file."""
    return sources.check_all(texts, site, codes)
