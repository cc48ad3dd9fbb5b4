"""The steps of the publishing workflow.

    python -m tools.workflow.publish build     the last published tree restored, the site built over it
    python -m tools.workflow.publish deploy    the site that was built put in the place of the published one

A region with errors stays as it was last published and the rest goes out. Output of `build`: `left`, the
regions that stayed, for which the run ends red.
"""

import sys
from collections.abc import Sequence

from sitegen.build import Options
from sitegen.build import build as make
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.languages.messages import catalogue as words
from sitegen.problems import Severity
from sitegen.progress import silent
from sitegen.project import Project
from sitegen.reporting import as_annotation
from sitegen.summary import summary as told
from tools.workflow.common import StepError, language_of, network_of, output, project, say, sitegen, summary


def build(where: Project) -> int:
    """Restore and build with `--keep-going`. 1 where nothing may go out."""
    _run(where, "deploy", "--restore")
    outcome = make(where, Options(out=where.build, keep_going=True), silent)
    network = network_of(where)
    for one in outcome.report.problems:
        if one.severity is Severity.ERROR:
            region = one.place.path.split("/")[1] if one.place.path.startswith("regions/") else ""
            say(as_annotation(one, catalogue(PROBLEMS, language_of(network, region))))
    text = told(outcome, words("cli", language_of(network, "")), where.root)
    say(text)
    summary(text)
    if not outcome.published:
        return 1
    output("left", " ".join(outcome.left))
    return 0


def deploy(where: Project) -> int:
    """Publish; the gate is asked there, against what stands published."""
    done = sitegen("deploy", "--keep-going", "--lang", language_of(network_of(where), ""), cwd=where.root)
    say(done.stdout + done.stderr)
    summary(done.stdout + done.stderr)
    return done.returncode


def _run(where: Project, *arguments: str) -> None:
    done = sitegen(*arguments, cwd=where.root)
    say(done.stdout + done.stderr)
    if done.returncode:
        raise StepError(f"sitegen {' '.join(arguments)}: {done.returncode}")


def main(arguments: Sequence[str]) -> int:
    """Run a step."""
    (step,) = arguments
    steps = {"build": build, "deploy": deploy}
    return steps[step](project())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StepError as stopped:
        say(f"::error::{stopped}")
        sys.exit(1)
