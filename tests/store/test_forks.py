"""Copies give every result once; faults and killed copies come out; it works without them too."""

import multiprocessing
import os
import signal
import threading
from contextlib import closing

import pytest

from sitegen.store import forks
from sitegen.store.forks import MOST, LostWorkerError, spread, turns

# The runner's threads wait for us and hold no lock.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")

JOBS = [(1, "a"), (5, "bbbbb"), (2, "cc")]
MADE = {0: 1, 1: 5, 2: 2}


@pytest.mark.parametrize("workers", [1, 2, 9])
def test_every_job_is_made_once(workers: int, alone: None) -> None:
    assert dict(spread(len, JOBS, workers)) == MADE


def test_the_work_is_done_in_other_processes(alone: None) -> None:
    assert os.getpid() not in {pid for _, pid in spread(lambda _: os.getpid(), JOBS, 2)}


def test_with_other_threads_it_is_done_here() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert {pid for _, pid in spread(lambda _: os.getpid(), JOBS, 2)} == {os.getpid()}
    finally:
        stop.set()
        other.join()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_comes_out(workers: int, alone: None) -> None:
    def fail(word: str) -> int:
        raise ValueError(word) if len(word) > 4 else KeyError(word)

    with pytest.raises((ValueError, KeyError)), closing(spread(fail, JOBS, workers)) as found:
        dict(found)


def test_a_killed_copy_comes_out(alone: None) -> None:
    def die(_: str) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(LostWorkerError), closing(spread(die, JOBS, 2)) as found:
        dict(found)


def test_copies_nobody_waits_for_are_ended(alone: None) -> None:
    found = spread(lambda _: os.getpid(), [(1, number) for number in range(4)], 2)
    _, pid = next(found)
    found.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_copy_that_is_ended_at_once_says_nothing(alone: None, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever answers SIGTERM by Ctrl-C's exception, as the commands do: no copy does so."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for _ in range(50):
            spread(len, JOBS, 3).close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("which", [1, 2])
def test_ctrl_c_while_copies_begin_leaves_none(which: int, alone: None) -> None:
    """It comes while the copy number `which` is being made: nobody else would end that one."""
    born = []

    def interrupt() -> None:
        born.append(True)
        if len(born) == which:
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)  # the runner has other threads

    os.register_at_fork(after_in_parent=interrupt)
    with pytest.raises(KeyboardInterrupt):
        spread(lambda _: threading.Event().wait(60), JOBS, 2).close()
    assert multiprocessing.active_children() == []


def test_who_is_free_takes_the_next(alone: None) -> None:
    """The first job takes as long as all the others together: another copy makes those."""
    done, told = os.pipe()

    def one(number: int) -> int:
        if number == 0:
            return len([os.read(done, 1) for _ in range(7)])
        return os.write(told, b".")

    try:
        assert dict(spread(one, [(1, number) for number in range(8)], 2)) == {
            0: 7,
            **dict.fromkeys(range(1, 8), 1),
        }
    finally:
        os.close(done)
        os.close(told)


def test_the_heaviest_comes_first() -> None:
    assert turns([1, 9, 5, 9]) == [(1,), (3,), (2,), (0,)]
    assert turns([]) == []


def test_many_jobs_find_room(alone: None) -> None:
    assert dict(spread(str, [(1, number) for number in range(5 * MOST)], 2)) == {
        number: str(number) for number in range(5 * MOST)
    }


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the runner had no threads."""
    monkeypatch.setattr(forks, "can_fork", lambda: True)
