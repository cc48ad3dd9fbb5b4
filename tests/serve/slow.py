"""The preview with a reading that takes four seconds of the processor where `slow` lies in the project."""

import sys
import time
from typing import Any

from sitegen.build.reading import Reading
from sitegen.build.reading import read as really_read
from sitegen.cli import main
from sitegen.project import Project
from sitegen.serve import preview

SECONDS = 4.0


def read(project: Project, *given: Any, **named: Any) -> Reading:
    """Read, after four seconds of work."""
    until = time.monotonic() + (SECONDS if (project.root / "slow").exists() else 0)
    while time.monotonic() < until:
        sum(range(10_000))
    return really_read(project, *given, **named)


if __name__ == "__main__":
    vars(preview)["read"] = read
    sys.exit(main())
