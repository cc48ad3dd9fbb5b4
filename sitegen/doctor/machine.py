"""What this machine has, as plain facts: gathered here, judged in `findings`."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from sitegen.structs import Struct

PROGRAMS = ("git", "rsync")
_PANGO = {
    "win32": ("libpango-1.0-0.dll", "pango-1.0-0.dll"),
    "darwin": ("libpango-1.0.dylib", "/opt/homebrew/lib/libpango-1.0.dylib"),
}
_SUBSET = {"win32": ("libharfbuzz-subset-0.dll",), "darwin": ("libharfbuzz-subset.0.dylib",)}


class Machine(Struct, frozen=True):
    """The facts. `packages`: names that are not installed, or not in the version asked for.

    `system`: linux | win32 | darwin …; `encoding`: the terminal's; `root`: the project's folder or None;
    `free`: bytes on its disk; `folds_case`: whether it takes `A` and `a` for one file.
    """

    system: str
    python: tuple[int, int]
    packages: tuple[str, ...]
    has_pango: bool
    has_subset: bool
    programs: tuple[str, ...]
    encoding: str
    root: Path | None
    writable: bool = True
    free: int = 1 << 40
    folds_case: bool = False
    internal: Path | None = None
    is_debian: bool = False
    is_admin: bool = True
    autocrlf: str = ""

    @property
    def is_windows(self) -> bool:
        """Whether it runs Windows."""
        return self.system == "win32"


def this_machine(root: Path | None, encoding: str) -> Machine:
    """The facts of the machine that this runs on. `root`: the project's folder, None outside of one."""
    named = os.environ.get("SITEGEN_INTERNAL")
    return Machine(
        system=sys.platform,
        python=sys.version_info[:2],
        packages=_lacking(),
        has_pango=_loads(_PANGO.get(sys.platform, ("libpango-1.0.so.0",))),
        has_subset=_loads(_SUBSET.get(sys.platform, ("libharfbuzz-subset.so.0",))),
        programs=tuple(name for name in PROGRAMS if shutil.which(name)),
        encoding=encoding,
        root=root,
        writable=root is None or _is_writable(root),
        free=shutil.disk_usage(root or Path.cwd()).free,
        folds_case=root is not None and _folds_case(root),
        internal=Path(named) if named else None,
        is_debian=shutil.which("apt-get") is not None,
        is_admin=not hasattr(os, "geteuid") or os.geteuid() == 0 or shutil.which("sudo") is not None,
        autocrlf=_autocrlf(root),
    )


def _lacking() -> tuple[str, ...]:
    try:
        wanted = requires("sitegen") or []
    except PackageNotFoundError:
        return ("sitegen",)
    return tuple(one for one in wanted if "extra ==" not in one and not _is_there(one))


def _is_there(wanted: str) -> bool:
    name, _, exact = wanted.partition(";")[0].replace(" ", "").partition("==")
    try:
        found = version(name.rstrip("<>=!~"))
    except PackageNotFoundError:
        return False
    return not exact or found == exact


def _loads(names: Iterable[str]) -> bool:
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _folds_case(folder: Path) -> bool:
    return (folder / "content").exists() and (folder / "CONTENT").exists()


def _autocrlf(root: Path | None) -> str:
    if root is None or not shutil.which("git"):
        return ""
    asked = ["git", "-C", str(root), "config", "--get", "core.autocrlf"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.stdout.strip().casefold()
