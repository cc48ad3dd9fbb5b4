"""What the preview shows of one year: the newest reading, and every region as it last was without errors.

A region with errors stays as it was while the others go on, as `build --keep-going` does it; an error in what
all share leaves everything as it was. The folder `build/` is neither read nor written.
"""

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.build.demand import Demand, Tools
from sitegen.build.making import Call
from sitegen.build.reading import Memory, Reading, read, region_of
from sitegen.build.unchanged import program_digest
from sitegen.model.network import Network
from sitegen.problems import Problem, Report, report
from sitegen.project import DEFAULT_THEME, Project
from sitegen.store.cache import Cache
from sitegen.store.keys import digest, versions
from sitegen.structs import replace

ASSETS = "assets/"


@dataclass(frozen=True)
class Shown:
    """One state of the preview, never changed: what was read, and from which reading each region is shown.

    `regions` has the national pages under None. `fault`: what of our own kept this state from being newer.
    """

    reading: Reading | None = None
    newest: Demand | None = None
    regions: Mapping[str | None, Demand] = field(default_factory=dict)
    fault: str = ""

    def demand(self, region: str | None) -> Demand | None:
        """The reading from which a region is shown; None where there has been no good one yet."""
        return self.regions.get(region)

    def demands(self) -> tuple[Demand, ...]:
        """Every reading that anything is shown from, the newest first."""
        newest = (self.newest,) if self.newest else ()
        return tuple({id(one): one for one in (*newest, *self.regions.values())}.values())

    def problems(self) -> Report:
        """Everything found so far, in texts and in the documents made from them."""
        found = self.reading.problems if self.reading else ()
        return report((*found, *(self.newest.problems if self.newest else ())))


class Preview:
    """The site of a year (None: that of site.yaml), read again when told to. Safe to ask from any thread."""

    def __init__(self, project: Project, year: int | None, call: Call) -> None:
        self.project, self.year = project, year
        self._call = call
        self._program = digest(program_digest(), *versions())
        self._reading = threading.Lock()
        self._memory = Memory()
        self.shown = Shown()

    @property
    def theme(self) -> Path:
        """The folder of the theme that is shown."""
        newest = self.shown.newest
        return self.project.theme(newest.network.site.theme if newest else DEFAULT_THEME)

    @property
    def base(self) -> str:
        """The path of the site's address, with slashes around it: `/`, or `/repository/`."""
        newest = self.shown.newest
        return base_path(newest.network) if newest else "/"

    def read(self, usable: Callable[[Reading], bool] = lambda _: True, *, content: bool = True) -> bool:
        """Read the content (without `content`: only the theme) and show it; whether that was done.

        `usable` may refuse a reading: files were saved while it was read.
        """
        with self._reading:
            before = self.shown
            if content or before.reading is None:
                with _nothing_collected():
                    reading = read(self.project, self.year, memory=self._memory)
                if not usable(reading):
                    return False
            else:
                reading = before.reading
            self.shown = self._next(before, reading)
            return True

    def tell_fault(self, fault: str) -> None:
        """Say over the pages that something of ours went wrong."""
        self.shown = replace(self.shown, fault=fault)

    def file(self, path: str) -> bytes | None:
        """The bytes of a file of the site, as they would be published; None where there is none."""
        shown = self.shown
        if path.startswith(ASSETS):
            found = (one.file(path) for one in shown.demands())
            return next((data for data in found if data is not None), None)
        demand = shown.demand(self.region_at(path))
        return demand.file(path) if demand else None

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        demand = self.shown.demand(self.region_at(path))
        return demand is not None and path in demand.paths

    def region_at(self, path: str) -> str | None:
        """The region whose file a path is, also one that cannot be shown; None for the whole network's."""
        first = path.partition("/")[0]
        newest = self.shown.newest
        known = {*self.shown.regions, *(one.id for one in (newest.network.regions if newest else ()))}
        return first if first in known else None

    def waiting(self) -> tuple[tuple[Demand, str], ...]:
        """Documents that pages shown link to and that are not made yet."""
        return tuple((demand, path) for demand in self.shown.demands() for path in demand.waiting)

    def _next(self, before: Shown, reading: Reading) -> Shown:
        if reading.network is None:
            return Shown(reading, before.newest, before.regions)
        sizes = before.newest.sizes if before.newest else {}
        newest = Demand(reading.network, reading.texts, self._tools(reading.network), sizes)
        failing = failing_regions(reading.problems)
        if None in failing:
            return Shown(reading, before.newest or newest, before.regions)
        here = {one.region_id for one in reading.network.published}
        left = {region: one for region, one in before.regions.items() if region in failing}
        fresh = {region: newest for region in (None, *here) if region not in failing}
        return Shown(reading, newest, {**left, **fresh})

    def _tools(self, network: Network) -> Tools:
        theme = self.project.theme(network.site.theme)
        return Tools(theme, self._program, Cache(self.project.cache), self._call)


def failing_regions(problems: tuple[Problem, ...]) -> frozenset[str | None]:
    """The regions in which there are errors; None stands for what all share."""
    return frozenset(region_of(one) for one in report(problems).errors)


def base_path(network: Network) -> str:
    """The path of the site's address, with slashes around it."""
    path = urlsplit(network.site.base_url).path
    return path if path.endswith("/") else path + "/"


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Reading makes hundreds of thousands of values and throws none away: looking for garbage only costs."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
