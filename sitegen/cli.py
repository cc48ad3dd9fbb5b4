"""The command line: which commands there are, in which language, and what their endings mean.

Exit codes (BAR R15): 0 done, 1 problems in the content, 2 wrong use, 3 our own fault, 130 interrupted.
"""

import argparse
import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sitegen import __version__
from sitegen.commands import (
    answer,
    build,
    cards,
    changes,
    check,
    costs,
    deliveries,
    deploy,
    doctor,
    export,
    import_,
    letter,
    meeting,
    new,
    order,
    schema,
    serve,
    statistics,
    status,
    translated,
)
from sitegen.commands.common import FAULT, INTERRUPTED, NO_WAY, PROBLEMS, USAGE, UsageError, complain, why
from sitegen.commands.parser import speaking
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.project import NoProjectError

COMMANDS = (
    check,
    build,
    serve,
    deploy,
    doctor,
    new,
    schema,
    order,
    cards,
    deliveries,
    letter,
    meeting,
    status,
    answer,
    changes,
    costs,
    statistics,
    translated,
    export,
    import_,
)
SPOKEN = ("fi", "sv", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code. Never a traceback, unless SITEGEN_DEBUG is set."""
    _show_what_can_be_shown()
    _end_on_request()
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = catalogue("cli", spoken_language(given, os.environ))
    try:
        options = parser(say).parse_args(given)
        command: Callable[[argparse.Namespace, Catalogue], int] = options.command
        return command(options, say)
    except UsageError as wrong:
        complain(str(wrong))
        return USAGE
    except NoProjectError:
        complain(say.get("error.no-project"))
        return USAGE
    except KeyboardInterrupt:
        complain(say.get("error.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except Exception as fault:
        if os.environ.get("SITEGEN_DEBUG"):
            raise
        complain(_sentence(fault, say))
        return FAULT


def _sentence(fault: Exception, say: Catalogue) -> str:
    """What went wrong: with a file or folder (the name of a half-written one tells nothing), or with us."""
    if isinstance(fault, OSError) and fault.errno in NO_WAY and fault.filename:
        path = Path(os.fsdecode(fault.filename))
        named = path.parent if path.name.startswith(".") else path
        return say.get("error.file", file=named, fault=why(fault, say))
    return say.get("error.fault", fault=f"{type(fault).__name__}: {fault}")


def _show_what_can_be_shown() -> None:
    """A terminal that lacks a letter shows a code for it; it must never end a run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end_on_request() -> None:
    """Being asked to end (SIGTERM), or a terminal that is closed (SIGHUP), is like Ctrl-C: what was begun is
    cleaned away first (BAR R16). Who runs us with `nohup` wants us to go on.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is not None and signal.getsignal(hang_up) != signal.SIG_IGN:
        signal.signal(hang_up, signal.default_int_handler)


def spoken_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of messages: `--lang`, else the terminal's where it is fi or sv, else English."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[place + 1 :]), "")
            if value in SPOKEN:
                return value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            speech = environment[name][:2]
            return speech if speech in SPOKEN else "en"
    return "en"


def parser(say: Catalogue) -> argparse.ArgumentParser:
    """All commands with their help in the reader's language."""
    made = speaking(say)
    top = made(prog="sitegen", description=say.get("help.top"), epilog=say.get("help.epilog"))
    version = f"sitegen {__version__}"
    top.add_argument("--version", action="version", version=version, help=say.get("help.version"))
    top.add_argument("--lang", choices=SPOKEN, help=say.get("help.lang"))
    commands = top.add_subparsers(
        metavar=say.get("help.command"), dest="name", required=True, parser_class=made
    )
    for module in COMMANDS:
        about, example = say.get(f"help.{module.NAME}"), say.get(f"help.{module.NAME}.example")
        command = commands.add_parser(module.NAME, help=about, description=about, epilog=example)
        command.add_argument("--root", type=Path, metavar="DIR", help=say.get("help.root"))
        command.add_argument("--lang", choices=SPOKEN, help=say.get("help.lang"))
        module.add(command, say)
        command.set_defaults(command=module.run)
    return top
