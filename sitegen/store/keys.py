"""The three keys of DESIGN section 5: of content, never of time stamps.

The build key covers every byte that a build may read: where it is equal, and the output is as its manifest
lists it, there is nothing to do. A scope key covers what a region's artefacts may read. An artefact key
covers the job, which is all that a renderer gets.
"""

import ctypes
import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from sitegen.structs import encoded

_PACKAGES = (
    *("jinja2", "markdown", "pyyaml", "babel", "weasyprint", "pydyf", "fonttools", "python-docx"),
    *("lxml", "phonenumbers", "segno", "pyphen", "tinycss2", "page-validation", "pikepdf"),
)
_INFO = re.compile(r"(.+?)-([0-9][^-]*).*\.(?:dist|egg)-info$")
_IGNORED = {"__pycache__", ".git", "node_modules"}


def digest(*parts: bytes | str) -> str:
    """SHA-256 over the parts, each with its length, as hex."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def files_below(folder: Path) -> tuple[Path, ...]:
    """All files below a folder, sorted; caches and hidden files left out. Empty where there is no folder."""
    if folder.is_file():
        return (folder,)
    return tuple(Path(entry.path) for _, entry in _below(folder))


def digest_folder(folder: Path) -> str:
    """SHA-256 over names and bytes of everything below a folder; links by what they say."""
    parts: list[bytes | str] = []
    for name, entry in _below(folder):
        parts += [name, _bytes(entry)]
    return digest(*parts)


def _below(folder: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """The files below a folder with their paths from it, in order: the system's own walk, asked once for each
    folder, since every run looks at hundreds of files.
    """
    return _walk(str(folder), "") if folder.is_dir() else iter(())


def _walk(folder: str, name: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        if entry.name in _IGNORED or entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield name + entry.name, entry


def _bytes(entry: "os.DirEntry[str]") -> bytes:
    if entry.is_symlink():
        return b"link " + bytes(Path(entry.path).readlink())
    try:
        return Path(entry.path).read_bytes() if entry.is_file() else b"special"
    except OSError as fault:
        return f"unreadable {fault.errno}".encode()


@cache
def versions() -> tuple[str, ...]:
    """Everything outside the repository that shapes the output: Python, packages, Pango, HarfBuzz."""
    found = _installed()
    named = (f"{name} {found.get(name, '-')}" for name in _PACKAGES)
    return (platform.python_version(), *named, *_libraries())


def _installed() -> dict[str, str]:
    """Versions of packages, by the names of the folders that pip leaves: `importlib.metadata` finds the same,
    and takes a tenth of an idle run's time to load.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                if met := _INFO.match(entry.name):
                    found.setdefault(re.sub("[-_.]+", "-", met[1]).lower(), met[2])
    return found


def _libraries() -> tuple[str, ...]:
    return (
        _library("libpango-1.0.so.0", "pango_version_string"),
        _library("libharfbuzz.so.0", "hb_version_string"),
        "subset" if loads("libharfbuzz-subset.so.0") else "no subset",
    )


def _library(name: str, function: str) -> str:
    try:
        call = getattr(ctypes.CDLL(name), function)
    except (OSError, AttributeError):
        return f"{name} -"
    call.restype = ctypes.c_char_p
    return f"{name} {call().decode()}"


def loads(name: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def artefact_key(kind: str, job: object, digests: Iterable[str]) -> str:
    """The key of an artefact: its kind, its job and the digests of what renders it.

    A job consists of values (`structs.encoded`): every type that is rendered is named, places are asides, and
    no hash order shows.
    """
    return digest(kind, encoded(job), *digests)


def scope_key(parts: Mapping[str, str]) -> str:
    """The key of named digests, in the order of their names."""
    flat: list[str] = []
    for name in sorted(parts):
        flat += [name, parts[name]]
    return digest(*flat)
