"""Artefacts that are kept or made anew: the one place that decides between the two."""

from collections.abc import Callable, Generator, Iterable, Iterator, MutableMapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from sitegen.problems import Problem, report
from sitegen.progress import Tell
from sitegen.store.keys import artefact_key
from sitegen.store.workers import run
from sitegen.structs import Struct

Call = Callable[[Callable[[Any], Any], Any], Any]
"""Does a function's work for a job: here, or in another process."""


class Kept(Protocol):
    """Where artefacts are kept by their keys: `store.cache.Cache`, `store.published.Published`."""

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, None where there are none that can be trusted."""

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key."""


class Wanted(Struct, frozen=True):
    """An artefact to be made: where it goes, its kind, and all that its renderer gets."""

    path: str
    kind: str
    job: object


@dataclass
class Made:
    """What has been made so far: bytes and keys by path, how many were new, what the checks found.

    `files`: where the bytes are kept, in memory or on disk (`store.staging`).
    """

    files: MutableMapping[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    measures: dict[str, int] = field(default_factory=dict)
    rendered: int = 0
    reused: int = 0
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, data: bytes, key: str = "") -> None:
        """Keep a file; `key` where it has one of its own."""
        self.files[path] = data
        if key:
            self.keys[path] = key

    def take(self, part: "Made") -> None:
        """Add what another process has made; the files are where it put them."""
        self.keys.update(part.keys)
        self.measures.update(part.measures)
        self.rendered += part.rendered
        self.reused += part.reused
        self.problems += part.problems


class Maker(Struct, frozen=True):
    """How one kind of artefact is made: its renderer, its check, and the digests its key includes.

    `render` gets the job and nothing else, `check` the bytes and their path; `measure` tells a number of an
    artefact, kept with it. `preload` names the modules that a worker process loads before its first job (all
    three functions are then known by their names there); empty: made in this process.
    """

    render: Callable[[Any], bytes]
    check: Callable[[bytes, str], Iterable[Problem]]
    digests: tuple[str, ...]
    preload: tuple[str, ...] = ()
    measure: Callable[[bytes], int] | None = None


def make(
    wanted: Iterable[Wanted],
    maker: Maker,
    kept: Kept,
    made: Made,
    workers: int,
    tell: Tell,
    step: str,
    total: int = 0,
    call: Call | None = None,
) -> None:
    """Fill `made` with every artefact wanted. What is new is checked; only what passes is kept.

    Those that take longest come first, best as a generator: each is composed when its turn is near, and let
    go when it is made. `total`: how many there are, for `tell`; 0 where nobody counted. `call`: who does the
    work of one at a time, instead of workers that are started for it.
    """
    keys: dict[str, str] = {}

    def missing() -> Iterator[tuple[str, tuple[str, object]]]:
        for one in wanted:
            key = artefact_key(one.kind, one.job, maker.digests)
            found = kept.get(key)
            if found is None:
                keys[one.path] = key
                yield one.path, (one.path, one.job)
            else:
                made.add(one.path, found, key)
                made.reused += 1
                _measured(one.path, found, key, maker, kept, made)

    before = made.reused
    workers = workers if maker.preload else 1
    rendering: Generator[tuple[str, _Rendered]]
    if call is None:
        rendering = run(partial(_rendered, maker), missing(), workers=workers, preload=maker.preload)
    else:
        rendering = ((path, call(partial(_rendered, maker), task)) for path, task in missing())
    with closing(rendering) as rendered:
        for done, (path, one) in enumerate(rendered, start=1):
            key = keys.pop(path)
            made.problems += one.problems
            made.add(path, one.data, key)
            made.rendered += 1
            if one.measure is not None:
                made.measures[path] = one.measure
            if not report(one.problems).errors:
                kept.put(key, one.data)
                if one.measure is not None:
                    kept.put(_measure_key(key), str(one.measure).encode())
            tell(step, done + made.reused - before, total)


class _Rendered(Struct, frozen=True):
    """What a worker gives back: the bytes, what is wrong with them, and their measure."""

    data: bytes
    problems: tuple[Problem, ...]
    measure: int | None


def _rendered(maker: Maker, task: tuple[str, object]) -> _Rendered:
    """In the worker: rendered and read back where the libraries for it are loaded."""
    path, job = task
    data = maker.render(job)
    measure = None if maker.measure is None else maker.measure(data)
    return _Rendered(data, tuple(maker.check(data, path)), measure)


def _measured(path: str, data: bytes, key: str, maker: Maker, kept: Kept, made: Made) -> None:
    """The measure of an artefact that was kept."""
    if maker.measure is None:
        return
    known = kept.get(_measure_key(key))
    made.measures[path] = maker.measure(data) if known is None else int(known)
    if known is None:
        kept.put(_measure_key(key), str(made.measures[path]).encode())


def _measure_key(key: str) -> str:
    return f"{key}-measure"
