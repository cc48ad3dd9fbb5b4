"""A site in the making, on disk beside the folder it is for, until it takes that folder's place in one step.

Files are written as they are made, by this process and by copies of it, so that none waits in memory or
travels from one process to another.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.store.keys import digest
from sitegen.store.undisturbed import undisturbed

STAGING = ".sitegen-tmp-"
OLD = ".sitegen-old-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Staging(MutableMapping[str, bytes]):
    """Files by their path below a folder, as a mapping: what is put in is written, what is asked is read.

    `digests` tells what each file holds. Raises `OSError` where the disk cannot be written or read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests: dict[str, str] = {}

    def __setitem__(self, name: str, data: bytes) -> None:
        path = self.folder / name
        try:
            path.write_bytes(data)
        except FileNotFoundError:
            self._make(path.parent)
            path.write_bytes(data)
        self.digests[name] = digest(data)

    def _make(self, folder: Path) -> None:
        """A folder below the tree's, which is never made anew: who removed it has given the tree up."""
        if folder != self.folder and not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)

    def __getitem__(self, name: str) -> bytes:
        if name not in self.digests:
            raise KeyError(name)
        return (self.folder / name).read_bytes()

    def __delitem__(self, name: str) -> None:
        del self.digests[name]
        (self.folder / name).unlink()

    def __contains__(self, name: object) -> bool:
        return name in self.digests

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)

    def size(self, name: str) -> int:
        """Bytes of a file."""
        return (self.folder / name).stat().st_size

    def part(self) -> "Staging":
        """The same folder, for somebody who writes other files into it; `join` tells what they were."""
        return Staging(self.folder)

    def join(self, part: "Staging") -> None:
        """Take over what was written as a part of this."""
        self.digests.update(part.digests)


@contextmanager
def staged(out: Path) -> Iterator[Staging]:
    """A new tree beside `out`, for `put_in_place`; what is left of it is removed. Raises `OSError`."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.parent / f"{STAGING}{out.name}-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700)
        yield Staging(folder)
    finally:
        with undisturbed():
            _remove(folder)


def _remove(folder: Path) -> None:
    """Under another name first: who still writes into the tree by its name finds no place for it."""
    gone = folder.with_name(f"{folder.name}-gone")
    with suppress(OSError):
        folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def put_in_place(tree: Staging, out: Path) -> None:
    """Exchange the two folders in one step where the system can; else two renames (`publish.recover` mends).

    Raises `OSError`; `out` is then as before.
    """
    tree.folder.chmod(0o755)
    if not out.exists():
        tree.folder.rename(out)
        return
    if _exchange(tree.folder, out):
        return
    old = out.parent / f"{OLD}{out.name}-{os.getpid()}"
    out.rename(old)
    tree.folder.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """`renameat2(RENAME_EXCHANGE)`: False where kernel or file system lacks it. Raises `OSError`."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))
