"""git as a program: the project's own repository is asked, a private one publishes.

What is published goes through a bare repository of its own, `.sitegen-deploy.git` in the project's root: the
project's branches, index and files are never touched, and it works for a project that is in no repository.
The settings of the project's repository (remotes, credentials) hold there too.
"""

import os
import subprocess
from pathlib import Path

from sitegen.deploy.target import DeployError
from sitegen.project import Project
from sitegen.structs import Struct

PRIVATE = ".sitegen-deploy.git"
PATIENCE = 900.0
"""Seconds after which git hangs: a first upload over a slow line takes minutes."""


class Done(Struct, frozen=True):
    """How a call of git ended."""

    code: int
    out: bytes
    said: str

    @property
    def text(self) -> str:
        """Its output as text, without the last line end."""
        return self.out.decode("utf-8", "replace").strip()


def git(*arguments: str, cwd: Path, given: bytes = b"") -> Done:
    """Run git to its end. Raises `DeployError` where git is not installed or hangs.

    It never asks for a password at a terminal it does not have, and no variable points it elsewhere.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    allowed = ("GIT_CONFIG_", "GIT_ASKPASS", "GIT_SSH", "GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_SSL_")
    kept |= {name: value for name, value in os.environ.items() if name.startswith(allowed)}
    kept |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": os.environ.get("GIT_TERMINAL_PROMPT", "0")}
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=cwd,
            env=kept,
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError as missing:
        raise DeployError("no-program", fault=True, program="git") from missing
    except subprocess.TimeoutExpired as hanging:
        raise DeployError("unreachable", fault=True, target="git", fault_text="timeout") from hanging
    return Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def source_commit(project: Project) -> str:
    """The commit that the project's files are; empty where they are changed, or in no repository."""
    folders = [name for name in ("content", "regions", "themes") if (project.root / name).exists()]
    changed = git("status", "--porcelain", "--untracked-files=all", "--", *folders, cwd=project.root)
    if changed.code or changed.text:
        return ""
    head = git("rev-parse", "--verify", "--quiet", "HEAD", cwd=project.root)
    return head.text if head.code == 0 else ""


def holds_commit(project: Project, commit: str) -> bool:
    """Whether the project's files come from a commit or from a later one."""
    return git("merge-base", "--is-ancestor", commit, "HEAD", cwd=project.root).code == 0


def author(project: Project) -> str:
    """`Name <address>` of who publishes, as git knows them; a neutral one otherwise."""
    found = git("var", "GIT_COMMITTER_IDENT", cwd=project.root)
    return found.text.rpartition("> ")[0] + ">" if found.code == 0 else "sitegen <sitegen@localhost>"


def remote_url(project: Project, remote: str) -> str:
    """The address of a remote that the project's repository names; what is an address is given back.

    Raises `DeployError` for a name that nobody knows.
    """
    found = git("remote", "get-url", "--push", remote, cwd=project.root)
    if found.code == 0:
        return found.text
    if any(sign in remote for sign in "/\\:") or Path(remote).is_dir():
        return str(Path(remote).absolute()) if Path(remote).is_dir() else remote
    raise DeployError("no-remote", remote=remote)


def private_repository(project: Project) -> tuple[str, ...]:
    """The arguments that make git work in the private repository, which is made where there is none yet."""
    folder = project.root / PRIVATE
    if not (folder / "HEAD").is_file():
        git("init", "--quiet", "--bare", str(folder), cwd=project.root)
    own = git("rev-parse", "--git-path", "config", cwd=project.root)
    arguments: tuple[str, ...] = ("--git-dir", str(folder))
    if own.code == 0:
        arguments += ("-c", f"include.path={(project.root / own.text).resolve().as_posix()}")
    return (*arguments, "-c", "core.bare=true", "-c", "gc.auto=0")
