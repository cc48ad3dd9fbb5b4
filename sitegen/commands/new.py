"""`sitegen new region ID`: a folder to begin with."""

import argparse

from sitegen.commands.common import OK, UsageError, project_of, tell
from sitegen.languages.messages import Catalogue

NAME = "new"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("what", choices=("region",), help=say.get("help.new.what"))
    command.add_argument("id", metavar="ID", help=say.get("help.new.id"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Make the folder and say what to do next."""
    from sitegen.scaffold import ScaffoldError, new_region

    project = project_of(options)
    try:
        made = new_region(project, options.id, say.lang)
    except ScaffoldError as refused:
        raise UsageError(say.get(f"new.{refused.reason}", id=options.id)) from refused
    tell(say.get("new.made", folder=project.relative(made)))
    return OK
