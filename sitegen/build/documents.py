"""The documents of a region: composed once as trees, written as PDF and DOCX."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from sitegen.build.assets import Assets
from sitegen.build.links import PageLinks, text_links
from sitegen.build.making import Maker, Wanted
from sitegen.build.options import PDF_WORKER
from sitegen.compose.brochure import Addresses, Views, brochure
from sitegen.compose.texts import ComposedSection, Texts
from sitegen.model.colour import tones
from sitegen.model.document import Document
from sitegen.model.network import Edition, Network
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.plan import Brochure, Plan, address, brochures
from sitegen.problems import Place, Problem
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import PrintTheme, pdf_job
from sitegen.store.keys import loads
from sitegen.structs import Struct

_LIBRARIES = (
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    *("libharfbuzz.so.0", "libfontconfig.so.1"),
)
NO_SIZES: Mapping[str, int] = {}
NO_ASSETS = Assets({}, {})
WHOLE = Brochure("brochure")


class Written(Struct, frozen=True):
    """A brochure in a language as a tree, and where its files go: None where it has no such file."""

    document: Document
    pdf: str | None
    docx: str | None


def written(network: Network, texts: Texts, plan: Plan, edition: Edition) -> Iterator[Written]:
    """Every brochure of an edition in every language of the site."""
    for wanted in brochures(edition, network.register):
        for lang in network.site.languages:
            yield written_in(network, texts, plan, edition, wanted, lang)


def written_in(
    network: Network, texts: Texts, plan: Plan, edition: Edition, wanted: Brochure, lang: str
) -> Written:
    """One brochure of an edition in one language."""
    region = edition.region_id
    pdf, docx = (plan.document(region, lang, wanted.slug, type) for type in ("pdf", "docx"))
    links = PageLinks(plan, pdf or "", network.site.base_url, region, NO_SIZES, NO_ASSETS, whole=True)
    return Written(composed(network, texts, edition, lang, links, wanted), pdf, docx)


def composed(
    network: Network,
    texts: Texts,
    edition: Edition,
    lang: str,
    links: PageLinks,
    wanted: Brochure = WHOLE,
    *,
    views: Views | None = None,
    sections: tuple[ComposedSection, ...] | None = None,
) -> Document:
    """A brochure's tree; its address in words and in the code is the region's, without a year.

    With `views`, those of its partners that pages have made already, it is the tree of a page; `sections`
    are its texts with their links as written, where pages have composed them already.
    """
    front = links.plan.page(edition.region_id, lang, "front") or ""
    return brochure(
        texts,
        network,
        edition,
        lang,
        Addresses(home=address(network.site.base_url, front), links=text_links(links, edition, lang)),
        accent=tuple(tones(edition.region.accent or DEFAULT_ACCENT).items()),
        municipality=wanted.municipality,
        large_print=wanted.large,
        views=views,
        written=sections,
        on_paper=views is None,
    )


def pdf_wanted(found: Iterable[Written], theme: PrintTheme) -> Iterator[Wanted]:
    """The PDFs to be made."""
    for one in found:
        if one.pdf is not None:
            yield Wanted(one.pdf, "pdf", pdf_job(one.document, theme))


def docx_wanted(found: Iterable[Written]) -> Iterator[Wanted]:
    """The DOCX files to be made."""
    for one in found:
        if one.docx is not None:
            yield Wanted(one.docx, "docx", one.document)


def pdf_maker(theme: Path, program: str, preload: tuple[str, ...]) -> Maker | None:
    """PDFs come from worker processes; None where this computer lacks Pango (DESIGN section 5).

    The theme's style sheets and fonts are part of each job, by their text and digests.
    """
    if not _can_lay_out():
        return None
    return Maker(
        render=partial(_pdf, fonts_folder=theme / "fonts"),
        check=pdf_problems,
        digests=(program,),
        preload=preload,
        measure=_pages,
    )


def docx_maker(program: str, preload: tuple[str, ...]) -> Maker:
    """DOCX files come from worker processes too."""
    return Maker(render=_docx, check=docx_problems, digests=(program,), preload=preload)


def _can_lay_out() -> bool:
    """Whether WeasyPrint finds its libraries. Only where that is in doubt it is loaded to find out."""
    if all(map(loads, _LIBRARIES)):
        return True
    try:
        import_module(PDF_WORKER)
    except OSError:
        return False
    return True


# Known by their names in a worker; the libraries are loaded there, and not in the process that builds.


def _pdf(job: PdfJob, fonts_folder: Path) -> bytes:
    from sitegen.render.pdf import render_pdf

    return render_pdf(job, fonts_folder)


def _docx(document: Document) -> bytes:
    from sitegen.render.docx import render_docx

    return render_docx(document)


def _pages(data: bytes) -> int:
    from sitegen.check.pdf import page_count

    return page_count(data)


def pdf_problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """What is wrong with a finished PDF at this path."""
    from sitegen.check.pdf import check_pdf

    return tuple(check_pdf(data, Place(path)))


def docx_problems(data: bytes, path: str) -> tuple[Problem, ...]:
    """What is wrong with a finished DOCX at this path."""
    from sitegen.check.docx import check_docx

    return tuple(check_docx(data, Place(path)))
