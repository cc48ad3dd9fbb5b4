"""What the tests of the year share: a project with the invented region, and commands run in this process."""

from pathlib import Path

import pytest

from sitegen.cli import main
from tests.site.support.projects import copy_project


def mallila(folder: Path) -> Path:
    """A project with the invented region alone."""
    return copy_project(folder / "project", ("mallila",))


def run(project: Path, *arguments: str, code: int = 0, lang: str = "en") -> None:
    """Run a command on the project; it must end with this exit code."""
    assert main([*arguments, "--root", str(project), "--lang", lang]) == code


def said(
    capsys: pytest.CaptureFixture[str], project: Path, *arguments: str, code: int = 0, lang: str = "en"
) -> str:
    """What a command says, on both streams."""
    capsys.readouterr()
    run(project, *arguments, code=code, lang=lang)
    told = capsys.readouterr()
    return told.out + told.err
