"""`sitegen import`: a workbook or CSV list back into the YAML, the difference shown first."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import OK, PROBLEMS, UsageError, known_regions, project_of, tell
from sitegen.commands.yearly import edition_in_copy, made_edition
from sitegen.languages.messages import PROBLEMS as MESSAGES
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.problems import Place, Problem, Report, Severity, error
from sitegen.project import Project
from sitegen.structs import Struct

if TYPE_CHECKING:
    from sitegen.exchange.drafts import Comparison
    from sitegen.exchange.grid import Filled
    from sitegen.exchange.source import Source

NAME = "import"
YES = {"fi": ("k", "kyllä"), "sv": ("j", "ja"), "en": ("y", "yes")}


class Work(Struct, frozen=True):
    """What is brought in: the file, its sheets, and the cells that could not be read."""

    region: str
    file: Path
    sheets: "tuple[Filled, ...]"
    unread: tuple[Problem, ...]


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", help=say.get("help.import.region"))
    command.add_argument("file", type=Path, metavar="FILE", help=say.get("help.import.file"))
    command.add_argument("--yes", action="store_true", help=say.get("help.import.yes"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.import.edition"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Show what would change; with `--yes` or a yes at the terminal change it. 1 where a cell is wrong."""
    from sitegen.exchange.read import read_file

    project = project_of(options)
    (region,) = known_regions(project, [options.region], say)
    if not options.file.is_file():
        raise UsageError(say.get("error.no-file", file=options.file))
    if options.file.suffix.casefold() not in (".xlsx", ".csv"):
        raise UsageError(say.get("error.export-ending", file=options.file))
    sheets, unread = read_file(options.file)
    strange = tuple(_origins(sheets, region, options.file.name))
    if strange or not sheets:
        return _refuse((*strange, *unread), options.file, project, say)
    work = Work(region, options.file, sheets, unread)
    year = options.edition or sheets[0].origin.year
    if not (project.regions / region / str(year)).is_dir():
        return _into_new_edition(project, year, work, options, say)
    return _into(project, year, work, options, say)


def _origins(sheets: "tuple[Filled, ...]", region: str, file: str) -> Iterator[Problem]:
    """The file is of this region, and of one year."""
    others = {sheet.origin.region: sheet for sheet in reversed(sheets) if sheet.origin.region != region}
    for other, sheet in others.items():
        yield error("sheet-region", sheet.place(2), value=other, region=region)
    years = sorted({sheet.origin.year for sheet in sheets})
    if len(years) > 1:
        yield error("sheet-years", Place(file), years=", ".join(str(year) for year in years))


def _into(project: Project, year: int, work: Work, options: argparse.Namespace, say: Catalogue) -> int:
    read = _compared(project, year, work, say)
    if isinstance(read, int):
        return read
    if not _show(*read, say) or not _agreed(options, say):
        return OK
    _write(project, *read, say)
    return OK


def _into_new_edition(
    project: Project, year: int, work: Work, options: argparse.Namespace, say: Catalogue
) -> int:
    """The edition is made in a copy first: nothing is written before the difference was seen."""
    with edition_in_copy(project, work.region, year, say) as copy:
        tell(say.get("import.new-edition", year=year))
        read = _compared(copy, year, work, say)
        if isinstance(read, int):
            return read
        _show(*read, say)
        if not _agreed(options, say):
            return OK
    made_edition(project, work.region, year, say)
    read = _compared(project, year, work, say, quiet=True)
    if isinstance(read, int):
        return read
    _write(project, *read, say)
    return OK


def _compared(
    project: Project, year: int, work: Work, say: Catalogue, *, quiet: bool = False
) -> "tuple[Source, Comparison] | int":
    """What would change; an exit code where something is wrong, which is reported with a marked copy."""
    from sitegen.exchange.checking import check_draft
    from sitegen.exchange.compare import compare
    from sitegen.exchange.source import load_source

    source, problems = load_source(project, work.region, year)
    own = work.sheets[0].origin.year
    base, more = load_source(project, work.region, own) if own != year else (None, ())
    if source is None or more:
        return _refuse((*problems, *more), work.file, project, say)
    comparison, unmatched = compare(source, work.sheets, say.lang, base)
    checked = (one for draft in comparison.drafts for one in check_draft(draft, source, say))
    found = (*work.unread, *unmatched, *checked)
    if any(one.severity is Severity.ERROR for one in found):
        return _refuse(found, work.file, project, say)
    if found and not quiet:
        _print(found, project, say)
    return source, comparison


def _refuse(problems: tuple[Problem, ...], file: Path, project: Project, say: Catalogue) -> int:
    from sitegen.exchange.notes import write_copy

    _print(problems, project, say)
    copy = write_copy(file, problems, catalogue(MESSAGES, say.lang), say.get("import.copy-word"))
    tell(say.get("import.nothing"))
    if copy is not None:
        tell(say.get("import.copy", file=copy))
    return PROBLEMS


def _print(problems: tuple[Problem, ...], project: Project, say: Catalogue) -> None:
    """In the order of the cells, which is the order they were found in."""
    from sitegen.reporting import print_report

    print_report(Report(tuple(dict.fromkeys(problems))), project.root, say.lang, "text", sys.stdout)


def _show(source: "Source", comparison: "Comparison", say: Catalogue) -> bool:
    """Tell the difference; whether there is any."""
    from sitegen.exchange.telling import counted, difference

    for line in difference(comparison, (say.lang, *source.context.languages), say):
        tell(line)
    count = counted(comparison, say)
    tell(say.get("import.count", count=count) if count else say.get("import.same"))
    return bool(count)


def _agreed(options: argparse.Namespace, say: Catalogue) -> bool:
    """`--yes`, or a yes at the terminal. Without either the difference was only shown."""
    if options.yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        tell(say.get("import.only-shown"))
        return False
    sys.stdout.write(say.get("import.question") + " ")
    sys.stdout.flush()
    agreed = sys.stdin.readline().strip().casefold() in YES[say.lang]
    if not agreed:
        tell(say.get("import.nothing"))
    return agreed


def _write(project: Project, source: "Source", comparison: "Comparison", say: Catalogue) -> None:
    from sitegen.exchange.apply import new_texts, write

    texts = new_texts(project, source, comparison.drafts)
    write(texts)
    for path in texts:
        tell(say.get("import.written", file=project.relative(path)))
    tell(say.get("import.next", region=source.region))
