"""Where things lie: the project's root and the folders below it."""

import os
from pathlib import Path

from sitegen.structs import Struct

MARKER = Path("content/site.yaml")
DEFAULT_THEME = "kaiku"


class NoProjectError(Exception):
    """There is no `content/site.yaml` in the folder or above it."""


class Project(Struct, frozen=True):
    """A project's root folder (absolute) and what lies where in it (DESIGN section 2)."""

    root: Path

    @property
    def content(self) -> Path:
        """The national texts and rules."""
        return self.root / "content"

    @property
    def regions(self) -> Path:
        """One folder for each region."""
        return self.root / "regions"

    @property
    def build(self) -> Path:
        """Where the site goes unless told otherwise."""
        return self.root / "build"

    @property
    def internal(self) -> Path:
        """What only coordinators see; `SITEGEN_INTERNAL` names another folder, such as a shared drive."""
        return self.root / Path(os.environ.get("SITEGEN_INTERNAL") or "internal").expanduser()

    @property
    def cache(self) -> Path:
        """Rendered artefacts by key; safe to delete."""
        return self.root / ".sitegen-cache"

    def relative(self, path: Path) -> str:
        """The path as messages show it: from the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def theme(self, name: str = DEFAULT_THEME) -> Path:
        """The theme's folder: the project's own wins over the one that comes with the program."""
        own = self.root / "themes" / name
        return own if own.is_dir() else package_root().parent / "themes" / name


def package_root() -> Path:
    """The folder of the program itself."""
    return Path(__file__).resolve().parent


def find_project(start: Path) -> Project:
    """The nearest folder upwards that holds `content/site.yaml`. Raises `NoProjectError`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return Project(folder)
    raise NoProjectError(str(start))
