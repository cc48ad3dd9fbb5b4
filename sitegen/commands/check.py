"""`sitegen check`: every problem of the content."""

import argparse
import sys

from sitegen.commands.common import add_content, known_regions, project_of
from sitegen.languages.messages import Catalogue

NAME = "check"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_content(command, say)


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the report; 1 where something stops a build."""
    from sitegen.build import check
    from sitegen.reporting import print_report

    project = project_of(options)
    report = check(project, known_regions(project, options.regions, say), options.edition)
    print_report(report, project.root, say.lang, options.format, sys.stdout)
    return report.exit_code(strict=options.strict)
