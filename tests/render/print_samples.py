"""Sample brochures as PDFs, each rendered once in a test process."""

from functools import cache
from pathlib import Path

from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import PrintTheme, pdf_job, read_print_theme
from tests.render.sample_document import sample_document

THEME = Path(__file__).resolve().parents[2] / "themes/kaiku"
FONTS = THEME / "fonts"


@cache
def theme() -> PrintTheme:
    return read_print_theme(THEME)


@cache
def sample_job(lang: str = "fi", partners: int = 6) -> PdfJob:
    return pdf_job(sample_document(lang, distributors=partners, venues=partners), theme())


@cache
def sample_pdf(lang: str = "fi", partners: int = 6) -> bytes:
    return render_pdf(sample_job(lang, partners), FONTS)
