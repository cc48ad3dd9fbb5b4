"""`sitegen new region ID`: a folder to begin with. `sitegen new edition REGION YEAR`: its next year."""

import argparse
import sys
from typing import TYPE_CHECKING

from sitegen.commands.common import OK, PROBLEMS, UsageError, known_regions, project_of, tell
from sitegen.languages.messages import Catalogue
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.year.edition import NewEdition

NAME = "new"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("what", choices=("region", "edition"), help=say.get("help.new.what"))
    command.add_argument("id", metavar="ID", help=say.get("help.new.id"))
    command.add_argument("year", metavar="YEAR", type=int, nargs="?", help=say.get("help.new.year"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Make the folder and say what to do next. 1 where last year's files cannot be read."""
    project = project_of(options)
    if options.what == "edition":
        return _edition(project, options, say)
    if options.year is not None:
        raise UsageError(say.get("new.region-year", year=options.year))
    return _region(project, options.id, say)


def _region(project: Project, id: str, say: Catalogue) -> int:
    from sitegen.scaffold import ScaffoldError, new_region

    try:
        made = new_region(project, id, say.lang)
    except ScaffoldError as refused:
        raise UsageError(say.get(f"new.{refused.reason}", id=id)) from refused
    tell(say.get("new.made", folder=project.relative(made)))
    return OK


def _edition(project: Project, options: argparse.Namespace, say: Catalogue) -> int:
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.edition import EditionError, new_edition
    from sitegen.year.files import BrokenFileError

    if options.year is None:
        raise UsageError(say.get("new.edition-year", id=options.id))
    (region,) = known_regions(project, (options.id,), say)
    try:
        made = new_edition(project, region, options.year)
    except EditionError as refused:
        raise UsageError(say.get(f"new.{refused.reason}", id=region, **refused.values)) from refused
    except BrokenFileError as broken:
        print_report(report(broken.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    for line in _lines(made, region, project, say):
        tell(line)
    return OK


def _lines(made: "NewEdition", region: str, project: Project, say: Catalogue) -> list[str]:
    """What was made, what was left out, what to do next."""
    folder = project.relative(made.folder)
    lines = [
        say.get(
            "new.edition-made",
            folder=folder,
            distributors=made.distributors,
            venues=made.venues,
            texts=made.texts,
            year=made.source_year,
        )
    ]
    for reason in ("stops", "ended"):
        names = [one.name for one in made.left_out if one.reason == reason]
        if names:
            lines.append(say.get(f"new.edition-{reason}", names=", ".join(names)))
    if made.still_new:
        lines.append(say.get("new.edition-still-new", names=", ".join(made.still_new)))
    if made.not_carried:
        lines.append(say.get("new.edition-not-carried", fields=", ".join(made.not_carried)))
    if made.statistics:
        lines.append(say.get("new.edition-statistics"))
    if made.own_fields:
        lines.append(say.get("new.edition-own-fields", fields=", ".join(made.own_fields)))
    todo = []
    if made.popups:
        days = ", ".join(f"{one.name} ({one.days})" for one in made.popups)
        todo.append(say.get("new.edition-popups", venues=days, file=f"{folder}/venues.yaml"))
    if made.events:
        todo.append(say.get("new.edition-events", events=", ".join(made.events)))
    if made.naming_the_year:
        todo.append(
            say.get("new.edition-texts", year=made.source_year, files=", ".join(made.naming_the_year))
        )
    todo.append(say.get("new.edition-answers", region=region))
    todo.append(say.get("new.edition-status", region=region))
    if made.pinned:
        lines.append(say.get("new.edition-pinned", region=region))
    todo.append(say.get("new.edition-publish", region=region, year=made.year))
    return [*lines, "", say.get("new.edition-next"), *(f"  - {one}" for one in todo)]
