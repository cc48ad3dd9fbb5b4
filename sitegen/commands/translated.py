"""`sitegen translated FILE…`: the text was brought up to date with its source."""

import argparse
import sys
from pathlib import Path

from sitegen.commands.common import OK, PROBLEMS, UsageError, project_of, tell
from sitegen.languages.messages import Catalogue

NAME = "translated"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help=say.get("help.translated.files"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Renew the digests, or none of them where one file is not what it should be. 1 for broken content."""
    from sitegen.build.reading import read
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.translated import NotATextError, renew, source_for

    project = project_of(options)
    reading = read(project)
    if reading.network is None:
        print_report(report(reading.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    try:
        for file in options.files:
            source_for(project, reading.network, file)
    except NotATextError as wrong:
        raise UsageError(say.get(wrong.reason, file=wrong.path)) from wrong
    for file in options.files:
        done = renew(project, reading.network, file)
        key = "translated.renewed" if done.changed else "translated.same"
        tell(say.get(key, file=done.path, source=done.source))
    return OK
