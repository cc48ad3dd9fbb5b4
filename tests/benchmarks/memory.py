"""The memory and time of a command with all its processes, from Linux's /proc."""

import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.structs import Struct

INTERVAL = 0.25
PROC = Path("/proc")


class Run(Struct, frozen=True):
    """What a command took: seconds by the clock, and MiB at its peak."""

    seconds: float
    peak: float
    output: str


def measured(command: Sequence[str], cwd: Path, env: Mapping[str, str], *, watch: bool = True) -> Run:
    """Run a command; its exit code must be 0. Watching its memory takes a little of its time."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=dict(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as started:
        peaks: list[float] = []
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(started.pid, ended, peaks))
        if watch:
            watcher.start()
        output, _ = started.communicate(timeout=1800)
        seconds = time.perf_counter() - began
        ended.set()
        if watch:
            watcher.join()
    assert started.returncode == 0, output[-4000:]
    return Run(seconds, max(peaks, default=0.0), output)


def _watch(root: int, ended: threading.Event, peaks: list[float]) -> None:
    while not ended.wait(INTERVAL):
        peaks.append(sum(pss(pid) for pid in family(root)))


def family(root: int) -> set[int]:
    """A process and all that descend from it."""
    parents: dict[int, int] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= more
    return found


def pss(pid: int) -> float:
    """MiB of a process, what it shares with others by its share; 0 when it has gone."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
