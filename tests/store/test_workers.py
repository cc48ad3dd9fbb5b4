"""Workers give every result once, whatever their number; a worker's fault comes out."""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.store.workers import AHEAD, Renderers, run


def length(text: str) -> int:
    if text == "fault":
        raise ValueError(text)
    return len(text)


JOBS = [(f"job {number}", "x" * number) for number in range(5)]
EXPECTED = {f"job {number}": number for number in range(5)}


@pytest.mark.parametrize("workers", [1, 2])
def test_every_job_is_made(workers: int) -> None:
    assert dict(run(length, JOBS, workers=workers, preload=())) == EXPECTED


def test_jobs_are_taken_when_their_turn_is_near() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[tuple[str, str]]:
        for number in range(40):
            taken.append(number)
            yield str(number), "x"

    with closing(run(length, jobs(), workers=2, preload=())) as made:
        next(made)
        assert len(taken) <= AHEAD * 2 + 2


def test_without_jobs_no_process_is_started() -> None:
    assert list(run(length, [], workers=2, preload=("no.such.module",))) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_comes_out(workers: int) -> None:
    with pytest.raises(ValueError, match="fault"):
        list(run(length, [*JOBS, ("bad", "fault")], workers=workers, preload=()))


def test_a_run_ends_while_jobs_wait_for_room_in_the_pipe() -> None:
    """The workers are ended before they took their jobs: nobody waits for them (CPython gh-94777)."""
    jobs = [("quick", b""), *((str(number), bytes(4_000_000)) for number in range(8))]
    before = set(threading.enumerate())
    with closing(run(wait_for_large, jobs, workers=2, preload=())) as made:
        assert next(made) == ("quick", 0)
        time.sleep(2)  # both workers are at a large one, and the next is half in the pipe
        began = time.monotonic()
    assert time.monotonic() - began < 30
    assert set(threading.enumerate()) <= before


def wait_for_large(job: bytes) -> int:
    if job:
        time.sleep(60)
    return len(job)


def pid_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


@pytest.fixture
def renderers() -> Iterator[Renderers]:
    made = Renderers(1, ())
    yield made
    made.close()


def test_a_worker_stays_and_is_replaced_when_it_is_killed(renderers: Renderers) -> None:
    first = renderers.call(pid_after, 0.0)
    assert first != os.getpid()
    assert renderers.call(pid_after, 0.0) == first
    os.kill(first, signal.SIGKILL)
    assert renderers.call(pid_after, 0.0) != first


def test_a_worker_killed_at_work_is_replaced_and_its_job_made(renderers: Renderers) -> None:
    first = renderers.call(pid_after, 0.0)
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(renderers.call, pid_after, 1.0)
        time.sleep(0.3)
        os.kill(first, signal.SIGKILL)
        assert waiting.result(20) != first


def test_a_fault_in_a_worker_that_stays_comes_out(renderers: Renderers) -> None:
    with pytest.raises(ValueError, match="fault"):
        renderers.call(length, "fault")
    assert renderers.call(length, "good") == 4


def test_closed_workers_end_and_give_up(renderers: Renderers) -> None:
    worker = renderers.call(pid_after, 0.0)
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(renderers.call, pid_after, 60.0)
        time.sleep(0.3)
        renderers.close()
        with pytest.raises((BrokenProcessPool, CancelledError)):
            waiting.result(20)
    with pytest.raises(BrokenProcessPool):
        renderers.call(length, "late")
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists():
            break
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def temporary(_: str) -> str:
    """A file that nobody removes, as a library leaves it that counts on being ended properly."""
    handle, name = tempfile.mkstemp()
    os.close(handle)
    return name


def test_temporary_files_of_workers_go_with_them() -> None:
    jobs = [(str(number), "x") for number in range(6)]
    with closing(run(temporary, jobs, workers=2, preload=())) as made:
        first = Path(next(made)[1])
        assert first.exists()
        assert [Path(name).exists() for _, name in made] == [True] * 5
    assert not first.parent.exists()


def test_temporary_files_go_when_nobody_waits_any_more() -> None:
    jobs = [(str(number), "x") for number in range(6)]
    with closing(run(temporary, jobs, workers=2, preload=())) as made:
        first = Path(next(made)[1])
    assert not first.parent.exists()


def test_temporary_files_of_workers_that_stay_go_when_they_are_closed(renderers: Renderers) -> None:
    first = Path(renderers.call(temporary, ""))
    os.kill(renderers.call(pid_after, 0.0), signal.SIGKILL)
    second = Path(renderers.call(temporary, ""))
    assert first.parent == second.parent
    assert second.exists()
    renderers.close()
    assert not first.parent.exists()
