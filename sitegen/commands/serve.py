"""`sitegen serve`: show the site and follow every save, until Ctrl-C."""

import argparse

from sitegen.commands.common import add_edition, project_of, tell
from sitegen.languages.messages import Catalogue

NAME = "serve"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("--port", type=int, default=8000, metavar="N", help=say.get("help.port"))
    add_edition(command, say)
    command.add_argument("--open", action="store_true", help=say.get("help.open"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Serve; 2 where the port is taken."""
    from sitegen.serve.app import serve

    return serve(project_of(options), options.port, options.edition, options.open, say, tell)
