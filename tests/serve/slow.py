"""The preview with a reading that works as hard as it can for as long as `slow` lies in the project."""

import sys
import time
from typing import Any

from sitegen.build.reading import Reading
from sitegen.build.reading import read as really_read
from sitegen.cli import main
from sitegen.project import Project
from sitegen.serve import preview

AT_MOST = 60.0
"""Seconds."""


def read(project: Project, *given: Any, **named: Any) -> Reading:
    """Read, after much work."""
    until = time.monotonic() + AT_MOST
    while (project.root / "slow").exists() and time.monotonic() < until:
        sum(range(10_000))
    return really_read(project, *given, **named)


if __name__ == "__main__":
    vars(preview)["read"] = read
    sys.exit(main())
