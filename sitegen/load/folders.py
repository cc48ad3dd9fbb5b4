"""Listing folders and reading bytes without following links, hanging on devices or filling the memory."""

import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sitegen.load.names import is_ignored
from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct

MEGABYTE = 1_000_000
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Found(Struct, frozen=True):
    """A file or folder: its name in NFC, its path as messages show it, and where it lies."""

    name: str
    shown: str
    path: Path
    is_folder: bool


class Listing(Struct, frozen=True):
    """What a folder holds, by name; `refused`: names of what may not be read and is reported already."""

    found: tuple[Found, ...] = ()
    refused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def folders(self) -> tuple[Found, ...]:
        """The folders in it."""
        return tuple(one for one in self.found if one.is_folder)

    @property
    def files(self) -> tuple[Found, ...]:
        """The files in it."""
        return tuple(one for one in self.found if not one.is_folder)


def list_folder(folder: Path, shown: str) -> Listing:
    """A folder, sorted; links, devices and twins of a name are refused; a missing one is empty (B38-B41)."""
    if folder.is_symlink():
        return Listing(problems=(error("file-link", Place(shown), rule="B40"),))
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry in entries if not is_ignored(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        return Listing()
    except OSError:
        return Listing(problems=(error("folder-unreadable", Place(shown), rule="B41"),))
    found: list[Found] = []
    refused: set[str] = set()
    problems: list[Problem] = []
    for entry in sorted(listed, key=lambda entry: _order(entry.name)):
        one = _found(entry, shown)
        problem = _fault_of(entry, one) or _twin_of(one, entry.name, found)
        if problem is None:
            found.append(one)
        else:
            problems.append(problem)
            refused.add(one.name)
    return Listing(tuple(found), frozenset(refused - {one.name for one in found}), tuple(problems))


def read_bytes(file: Found, limit: int) -> tuple[bytes | None, Problem | None]:
    """The bytes of a regular file of at most `limit` bytes, or why it cannot be read (B41, B42)."""
    try:
        handle = os.open(file.path, _OPEN)
    except OSError:
        return None, error("file-unreadable", Place(file.shown), rule="B41")
    with os.fdopen(handle, "rb") as stream:
        known = os.fstat(handle)
        if not stat.S_ISREG(known.st_mode):
            return None, error("file-special", Place(file.shown), rule="B41")
        if known.st_size > limit:
            return None, too_big(file.shown, known.st_size, limit)
        try:
            data = stream.read(limit + 1)
        except OSError:
            return None, error("file-unreadable", Place(file.shown), rule="B41")
    if len(data) > limit:
        return None, too_big(file.shown, len(data), limit)
    return data, None


def too_big(shown: str, size: int, limit: int) -> Problem:
    """B42; texts have their limit in kB, everything else in MB."""
    if limit < MEGABYTE:
        return error("text-too-long", Place(shown), rule="B42", size=size // 1000, limit=limit // 1000)
    return error("file-too-big", Place(shown), rule="B42", size=size // MEGABYTE, limit=limit // MEGABYTE)


def _order(name: str) -> tuple[str, bool, str]:
    """By name; of two that differ only in case the one in small letters first: it counts as the right one."""
    plain = unicodedata.normalize("NFC", name)
    return plain.casefold(), name != plain.lower(), name


def _found(entry: os.DirEntry[str], shown: str) -> Found:
    # A name that is not UTF-8 comes with lone surrogates, which no report could write.
    name = unicodedata.normalize(
        "NFC", entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    )
    return Found(name, f"{shown}/{name}", Path(entry.path), entry.is_dir(follow_symlinks=False))


def _fault_of(entry: os.DirEntry[str], one: Found) -> Problem | None:
    if entry.is_symlink():
        return error("file-link", Place(one.shown), rule="B40")
    if "\ufffd" in one.name:
        return error("file-name-encoding", Place(one.shown), rule="B39")
    if not one.is_folder and not entry.is_file(follow_symlinks=False):
        return error("file-special", Place(one.shown), rule="B41")
    return None


def _twin_of(one: Found, written: str, found: Iterable[Found]) -> Problem | None:
    for other in found:
        if other.name == one.name:
            return error(
                "name-code-twins", Place(one.shown), rule="B39", name=one.name, other=_kind(other, written)
            )
        if other.name.casefold() == one.name.casefold():
            return error("name-case-twins", Place(one.shown), rule="B38", name=one.name, other=other.name)
    return None


def _kind(other: Found, written: str) -> str:
    """The composed letters that tell the two names apart."""
    composed = {
        letter for letter in other.name if unicodedata.decomposition(letter) and letter not in written
    }
    return ", ".join(sorted(composed)) or other.name
