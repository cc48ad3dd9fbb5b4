"""What a folder's digest covers, and what it leaves out."""

import re
from importlib.metadata import distributions
from pathlib import Path

import pytest

from sitegen.store.keys import _installed, digest, digest_folder, files_below, versions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a/z.md",
        "a/b/c.yaml",
        "a-b.md",
        ".hidden",
        ".git/x",
        "__pycache__/p.pyc",
        "p.pyc",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_files_are_sorted_as_paths_are_and_caches_left_out(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in files_below(folder)]
    assert found == ["a/b/c.yaml", "a/z.md", "a-b.md", "b.txt"]
    assert list(files_below(folder)) == sorted(files_below(folder))


def test_a_file_stands_for_itself_and_nothing_for_nothing(folder: Path) -> None:
    assert files_below(folder / "b.txt") == (folder / "b.txt",)
    assert files_below(folder / "none") == ()
    assert digest_folder(folder / "none") == digest()


def test_the_digest_is_of_names_and_bytes(folder: Path) -> None:
    parts = [part for name in ("a/b/c.yaml", "a/z.md", "a-b.md", "b.txt") for part in (name, name)]
    assert digest_folder(folder) == digest(*parts)
    (folder / "p.pyc").unlink()
    assert digest_folder(folder) == digest(*parts)
    (folder / "b.txt").rename(folder / "c.txt")
    assert digest_folder(folder) != digest(*parts)


def test_a_link_is_what_it_says_and_a_folder_of_links_ends(folder: Path) -> None:
    (folder / "b.txt").unlink()
    (folder / "b.txt").symlink_to("a/z.md")
    (folder / "loop").symlink_to(folder)
    parts = ["a/b/c.yaml", "a/b/c.yaml", "a/z.md", "a/z.md", "a-b.md", "a-b.md", "b.txt", "link a/z.md"]
    assert digest_folder(folder) == digest(*parts, "loop", f"link {folder}")


def test_versions_are_those_that_python_finds() -> None:
    known = {re.sub("[-_.]+", "-", one.name).lower(): one.version for one in distributions()}
    assert _installed() == known
    assert f"jinja2 {known['jinja2']}" in versions()
