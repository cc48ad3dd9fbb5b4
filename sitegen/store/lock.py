"""One build at a time for an output folder: an advisory lock that dies with its process (BAR R04)."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

_WAIT = 0.1


def _try(file: IO[bytes]) -> bool:
    try:
        if os.name == "nt":  # pragma: no cover (other operating system)
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def locked(out: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of an output folder. While another build holds it, say so once (its process) and wait."""
    import time

    out.parent.mkdir(parents=True, exist_ok=True)
    path = out.parent / f".sitegen-lock-{out.name}"
    with path.open("a+b") as file:
        if not _try(file):
            file.seek(0)
            waiting(file.read(40).decode("ascii", "replace").strip())
            while not _try(file):
                time.sleep(_WAIT)
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield
