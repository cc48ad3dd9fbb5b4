"""`sitegen status [REGION]`: what is still to be done, computed from the files."""

import argparse
import json
import sys
from dataclasses import replace

from sitegen.commands.common import OK, PROBLEMS, UsageError, known_regions, project_of
from sitegen.commands.days import today_of
from sitegen.languages.messages import Catalogue

NAME = "status"
FORMATS = ("text", "json")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", nargs="?", help=say.get("help.status.region"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.year.edition"))
    command.add_argument("--today", metavar="DATE", help=say.get("help.status.today"))
    command.add_argument("--format", choices=FORMATS, default="text", help=say.get("help.status.format"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the checklist; 0 also where points are open. 1 where the files make no network."""
    from sitegen.build.reading import read
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.status import network_status, region_status
    from sitegen.year.status_text import as_data, as_table, as_text

    today = today_of(options.today, say)
    project = project_of(options)
    regions = known_regions(project, (options.region,), say) if options.region else ()
    reading = read(project)
    if reading.network is None:
        print_report(report(reading.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    if regions:
        found = region_status(reading, regions[0], today, options.edition, project.build)
        if found is None:
            year = options.edition or reading.network.site.edition
            raise UsageError(say.get("year.no-edition", region=regions[0], year=year))
        entry = reading.network.region(regions[0])
        if entry is not None and entry.published != found.year:
            # A draft's errors are warnings until its year is published; here they count as what they will be.
            draft = replace(reading, problems=read(project, found.year).problems)
            found = region_status(draft, regions[0], today, found.year, project.build) or found
        text = as_text(found, say)
        data: object = as_data(found, say)
    else:
        all_of_them = network_status(reading, today, options.edition, project.build)
        text = as_table(all_of_them, say)
        data = [as_data(one, say) for one in all_of_them]
    sys.stdout.write(
        json.dumps(data, ensure_ascii=False, indent=2) + "\n" if options.format == "json" else text
    )
    return OK
