"""The steps of `check` and `build` in their order; nothing heavy is imported where nothing has changed."""

import gc
import sys
import time
from pathlib import Path

from sitegen.build.options import Options, Outcome
from sitegen.build.unchanged import build_key, stored_outcome
from sitegen.problems import Report, report
from sitegen.progress import Tell
from sitegen.project import Project
from sitegen.store.lock import locked
from sitegen.store.processors import default_jobs
from sitegen.store.publish import check_target, recover
from sitegen.structs import replace

__all__ = ["Options", "Outcome", "build", "build_print", "check"]


def check(project: Project, regions: tuple[str, ...] = (), edition: int | None = None) -> Report:
    """Every problem of the content; with `regions`, those of these and of what all regions share."""
    from sitegen.build.reading import read, region_of

    found = read(project, edition).problems
    return report(one for one in found if not regions or region_of(one) in (None, *regions))


def build(project: Project, options: Options, tell: Tell, waiting: str = "") -> Outcome:
    """Make the site as asked and publish it to `options.out`, or leave what is there as it is.

    Raises `RefusedError` where the folder must not be replaced, `OSError` where the disk cannot be written.
    `waiting` is said on the terminal, with the process in `{pid}`, while another build has the folder.
    """
    began = time.monotonic()
    check_target(options.out, project.root)
    with locked(options.out, lambda pid: _say(waiting, pid)):
        recover(options.out)
        key = build_key(project, options)
        found = stored_outcome(options, key)
        if found is None:
            found = _run(project, options, key, tell)
    return replace(found, seconds=time.monotonic() - began)


def _run(project: Project, options: Options, key: str, tell: Tell) -> Outcome:
    """Nothing that a build makes is thrown away before its end: collecting garbage only costs a fifth."""
    collected = gc.isenabled()
    gc.disable()
    try:
        from sitegen.build.begin import begun

        if options.documents and (options.jobs or default_jobs()) > 1:
            from sitegen.store.workers import warm_up

            warm_up(options.preload)
        tell("read", 0, 0)
        with begun(project, options.edition, options.jobs) as beginning:
            from sitegen.build.run import run  # loaded while regions are read

            return run(project, options, key, beginning, tell)
    finally:
        if collected:
            gc.enable()


def build_print(project: Project, options: Options, out: Path, tell: Tell) -> int:
    """The print house's files of a site that was built (`printing.build_print`)."""
    from sitegen.build.printing import build_print as make

    return make(project, options, out, tell)


def _say(waiting: str, pid: str) -> None:
    if waiting:
        sys.stderr.write(waiting.replace("{pid}", pid) + "\n")
