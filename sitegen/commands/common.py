"""What commands share: options, the project, the regions asked for, exit codes (BAR R15)."""

import argparse
import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from sitegen.languages.messages import Catalogue
from sitegen.project import Project, find_project

FORMATS = ("text", "json", "github")
OK, PROBLEMS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


NO_WAY = {
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "absent"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "denied"),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "full"),
    errno.EISDIR: "folder",
}
"""Why a file cannot be written or read, as people meet it: the rest keeps the system's words."""


class UsageError(Exception):
    """The command was given something it cannot use; the sentence says what."""


def tell(sentence: str) -> None:
    """A line for the terminal."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """A line for the terminal that is no result."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def why(fault: OSError, say: Catalogue) -> str:
    """The reason of the disk in the reader's language, for use in a sentence."""
    known = NO_WAY.get(fault.errno or 0)
    return say.get(f"disk.{known}") if known else fault.strerror or str(fault)


def add_content(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """The options of `check` and `build`: regions, year, form and strictness of the report."""
    command.add_argument("regions", nargs="*", metavar="REGION", help=say.get("help.regions"))
    add_edition(command, say)
    command.add_argument("--format", choices=FORMATS, default="text", help=say.get("help.format"))
    command.add_argument("--strict", action="store_true", help=say.get("help.strict"))


def add_edition(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """The option `--edition`."""
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.edition"))


def project_of(options: argparse.Namespace) -> Project:
    """The project that `--root` or the current folder lies in. Raises `NoProjectError`."""
    return find_project(options.root or Path.cwd())


def known_regions(project: Project, regions: Sequence[str], say: Catalogue) -> tuple[str, ...]:
    """The regions asked for; `regions/tornio/` is taken as `tornio`. Raises `UsageError`."""
    asked = tuple(dict.fromkeys(Path(region).name for region in regions))
    folders = sorted(path.name for path in project.regions.glob("*") if path.is_dir())
    for region in asked:
        if region not in folders:
            raise UsageError(say.get("error.no-region", region=region, known=", ".join(folders)))
    return asked
