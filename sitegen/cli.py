"""The command line: arguments and exit codes. Each command calls one function and prints what it gives.

Exit codes (BAR R15): 0 done, 1 problems in the content, 2 wrong use, 3 our own fault, 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen import __version__
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.project import NoProjectError, Project, find_project

SPOKEN = ("fi", "sv", "en")
FORMATS = ("text", "json", "github")
OK, PROBLEMS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


class UsageError(Exception):
    """The command was given something it cannot use; the sentence says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code. Never a traceback, unless SITEGEN_DEBUG is set."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = catalogue("cli", spoken_language(given, os.environ))
    try:
        options = parser(say).parse_args(given)
        options.lang = say.lang
        command: Callable[[argparse.Namespace, Catalogue], int] = options.command
        return command(options, say)
    except UsageError as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    except NoProjectError:
        print(say.get("error.no-project"), file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print(say.get("error.interrupted"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return PROBLEMS
    except Exception as fault:
        if os.environ.get("SITEGEN_DEBUG"):
            raise
        print(say.get("error.fault", fault=f"{type(fault).__name__}: {fault}"), file=sys.stderr)
        return FAULT


def spoken_language(arguments: Sequence[str], environment: "os._Environ[str] | dict[str, str]") -> str:
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
    top = argparse.ArgumentParser(
        prog="sitegen", description=say.get("help.top"), epilog=say.get("help.epilog")
    )
    top.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = top.add_subparsers(metavar=say.get("help.command"), required=True)
    _add_check(commands, say)
    _add_build(commands, say)
    _add_serve(commands, say)
    _add_new(commands, say)
    _add_schema(commands, say)
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    say: Catalogue,
    run: Callable[[argparse.Namespace, Catalogue], int],
) -> argparse.ArgumentParser:
    about = say.get(f"help.{name}")
    made = commands.add_parser(name, help=about, description=about, epilog=say.get(f"help.{name}.example"))
    made.add_argument("--root", type=Path, metavar="DIR", help=say.get("help.root"))
    made.add_argument("--lang", choices=SPOKEN, help=say.get("help.lang"))
    made.set_defaults(command=run)
    return made


def _add_content(command: argparse.ArgumentParser, say: Catalogue) -> None:
    command.add_argument("regions", nargs="*", metavar="REGION", help=say.get("help.regions"))
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.edition"))
    command.add_argument("--format", choices=FORMATS, default="text", help=say.get("help.format"))
    command.add_argument("--strict", action="store_true", help=say.get("help.strict"))


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", say: Catalogue) -> None:
    _add_content(_command(commands, "check", say, run_check), say)


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", say: Catalogue) -> None:
    build = _command(commands, "build", say, run_build)
    _add_content(build, say)
    build.add_argument("--out", type=Path, metavar="DIR", help=say.get("help.out"))
    build.add_argument("--base-url", metavar="URL", help=say.get("help.base-url"))
    build.add_argument("--jobs", type=int, metavar="N", help=say.get("help.jobs"))
    build.add_argument("--no-documents", action="store_true", help=say.get("help.no-documents"))
    build.add_argument("--keep-going", action="store_true", help=say.get("help.keep-going"))


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", say: Catalogue) -> None:
    serve = _command(commands, "serve", say, run_serve)
    serve.add_argument("--port", type=int, default=8000, metavar="N", help=say.get("help.port"))
    serve.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.edition"))
    serve.add_argument("--open", action="store_true", help=say.get("help.open"))


def _add_new(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", say: Catalogue) -> None:
    new = _command(commands, "new", say, run_new)
    new.add_argument("what", choices=("region",), help=say.get("help.new.what"))
    new.add_argument("id", metavar="ID", help=say.get("help.new.id"))


def _add_schema(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", say: Catalogue) -> None:
    _command(commands, "schema", say, run_schema)


def project_of(options: argparse.Namespace) -> Project:
    """The project that `--root` or the current folder lies in. Raises `NoProjectError`."""
    return find_project(options.root or Path.cwd())


def run_check(options: argparse.Namespace, say: Catalogue) -> int:
    """`sitegen check`: print every problem of the content."""
    from sitegen.build import check
    from sitegen.reporting import print_report

    project = project_of(options)
    report = check(project, _known(project, options.regions, say), options.edition)
    print_report(report, project.root, say.lang, options.format, sys.stdout)
    return report.exit_code(strict=options.strict)


def run_build(options: argparse.Namespace, say: Catalogue) -> int:
    """`sitegen build`: make the site, say what was made."""
    from sitegen.build import Options, build
    from sitegen.progress import progress
    from sitegen.reporting import print_report
    from sitegen.store.publish import RefusedError
    from sitegen.summary import summary, without_notes

    project = project_of(options)
    wanted = Options(
        regions=_known(project, options.regions, say),
        edition=options.edition,
        out=(options.out or project.build).absolute(),
        base_url=options.base_url,
        jobs=options.jobs,
        documents=not options.no_documents,
        keep_going=options.keep_going,
        strict=options.strict,
    )
    try:
        with progress(sys.stderr, say) as tell:
            outcome = build(project, wanted, tell, say.get("waiting", pid="{pid}"))
    except RefusedError as refused:
        raise UsageError(say.get(f"refused.{refused.reason}", folder=refused.folder)) from refused
    except OSError as fault:
        print(say.get("error.disk", fault=fault.strerror or fault), file=sys.stderr)
        return FAULT
    shown = outcome.report if options.format != "text" or options.strict else without_notes(outcome.report)
    if shown.problems or options.format != "text":
        print_report(shown, project.root, say.lang, options.format, sys.stdout)
    print(summary(outcome, say, Path.cwd()), file=sys.stderr if options.format != "text" else sys.stdout)
    return outcome.exit_code


def run_serve(options: argparse.Namespace, say: Catalogue) -> int:
    """`sitegen serve`: show the site and follow every save, until Ctrl-C."""
    from sitegen.serve.app import serve

    def tell(sentence: str) -> None:
        print(sentence, flush=True)

    return serve(project_of(options), options.port, options.edition, options.open, say, tell)


def run_new(options: argparse.Namespace, say: Catalogue) -> int:
    """`sitegen new region ID`: a folder to begin with."""
    from sitegen.scaffold import ScaffoldError, new_region

    project = project_of(options)
    try:
        made = new_region(project, options.id, say.lang)
    except ScaffoldError as refused:
        raise UsageError(say.get(f"new.{refused.reason}", id=options.id)) from refused
    print(say.get("new.made", folder=project.relative(made)))
    return OK


def run_schema(options: argparse.Namespace, say: Catalogue) -> int:
    """`sitegen schema`: write the JSON Schemas for editors to `schemas/`."""
    from sitegen.schema import write_schemas

    project = project_of(options)
    for path in write_schemas(project.root / "schemas"):
        print(say.get("schema.written", path=project.relative(path)))
    return OK


def _known(project: Project, regions: Sequence[str], say: Catalogue) -> tuple[str, ...]:
    """The regions asked for; `regions/tornio/` is taken as `tornio`. Raises `UsageError`."""
    asked = tuple(dict.fromkeys(Path(region).name for region in regions))
    folders = sorted(path.name for path in project.regions.glob("*") if path.is_dir())
    for region in asked:
        if region not in folders:
            raise UsageError(say.get("error.no-region", region=region, known=", ".join(folders)))
    return asked
