"""`sitegen deploy`: check the finished site, publish it to a branch, a folder or a server."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import FAULT, OK, PROBLEMS, UsageError, complain, project_of, tell, why
from sitegen.languages.messages import Catalogue
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.deploy.run import Deployed
    from sitegen.deploy.target import Target

NAME = "deploy"
BRANCH = "gh-pages"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    place = command.add_mutually_exclusive_group()
    place.add_argument("--remote", default="origin", metavar="NAME", help=say.get("help.deploy.remote"))
    place.add_argument("--folder", type=Path, metavar="DIR", help=say.get("help.deploy.folder"))
    place.add_argument("--rsync", metavar="HOST:DIR", help=say.get("help.deploy.rsync"))
    command.add_argument("--branch", default=BRANCH, metavar="NAME", help=say.get("help.deploy.branch"))
    command.add_argument("--out", type=Path, metavar="DIR", help=say.get("help.deploy.out"))
    command.add_argument("--base-url", metavar="URL", help=say.get("help.base-url"))
    command.add_argument("--keep-going", action="store_true", help=say.get("help.deploy.keep-going"))
    command.add_argument("--over", default="", metavar="ID", help=say.get("help.deploy.over"))
    what = command.add_mutually_exclusive_group()
    what.add_argument("--dry-run", action="store_true", help=say.get("help.deploy.dry-run"))
    what.add_argument("--restore", action="store_true", help=say.get("help.deploy.restore"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Publish; 1 where the site or what stands there forbids it, 3 where disk, program or net fail."""
    from sitegen.deploy.refusals import Gate
    from sitegen.deploy.run import deploy, restore
    from sitegen.deploy.target import DeployError
    from sitegen.store.publish import RefusedError

    project = project_of(options)
    out = (options.out or project.build).absolute()
    if options.over and len(options.over) < 7:
        raise UsageError(say.get("deploy.short-id", value=options.over))
    try:
        target = _target(project, options)
        if options.restore:
            count = restore(project, out, target)
            key = "deploy.restored" if count else "deploy.nothing-yet"
            tell(say.get(key, folder=project.relative(out), files=count, target=target.name))
            return OK
        gate = Gate(project, out, base_url=options.base_url, keep_going=options.keep_going)
        made = deploy(gate, target, over=options.over, dry_run=options.dry_run)
    except DeployError as refused:
        values = {**refused.values, "when": _moment(str(refused.values.get("when", "")), say)}
        complain(say.get(f"deploy.{refused.reason}", **values))
        complain(say.get("deploy.refused"))
        return FAULT if refused.fault else PROBLEMS
    except RefusedError as refused:
        raise UsageError(say.get(f"refused.{refused.reason}", folder=refused.folder)) from refused
    except OSError as fault:
        complain(say.get("deploy.disk", fault=why(fault, say)))
        complain(say.get("deploy.refused"))
        return FAULT
    return _told(made, project, options, say)


def _moment(stamp: str, say: Catalogue) -> str:
    """The day and time of another publication, by this machine's clock; as it stands where it is none."""
    from sitegen.languages.formats import date_short, time_text

    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    return say.get(
        "deploy.when", day=date_short(moment.date(), say.lang), time=time_text(moment.time(), say.lang)
    )


def _target(project: Project, options: argparse.Namespace) -> "Target":
    from sitegen.deploy.branch import Branch
    from sitegen.deploy.folder import Folder
    from sitegen.deploy.rsync import Server

    if options.folder is not None:
        return Folder(project, options.folder.absolute())
    if options.rsync is not None:
        return Server(options.rsync)
    return Branch(project, options.remote, options.branch)


def _told(made: "Deployed", project: Project, options: argparse.Namespace, say: Catalogue) -> int:
    from sitegen.reporting import print_report

    if made.report.errors:
        print_report(made.report, project.root, say.lang, "text", sys.stdout)
        complain(say.get("deploy.refused"))
        return PROBLEMS
    key = "deploy.same" if made.same else ("deploy.would" if options.dry_run else "deploy.done")
    tell(say.get(key, target=made.target, files=made.files, changed=made.changed, gone=made.gone))
    tell(say.get("deploy.address", address=made.base_url))
    return OK
