"""A PDF/UA-1 from its job: the only place where WeasyPrint lays anything out.

Same job, same bytes: no dates, no identifiers, no reading of clock, locale or system (BAR R05). A worker
process keeps the fonts and parsed style sheets of the jobs before, which saves a tenth of the time.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from sitegen.render.pdf_fetch import JobFetcher, font_table, media_table
from sitegen.render.pdf_job import BASE, FontFile, PdfJob, Sheet
from sitegen.render.pdf_tags import accessible_tags
from sitegen.structs import Struct

VARIANT = "pdf/ua-1"
MISSING_GLYPH = ".notdef"
_FAMILY = re.compile(r'@font-face\s*\{[^}]*?font-family:\s*"([^"]+)"')


class PdfError(RuntimeError):
    """A job that cannot become a PDF as it should: our fault, never an author's (DESIGN section 5)."""


class _Engine(Struct, frozen=True):
    """Fonts and style sheets, ready for any number of documents."""

    fonts: Any
    sheets: tuple[Any, ...]


def render_pdf(job: PdfJob, fonts_folder: Path) -> bytes:
    """The PDF of a job. `fonts_folder` holds the theme's fonts, each checked against the job's digest.

    Raises `PdfError` when the job asks for anything it does not hold, or when a letter has no glyph, and
    `FontChangedError` when a font is another than the job was made with.
    """
    with _faults() as faults, accessible_tags():
        try:
            engine = _engine(job.css, job.fonts, fonts_folder)
            document = _with_filler(job, engine, _lay_out(job.html, job, engine))
            data: bytes = document.write_pdf(zoom=job.zoom, pdf_variant=VARIANT)
            faults.extend(_foreign_fonts(document, job.css))
        except FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__)) from error
    if faults:
        raise PdfError("; ".join(faults))
    return data


@lru_cache(maxsize=8)
def _engine(css: tuple[Sheet, ...], fonts: tuple[FontFile, ...], folder: Path) -> _Engine:
    configuration = FontConfiguration()
    fetcher = JobFetcher(font_table(fonts, folder))
    sheets = tuple(
        CSS(
            string=sheet.text,
            base_url=f"{BASE}print/{sheet.name}",
            url_fetcher=fetcher,
            font_config=configuration,
        )
        for sheet in css
    )
    return _Engine(configuration, sheets)


def _lay_out(html: str, job: PdfJob, engine: _Engine) -> Any:
    page = HTML(string=html, base_url=BASE, url_fetcher=JobFetcher(media_table(job.media)))
    return page.render(font_config=engine.fonts, stylesheets=list(engine.sheets), pdf_variant=VARIANT)


def _with_filler(job: PdfJob, engine: _Engine, document: Any) -> Any:
    """The document with the spare pages it needs, before its back cover."""
    missing = -len(document.pages) % job.multiple
    if not missing or not job.filler:
        return document
    spare = _lay_out(job.filler, job, engine).pages[:missing]
    pages = list(document.pages)
    end = next((place for place, page in enumerate(pages) if _page_name(page) == "back"), len(pages))
    return document.copy([*pages[:end], *spare, *pages[end:]])


def _foreign_fonts(document: Any, css: tuple[Sheet, ...]) -> list[str]:
    """Fonts of the machine that stood in for a letter which ours lack: other bytes on another machine."""
    ours = {family for sheet in css for family in _FAMILY.findall(sheet.text)}
    used = {font.family for font in document.fonts.values()}
    return [f"a font that is not the theme's: {family}" for family in sorted(used - ours)]


def _page_name(page: Any) -> str:
    return str(page._page_box.page_type.name)


class _Listener(logging.Handler):
    """Keeps what WeasyPrint reports as an error, and letters without a glyph."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message if it tells of a fault in the finished PDF."""
        message = record.getMessage()
        if record.levelno >= logging.ERROR or message.startswith(MISSING_GLYPH):
            self.faults.append(message)


@contextmanager
def _faults() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    faults: list[str] = []
    listener = _Listener(faults)
    logger.addHandler(listener)
    try:
        yield faults
    finally:
        logger.removeHandler(listener)
