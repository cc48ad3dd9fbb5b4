"""Bare repositories on this disk, looked at with git itself, and commits of the project."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Koe",
    "GIT_AUTHOR_EMAIL": "koe@koe.example",
    "GIT_COMMITTER_NAME": "Koe",
    "GIT_COMMITTER_EMAIL": "koe@koe.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(*arguments: str, cwd: Path) -> str:
    """Run git and give its output; the test fails where git does."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=cwd,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return done.stdout.strip()


def bare(path: Path) -> Path:
    """An empty repository to push to."""
    git("init", "--quiet", "--bare", "--initial-branch=main", str(path), cwd=path.parent)
    return path


def committed(project: Path, message: str = "Change") -> str:
    """The project's files as a commit (its site and caches are ignored); gives the commit."""
    if not (project / ".git").exists():
        git("init", "--quiet", "--initial-branch=main", cwd=project)
        (project / ".gitignore").write_text("/build/\n/internal/\n/.sitegen-*\n", "utf-8")
    git("add", "--all", cwd=project)
    git("commit", "--quiet", "--message", message, cwd=project)
    return git("rev-parse", "HEAD", cwd=project)


def tip(repository: Path, branch: str = "gh-pages") -> str:
    """The commit of a branch; empty where there is none."""
    return git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}", cwd=repository)


def files_at(repository: Path, commit: str) -> set[str]:
    """The names of the files in a commit."""
    return set(git("ls-tree", "-r", "--name-only", commit, cwd=repository).splitlines())


def exported(repository: Path, commit: str, target: Path) -> Path:
    """A commit's files in a folder, as a web host would take them."""
    target.mkdir(parents=True)
    git("--work-tree", str(target), "checkout", "--quiet", "--force", commit, "--", ".", cwd=repository)
    return target
