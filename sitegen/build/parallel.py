"""Pages of many regions at a time: each worker composes and renders whole regions.

What all pages are composed from is written once to a private file, and read once by each worker.
"""

import gc
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen.build.making import Made, make
from sitegen.build.pages import Site, page_maker, pages
from sitegen.model.network import Edition
from sitegen.progress import Tell, silent
from sitegen.store.cache import Cache
from sitegen.store.workers import run

WORKER = "sitegen.build.parallel"
WORTH_IT = 4
"""So many regions at least, or starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True)
class RegionJob:
    """The pages of one region. `site_file` holds the `Site`, `digest` is that of program and theme."""

    site_file: str
    region: str
    theme: Path
    digest: str
    cache: Cache


def make_pages(
    site: Site,
    editions: Sequence[Edition],
    theme: Path,
    digest: str,
    cache: Cache,
    made: Made,
    workers: int,
    preload: Sequence[str],
    tell: Tell,
) -> None:
    """Fill `made` with the pages of the editions and of the whole network."""
    maker = page_maker(theme, digest)
    alone = editions if workers <= 1 or len(editions) < WORTH_IT else ()
    make(pages(site, alone), maker, cache, made, 1, tell, "pages")
    if alone or not editions:
        return
    with _shared(site) as file:
        jobs = [
            (one.region_id, len(one.partners), RegionJob(file, one.region_id, theme, digest, cache))
            for one in editions
        ]
        with closing(run(region_pages, jobs, workers=workers, preload=preload)) as parts:
            for done, (_, part) in enumerate(parts, start=1):
                made.take(part)
                tell("pages", done, len(jobs))


def region_pages(job: RegionJob) -> Made:
    """A worker's part: the pages of one region."""
    gc.disable()
    site = _site(job.site_file)
    made = Made()
    edition = next(one for one in site.network.published if one.region_id == job.region)
    make(
        pages(site, (edition,), national=False),
        page_maker(job.theme, job.digest),
        job.cache,
        made,
        1,
        silent,
        "pages",
    )
    return made


@contextmanager
def _shared(site: Site) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        file = Path(folder) / "site"
        file.write_bytes(pickle.dumps(site, pickle.HIGHEST_PROTOCOL))
        yield str(file)


@lru_cache(maxsize=1)
def _site(file: str) -> Site:
    found = pickle.loads(Path(file).read_bytes())  # noqa: S301 - our own file in a folder of mode 0700
    assert isinstance(found, Site)
    return found
