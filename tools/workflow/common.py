"""What the workflows' steps share: git, the files that GitHub reads, a region's language."""

import os
import subprocess
import sys
from pathlib import Path

from sitegen.build.reading import read
from sitegen.model.network import Network
from sitegen.project import Project, find_project

SPOKEN = ("fi", "sv", "en")


class StepError(Exception):
    """The step ends here; the sentence says why."""


def project() -> Project:
    """The project that the step runs in."""
    return find_project(Path.cwd())


def git(*arguments: str, cwd: Path) -> str:
    """Run git and give its output. Raises `StepError` with what git said."""
    done = subprocess.run(
        ["git", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise StepError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def sitegen(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command and give what it said; never fails by itself."""
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def output(name: str, value: str) -> None:
    """Give a value to later steps and jobs. Only one line: nothing in it can become another output."""
    _append("GITHUB_OUTPUT", f"{name}={' '.join(value.split())}\n")


def summary(text: str) -> None:
    """Add to the page of the run."""
    _append("GITHUB_STEP_SUMMARY", text.rstrip("\n") + "\n")


def say(line: str) -> None:
    """A line in the run's log."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _append(variable: str, text: str) -> None:
    named = os.environ.get(variable)
    if named:
        with Path(named).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        say(text.rstrip("\n"))


def language_of(network: Network | None, region: str) -> str:
    """The first language of a region, as far as messages speak it; the site's own otherwise."""
    entry = network.region(region) if network else None
    languages = entry.region.languages if entry else ()
    return next((lang for lang in languages if lang in SPOKEN), "fi")


def network_of(where: Project) -> Network | None:
    """The network as the files tell it; None where they make none."""
    return read(where).network


def known_region(where: Project, region: str) -> str:
    """The region that somebody typed in. Raises `StepError` where there is none: it goes into no command."""
    folders = sorted(path.name for path in where.regions.glob("*") if path.is_dir())
    if region not in folders:
        raise StepError(f"There is no region {region!r}. The regions are: {', '.join(folders)}")
    return region


def known_year(year: str) -> str:
    """The year that somebody typed in. Raises `StepError`."""
    if len(year) != 4 or not year.isdecimal() or not year.isascii():
        raise StepError(f"{year!r} is no year")
    return year
