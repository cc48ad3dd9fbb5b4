"""`content/`: the site, the national years, the other municipalities, moved addresses."""

from collections.abc import Iterator
from typing import Any

from sitegen.load.nodes import RawFile, RawProject, RawYear
from sitegen.model.national import (
    DatesFile,
    FiguresFile,
    Move,
    MovedFile,
    NetworkFile,
    NetworkSize,
    OtherMunicipality,
    RulesFile,
    Site,
)
from sitegen.model.network import NationalYear
from sitegen.model.sections import PARTNER_SECTIONS, QUESTIONS, SECTIONS
from sitegen.model.statement import STATEMENT_WORDS, StatementFile
from sitegen.problems import Place, Problem, Severity, error, problem
from sitegen.structs import Struct
from sitegen.validate.context import Checked, Context
from sitegen.validate.files import read_file
from sitegen.validate.populations import read_populations
from sitegen.validate.sections import read_sections


class National(Struct, frozen=True):
    """What `content/` holds."""

    site: Site | None
    years: tuple[NationalYear, ...]
    others: tuple[OtherMunicipality, ...]
    moved: tuple[Move, ...]
    in_use: NetworkSize | None
    figures: FiguresFile | None
    statement: StatementFile | None


def read_national(raw: RawProject, context: Context) -> tuple[National, tuple[Problem, ...]]:
    """Everything national and its problems."""
    problems: list[Problem] = []
    site = _read(raw.site, Site, context, problems)
    if raw.site is None and "site" not in raw.broken:
        problems.append(error("file-absent", Place("content"), file="content/site.yaml"))
    network = _read(raw.network, NetworkFile, context, problems)
    moved = _read(raw.moved, MovedFile, context, problems)
    figures = _read(raw.figures, FiguresFile, context, problems)
    statement = _read(raw.statement, StatementFile, context, problems)
    years = []
    for raw_year in sorted(raw.years, key=lambda one: one.year):
        outcome = _read_year(raw_year, context)
        problems += outcome.problems
        if outcome.value is not None:
            years.append(outcome.value)
    if raw.statement is None and "statement" not in raw.broken and _asks_for_facts(raw):
        problems.append(error("file-absent", Place("content"), file="content/statement.yaml"))
    if not raw.years:
        problems.append(error("national-absent", Place("content")))
    national = National(
        site,
        tuple(years),
        network.municipalities if network is not None else (),
        moved.moved if moved is not None else (),
        network.in_use if network is not None else None,
        figures,
        statement,
    )
    return national, tuple(problems)


def _asks_for_facts(raw: RawProject) -> bool:
    """Whether a statement says something with a word that stands for a fact of statement.yaml."""
    bodies = [text.body for year in raw.years for _, name, text in year.texts if name == "statement"]
    return any(f"{{{word}}}" in body for body in bodies for word in STATEMENT_WORDS)


def _read(file: RawFile | None, record: type, context: Context, problems: list[Problem]) -> Any:
    if file is None:
        return None
    outcome = read_file(file, record, context)
    problems += outcome.problems
    return outcome.value


def _read_year(raw: RawYear, context: Context) -> Checked[NationalYear]:
    problems: list[Problem] = []
    files = {file.path.rpartition("/")[2].removesuffix(".yaml"): file for file in raw.files}
    rules = _read(files.get("rules"), RulesFile, context, problems)
    if "rules" not in files and "rules" not in raw.broken:
        problems.append(error("file-absent", Place(raw.path), file=f"{raw.path}/rules.yaml"))
    dates = _read(files.get("dates"), DatesFile, context, problems)
    sections = read_sections(raw.texts, context, national=True)
    problems += sections.problems
    problems += _missing_sections(raw, context)
    populations = read_populations(raw.populations, f"{raw.path}/populations.csv", context.register)
    problems += populations.problems
    year = NationalYear(
        raw.year,
        rules,
        dates.dates if dates is not None else (),
        sections.value or (),
        populations.value or (),
    )
    return Checked(year, tuple(problems))


def _missing_sections(raw: RawYear, context: Context) -> Iterator[Problem]:
    """The five questions exist in the main language; what else is missing falls back, and is told (C10).

    Partners' texts are for employees: a note. Texts whose file could not be read are reported already.
    """
    given = {(lang, name) for lang, name, _ in raw.texts} | {
        (lang, name) for lang, slash, name in (one.partition("/") for one in raw.broken) if slash
    }
    if not context.languages:
        return
    main, *others = context.languages
    for name in SECTIONS:
        place = Place(raw.path)
        if (main, name) not in given:
            severity = Severity.ERROR if name in QUESTIONS else Severity.WARNING
            yield problem("national-section", severity, place, rule="C10", section=name, lang=main)
            continue
        for lang in others:
            if (lang, name) not in given:
                severity = Severity.NOTE if name in PARTNER_SECTIONS else Severity.WARNING
                yield problem("national-section", severity, place, rule="C10", section=name, lang=lang)
