"""Where private files may not go: into a built site, and codes not where git would take them along (C19)."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from sitegen.project import Project
from sitegen.store.publish import MANIFEST


def is_in_site(folder: Path, project: Project) -> bool:
    """Whether a folder is or lies in `build/`, or in a site built elsewhere (known by its manifest)."""
    resolved = folder.resolve()
    if resolved.is_relative_to(project.build.resolve()):
        return True
    return any((above / MANIFEST).exists() for above in (resolved, *resolved.parents))


def is_in_git(folder: Path, names: Iterable[str]) -> bool:
    """Whether git would take a file of these names in the folder along with the next commit.

    A file that git ignores is safe; so is a folder outside of every repository. Where git cannot be asked
    (it is not installed, or the repository is somebody else's) a repository around the folder is enough.
    """
    resolved = folder.resolve()
    nearest = next(above for above in (resolved, *resolved.parents) if above.is_dir())
    inside = _git(nearest, ("rev-parse", "--is-inside-work-tree"))
    if inside is None or inside[0] != 0:
        return any((above / ".git").exists() for above in (resolved, *resolved.parents))
    if inside[1].strip() != "true":
        return True  # within .git itself
    paths = [str(resolved / name) for name in names]
    asked = _git(nearest, ("check-ignore", "--stdin", "-z"), "\0".join(paths))
    ignored = set(asked[1].split("\0")) if asked is not None else set()
    return not ignored.issuperset(paths)


def _git(folder: Path, arguments: tuple[str, ...], given: str = "") -> tuple[int, str] | None:
    """Exit code and output; None without git. No variable may point it to another repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=given,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except OSError:
        return None
    return done.returncode, done.stdout
