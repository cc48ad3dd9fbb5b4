"""How much of a document's time is ours: the way to it, its tags and checks, over WeasyPrint by itself.

Run in a process of its own: `python -m tests.benchmarks.share PROJECT` prints both times in seconds.
"""

import json
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitegen.build.documents import pdf_maker, pdf_wanted, written
from sitegen.build.making import Made, Wanted, make
from sitegen.build.options import PDF_WORKER
from sitegen.build.reading import read
from sitegen.plan import plan_site
from sitegen.progress import silent
from sitegen.project import Project
from sitegen.render.pdf_fetch import JobFetcher, font_table, media_table
from sitegen.render.pdf_job import BASE, PdfJob
from sitegen.render.print_html import read_print_theme
from sitegen.store.cache import Cache
from sitegen.store.processors import default_jobs
from sitegen.store.workers import run

DOCUMENTS = 12
FONTS = "fonts"


def plain(job: tuple[Any, Path]) -> bytes:
    """The same string, style sheets and fonts through WeasyPrint and nothing else."""
    from weasyprint import HTML

    given: PdfJob = job[0]
    fonts = job[1]
    config, sheets = engine(given, fonts)
    fetcher = JobFetcher(media_table(given.media))
    page = HTML(string=given.html, base_url=BASE, url_fetcher=fetcher)
    data: bytes = page.write_pdf(
        font_config=config, stylesheets=list(sheets), zoom=given.zoom, pdf_variant="pdf/ua-1"
    )
    return data


@lru_cache(maxsize=4)
def _engine(css: tuple[Any, ...], fonts: tuple[Any, ...], folder: Path) -> tuple[Any, tuple[Any, ...]]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    config, fetcher = FontConfiguration(), JobFetcher(font_table(fonts, folder))
    sheets = [
        CSS(
            string=sheet.text,
            base_url=f"{BASE}print/{sheet.name}",
            url_fetcher=fetcher,
            font_config=config,
        )
        for sheet in css
    ]
    return config, tuple(sheets)


def engine(job: PdfJob, folder: Path) -> tuple[Any, tuple[Any, ...]]:
    """Fonts and style sheets, parsed once in a process, as ours are: only what is ours shall differ."""
    return _engine(job.css, job.fonts, folder)


def main(root: Path) -> dict[str, float]:
    """Both ways over the same documents, by the same number of processes."""
    project = Project(root.resolve())
    reading = read(project)
    network, texts = reading.network, reading.texts
    assert network is not None
    assert texts is not None
    folder = project.theme(network.site.theme)
    theme = read_print_theme(folder)
    plan = plan_site(network)
    maker = pdf_maker(folder, "", (PDF_WORKER,))
    assert maker is not None
    began = time.perf_counter()
    wanted = some(network, texts, plan, theme)
    made = Made()
    make(wanted, maker, Cache(None), made, default_jobs(), silent, "documents")
    ours = time.perf_counter() - began
    assert made.rendered == len(wanted)
    jobs = [(one.path, (one.job, folder / FONTS)) for one in wanted]
    began = time.perf_counter()
    count = len(list(run(plain, jobs, workers=default_jobs(), preload=maker.preload)))
    theirs = time.perf_counter() - began
    assert count == len(wanted)
    return {"ours": ours, "plain": theirs, "documents": float(count)}


def some(network: Any, texts: Any, plan: Any, theme: Any) -> list[Wanted]:
    """The brochures of the first regions."""
    found: list[Wanted] = []
    for edition in network.published:
        found += pdf_wanted(written(network, texts, plan, edition), theme)
        if len(found) >= DOCUMENTS:
            break
    return found[:DOCUMENTS]


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
