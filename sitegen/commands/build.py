"""`sitegen build`: make the site, say what was made."""

import argparse
import atexit
import gc
import sys
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.commands.common import (
    FAULT,
    UsageError,
    add_content,
    complain,
    known_regions,
    project_of,
    tell,
    why,
)
from sitegen.languages.messages import Catalogue

NAME = "build"
PRINT_FOLDER = "build-print"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_content(command, say)
    command.add_argument("--out", type=Path, metavar="DIR", help=say.get("help.out"))
    command.add_argument("--base-url", metavar="URL", help=say.get("help.base-url"))
    command.add_argument("--jobs", type=int, metavar="N", help=say.get("help.jobs"))
    command.add_argument("--no-documents", action="store_true", help=say.get("help.no-documents"))
    command.add_argument("--keep-going", action="store_true", help=say.get("help.keep-going"))
    command.add_argument("--print", action="store_true", help=say.get("help.print"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Build and publish; 1 where errors stopped it or a region was left behind, 3 where the disk failed."""
    from sitegen.build import Options, build, build_print
    from sitegen.progress import progress
    from sitegen.reporting import print_report
    from sitegen.store.publish import RefusedError
    from sitegen.summary import summary, without_notes

    _check_options(options, say)
    if options.no_documents:
        # No page has anything to clean up: looking for garbage at the end only takes its time.
        atexit.register(gc.freeze)
    project = project_of(options)
    wanted = Options(
        regions=known_regions(project, options.regions, say),
        edition=options.edition,
        out=(options.out or project.build).absolute(),
        base_url=options.base_url,
        jobs=options.jobs,
        documents=not options.no_documents,
        keep_going=options.keep_going,
        strict=options.strict,
    )
    try:
        with progress(sys.stderr, say) as step:
            outcome = build(project, wanted, step, say.get("waiting", pid="{pid}"))
            folder = project.root / PRINT_FOLDER
            printed = (
                build_print(project, wanted, folder, step) if options.print and outcome.published else None
            )
    except RefusedError as refused:
        raise UsageError(say.get(f"refused.{refused.reason}", folder=refused.folder)) from refused
    except OSError as fault:
        complain(say.get("error.disk", fault=why(fault, say)))
        return FAULT
    is_text = options.format == "text"
    shown = without_notes(outcome.report) if is_text and not options.strict else outcome.report
    if shown.problems or not is_text:
        print_report(shown, project.root, say.lang, options.format, sys.stdout)
    (tell if is_text else complain)(summary(outcome, say, Path.cwd()))
    if printed is not None:
        (tell if is_text else complain)(say.get("print.done", count=printed, folder=PRINT_FOLDER))
    return outcome.exit_code


def _check_options(options: argparse.Namespace, say: Catalogue) -> None:
    if options.jobs is not None and options.jobs < 1:
        raise UsageError(say.get("usage.wrong.positive", argument="--jobs", value=options.jobs))
    parts = urlsplit(options.base_url or "https://none.example/")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise UsageError(say.get("usage.wrong.address", value=options.base_url))
