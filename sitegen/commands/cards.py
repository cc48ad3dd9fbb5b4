"""`sitegen cards`: from the codes that Kaikukeskus sends to what the print house needs."""

import argparse
from pathlib import Path

from sitegen.commands.common import FAULT, OK, PROBLEMS, UsageError, complain, project_of, tell, why
from sitegen.commands.papers import add_out, private_folder, rendered, show, write_files
from sitegen.languages.messages import Catalogue

NAME = "cards"
WORKBOOK = b"PK\x03\x04"
"""How an .xlsx file begins, whatever it is called."""
KINDS = ("personal", "community")
LARGEST = 2_000_000
"""Bytes of a file of codes: no order is a hundred thousand cards."""

MANY = 100
"""Cards whose proofs take longer than a person waits without a word."""


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("codes", type=Path, metavar="CODES.csv", help=say.get("help.cards.codes"))
    command.add_argument("--kind", choices=KINDS, required=True, help=say.get("help.cards.kind"))
    add_out(command, say)


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Check the codes and write the order's folder; with a problem nothing is written, and it ends with 1."""
    from sitegen.build.reading import read
    from sitegen.cards.codes import read_codes
    from sitegen.cards.package import files, first_names, jobs
    from sitegen.cards.private import is_in_git
    from sitegen.problems import Place, report, warning
    from sitegen.render.print_html import read_print_theme
    from sitegen.validate.rules.sources import code_pattern

    project = project_of(options)
    out = private_folder(options.out, project, say)
    if out.exists() and any(out.iterdir()):
        raise UsageError(say.get("cards.not-empty", folder=options.out))
    if is_in_git(out, first_names(options.kind)):
        raise UsageError(say.get("cards.in-git", folder=options.out))
    network = read(project).network
    pattern, problems = code_pattern(network.site if network else None)
    codes, found = read_codes(_data(options.codes, say), str(options.codes), pattern)
    if is_in_git(options.codes.absolute().parent, (options.codes.name,)):
        problems += (warning("codes-in-git", Place(str(options.codes)), rule="C19", masked=True),)
    told = report((*problems, *found))
    show(told.problems, project, say)
    if told.errors:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    if len(codes) > MANY:
        complain(say.get("cards.making", count=len(codes)))
    theme = read_print_theme(project.theme())
    made = {
        **files(codes, options.kind, say),
        **rendered(jobs(codes, options.kind, say, theme), project, say),
    }
    try:
        write_files(out, made)
    except OSError as fault:
        complain(say.get("papers.disk", folder=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.plural("cards.made", len(codes), folder=options.out))
    return OK


def _data(path: Path, say: Catalogue) -> bytes:
    """The file's bytes. Raises `UsageError` where there is no such file or it is far too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(say.get("cards.too-large", path=path, limit=LARGEST // 1_000_000))
        data = path.read_bytes()
    except OSError as fault:
        raise UsageError(say.get("cards.unreadable", path=path, fault=why(fault, say))) from fault
    if data.startswith(WORKBOOK):
        raise UsageError(say.get("cards.workbook", path=path))
    return data
