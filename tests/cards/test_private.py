"""Where codes may not go, with real git repositories."""

import subprocess
from pathlib import Path

import pytest

from sitegen.cards.private import is_in_git, is_in_site
from sitegen.project import Project

NAMES = ("personal-cards.csv", "personal-qr-0001.pdf", "readme.txt")


def git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=Test", "-c", "user.email=test@mallila.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True, timeout=30)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / ".gitignore").write_text("/internal/\n*.tmp\n", "utf-8")
    return folder


def test_a_folder_that_git_takes_along_is_one_though_it_does_not_exist(repository: Path) -> None:
    assert is_in_git(repository, NAMES)
    assert is_in_git(repository / "new" / "deep", NAMES)
    (repository / "there").mkdir()
    assert is_in_git(repository / "there", NAMES)


def test_an_ignored_folder_and_one_outside_are_none(repository: Path, tmp_path: Path) -> None:
    assert not is_in_git(repository / "internal", NAMES)
    assert not is_in_git(repository / "internal" / "mallila" / "codes", NAMES)
    assert not is_in_git(tmp_path / "elsewhere", NAMES)


def test_every_file_must_be_ignored(repository: Path) -> None:
    (repository / ".gitignore").write_text("/internal/*.pdf\n", "utf-8")
    assert is_in_git(repository / "internal", NAMES)
    assert not is_in_git(repository / "internal", NAMES[1:2])


def test_a_tracked_file_is_not_safe_though_its_folder_is_ignored(repository: Path) -> None:
    (repository / "internal").mkdir()
    (repository / "internal" / NAMES[0]).write_text("old", "utf-8")
    git(repository, "add", "-f", f"internal/{NAMES[0]}")
    assert is_in_git(repository / "internal", NAMES)


def test_a_link_is_followed(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repository)
    assert is_in_git(tmp_path / "link" / "out", NAMES)
    assert is_in_git(tmp_path / "link" / ".." / "repository" / "out", NAMES)


def test_within_git_itself_nothing_is_written(repository: Path) -> None:
    assert is_in_git(repository / ".git" / "x", NAMES)


def test_without_git_a_repository_around_is_enough(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert is_in_git(repository / "internal", NAMES)
    assert not is_in_git(tmp_path / "elsewhere", NAMES)


def test_no_variable_points_to_another_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository))
    assert is_in_git(repository / "out", NAMES)
    assert not is_in_git(repository / "internal", NAMES)


def test_sites_are_known_by_their_folder_or_their_manifest(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    assert is_in_site(project.build, project)
    assert is_in_site(project.build / "x" / "y", project)
    assert is_in_site(project.root / "content" / ".." / "build", project)
    assert not is_in_site(project.root / "building", project)
    other = tmp_path / "public"
    (other / "mallila").mkdir(parents=True)
    assert not is_in_site(other / "mallila", project)
    (other / ".sitegen.json").write_text("{}", "utf-8")
    assert is_in_site(other / "mallila", project)
