"""`sitegen status [REGION]`: what is still to be done, computed from the files."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import (
    FAULT,
    OK,
    PROBLEMS,
    UsageError,
    complain,
    known_regions,
    project_of,
    tell,
    why,
)
from sitegen.commands.days import today_of
from sitegen.languages.messages import Catalogue
from sitegen.project import Project

if TYPE_CHECKING:
    from datetime import date

    from sitegen.year.status_data import Status

NAME = "status"
ENDINGS = {"text": ".txt", "json": ".json", "xlsx": ".xlsx"}


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", nargs="?", help=say.get("help.status.region"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.year.edition"))
    command.add_argument("--today", metavar="DATE", help=say.get("help.status.today"))
    command.add_argument(
        "--format", choices=tuple(ENDINGS), default="text", help=say.get("help.status.format")
    )
    command.add_argument("--out", type=Path, metavar="FILE", help=say.get("help.status.out"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the checklist or write it; 0 also where points are open.

    1 where the files make no network, 3 where the disk fails.
    """
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.files import BrokenFileError
    from sitegen.year.status import network_checklists

    today = today_of(options.today, say)
    project = project_of(options)
    _check_out(options, project, say)
    regions = known_regions(project, (options.region,), say) if options.region else ()
    try:
        if regions:
            found = _of_region(project, regions[0], today, options.edition, say)
            return _give(_region_data(found, options.format, say), options.out, say)
        every = network_checklists(project, today, options.edition)
        return _give(_network_data(every, options.format, say), options.out, say)
    except BrokenFileError as broken:
        print_report(report(broken.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS


def _of_region(project: Project, region: str, today: "date", year: int | None, say: Catalogue) -> "Status":
    from sitegen.year.status import region_checklist

    found = region_checklist(project, region, today, year)
    if found is None:
        raise UsageError(say.get("year.no-edition", region=region, year=year or ""))
    return found


def _region_data(found: "Status", format: str, say: Catalogue) -> bytes:
    from sitegen.year.status_text import as_data, as_text

    if format == "xlsx":
        from sitegen.year.status_excel import region_excel

        return region_excel(found, say)
    return _json(as_data(found, say)) if format == "json" else as_text(found, say).encode()


def _network_data(found: "tuple[Status, ...]", format: str, say: Catalogue) -> bytes:
    from sitegen.year.status_text import as_data, as_table

    if format == "xlsx":
        from sitegen.year.status_excel import network_excel

        return network_excel(found, say)
    return _json([as_data(one, say) for one in found]) if format == "json" else as_table(found, say).encode()


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _give(data: bytes, out: Path | None, say: Catalogue) -> int:
    if out is None:
        sys.stdout.write(data.decode())
        return OK
    try:
        out.write_bytes(data)
    except OSError as fault:
        complain(say.get("year.disk", file=out, fault=why(fault, say)))
        return FAULT
    tell(say.get("year.written", file=out))
    return OK


def _check_out(options: argparse.Namespace, project: Project, say: Catalogue) -> None:
    """A file of the format's kind, never in a site: the checklist is not public."""
    from sitegen.cards.private import is_in_site

    out: Path | None = options.out
    if out is None:
        if options.format == "xlsx":
            raise UsageError(say.get("status.needs-out"))
        return
    if out.suffix != ENDINGS[options.format]:
        raise UsageError(say.get("status.ending", file=out, ending=ENDINGS[options.format]))
    if is_in_site(out.absolute().parent, project):
        raise UsageError(say.get("papers.in-site", folder=out))
