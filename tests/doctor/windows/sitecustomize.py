"""What Python on a locked Windows laptop lacks, taken away from the Python that starts with this on its path.

The rest of Windows cannot be had here: paths with backslashes, its locks, its own console.
"""

import ctypes
import importlib.abc
import multiprocessing
import os
import signal
import sys
from typing import Any

WITHOUT = {"grp", "pwd", "resource", "termios"}
"""Modules of POSIX. `fcntl` stays: the lock has a branch for Windows that only Windows can run."""

for name in ("fork", "killpg", "sched_getaffinity", "geteuid", "register_at_fork"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("pthread_sigmask", "SIGKILL", "SIGHUP"):
    if hasattr(signal, name):
        delattr(signal, name)


class _Missing(importlib.abc.MetaPathFinder):
    """Modules that are not there, and a WeasyPrint that cannot load its libraries."""

    def find_spec(self, name: str, *_: Any) -> None:
        """Raise as Windows does; everything else is found elsewhere."""
        if name in WITHOUT:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        if name == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0': error 0x7e")


class _Library(ctypes.CDLL):
    """No library is found by the names of Linux, and there is none without a name."""

    def __init__(self, name: Any = None, *given: Any, **named: Any) -> None:
        if name is None:
            raise TypeError("argument of type 'NoneType' is not iterable")
        if "pango" in str(name) or "harfbuzz" in str(name):
            raise OSError(f"Could not find module '{name}'")
        super().__init__(name, *given, **named)


sys.meta_path.insert(0, _Missing())
ctypes.CDLL = _Library  # type: ignore[misc]
multiprocessing.get_all_start_methods = lambda: ["spawn"]
