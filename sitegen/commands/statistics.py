"""`sitegen statistics REGION`: the region's figures on one page, for the feedback meeting."""

import argparse
from pathlib import Path

from sitegen.commands.common import (
    FAULT,
    OK,
    PROBLEMS,
    UsageError,
    add_edition,
    complain,
    project_of,
    tell,
    why,
)
from sitegen.commands.papers import add_region, edition_asked_for, rendered
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.project import Project

NAME = "statistics"
ENDINGS = (".docx", ".pdf")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_region(command, say)
    add_edition(command, say)
    command.add_argument(
        "--out", type=Path, metavar="FILE", required=True, help=say.get("help.statistics.out")
    )


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write the sheet, in `--lang` or else the region's own language.

    1 where errors of the content stand in the way, 3 where the disk fails.
    """
    from sitegen.year.deliveries import own_language
    from sitegen.year.statistics_sheet import sheet_job, statistics_sheet

    project = project_of(options)
    _check_out(options.out, project, say)
    asked = edition_asked_for(project, options.region, options.edition, say)
    if asked is None:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    network, edition = asked
    if not edition.figures:
        raise UsageError(say.get("statistics.none", region=edition.region_id, year=edition.year))
    words = catalogue(say.domain, options.lang or own_language(edition))
    document = statistics_sheet(edition, network, words)
    if options.out.suffix == ".docx":
        from sitegen.render.docx import render_docx

        data = render_docx(document)
    else:
        from sitegen.render.print_html import read_print_theme

        job = sheet_job(document, read_print_theme(project.theme()))
        data = rendered({"sheet": job}, project, say)["sheet"]
    try:
        options.out.write_bytes(data)
    except OSError as fault:
        complain(say.get("year.disk", file=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.get("year.written", file=options.out))
    return OK


def _check_out(out: Path, project: Project, say: Catalogue) -> None:
    from sitegen.cards.private import is_in_site

    if out.suffix not in ENDINGS:
        raise UsageError(say.get("statistics.ending", file=out))
    if is_in_site(out.absolute().parent, project):
        raise UsageError(say.get("papers.in-site", folder=out))
