"""The documents of a region: composed once as trees, written as PDF and DOCX."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.build.assets import Assets
from sitegen.build.links import PageLinks, text_links
from sitegen.build.making import Maker, Wanted
from sitegen.compose.brochure import Addresses, Views, brochure
from sitegen.compose.texts import Texts
from sitegen.model.colour import tones
from sitegen.model.document import Document
from sitegen.model.network import Edition, Network
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.plan import Brochure, Plan, address, brochures
from sitegen.problems import Place
from sitegen.render.print_html import PrintTheme, pdf_job

PDF_WORKER = "sitegen.render.pdf"
NO_SIZES: Mapping[str, int] = {}
NO_ASSETS = Assets({}, {})
WHOLE = Brochure("brochure")


@dataclass(frozen=True, slots=True)
class Written:
    """A brochure in a language as a tree, and where its files go: None where it has no such file."""

    document: Document
    pdf: str | None
    docx: str | None


def written(network: Network, texts: Texts, plan: Plan, edition: Edition) -> Iterator[Written]:
    """Every brochure of an edition in every language of the site."""
    region, base_url = edition.region_id, network.site.base_url
    for wanted in brochures(edition, network.register):
        for lang in network.site.languages:
            pdf, docx = (plan.document(region, lang, wanted.slug, type) for type in ("pdf", "docx"))
            links = PageLinks(plan, pdf or "", base_url, region, NO_SIZES, NO_ASSETS, whole=True)
            yield Written(composed(network, texts, edition, lang, links, wanted), pdf, docx)


def composed(
    network: Network,
    texts: Texts,
    edition: Edition,
    lang: str,
    links: PageLinks,
    wanted: Brochure = WHOLE,
    *,
    views: Views | None = None,
) -> Document:
    """A brochure's tree; its address in words and in the code is the region's, without a year.

    With `views`, those of its partners that pages have made already, it is the tree of a page.
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
        on_paper=views is None,
    )


def pdf_wanted(found: Iterable[Written], theme: PrintTheme) -> Iterator[Wanted]:
    """The PDFs to be made; the longer its HTML, the heavier."""
    for one in found:
        if one.pdf is not None:
            job = pdf_job(one.document, theme)
            yield Wanted(one.pdf, "pdf", job, weight=len(job.html))


def docx_wanted(found: Iterable[Written]) -> Iterator[Wanted]:
    """The DOCX files to be made."""
    for one in found:
        if one.docx is not None:
            yield Wanted(one.docx, "docx", one.document)


def pdf_maker(theme: Path, program: str, preload: tuple[str, ...]) -> Maker | None:
    """PDFs come from worker processes; None where this computer lacks Pango (DESIGN section 5).

    The theme's style sheets and fonts are part of each job, by their text and digests.
    """
    try:
        from sitegen.render.pdf import render_pdf
    except OSError:
        return None
    from sitegen.check.pdf import check_pdf, page_count

    return Maker(
        render=partial(render_pdf, fonts_folder=theme / "fonts"),
        check=lambda data, path: check_pdf(data, Place(path)),
        digests=(program,),
        preload=preload,
        measure=page_count,
    )


def docx_maker(program: str, preload: tuple[str, ...]) -> Maker:
    """DOCX files come from worker processes too."""
    from sitegen.check.docx import check_docx
    from sitegen.render.docx import render_docx

    return Maker(
        render=render_docx,
        check=lambda data, path: check_docx(data, Place(path)),
        digests=(program,),
        preload=preload,
    )
