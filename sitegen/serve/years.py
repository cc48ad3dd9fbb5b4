"""The previews of all years that anybody looks at: the site's own, and drafts when they are asked for."""

import threading
from collections.abc import Callable
from datetime import date

from sitegen.build.making import Call
from sitegen.build.reading import Reading
from sitegen.project import Project
from sitegen.serve.overview import drafts
from sitegen.serve.preview import Preview


class Years:
    """`main` is the site as it would be published; each other year is read when it is first asked for.

    `today`: the day that the checklists count from.
    """

    def __init__(self, project: Project, edition: int | None, call: Call, today: Callable[[], date]) -> None:
        self.project, self.today = project, today
        self.main = Preview(project, edition, call)
        self._call = call
        self._others: dict[int, Preview] = {}
        self._lock = threading.Lock()

    def of(self, year: int | None) -> Preview | None:
        """The preview of a year (None: `main`), read now if it is new; None where no region has that year."""
        if year is None:
            return self.main
        newest = self.main.shown.newest
        if newest is None or year not in (newest.network.site.edition, *drafts(newest.network)):
            return None
        with self._lock:
            known = self._others.setdefault(year, Preview(self.project, year, self._call))
            if known.shown.reading is None:
                known.read()
        return known

    def read_again(self, usable: Callable[[Reading], bool], *, content: bool) -> bool:
        """Read every year that is looked at; whether all of them are shown anew."""
        if not self.main.read(usable, content=content):
            return False
        return all(one.read(usable, content=content) for one in tuple(self._others.values()))

    def all(self) -> tuple[Preview, ...]:
        """Every preview there is, the site's own first."""
        return (self.main, *self._others.values())
