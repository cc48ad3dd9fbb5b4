"""Noticing saves: a look at names, sizes and times of the sources, a few times a second.

Looking again and again works on every system, on network drives and in folders that a program synchronises;
folders may go and come back. Only the preview reads time stamps, and only to notice that something happened:
what is made is decided by content (DESIGN section 5).
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.load.names import is_ignored

PAUSE = 0.1
"""Seconds between two looks; longer where a look takes long, so that looking costs at most a tenth."""
SETTLED = 0.12
"""So long without a change, in seconds: then a save is whole."""
PATIENCE = 2.0
"""Seconds after which changes that never end are given nevertheless."""

State = tuple[int, int, int, int]
Snapshot = dict[str, State]


def snapshot(folders: tuple[Path, ...]) -> Snapshot:
    """Size, times and number of every source file by its path. What vanishes while we look is left out."""
    found: Snapshot = {}
    stack = [str(folder) for folder in folders]
    while stack:
        try:
            with os.scandir(stack.pop()) as entries:
                _note(entries, found, stack)
        except OSError:
            continue  # gone, or not to be read: `read` tells
    return found


def _note(entries: Iterator[os.DirEntry[str]], found: Snapshot, stack: list[str]) -> None:
    for entry in entries:
        if is_ignored(entry.name) or entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            stack.append(entry.path)
            continue
        try:
            state = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        found[entry.path] = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


class Watch:
    """The sources as they were when the last batch was given. `folders` is asked again at every look.

    `settled`: seconds without a change after which a save is whole.
    """

    def __init__(self, folders: Callable[[], tuple[Path, ...]], settled: float = SETTLED) -> None:
        self._folders, self._pause = folders, settled
        self._before = snapshot(folders())

    def has_moved(self) -> bool:
        """Whether anything was saved since the last batch."""
        return snapshot(self._folders()) != self._before

    def batches(self, stopped: Callable[[], bool]) -> Iterator[tuple[Path, ...]]:
        """Changed paths, sorted, given when the files have come to rest; ends when `stopped` says so.

        Many saves in a row, or an editor's rename over the file, are one batch.
        """
        while not stopped():
            began = time.monotonic()
            now = snapshot(self._folders())
            if now == self._before:
                time.sleep(max(PAUSE, 10 * (time.monotonic() - began)))
                continue
            now = self._settled(now)
            before, self._before = self._before, now
            changed = {path for path in {*before, *now} if before.get(path) != now.get(path)}
            if changed:
                yield tuple(sorted(map(Path, changed)))

    def _settled(self, now: Snapshot) -> Snapshot:
        until = time.monotonic() + PATIENCE
        while True:
            time.sleep(self._pause)
            later = snapshot(self._folders())
            if later == now or time.monotonic() > until:
                return later
            now = later
