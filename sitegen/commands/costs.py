"""`sitegen costs [REGION] --total EUR --edition YEAR`: who pays how much of the upkeep of Kaikukanta."""

import argparse
import re
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
from sitegen.languages.messages import Catalogue
from sitegen.problems import Problem, Severity
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.model.network import Network
    from sitegen.year.costs import Costs, Part

NAME = "costs"
ENDINGS = (".txt", ".csv", ".docx")
_EUROS = re.compile(r"(?P<euros>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2}|\d{1,9})(?:[.,](?P<cents>\d{1,2}))?")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", nargs="?", help=say.get("help.costs.region"))
    command.add_argument("--total", metavar="EUR", required=True, help=say.get("help.costs.total"))
    command.add_argument(
        "--edition", type=int, metavar="YEAR", required=True, help=say.get("help.costs.edition")
    )
    command.add_argument("--out", type=Path, metavar="FILE", help=say.get("help.costs.out"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the account or write it. 1 where a population is missing, 3 where the disk fails."""
    from sitegen.build.reading import read
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.costs import costs

    total = cents_of(options.total, say)
    project = project_of(options)
    _check_out(options.out, project, say)
    regions = known_regions(project, (options.region,), say) if options.region else ()
    # As if the year were published: errors of a draft count, and no region falls out of the sum unseen.
    reading = read(project, options.edition)
    broken = tuple(one for one in reading.problems if _spoils(one, options.edition))
    network = reading.network
    if network is None or broken:
        print_report(report(broken or reading.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    found, problems = costs(network, options.edition, total)
    if found is None:
        print_report(report(problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    part = found.part(regions[0]) if regions else None
    if regions and part is None:
        raise UsageError(say.get("costs.bears-none", region=regions[0], year=options.edition))
    return _give(found, part, network, options.out, say)


def _spoils(problem: Problem, year: int) -> bool:
    """Whether an error stands where it is said who pays and how many people live where."""
    files = (f"content/{year}/populations.csv", "network.yaml", "region.yaml", "edition.yaml")
    return problem.severity is Severity.ERROR and problem.place.path.endswith(files)


def cents_of(written: str, say: Catalogue) -> int:
    """`12345,67`, `12 345.67` or `12345` euros as cents. Raises `UsageError` for what is no sum above 0."""
    match = _EUROS.fullmatch(written.strip().removesuffix("€").strip())
    found = 0
    if match:
        euros, cents = match["euros"], (match["cents"] or "").ljust(2, "0")
        found = int(re.sub(r"\D", "", euros)) * 100 + int(cents)
    if not found:
        raise UsageError(say.get("costs.bad-total", value=written))
    return found


def _give(found: "Costs", part: "Part | None", network: "Network", out: Path | None, say: Catalogue) -> int:
    from sitegen.year.costs_text import account, as_csv, as_document, as_text

    made = account(found, network, say, part)
    if out is None:
        sys.stdout.write(as_text(made))
        return OK
    if out.suffix == ".csv":
        data = as_csv((part,) if part else found.parts, say)
    elif out.suffix == ".docx":
        from sitegen.render.docx import render_docx

        data = render_docx(as_document(made, say, say.get("costs.author")))
    else:
        data = as_text(made).encode()
    try:
        out.write_bytes(data)
    except OSError as fault:
        complain(say.get("year.disk", file=out, fault=why(fault, say)))
        return FAULT
    tell(say.get("year.written", file=out))
    return OK


def _check_out(out: Path | None, project: Project, say: Catalogue) -> None:
    from sitegen.cards.private import is_in_site

    if out is None:
        return
    if out.suffix not in ENDINGS:
        raise UsageError(say.get("costs.ending", file=out))
    if is_in_site(out.absolute().parent, project):
        raise UsageError(say.get("papers.in-site", folder=out))
