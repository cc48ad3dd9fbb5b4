"""One project under a base path with a theme of its own, and a preview of it, for each module of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sitegen.load.names import is_ignored
from tests.serve.support import Served, serving, under_base
from tests.site.support.browser import Visitor, visitor
from tests.site.support.projects import copy_project, copy_theme

expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = under_base(copy_project(tmp_path_factory.mktemp("serve") / "project", ("mallila",)))
    copy_theme(project)
    with serving(project) as started:
        yield started


@pytest.fixture
def restored(served: Served) -> Iterator[Path]:
    """The project; what a test changed in it is put back, and that is shown, before the next."""
    kept = {path: path.read_bytes() for path in written(served.project)}
    yield served.project
    changed = [path for path, data in kept.items() if not path.is_file() or path.read_bytes() != data]
    added = [path for path in written(served.project) if path not in kept and not is_ignored(path.name)]
    if changed or added:
        served.wait_for_build(lambda: put_back(kept, changed, added))


def written(project: Path) -> list[Path]:
    """The files that people write."""
    found = (path for folder in ("content", "regions", "themes") for path in (project / folder).rglob("*"))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def put_back(kept: dict[Path, bytes], changed: list[Path], added: list[Path]) -> None:
    for path in added:
        path.unlink()
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept[path])


@pytest.fixture
def screen(browser: Browser, served: Served) -> Iterator[Visitor]:
    """A page of the browser at the preview's address; nothing of it may go elsewhere or complain."""
    with visitor(browser, served.address) as seen:
        yield seen
        assert seen.elsewhere == []
