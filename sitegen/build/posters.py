"""Posters in two sizes, and the booklet made of a finished brochure."""

from collections.abc import Iterable, Iterator

from sitegen.build.documents import pdf_problems
from sitegen.build.making import Made, Maker, Wanted
from sitegen.compose.poster import poster
from sitegen.compose.texts import Texts
from sitegen.languages.table import language
from sitegen.model.colour import tones
from sitegen.model.document import Document
from sitegen.model.network import Edition, Network
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.plan import BOOKLET, Plan, address
from sitegen.render.pdf_job import BookletJob
from sitegen.render.print_html import PrintTheme
from sitegen.render.print_poster import poster_job
from sitegen.structs import Struct


class Poster(Struct, frozen=True):
    """A poster in a language as a tree, and where its files go: None where it has no such file."""

    document: Document
    a4: str | None
    a3: str | None
    docx: str | None


def posters(network: Network, texts: Texts, plan: Plan, edition: Edition) -> Iterator[Poster]:
    """The posters of an edition in every language."""
    for lang in network.site.languages:
        yield poster_in(network, texts, plan, edition, lang)


def poster_in(network: Network, texts: Texts, plan: Plan, edition: Edition, lang: str) -> Poster:
    """The poster in one language; its code leads to the region's address without a year."""
    region = edition.region_id
    home = address(network.site.base_url, plan.page(region, lang, "front") or "")
    accent = tuple(tones(edition.region.accent or DEFAULT_ACCENT).items())
    return Poster(
        poster(texts, network, edition, lang, home, accent=accent),
        plan.document(region, lang, "poster", "pdf"),
        plan.document(region, lang, "poster-a3", "pdf"),
        plan.document(region, lang, "poster", "docx"),
    )


def poster_pdf_wanted(found: Iterable[Poster], theme: PrintTheme) -> Iterator[Wanted]:
    """The PDFs of posters to be made."""
    for one in found:
        if one.a4 is not None:
            yield Wanted(one.a4, "pdf", poster_job(one.document, theme, "a4"))
        if one.a3 is not None:
            yield Wanted(one.a3, "pdf", poster_job(one.document, theme, "a3"))


def poster_docx_wanted(found: Iterable[Poster]) -> Iterator[Wanted]:
    """The DOCX files of posters to be made."""
    for one in found:
        if one.docx is not None:
            yield Wanted(one.docx, "docx", one.document)


def booklets_wanted(plan: Plan, editions: Iterable[Edition], made: Made) -> Iterator[Wanted]:
    """The booklets of those brochures that were made."""
    for edition in editions:
        for one in plan.of_region(edition.region_id):
            if one.kind != "document" or one.slug != f"{BOOKLET}.pdf" or one.lang is None:
                continue
            brochure = made.files.get(plan.document(edition.region_id, one.lang, "brochure", "pdf") or "")
            if brochure is not None:
                job = BookletJob(brochure, language(one.lang).direction)
                yield Wanted(one.path, "booklet", job)


def booklet_maker(program: str, preload: tuple[str, ...]) -> Maker:
    """Booklets come from worker processes, out of the bytes of the brochure alone."""
    return Maker(
        render=_booklet,
        check=pdf_problems,
        digests=(program,),
        preload=preload,
    )


def _booklet(job: BookletJob) -> bytes:
    """In the worker."""
    from sitegen.render.pdf_booklet import render_booklet

    return render_booklet(job)
