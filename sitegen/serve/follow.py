"""The two workers of the preview: one reads after every save, the other makes documents of shown pages."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.build.demand import Demand
from sitegen.build.reading import Reading
from sitegen.problems import Report, report
from sitegen.serve.edited import place_of_edit
from sitegen.serve.live import LOOK
from sitegen.serve.watch import Watch
from sitegen.serve.years import Years

REFUSALS = 4
"""So many readings with errors in a row are put aside because files were being saved meanwhile."""
REST = 0.3


@dataclass(frozen=True)
class News:
    """What the workers tell: the browsers a message, the terminal a report with seconds, or a fault."""

    browsers: Callable[[str], None]
    built: Callable[[Report, float], None]
    fault: Callable[[str], None]


class Follower:
    """Reads everything once, then after every batch of saves. It never ends by a fault.

    `navigate`: browsers are told on which page the saved file shows.
    """

    def __init__(self, years: Years, news: News, *, navigate: bool) -> None:
        self.years, self.news, self.navigate = years, news, navigate
        self._watch = Watch(self._folders)
        self._refused = 0
        self._saved: frozenset[Path] = frozenset()

    def begin(self) -> None:
        """The first reading. While there is no other thread, copies of this process share the work."""
        self._read()

    def run(self, stopped: Callable[[], bool]) -> None:
        """Follow until `stopped`."""
        for batch in self._watch.batches(stopped):
            self._saved |= frozenset(batch)
            self._read()

    def _read(self) -> None:
        """Read what was saved since something was last shown; a theme alone needs no new reading."""
        began = time.monotonic()
        try:
            content = any(map(self._is_content, self._saved))
            if not self.years.read_again(self._is_whole, content=content):
                return
        except Exception as fault:  # noqa: BLE001 - a fault of ours must not end the preview
            said = f"{type(fault).__name__}: {fault}"
            for one in self.years.all():
                one.tell_fault(said)
            self.news.fault(said)
            self.news.browsers(LOOK)
            return
        found = self.years.main.shown.problems()
        self.news.built(found, time.monotonic() - began)
        self.news.browsers(self._message(found))
        self._saved = frozenset()

    def _is_whole(self, reading: Reading) -> bool:
        """Errors of a reading during which files were saved may be nobody's: there is another one at once."""
        if report(reading.problems).errors and self._refused < REFUSALS and self._watch.has_moved():
            self._refused += 1
            return False
        self._refused = 0
        return True

    def _message(self, found: Report) -> str:
        newest = self.years.main.shown.newest
        if not self.navigate or found.errors or newest is None:
            return LOOK
        query = place_of_edit(sorted(self._saved), self.years.project.root, newest.network, newest.plan)
        return f"go?{query}" if query else LOOK

    def _folders(self) -> tuple[Path, ...]:
        project = self.years.project
        return project.content, project.regions, self.years.main.theme

    def _is_content(self, path: Path) -> bool:
        project = self.years.project
        return path.is_relative_to(project.content) or path.is_relative_to(project.regions)


class Filler:
    """Makes the documents that shown pages link to, so that the pages can tell their sizes.

    `hands`: how many at a time; `asked` says how many documents people wait for: those come first.
    """

    def __init__(self, years: Years, news: News, hands: int, asked: Callable[[], int]) -> None:
        self.years, self.news, self.hands, self.asked = years, news, hands, asked

    def run(self, stopped: threading.Event) -> None:
        """Work until `stopped`; browsers are told when nothing is waiting any more."""
        made = False
        with ThreadPoolExecutor(self.hands) as pool:
            while not stopped.is_set():
                if self.asked():
                    stopped.wait(REST)
                    continue
                waiting = [one for preview in self.years.all() for one in preview.waiting()][: self.hands]
                if waiting:
                    made = True
                    list(pool.map(partial(self._make, stopped), waiting))
                    continue
                if made:
                    made = False
                    self.news.browsers(LOOK)
                stopped.wait(REST)

    def _make(self, stopped: threading.Event, wanted: tuple[Demand, str]) -> None:
        demand, path = wanted
        try:
            demand.file(path)
        except Exception as fault:  # noqa: BLE001 - a fault of ours must not end the preview
            if not stopped.is_set():
                self.news.fault(f"{path}: {type(fault).__name__}: {fault}")
