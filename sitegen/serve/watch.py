"""Noticing saves: a look at names, sizes and times of the sources, several times a second.

Only the preview reads time stamps, and only to notice that something happened: what is built is decided by
content (DESIGN section 5).
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.store.keys import files_below

_PAUSE = 0.25
_SETTLED = 0.15

Snapshot = dict[Path, tuple[int, int]]


def snapshot(folders: tuple[Path, ...]) -> Snapshot:
    """Size and time of every source file. A file that vanishes while we look is left out."""
    found: Snapshot = {}
    for folder in folders:
        for path in _files(folder):
            try:
                state = path.stat()
            except OSError:
                continue
            found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        return files_below(folder)
    except OSError:
        return ()


def changes(folders: tuple[Path, ...], stopped: Callable[[], bool]) -> Iterator[tuple[Path, ...]]:
    """Batches of changed paths, each given when the files have come to rest; ends when `stopped` says so.

    Many saves in a row, or an editor's rename over the file, are one batch.
    """
    before = snapshot(folders)
    while not stopped():
        time.sleep(_PAUSE)
        now = snapshot(folders)
        if now == before:
            continue
        while (later := _later(folders)) != now:
            now = later
        yield tuple(sorted(path for path in {*before, *now} if before.get(path) != now.get(path)))
        before = now


def _later(folders: tuple[Path, ...]) -> Snapshot:
    time.sleep(_SETTLED)
    return snapshot(folders)
