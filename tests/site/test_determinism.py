"""The same input gives the same bytes: another folder, locale, time zone, hash seed (BAR R05)."""

import shutil
from pathlib import Path

import pytest

from tests.site.support.projects import copy_project
from tests.site.support.run import sitegen, succeeded
from tests.site.support.trees import differences, tree

pytestmark = pytest.mark.slow


def copied_backwards(source: Path, target: Path) -> Path:
    """A copy whose files were made in the opposite order, with other times."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return target


def test_two_builds_of_the_same_input_are_the_same_bytes(tmp_path: Path) -> None:
    one = copy_project(tmp_path / "one")
    other = copied_backwards(one, tmp_path / "another folder, with ä and a longer name" / "two")
    calm = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"}
    wild = {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "77",
    }
    wild |= {"HOME": str(tmp_path / "another"), "USER": "somebody", "SOURCE_DATE_EPOCH": "86400"}
    succeeded(sitegen("build", "--jobs", "1", "--out", tmp_path / "a", cwd=one, env=calm))
    succeeded(
        sitegen("build", "--jobs", "2", "--out", tmp_path / "deep/er/b", cwd=other, env=wild, umask=0o077)
    )
    made = tree(tmp_path / "a")
    assert len(made) > 100
    assert differences(made, tree(tmp_path / "deep/er/b")) == []


def test_a_build_leaves_nothing_but_its_folder_and_caches(project_copy: Path) -> None:
    before = tree(project_copy)
    succeeded(sitegen("build", "--no-documents", cwd=project_copy))
    kept = {
        name: value
        for name, value in tree(project_copy).items()
        if not name.startswith(("build/", ".sitegen"))
    }
    assert differences(before, kept) == []
    folders = sorted(path.name for path in project_copy.iterdir() if path.is_dir())
    assert folders == [".sitegen-cache", "build", "content", "regions"]
