"""Rendered bytes by key, in a folder that is safe to delete.

An object's file begins with the digest of its bytes: what was cut short, altered or written by another
version is not used and not trusted (BAR R02, R09).
"""

import contextlib
import os
import tempfile
from pathlib import Path

from sitegen.store.keys import digest
from sitegen.structs import Struct

_VERSION = b"sitegen 1\n"


class Cache(Struct, frozen=True):
    """A folder of objects. `None` as folder: nothing is kept."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """The bytes put under a key; None where there are none or they are not whole."""
        if self.folder is None:
            return None
        try:
            stored = self._path(key).read_bytes()
        except OSError:
            return None
        head, _, data = stored.removeprefix(_VERSION).partition(b"\n")
        whole = stored.startswith(_VERSION) and head.decode("ascii", "replace") == digest(data)
        return data if whole else None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; no reader meets half of them.

        A full or read-only disk is no fault here: the cache saves time, nothing else.
        """
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            write_atomic(self._path(key), _VERSION + digest(data).encode() + b"\n" + data)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / "objects" / key[:2] / key[2:]


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it, then renamed (BAR R02). Raises `OSError`."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
