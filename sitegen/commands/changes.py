"""`sitegen changes REGION FROM TO`: what is different in two years of a region, in words."""

import argparse
import sys
from pathlib import Path

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
from sitegen.project import Project

NAME = "changes"
ENDINGS = (".docx", ".txt")
NOTICE_ENDINGS = (*ENDINGS, ".eml")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("region", metavar="REGION", help=say.get("help.papers.region"))
    command.add_argument("before", metavar="FROM", type=int, help=say.get("help.changes.from"))
    command.add_argument("after", metavar="TO", type=int, help=say.get("help.changes.to"))
    command.add_argument("--notice", action="store_true", help=say.get("help.changes.notice"))
    command.add_argument("--out", type=Path, metavar="FILE", help=say.get("help.changes.out"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Print the changes or write them. 1 where the files make no network, 3 where the disk fails."""
    from sitegen.build.reading import read
    from sitegen.problems import report
    from sitegen.reporting import print_report
    from sitegen.year.changes import changes
    from sitegen.year.changes_text import as_document, as_text, notice, notice_document, notice_text

    project = project_of(options)
    _check_out(options, project, say)
    (region,) = known_regions(project, (options.region,), say)
    reading = read(project)
    network = reading.network
    if network is None:
        print_report(report(reading.problems), project.root, say.lang, "text", sys.stdout)
        return PROBLEMS
    entry = network.region(region)
    years = (options.before, options.after)
    editions = [entry.edition(year) if entry else None for year in years]
    for year, edition in zip(years, editions, strict=True):
        if edition is None:
            raise UsageError(say.get("year.no-edition", region=region, year=year))
    before, after = editions
    assert before is not None
    assert after is not None
    found = changes(before, after, network.register, say.lang)
    made = notice(found, after, network) if options.notice else None
    text = notice_text(made) if made else as_text(found)
    if options.out is None:
        sys.stdout.write(text)
        return OK
    data = text.encode()
    if options.out.suffix == ".docx":
        from sitegen.render.docx import render_docx

        data = render_docx(notice_document(made, found) if made else as_document(found))
    elif made and options.out.suffix == ".eml":
        from sitegen.year.changes_text import notice_draft

        data = notice_draft(made)
    try:
        options.out.write_bytes(data)
    except OSError as fault:
        complain(say.get("year.disk", file=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.get("year.written", file=options.out))
    return OK


def _check_out(options: argparse.Namespace, project: Project, say: Catalogue) -> None:
    out: Path | None = options.out
    if options.before >= options.after:
        raise UsageError(say.get("changes.backwards", before=options.before, after=options.after))
    if out is None:
        return
    if out.suffix not in (NOTICE_ENDINGS if options.notice else ENDINGS):
        raise UsageError(say.get("changes.ending", file=out))
    if out.absolute().is_relative_to(project.build):
        raise UsageError(say.get("papers.in-site", folder=out))
