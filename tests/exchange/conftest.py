"""A project and its workbook, made once for the tests that change a copy of it."""

import shutil
from pathlib import Path

import pytest

from tests.exchange.support import Book, exported, project_in


@pytest.fixture(scope="session")
def made_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the region mallila in Finnish; its project lies beside it."""
    folder = tmp_path_factory.mktemp("exchange")
    root = project_in(folder / "project", "mallila")
    exported(root, "mallila", folder / "mallila.xlsx")
    return folder / "mallila.xlsx"


@pytest.fixture
def root(made_workbook: Path, tmp_path: Path) -> Path:
    """A project of one's own."""
    shutil.copytree(made_workbook.parent / "project", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def book(made_workbook: Path, tmp_path: Path) -> Book:
    """A workbook of one's own, to fill."""
    shutil.copy(made_workbook, tmp_path / "mallila.xlsx")
    return Book(tmp_path / "mallila.xlsx")
