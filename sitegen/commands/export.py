"""`sitegen export`: a region's data as a workbook, or as one CSV file for each list."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import OK, PROBLEMS, UsageError, known_regions, project_of, tell
from sitegen.commands.yearly import edition_in_copy
from sitegen.languages.messages import Catalogue
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.exchange.source import Source
    from sitegen.problems import Problem

NAME = "export"
ENDINGS = (".xlsx", ".csv")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", help=say.get("help.export.region"))
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help=say.get("help.export.out"))
    command.add_argument("--municipality", metavar="NAME", help=say.get("help.export.municipality"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.export.edition"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write the file; what cannot be exported is reported, and nothing is written."""
    from sitegen.exchange.csv_lists import csv_bytes
    from sitegen.exchange.grids import grids_of, instructions
    from sitegen.exchange.workbook import workbook_bytes
    from sitegen.problems import report
    from sitegen.reporting import print_report

    project = project_of(options)
    (region,) = known_regions(project, [options.region], say)
    _check_target(project, options.out, say)
    source, problems = _source(project, region, options.edition, say)
    if source is None:
        print_report(report(problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    grids = grids_of(source, say, _municipality(options.municipality, source, say))
    if options.out.suffix.casefold() == ".csv":
        files = {
            options.out.with_name(f"{options.out.stem}-{grid.name}.csv"): csv_bytes(grid) for grid in grids
        }
    else:
        files = {options.out: workbook_bytes((instructions(source, say), *grids))}
    for path in files:
        if path.exists():
            raise UsageError(say.get("error.exists", file=path))
    for path, data in files.items():
        path.write_bytes(data)
        tell(say.get("export.written", file=path, region=region, year=source.year))
    return OK


def _source(
    project: Project, region: str, year: int | None, say: Catalogue
) -> tuple["Source | None", tuple["Problem", ...]]:
    """The edition; a year that is not there yet as `new edition` would make it."""
    from sitegen.exchange.source import load_source

    if year is None or (project.regions / region / str(year)).is_dir():
        return load_source(project, region, year)
    with edition_in_copy(project, region, year, say) as copy:
        return load_source(copy, region, year)


def _municipality(name: str | None, source: "Source", say: Catalogue) -> str | None:
    """The code of the municipality asked for, which must be the region's: an empty workbook helps nobody."""
    if name is None:
        return None
    register = source.context.register
    own = {code: one for one in source.municipalities if (code := register.code(one)) is not None}
    code = register.code(name)
    if code is None:
        raise UsageError(say.get("error.no-municipality", name=name, known=", ".join(own.values())))
    if code not in own:
        raise UsageError(say.get("error.other-municipality", name=name, known=", ".join(own.values())))
    return code


def _check_target(project: Project, out: Path, say: Catalogue) -> None:
    """Not a folder, not below build/ (it is published), and of a kind that can be written."""
    if out.suffix.casefold() not in ENDINGS:
        raise UsageError(say.get("error.export-ending", file=out))
    if not out.parent.is_dir():
        raise UsageError(say.get("error.no-folder", folder=out.parent))
    if out.resolve().is_relative_to(project.build.resolve()):
        raise UsageError(say.get("error.export-build", file=out))
