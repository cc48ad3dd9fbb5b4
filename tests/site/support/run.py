"""Running the command as people do: in a process of its own, with an environment we choose."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
SITEGEN = Path(sys.executable).with_name("sitegen")
PATIENCE = 600.0
"""Seconds after which a command hangs."""


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: ours without what would change messages, then `extra`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "SITEGEN_"))}
    for name in ("LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "PYTHONHASHSEED", "TZ", "COLUMNS"):
        kept.pop(name, None)
    return kept | dict(extra or {})


def sitegen(
    *arguments: str | Path,
    cwd: Path = REPOSITORY,
    env: Mapping[str, str] | None = None,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """Run `sitegen` to its end and give its exit code and output."""
    return subprocess.run(
        command(arguments),
        cwd=cwd,
        env=environment(env),
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def command(arguments: Sequence[str | Path]) -> list[str]:
    """The argument list of a command."""
    return [str(SITEGEN), *(str(argument) for argument in arguments)]


def succeeded(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """The same, when it ended well; else the test fails with what it said."""
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout[-6000:]}\n{done.stderr[-6000:]}"
    return done
