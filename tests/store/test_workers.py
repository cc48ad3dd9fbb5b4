"""Workers give every result once, whatever their number; a worker's fault comes out."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from sitegen.store.workers import AHEAD, run


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
