"""Pages of many regions at a time: each copy of this process composes and renders whole regions."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sitegen.build.making import Made, make
from sitegen.build.pages import Site, page_maker, pages
from sitegen.model.network import Edition
from sitegen.progress import Tell, silent
from sitegen.store.cache import Cache
from sitegen.store.forks import spread


def make_pages(
    site: Site,
    editions: Sequence[Edition],
    theme: Path,
    digest: str,
    cache: Cache,
    made: Made,
    workers: int,
    tell: Tell,
) -> None:
    """Fill `made` with the pages of the editions and of the whole network."""
    maker = page_maker(theme, digest)
    make(pages(site, ()), maker, cache, made, 1, tell, "pages")

    def of_region(edition: Edition) -> Made:
        part = Made()
        make(pages(site, (edition,), national=False), maker, cache, part, 1, silent, "pages")
        return part

    jobs = [(len(one.partners), one) for one in editions]
    with closing(spread(of_region, jobs, workers)) as parts:
        for done, (_, part) in enumerate(parts, start=1):
            made.take(part)
            tell("pages", done, len(jobs))
