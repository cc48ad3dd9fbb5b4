"""Ctrl-C, and being asked to end, wait until what must be whole is done (BAR R16)."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def undisturbed() -> Iterator[None]:
    """No such signal comes inside; one that came is raised at the end. Processes begun inside inherit it."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover (other operating system)
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
