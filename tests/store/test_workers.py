"""Workers give every result once, whatever their number; a worker's fault comes out."""

import pytest

from sitegen.store.workers import run


def length(text: str) -> int:
    if text == "fault":
        raise ValueError(text)
    return len(text)


JOBS = [(f"job {number}", number, "x" * number) for number in range(5)]
EXPECTED = {f"job {number}": number for number in range(5)}


@pytest.mark.parametrize("workers", [1, 2])
def test_every_job_is_made(workers: int) -> None:
    assert dict(run(length, JOBS, workers=workers, preload=())) == EXPECTED


def test_the_heaviest_comes_first() -> None:
    assert next(iter(run(length, JOBS, workers=1, preload=())))[0] == "job 4"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_comes_out(workers: int) -> None:
    with pytest.raises(ValueError, match="fault"):
        list(run(length, [*JOBS, ("bad", 9, "fault")], workers=workers, preload=()))
