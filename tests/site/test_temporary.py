"""A build and a preview leave nothing in the machine's folder for temporary files, however they end."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deploy.projects import small_project
from tests.serve.support import end, serving
from tests.site.support.run import command, environment, sitegen, succeeded

PATIENCE = 60.0
"""Seconds in which something that is under way must have happened."""


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for temporary files of the commands of a test; sockets need a short path."""
    return tmp_path_factory.mktemp("t")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def soon(happened: Callable[[], bool], what: str) -> None:
    """Wait for it; the test fails where it does not come."""
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until, what
        time.sleep(0.02)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_leaves_nothing(jobs: str, temporary: Path, tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    done = succeeded(sitegen("build", "--jobs", jobs, cwd=project, env={"TMPDIR": str(temporary)}))
    assert list((project / "build").rglob("*.pdf")), done.stdout
    assert names(temporary) == []


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=lambda by: by.name)
def test_a_build_that_is_ended_leaves_nothing_of_its_workers(
    by: signal.Signals, temporary: Path, tmp_path: Path
) -> None:
    """Killed, it cannot clean up: its workers notice, remove what they made, and end."""
    started = subprocess.Popen(
        command(["build", "--jobs", "2"]),
        cwd=small_project(tmp_path / "project"),
        env=environment({"TMPDIR": str(temporary)}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        soon(lambda: any(temporary.rglob("weasyprint-*")), "no document was begun")
        started.send_signal(by)
        code = started.wait(PATIENCE)
    finally:
        started.kill()
        started.wait()
    assert code == (-by if by is signal.SIGKILL else 130)
    socket = set(temporary.glob("pymp-*")) if by is signal.SIGKILL else set()
    soon(lambda: set(temporary.iterdir()) <= socket, "files were left")


def test_a_preview_leaves_nothing(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small_project(tmp_path / "project")
    monkeypatch.setenv("TMPDIR", str(temporary))
    with serving(project) as served:
        assert served.ask("/kemi/fi/brochure.pdf")[0] == 200
        assert any(temporary.rglob("weasyprint-*"))
        assert end(served) == 0
    assert names(temporary) == []
