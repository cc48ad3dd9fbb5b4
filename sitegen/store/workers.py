"""Processes that render documents: bytes in, bytes out.

They come from a `forkserver` that has loaded only the renderer, started before any thread of ours, so that
nothing of the build's memory is carried along (DESIGN section 5).
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import TypeVar

Job = TypeVar("Job")
Made = TypeVar("Made")


def default_jobs() -> int:
    """As many as there are processors for us."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


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
    jobs: Iterable[tuple[str, int, Job]],
    *,
    workers: int,
    preload: Sequence[str],
) -> Generator[tuple[str, Made]]:
    """Make every job (name, weight, job), the heaviest first; pairs of name and result as they are ready.

    With one worker or one job no process is started. A fault in a worker is raised here. To be closed
    (`contextlib.closing`): jobs that nobody waits for any more are then given up.
    """
    ordered = sorted(jobs, key=lambda job: (-job[1], job[0]))
    if workers <= 1 or len(ordered) <= 1:
        for name, _, job in ordered:
            yield name, make(job)
        return
    warm_up(preload)
    count = min(workers, len(ordered))
    with ProcessPoolExecutor(count, mp_context=_context(preload), initializer=_leave_interrupts) as pool:
        try:
            names = {pool.submit(make, job): name for name, _, job in ordered}
            for done in as_completed(names):
                yield names[done], done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: only the one that started the others answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
