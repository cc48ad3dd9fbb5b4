"""`sitegen answer REGION ID continues|stops`: record what a partner answered."""

import argparse
import sys

from sitegen.commands.common import OK, PROBLEMS, UsageError, known_regions, project_of, tell
from sitegen.commands.days import day_of
from sitegen.languages.messages import Catalogue

NAME = "answer"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", help=say.get("help.papers.region"))
    command.add_argument("id", metavar="ID", help=say.get("help.answer.id"))
    command.add_argument("answer", choices=("continues", "stops"), help=say.get("help.answer.answer"))
    command.add_argument("--checked", metavar="DATE", help=say.get("help.answer.checked"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.year.edition"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write the answer. 1 where the region's files cannot be read."""
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.answer import NoEditionError, UnknownPartnerError, record_answer
    from sitegen.year.files import BrokenFileError

    checked = day_of(options.checked, say) if options.checked else None
    project = project_of(options)
    (region,) = known_regions(project, (options.region,), say)
    try:
        made = record_answer(project, region, options.id, options.answer, options.edition, checked=checked)
    except NoEditionError as missing:
        raise UsageError(say.get("year.no-edition", region=region, year=options.edition or "")) from missing
    except UnknownPartnerError as unknown:
        key = "answer.unknown-near" if unknown.suggestion else "answer.unknown"
        raise UsageError(say.get(key, id=options.id, region=region, near=unknown.suggestion)) from unknown
    except BrokenFileError as broken:
        print_report(report(broken.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    for path, before in made.files:
        key = "answer.same" if before == options.answer else f"answer.{options.answer}"
        tell(say.get(key, name=made.name, year=made.year, file=project.relative(path)))
    return OK
