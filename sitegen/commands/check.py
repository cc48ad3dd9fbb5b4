"""`sitegen check`: every problem of the content; on request of the finished site and its links."""

import argparse
import sys
from pathlib import Path

from sitegen.commands.common import UsageError, add_content, known_regions, project_of
from sitegen.languages.messages import Catalogue
from sitegen.problems import Report
from sitegen.project import Project

NAME = "check"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_content(command, say)
    command.add_argument("--built", action="store_true", help=say.get("help.check.built"))
    command.add_argument("--links", action="store_true", help=say.get("help.check.links"))
    command.add_argument("--external", action="store_true", help=say.get("help.check.external"))
    command.add_argument("--out", type=Path, metavar="DIR", help=say.get("help.check.out"))
    command.add_argument("--base-url", metavar="URL", help=say.get("help.base-url"))
    command.add_argument("--pause", type=float, default=0.5, metavar="S", help=say.get("help.check.pause"))
    command.add_argument("--today", metavar="DATE", help=say.get("help.check.today"))
    command.add_argument("--keep-going", action="store_true", help=say.get("help.deploy.keep-going"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the report; 1 where something stops a build, a publish, or leads nowhere."""
    from sitegen.reporting import print_report

    project = project_of(options)
    regions = known_regions(project, options.regions, say)
    _check_options(options, say)
    if options.external:
        from sitegen.commands.external import look_elsewhere

        inside = () if regions else _report(project, regions, options).problems
        return look_elsewhere(project, regions, inside, options, say)
    report = _report(project, regions, options)
    print_report(report, project.root, say.lang, options.format, sys.stdout)
    return report.exit_code(strict=options.strict)


def _check_options(options: argparse.Namespace, say: Catalogue) -> None:
    if options.external and not options.links:
        raise UsageError(say.get("check.external-alone"))
    if options.pause < 0:
        raise UsageError(say.get("usage.wrong.number", argument="--pause", value=options.pause))
    if options.built and options.links:
        raise UsageError(say.get("check.built-links"))
    for name in ("regions", "edition"):
        if getattr(options, name) and (options.built or (options.links and not options.external)):
            raise UsageError(say.get("check.whole", argument=name))


def _report(project: Project, regions: tuple[str, ...], options: argparse.Namespace) -> Report:
    from sitegen.build import check

    if not options.built and not options.links:
        return check(project, regions, options.edition)
    from sitegen.deploy.built import read_built
    from sitegen.deploy.refusals import Gate, refusals, unlinked

    gate = Gate(
        project,
        (options.out or project.build).absolute(),
        base_url=options.base_url,
        keep_going=options.keep_going,
    )
    built = read_built(gate.folder)
    return refusals(gate, built) if options.built else unlinked(gate, built)
