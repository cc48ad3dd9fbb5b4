"""Artefacts from the cache or made anew: the one place that decides between the two."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sitegen.problems import Problem, report
from sitegen.progress import Tell
from sitegen.store.cache import Cache
from sitegen.store.keys import artefact_key
from sitegen.store.workers import run


@dataclass(frozen=True, slots=True)
class Wanted:
    """An artefact to be made: where it goes, its kind, all that its renderer gets, and how heavy it is."""

    path: str
    kind: str
    job: object
    weight: int = 1


@dataclass
class Made:
    """What has been made so far: bytes and keys by path, how many were new, what the checks found."""

    files: dict[str, bytes] = field(default_factory=dict)
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
        """Add what another process has made."""
        self.files.update(part.files)
        self.keys.update(part.keys)
        self.measures.update(part.measures)
        self.rendered += part.rendered
        self.reused += part.reused
        self.problems += part.problems


@dataclass(frozen=True, slots=True)
class Maker:
    """How one kind of artefact is made: its renderer, its check, and the digests its key includes.

    `render` gets the job and nothing else. `preload` names the modules that a worker process loads before its
    first job; empty: made in this process. `measure` tells a number of an artefact, kept with it.
    """

    render: Callable[[Any], bytes]
    check: Callable[[bytes, str], Iterable[Problem]]
    digests: tuple[str, ...]
    preload: tuple[str, ...] = ()
    measure: Callable[[bytes], int] | None = None


def make(
    wanted: Iterable[Wanted], maker: Maker, cache: Cache, made: Made, workers: int, tell: Tell, step: str
) -> None:
    """Fill `made` with every artefact wanted. What is new is checked; only what passes goes to the cache."""
    missing: dict[str, tuple[str, Wanted]] = {}
    for one in wanted:
        key = artefact_key(one.kind, one.job, maker.digests)
        found = cache.get(key)
        if found is None:
            missing[one.path] = (key, one)
        else:
            made.add(one.path, found, key)
            made.reused += 1
            _measure(one.path, found, key, maker, cache, made)
    with closing(_rendered(missing, maker, workers)) as rendered:
        for done, (path, data) in enumerate(rendered, start=1):
            key = missing[path][0]
            found_problems = tuple(maker.check(data, path))
            made.problems += found_problems
            made.add(path, data, key)
            made.rendered += 1
            if not report(found_problems).errors:
                cache.put(key, data)
            _measure(path, data, key, maker, cache, made)
            tell(step, done, len(missing))


def _measure(path: str, data: bytes, key: str, maker: Maker, cache: Cache, made: Made) -> None:
    if maker.measure is None:
        return
    kept = cache.get(f"{key}-measure")
    made.measures[path] = maker.measure(data) if kept is None else int(kept)
    if kept is None:
        cache.put(f"{key}-measure", str(made.measures[path]).encode())


def _rendered(
    missing: dict[str, tuple[str, Wanted]], maker: Maker, workers: int
) -> Generator[tuple[str, bytes]]:
    jobs = [(path, one.weight, one.job) for path, (_, one) in missing.items()]
    yield from run(maker.render, jobs, workers=workers if maker.preload else 1, preload=maker.preload)
