"""What the tests of the whole program share: the real site built once, copies of the project, a browser."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.deploy.projects import small_project
from tests.site.support.projects import copy_project
from tests.site.support.run import REPOSITORY, sitegen, succeeded
from tests.site.support.server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session", autouse=True)
def _temporary_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Temporary files of the tests, and of what they start, lie with pytest's own and go when they end: a
    test's worker ends without cleaning up, and with it the fonts that it laid documents out with.
    """
    folder = tmp_path_factory.mktemp("tmp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", str(folder))
        yield
    for left in set(folder.iterdir()) - set(folder.glob("pymp-*")):  # which goes with this process
        shutil.rmtree(left, ignore_errors=True)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project, built with all its documents into a folder that nobody may change.

    Built once a run: the first worker that needs it builds, the others wait for its lock. With the folder of
    a site in `TEST_SITE` that one is taken as it is, for a quick look at a test.
    """
    if "TEST_SITE" in os.environ:
        return Path(os.environ["TEST_SITE"]).absolute()
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    out, said = shared / "site", shared / "site.txt"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            done = sitegen("build", "--lang", "en", "--out", out, cwd=REPOSITORY)
            said.write_text(f"exit {done.returncode}\n{done.stdout}\n{done.stderr}", "utf-8")
    text = said.read_text("utf-8")
    if not text.startswith("exit 0\n"):
        pytest.fail(f"the site was not built:\n{text[-8000:]}", pytrace=False)
    return out


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with its site in build/; nobody may change it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    project, done = shared / "small", shared / "small.done"
    with (shared / "small.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(project, ignore_errors=True)
            succeeded(sitegen("build", cwd=small_project(project)))
            done.touch()
    return project


@pytest.fixture
def small_copy(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small project and its site, to change."""
    target = tmp_path / "project"
    shutil.copytree(small_site, target)
    return target


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A small project to change: national content, a sample region and one that uses every field."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The built site on a server of this machine."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One Chromium for a worker."""
    from tests.site.support.browser import chromium

    with chromium() as started:
        yield started
