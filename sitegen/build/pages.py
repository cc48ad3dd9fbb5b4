"""Every page of the site as a job: its template and its view, composed from what it may read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sitegen.build.assets import Assets
from sitegen.build.documents import composed
from sitegen.build.links import PageLinks, text_links
from sitegen.build.making import Maker, Wanted
from sitegen.compose.link_targets import AS_WRITTEN
from sitegen.compose.media import pixels
from sitegen.compose.pages.context import CHOICE, Context, Picture
from sitegen.compose.pages.front import SECTIONS as FRONT_SECTIONS
from sitegen.compose.pages.table import NATIONAL_PAGES, REGION_PAGES
from sitegen.compose.partners import PartnerView, distributor_views, venue_views
from sitegen.compose.texts import ComposedSection, Texts, resolved, sections
from sitegen.model.document import Document
from sitegen.model.network import Edition, Network
from sitegen.model.sections import PARTNER_SECTIONS
from sitegen.plan import MOVED, Artefact, Plan
from sitegen.problems import Problem
from sitegen.render.html import PageView, render_page
from sitegen.structs import Struct, replace

NEEDS_PARTNERS = ("front", "distributors", "venues", "brochure")
FOR_CARDHOLDERS = ("front", "how")
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "front": FRONT_SECTIONS,
    "partners": PARTNER_SECTIONS,
    "statement": ("statement",),
    "privacy": ("privacy",),
}


@dataclass(frozen=True)
class Site:
    """All that pages are composed from.

    Partner views are the same on every page and made once. So are the sections for cardholders, but for
    their links: here these stand as written.
    """

    network: Network
    texts: Texts
    plan: Plan
    base_url: str
    sizes: Mapping[str, int]
    assets: Assets
    partners: dict[tuple[str, str], tuple[tuple[PartnerView, ...], tuple[PartnerView, ...]]] = field(
        default_factory=dict
    )
    sections: dict[tuple[str, str], tuple[ComposedSection, ...]] = field(default_factory=dict)


class PageJob(Struct, frozen=True):
    """A page to render: all that its renderer gets besides the theme."""

    template: str
    view: PageView


def pages(site: Site, editions: Iterable[Edition], *, national: bool = True) -> Iterator[Wanted]:
    """The pages of these editions and, with `national`, of the whole network."""
    for edition in editions:
        for artefact in site.plan.of_region(edition.region_id):
            if artefact.kind == "page":
                yield page_wanted(site, artefact, edition)
    for artefact in site.plan.of_region(None) if national else ():
        if artefact.kind == "page":
            yield page_wanted(site, artefact, None)


def page_maker(theme: Path, digest: str) -> Maker:
    """Pages are made in this process: starting another costs more than it saves."""
    render = partial(_render, theme=theme, version=digest)
    return Maker(render=render, check=_right_by_construction, digests=(digest,))


def _render(job: PageJob, theme: Path, version: str) -> bytes:
    return render_page(job.template, job.view, theme, version).encode()


def _right_by_construction(_data: bytes, _path: str) -> tuple[Problem, ...]:
    """What templates and the tree's writer cannot get wrong is not read back (DESIGN section 5)."""
    return ()


def page_wanted(site: Site, artefact: Artefact, edition: Edition | None) -> Wanted:
    """One page; `edition` is that of its region, None for a national page."""
    if artefact.slug == MOVED:
        artefact = replace(artefact, slug=CHOICE)
    kind = (REGION_PAGES if edition else NATIONAL_PAGES)[artefact.slug]
    return Wanted(artefact.path, "page", PageJob(kind.template, kind.view(_context(site, artefact, edition))))


def _context(site: Site, artefact: Artefact, edition: Edition | None) -> Context:
    written = edition.region.languages if edition else site.network.site.languages
    lang = artefact.lang or written[0]
    links = PageLinks(site.plan, artefact.path, site.base_url, artefact.region, site.sizes, site.assets)
    distributors, venues = _partners(site, edition, lang) if artefact.slug in NEEDS_PARTNERS else ((), ())
    return Context(
        network=site.network,
        edition=edition,
        lang=lang,
        slug=artefact.slug,
        links=links,
        sections=_sections(site, artefact.slug, edition, lang, links),
        distributors=distributors,
        venues=venues,
        brochure=_brochure(site, edition, lang, links) if artefact.slug == "brochure" else None,
        media=_media(edition, links),
    )


def _partners(
    site: Site, edition: Edition | None, lang: str
) -> tuple[tuple[PartnerView, ...], tuple[PartnerView, ...]]:
    if edition is None:
        return (), ()
    name = edition.region_id, lang
    if name not in site.partners:
        site.partners[name] = (
            distributor_views(edition, site.network, lang),
            venue_views(edition, site.network, lang),
        )
    return site.partners[name]


def _sections(
    site: Site, slug: str, edition: Edition | None, lang: str, links: PageLinks
) -> tuple[ComposedSection, ...]:
    inside = text_links(links, edition, lang)
    if edition is None or slug not in FOR_CARDHOLDERS:
        return sections(site.texts, site.network, edition, lang, inside, SECTIONS.get(slug, ()))
    found = {one.name: one for one in _as_written(site, edition, lang)}
    names = SECTIONS.get(slug, found)
    return tuple(resolved(found[name], inside) for name in names if name in found)


def _as_written(site: Site, edition: Edition, lang: str) -> tuple[ComposedSection, ...]:
    """An edition's sections for cardholders, composed but for their links."""
    name = edition.region_id, lang
    if name not in site.sections:
        site.sections[name] = sections(site.texts, site.network, edition, lang, AS_WRITTEN)
    return site.sections[name]


def _brochure(site: Site, edition: Edition | None, lang: str, links: PageLinks) -> Document | None:
    """The brochure's tree with links as this page needs them."""
    if edition is None:
        return None
    views = _partners(site, edition, lang)
    parts = _as_written(site, edition, lang)
    return composed(site.network, site.texts, edition, lang, links, views=views, sections=parts)


def _media(edition: Edition | None, links: PageLinks) -> tuple[Picture, ...]:
    """A region's pictures as seen from this page."""
    shown = links.assets.regional
    return tuple(
        Picture(one.name, links.asset(one.name), *pixels(one.data))
        for one in (edition.media if edition else ())
        if (links.region, one.name) in shown
    )
