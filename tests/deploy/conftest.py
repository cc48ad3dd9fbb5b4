"""What publishing begins with: a project whose site is built."""

from pathlib import Path

import pytest


@pytest.fixture
def project(small_copy: Path) -> Path:
    """A copy of the small project and its site, to change."""
    return small_copy
