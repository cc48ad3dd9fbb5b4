"""`sitegen doctor`: what this machine lacks, and how to get it."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import OK, PROBLEMS, tell
from sitegen.languages.messages import Catalogue
from sitegen.project import NoProjectError, find_project

if TYPE_CHECKING:
    from sitegen.doctor.findings import Finding

NAME = "doctor"
FORMATS = ("text", "json")


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    command.add_argument("--format", choices=FORMATS, default="text", help=say.get("help.doctor.format"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Tell; 1 where something is missing without which nothing works. A project is not needed."""
    from sitegen.doctor.findings import State, findings
    from sitegen.doctor.machine import this_machine

    try:
        root: Path | None = find_project(options.root or Path.cwd()).root
    except NoProjectError:
        root = None
    found = findings(this_machine(root, sys.stdout.encoding or "ascii"))
    if options.format == "json":
        tell(json.dumps([_as_data(one, say) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            _tell(one, say)
        tell(say.get(f"doctor.all.{max((one.state for one in found), key=list(State).index)}"))
    return PROBLEMS if any(one.state is State.STOP for one in found) else OK


def _tell(one: "Finding", say: Catalogue) -> None:
    tell(f"{say.get(f'doctor.state.{one.state}')}: {say.get(f'doctor.{one.id}', **dict(one.values))}")
    if one.how:
        for line in say.get(f"doctor.how.{one.how}", **dict(one.values)).split("\n"):
            tell(f"    {line}")


def _as_data(one: "Finding", say: Catalogue) -> dict[str, str]:
    values = dict(one.values)
    return {
        "id": one.id,
        "state": str(one.state),
        "found": say.get(f"doctor.{one.id}", **values),
        "how": say.get(f"doctor.how.{one.how}", **values) if one.how else "",
    }
