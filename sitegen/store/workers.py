"""Processes that render documents: bytes in, bytes out.

They come from a `forkserver` that has loaded only the renderer, started before any thread of ours, so that
nothing of the build's memory is carried along (DESIGN section 5).
"""

import ctypes
import gc
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.context import BaseContext
from multiprocessing.process import parent_process
from tempfile import TemporaryDirectory
from typing import TypeVar

AHEAD = 2
"""Jobs in hand for each worker, so that none has to wait for the next."""

Job = TypeVar("Job")
Made = TypeVar("Made")


def _context(preload: Sequence[str]) -> BaseContext:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(list(preload))
    return context


def warm_up(preload: Sequence[str]) -> None:
    """Start the server that worker processes come from, so that it loads while this process reads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    from multiprocessing import forkserver

    _context(preload)
    with _no_interrupts():
        forkserver.ensure_running()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """What is started inside inherits that Ctrl-C is not for it. Only the main thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def run(
    make: Callable[[Job], Made],
    jobs: Iterable[tuple[str, Job]],
    *,
    workers: int,
    preload: Sequence[str],
) -> Generator[tuple[str, Made]]:
    """Make every job (name, job); pairs of name and result as they are ready.

    Jobs are taken as workers become free, so a generator never has many of them in memory. With one worker
    no process is started, nor without a job. A fault in a worker is raised here. To be closed
    (`contextlib.closing`): jobs that nobody waits for any more are then given up.
    """
    waiting = iter(jobs)
    if workers <= 1:
        for name, job in waiting:
            yield name, make(job)
        return
    first = tuple(islice(waiting, AHEAD * workers))
    if not first:
        return
    warm_up(preload)
    with _scratch() as folder, _pool(workers, preload, folder) as pool:
        try:
            names = {pool.submit(_tidily, make, job): name for name, job in first}
            del first
            while names:
                done, _ = wait(names, return_when=FIRST_COMPLETED)
                for one in done:
                    name, result = names.pop(one), one.result()
                    names |= {pool.submit(_tidily, make, job): other for other, job in islice(waiting, 1)}
                    yield name, result
        except BaseException:
            _end(pool)
            raise


def _scratch() -> "TemporaryDirectory[str]":
    """Where workers keep what they need for a while, such as fonts: a worker that is ended cannot clean up
    itself, so whoever started it does.
    """
    return TemporaryDirectory(prefix="sitegen-", ignore_cleanup_errors=True)


def _pool(workers: int, preload: Sequence[str], folder: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=_context(preload), initializer=_settle, initargs=(folder,))


class Renderers:
    """Worker processes that stay: for one job at a time, asked for from any thread (the preview).

    A worker that was killed is replaced.
    """

    def __init__(self, count: int, preload: Sequence[str]) -> None:
        self._count, self._preload = count, tuple(preload)
        self._lock = threading.Lock()
        self._closed = False
        self._pool: ProcessPoolExecutor | None = None
        self._scratch = _scratch()

    def warm_up(self) -> None:
        """Start the server they come from; in the main thread, so that Ctrl-C is not for it."""
        warm_up(self._preload)

    def call(self, make: Callable[[Job], Made], job: Job) -> Made:
        """Make one job. Raises what it raises, and `BrokenProcessPool` where its worker is killed twice."""
        pool = self._started(None)
        try:
            return pool.submit(_tidily, make, job).result()
        except BrokenProcessPool:
            return self._started(pool).submit(_tidily, make, job).result()

    def close(self) -> None:
        """End all workers; jobs under way are given up, `call` raises from now on."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)
        self._scratch.cleanup()

    def _started(self, broken: ProcessPoolExecutor | None) -> ProcessPoolExecutor:
        with self._lock:
            if self._closed:
                raise BrokenProcessPool
            if self._pool is None or self._pool is broken:
                self._pool = _pool(self._count, self._preload, self._scratch.name)
            return self._pool


def _end(pool: ProcessPoolExecutor) -> None:
    """End the workers with what they are at, then wait for the pool's own threads: they must not outlive us.

    One of them waits for room in the pipe of the jobs, which nobody reads any more. Python closes that pipe
    since 3.11.6 (CPython gh-94777), Debian 12 has an older one: there the build would wait for ever.
    """
    for worker in tuple((pool._processes or {}).values()):
        worker.terminate()
    jobs = getattr(pool, "_call_queue", None)
    if jobs is not None:
        with suppress(OSError):
            jobs._reader.close()
    pool.shutdown(wait=True, cancel_futures=True)


def _tidily(make: Callable[[Job], Made], job: Job) -> Made:
    """In a worker: a document leaves rings of objects behind, which pile up until they are collected."""
    try:
        return make(job)
    finally:
        gc.collect()
        give_back()


def give_back() -> None:
    """Memory that is free again goes back to the system, where its library can do that (glibc)."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _settle(folder: str) -> None:
    """Before a worker's first job; temporary files go to `folder`.

    Ctrl-C reaches every process of a terminal: only the one that started the others answers it. What is
    loaded is never garbage, so it is not looked through again and stays shared with the other workers.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    gc.freeze()


def _end_with_parent(folder: str) -> None:
    """Nobody waits any more once the process that asked was killed: clean up after it, and end."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
