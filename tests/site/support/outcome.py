"""A build in a process of its own that gives the whole `Outcome`: for counts that the summary only rounds."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.structs import Struct
from tests.site.support.run import PATIENCE, REPOSITORY, environment


class Made(Struct, frozen=True):
    """What a build gave: its outcome's plain fields and its exit code."""

    exit_code: int
    published: bool
    unchanged: bool
    rendered: int
    reused: int
    pages: int
    documents: int
    seconds: float
    left: tuple[str, ...]
    problems: tuple[str, ...]


def build(
    project: Path, out: Path, *, env: Mapping[str, str] | None = None, umask: int = -1, **options: Any
) -> Made:
    """Build a project in a fresh process; `options` are those of `sitegen.build.Options`."""
    given = json.dumps({"project": str(project), "out": str(out), **options})
    done = subprocess.run(
        [sys.executable, "-m", "tests.site.support.outcome", given],
        cwd=REPOSITORY,
        env=environment(env),
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-6000:]
    said = json.loads(done.stdout.splitlines()[-1])
    return Made(**{**said, "left": tuple(said["left"]), "problems": tuple(said["problems"])})


def published(made: Made) -> Made:
    """The same, when the site was published; else the test fails with the errors that were in the way."""
    assert made.published, "\n".join(one for one in made.problems if " error " in one)
    return made


def main(given: dict[str, Any]) -> dict[str, Any]:
    """Build, and give the outcome as plain data."""
    from sitegen.build import Options
    from sitegen.build import build as make
    from sitegen.progress import silent
    from sitegen.project import Project

    project, out = Project(Path(given.pop("project")).resolve()), Path(given.pop("out"))
    given["regions"] = tuple(given.get("regions", ()))
    outcome = make(project, Options(out=out, **given), silent)
    names = set(Made.__struct_fields__) - {"problems", "left", "exit_code"}
    problems = [f"{one.place} {one.severity} {one.id}" for one in outcome.report.problems]
    plain = {name: getattr(outcome, name) for name in names}
    return {**plain, "exit_code": outcome.exit_code, "left": outcome.left, "problems": problems}


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))  # noqa: T201
