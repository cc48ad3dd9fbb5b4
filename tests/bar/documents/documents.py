"""The documents that the bar is held against: the invented region in six languages and the rich sample.

Mallila's files are those of the built site; the sample's are rendered once in a test process. Each stands
with the tree and the HTML it was made of.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.build.documents import Written, written
from sitegen.build.posters import Poster, posters
from sitegen.build.reading import read
from sitegen.compose.texts import Texts
from sitegen.model.document import Document
from sitegen.model.network import Edition, Network
from sitegen.plan import Plan, plan_site
from sitegen.project import Project
from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import pdf_job
from sitegen.render.print_poster import poster_job
from tests.render.docx.samples import sample
from tests.render.docx.samples import written as sample_docx
from tests.render.print_samples import FONTS, sample_job, sample_pdf, theme
from tests.render.sample_document import sample_document
from tests.site.support.run import REPOSITORY

REGION = "mallila"
REGION_LANGUAGES = ("fi", "sv", "en", "fi-simple", "ar", "ru")
SAMPLE_LANGUAGES = ("fi", "sv", "ar", "ru")
PARTNERS, MANY = 6, 14

REGION_PDFS = (
    *(f"{REGION}-{lang}" for lang in REGION_LANGUAGES),
    f"{REGION}-large-fi",
    *(f"{REGION}-poster-{lang}" for lang in REGION_LANGUAGES),
    *(f"{REGION}-poster-a3-{lang}" for lang in ("fi", "ar")),
)
BOOKLETS = tuple(f"{REGION}-booklet-{lang}" for lang in REGION_LANGUAGES)
SAMPLE_PDFS = (*(f"sample-{lang}" for lang in SAMPLE_LANGUAGES), "sample-many-fi")
PDFS = (*SAMPLE_PDFS, *REGION_PDFS)
DOCX = (
    *(f"sample-{lang}" for lang in SAMPLE_LANGUAGES),
    *(f"{REGION}-{lang}" for lang in REGION_LANGUAGES),
    *(f"{REGION}-poster-{lang}" for lang in REGION_LANGUAGES),
)


@dataclass(frozen=True)
class Printed:
    """A PDF with what it was made of. `path` is where it stands on the site, or would."""

    path: str
    document: Document
    job: PdfJob
    data: bytes

    @property
    def lang(self) -> str:
        """The document's language."""
        return self.document.lang


@dataclass(frozen=True)
class Office:
    """A DOCX with the tree it was made of."""

    path: str
    document: Document
    data: bytes

    @property
    def lang(self) -> str:
        """The document's language."""
        return self.document.lang


@dataclass(frozen=True)
class Region:
    """The invented region as it was read, with its documents as trees."""

    network: Network
    texts: Texts
    edition: Edition
    plan: Plan
    documents: tuple[Written, ...]
    posters: tuple[Poster, ...]

    def poster(self, lang: str) -> Poster:
        """The poster in a language."""
        return next(one for one in self.posters if one.document.lang == lang)

    def written(self, lang: str, *, large: bool = False) -> Written:
        """The brochure in a language."""
        return next(
            one for one in self.documents if (one.document.lang, one.document.large_print) == (lang, large)
        )


@cache
def region() -> Region:
    """Mallila, read once."""
    found = read(Project(REPOSITORY))
    assert found.network is not None
    edition = next(one for one in found.network.published if one.region_id == REGION)
    plan = plan_site(found.network)
    given = found.network, found.texts, plan, edition
    return Region(found.network, found.texts, edition, plan, tuple(written(*given)), tuple(posters(*given)))


def printed(name: str, site: Path | None) -> Printed:
    """The PDF of this name (`PDFS`, `BOOKLETS`); those of the region need the built site."""
    where, _, rest = name.partition("-")
    if where == "sample":
        return _sample(rest.removeprefix("many-"), MANY if rest.startswith("many-") else PARTNERS)
    assert site is not None
    document, job, path = _of_region(rest)
    assert path is not None
    return Printed(path, document, job, (site / path).read_bytes())


def _of_region(name: str) -> tuple[Document, PdfJob, str | None]:
    """The tree, the HTML and the path of a PDF of the region."""
    here = region()
    kind, lang = _kind(name)
    match kind:
        case "poster":
            poster = here.poster(lang)
            return poster.document, poster_job(poster.document, theme(), "a4"), poster.a4
        case "poster-a3":
            poster = here.poster(lang)
            return poster.document, poster_job(poster.document, theme(), "a3"), poster.a3
        case "booklet":
            one = here.written(lang)
            path = here.plan.document(REGION, lang, "brochure-booklet", "pdf")
            return one.document, pdf_job(one.document, theme()), path
        case _:
            one = here.written(lang, large=kind == "large")
            return one.document, pdf_job(one.document, theme()), one.pdf


def _kind(name: str) -> tuple[str, str]:
    """`poster-a3-fi-simple` as kind and language."""
    for kind in ("poster-a3", "poster", "booklet", "large"):
        if name.startswith(f"{kind}-"):
            return kind, name.removeprefix(f"{kind}-")
    return "", name


@cache
def _sample(lang: str, partners: int) -> Printed:
    return Printed(
        f"{REGION}/{lang}/kaikukortti-esite-{REGION}-2026-{lang}.pdf",
        sample_document(lang, distributors=partners, venues=partners),
        sample_job(lang, partners),
        sample_pdf(lang, partners),
    )


def rendered(document: Document, path: str = "") -> Printed:
    """A tree as a PDF, with its HTML."""
    job = pdf_job(document, theme())
    return Printed(path, document, job, render_pdf(job, FONTS))


def office(name: str, site: Path | None) -> Office:
    """The DOCX of this name (`DOCX`); those of the region need the built site."""
    kind, _, lang = name.partition("-")
    if kind == "sample":
        path = f"{REGION}/{lang}/kaikukortti-esite-{REGION}-2026-{lang}.docx"
        return Office(path, sample(lang), sample_docx(lang))
    assert site is not None
    made = region().poster(_kind(lang)[1]) if _kind(lang)[0] == "poster" else region().written(lang)
    assert made.docx is not None
    return Office(made.docx, made.document, (site / made.docx).read_bytes())
