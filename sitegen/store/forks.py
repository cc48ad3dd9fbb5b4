"""Copies of this process that share its memory: for work on what is read already.

Nothing is sent to them, for they have it all; only results come back. Where the system has no `fork`, or
where other threads run (a lock of theirs would stay locked in the copy), the work is done here.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from sitegen.store.undisturbed import ENDINGS, undisturbed

WIDEST = 1 << 20
"""Bytes, the most that anybody is given (pipe(7))."""

RECORD, MOST = 4, 1024
"""Bytes of a record in the queue, and how many of them: less than the smallest pipe anywhere holds."""

Job = TypeVar("Job")
Made = TypeVar("Made")


class Queue:
    """Places of jobs still to be done, shared by copies: each place is given to one of them.

    A pipe of records, so that nobody waits for a lock that a killed copy would hold.
    """

    def __init__(self, line: int, batches: Sequence[Sequence[int]]) -> None:
        self._line, self._batches = line, batches

    def __iter__(self) -> Iterator[int]:
        while record := os.read(self._line, RECORD):
            yield from self._batches[int.from_bytes(record)]


class LostWorkerError(Exception):
    """A copy ended before its work was done."""


def can_fork() -> bool:
    """Whether copies can be made here and now."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def spread(
    make: Callable[[Job], Made], jobs: Sequence[tuple[int, Job]], workers: int
) -> Generator[tuple[int, Made]]:
    """Make every job (weight, job); pairs of a job's place in `jobs` and its result, as they are ready.

    The copies begin at once; each takes the heaviest job that is left. A fault in one is raised where its
    result is asked for, `LostWorkerError` where one was killed. To be closed (`contextlib.closing`): copies
    whose results nobody waits for any more are ended.
    """
    if workers <= 1 or len(jobs) <= 1 or not can_fork():
        return ((place, make(job)) for place, (_, job) in enumerate(jobs))
    found = _spread(make, jobs, workers)
    next(found)
    return found


def _spread(make: Callable[[Job], Made], jobs: Sequence[tuple[int, Job]], workers: int) -> Generator[Any]:
    """Its first value only says that the copies have begun."""
    copies: dict[Connection, BaseProcess] = {}
    try:
        with undisturbed(), _queue(turns([weight for weight, _ in jobs])) as queue:
            for _ in range(min(workers, len(jobs))):
                line, process = _copy(make, jobs, queue)
                copies[line] = process  # before anything disturbs: nobody would end a copy that is not noted
        yield None
        yield from _results(copies)
    finally:
        with undisturbed():
            for line, process in copies.items():
                line.close()
                process.terminate()
                process.join()


def turns(weights: Sequence[int]) -> list[tuple[int, ...]]:
    """The places of the weights, the heaviest first; some at a time where the queue would not hold them."""
    order = tuple(sorted(range(len(weights)), key=lambda place: (-weights[place], place)))
    size = -(-len(order) // MOST) or 1
    return [order[start : start + size] for start in range(0, len(order), size)]


@contextmanager
def _queue(batches: Sequence[Sequence[int]]) -> Iterator[Queue]:
    """What is to be done, for copies that are made inside: whoever asks next gets the next one."""
    here, there = os.pipe()
    try:
        os.write(there, b"".join(number.to_bytes(RECORD) for number in range(len(batches))))
        os.close(there)  # at its end a reader is told so
        yield Queue(here, batches)
    finally:
        os.close(here)


def _copy(
    make: Callable[[Job], Made], jobs: Sequence[tuple[int, Job]], queue: Queue
) -> tuple[Connection, BaseProcess]:
    """Undisturbed: a copy that is ended before it has answers of its own would give ours."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    _widen(there)
    process = context.Process(target=_work, args=(make, jobs, queue, here, there), daemon=True)
    process.start()
    there.close()
    return here, process


def _widen(line: Connection) -> None:
    """So much fits into a pipe on Linux: a copy goes on while this process does something else first."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # the user has too many such pipes
            fcntl.fcntl(line.fileno(), fcntl.F_SETPIPE_SZ, WIDEST)


def _work(
    make: Callable[[Job], Made],
    jobs: Sequence[tuple[int, Job]],
    queue: Queue,
    here: Connection,
    there: Connection,
) -> None:
    """In the copy. Ctrl-C reaches every process of a terminal: only the one that was started answers it."""
    for ending in ENDINGS - {signal.SIGTERM}:
        signal.signal(ending, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
    here.close()
    with suppress(BrokenPipeError):  # nobody waits any more
        try:
            for place in queue:
                there.send((place, make(jobs[place][1]), None))
        except BrokenPipeError:
            raise
        except Exception as fault:  # noqa: BLE001 - raised where the result is waited for
            there.send((-1, None, fault))
    there.close()


def _results(copies: dict[Connection, BaseProcess]) -> Generator[tuple[int, Made]]:
    open_lines = list(copies)
    while open_lines:
        for line in wait(open_lines):
            assert isinstance(line, Connection)
            try:
                place, made, fault = line.recv()
            except EOFError:
                open_lines.remove(line)
                copies[line].join()
                if copies[line].exitcode:
                    raise LostWorkerError(f"exit code {copies[line].exitcode}") from None
                continue
            if fault is not None:
                raise fault
            yield place, made
