"""Pages of many regions at a time: each copy of this process composes, renders and writes whole regions.

What it writes stands in the tree then; only what it is travels back.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sitegen.build.data import national_files, region_files
from sitegen.build.making import Made, make
from sitegen.build.pages import Site, page_maker, pages
from sitegen.model.network import Edition
from sitegen.progress import Tell, silent
from sitegen.store.forks import spread
from sitegen.store.published import Published
from sitegen.store.staging import Staging


def make_pages(
    site: Site,
    editions: Sequence[Edition],
    others: Sequence[Edition],
    theme: Path,
    digest: str,
    kept: Published,
    made: Made,
    workers: int,
    tell: Tell,
) -> None:
    """Fill `made` with the pages of the editions and of the whole network, and with every file for machines.

    `others`: the editions whose pages are there already.
    """
    maker = page_maker(theme, digest)
    tree = made.files
    assert isinstance(tree, Staging)

    def of(edition: Edition | None) -> Made:
        part = Made(tree.part())
        if edition not in others:
            wanted = pages(site, (edition,), national=False) if edition else pages(site, ())
            make(wanted, maker, kept, part, 1, silent, "pages")
        for path, data in _data(site, edition):
            part.add(path, data)
        return part

    jobs: list[tuple[int, Edition | None]] = [(len(one.partners), one) for one in editions]
    jobs += [(0, one) for one in others]
    jobs.append((max((weight for weight, _ in jobs), default=1), None))
    with closing(spread(of, jobs, workers)) as parts:
        for path, data in site.assets.files.items():
            made.add(path, data)
        for done, (_, part) in enumerate(parts, start=1):
            assert isinstance(part.files, Staging)
            tree.join(part.files)
            made.take(part)
            tell("pages", done, len(jobs))


def _data(site: Site, edition: Edition | None) -> Iterator[tuple[str, bytes]]:
    if edition is None:
        return national_files(site.plan, site.network)
    return region_files(site.plan, site.network, edition)
