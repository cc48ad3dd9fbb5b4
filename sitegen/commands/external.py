"""`sitegen check --links --external`: addresses elsewhere, reported by partner."""

import argparse
import sys
from typing import TYPE_CHECKING

from sitegen.commands.common import FAULT, PROBLEMS, complain, tell, why
from sitegen.commands.days import today_of
from sitegen.languages.messages import Catalogue
from sitegen.problems import Problem, report
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.links.run import Looked


def look_elsewhere(
    project: Project,
    regions: tuple[str, ...],
    inside: tuple[Problem, ...],
    options: argparse.Namespace,
    say: Catalogue,
) -> int:
    """Try the addresses elsewhere and print them by partner; `inside`: dead links of the finished site."""
    from sitegen.build.reading import read
    from sitegen.links.client import Manners
    from sitegen.links.run import look
    from sitegen.progress import progress
    from sitegen.reporting import print_report

    today = today_of(options.today, say)
    reading = read(project, options.edition)
    if reading.network is None:
        print_report(report(reading.problems), project.root, say.lang, options.format, sys.stdout)
        return PROBLEMS
    try:
        with progress(sys.stderr, say) as step:
            found = look(
                project,
                reading.network,
                regions,
                Manners(pause=options.pause),
                today,
                lambda done, total: step("links", done, total),
            )
    except OSError as fault:
        complain(say.get("links.disk", fault=why(fault, say)))
        return FAULT
    whole = report((*(one for _, one in found.found), *inside))
    if options.format == "text":
        _tell_by_partner(found, inside, project, say)
    else:
        print_report(whole, project.root, say.lang, options.format, sys.stdout)
    return whole.exit_code(strict=options.strict)


def _tell_by_partner(found: "Looked", inside: tuple[Problem, ...], project: Project, say: Catalogue) -> None:
    from sitegen.links.telling import by_partner
    from sitegen.reporting import print_report

    for line in by_partner(found.found, say):
        tell(line)
    if inside:
        print_report(report(inside), project.root, say.lang, "text", sys.stdout)
    tell(say.get("links.done", count=found.addresses, tried=found.tried, wrong=len(found.found)))
