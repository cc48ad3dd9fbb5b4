"""`sitegen serve`: show the site and follow every save, until Ctrl-C."""

import argparse
import sys

from sitegen.commands.common import UsageError, add_edition, project_of, tell
from sitegen.commands.days import today_of
from sitegen.languages.messages import Catalogue

NAME = "serve"
LAST_PORT = 65535


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("--port", type=int, default=8000, metavar="N", help=say.get("help.port"))
    command.add_argument("--host", default="", metavar="ADDRESS", help=say.get("help.host"))
    add_edition(command, say)
    command.add_argument("--today", metavar="DATE", help=say.get("help.serve.today"))
    command.add_argument("--open", action="store_true", help=say.get("help.open"))
    command.add_argument("--navigate", action="store_true", help=say.get("help.navigate"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Serve; 2 where the port is taken."""
    from sitegen.problems import Report
    from sitegen.reporting import print_report
    from sitegen.serve.run import Options, Terminal, serve

    if not 0 <= options.port <= LAST_PORT:
        raise UsageError(say.get("serve.bad-port", port=options.port))
    today_of(options.today, say)
    project = project_of(options)

    def show(report: Report) -> None:
        print_report(report, project.root, say.lang, "text", sys.stdout)
        sys.stdout.flush()

    asked = Options(
        port=options.port,
        host=options.host,
        edition=options.edition,
        open_browser=options.open,
        navigate=options.navigate,
        today=lambda: today_of(options.today, say),
    )
    return serve(project, asked, Terminal(say, tell, show))
