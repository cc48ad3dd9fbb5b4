"""What is judged: the pages of a site, and those of them that a browser looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser

from tests.bar.pages.collect import EVERYTHING, Asked, Facts, looking
from tests.site.support.html import Page, read_pages
from tests.site.support.server import served


@dataclass(frozen=True)
class Site:
    """The pages of a folder by their paths."""

    root: Path
    pages: Mapping[str, Page]

    @cached_property
    def styles(self) -> dict[str, str]:
        """Its style sheets by path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_text("utf-8")
            for path in sorted(self.root.rglob("*.css"))
        }

    def exists(self, path: str) -> bool:
        """Whether the folder holds the file."""
        return path in self.pages or (self.root / path).is_file()

    def depth(self, starts: Iterable[str]) -> dict[str, int]:
        """The clicks from one of these pages to every page that can be reached."""
        found = dict.fromkeys(starts, 0)
        waiting = list(found)
        while waiting:
            page = self.pages[waiting.pop(0)]
            for link, element in page.links():
                target = page.resolve(link)[0]
                if element.tag == "a" and target in self.pages and target not in found:
                    found[target] = found[page.path] + 1
                    waiting.append(target)
        return found


@dataclass
class World:
    """A site, and what a browser told of some of its pages: asked for once, when a test needs it."""

    site: Site
    looked_at: tuple[str, ...]
    browser: Callable[[], Browser]
    asked: Asked = EVERYTHING
    _facts: dict[str, Facts] = field(default_factory=dict)

    @property
    def facts(self) -> dict[str, Facts]:
        """The facts of the pages that are looked at."""
        if self.looked_at and not self._facts:
            with served(self.site.root) as base, looking(self.browser(), base) as looker:
                for path in self.looked_at:
                    self._facts[path] = looker.look(self.site.pages[path], self.asked)
        return self._facts


def read_site(root: Path) -> Site:
    """All pages of a built site."""
    return Site(root, read_pages(root))


OfPage = Callable[[Page, Site], Iterator[str]]
OfSite = Callable[[Site], Iterator[str]]
OfFacts = Callable[[Facts], Iterator[str]]
