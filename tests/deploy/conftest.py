"""A copy of the small site for every test."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def project(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small project and its site, to change."""
    target = tmp_path / "project"
    shutil.copytree(small_site, target)
    return target
