"""How many things may be done at a time on this machine."""

import os


def default_jobs() -> int:
    """As many as there are processors for us."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
