"""A plan for tests of pages: every page that the rules of existence allow, with readable addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.compose.link_targets import Links as TextLinks
from sitegen.compose.pages.context import CHOICE, NOT_FOUND, Context, FileLink
from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS, exists, exists_nationally
from sitegen.compose.pages.table import NATIONAL_PAGES, REGION_PAGES
from sitegen.compose.partners import distributor_views, venue_views
from sitegen.compose.texts import Texts, parse_texts, section, sections
from sitegen.model.network import Edition, Network
from sitegen.model.sections import PARTNER_SECTIONS, SITE_SECTIONS
from sitegen.render.html import render_page

BASE = "https://kaikukortti.example"
_PARSED: dict[int, tuple[Network, Texts]] = {}


def texts_of(network: Network) -> Texts:
    """The texts of a network, parsed once."""
    if id(network) not in _PARSED:
        _PARSED[id(network)] = network, parse_texts(network)[0]
    return _PARSED[id(network)][1]


@dataclass(frozen=True)
class FakeLinks:
    """Addresses such as `/mallila/fi/venues/`; documents are those of `sizes`."""

    network: Network
    sizes: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def href(self, region: str | None, lang: str | None, slug: str) -> str | None:
        """The page, where it exists."""
        if lang is None:
            return f"/{region}/" if region else "/"
        edition = next((one for one in self.network.published if one.region_id == region), None)
        if edition is None:
            known = region is None and slug in NATIONAL_SLUGS
            there = known and exists_nationally(slug, self.network, lang)
        else:
            there = slug in REGION_SLUGS and exists(slug, edition, self.network, lang)
        return self._path(region, lang, slug) if there else None

    def absolute(self, region: str | None, lang: str | None, slug: str) -> str:
        """The page's public address."""
        return BASE + self._path(region, lang if slug not in (CHOICE, NOT_FOUND) else None, slug)

    def document(self, region: str, lang: str, kind: str, form: str) -> FileLink | None:
        """A document whose size is known."""
        size = self.sizes.get((kind, form))
        return FileLink(f"/{region}/{lang}/{kind}.{form}", size) if size else None

    def data(self, region: str | None, name: str, lang: str | None = None) -> str | None:
        """A file for machines."""
        return "/" + "/".join(part for part in (region, lang, name) if part)

    def public(self, name: str) -> str:
        """The public address of a file at the site's root."""
        return f"{BASE}/{name}"

    def asset(self, name: str) -> str:
        """An asset."""
        return f"/assets/{name}"

    def _path(self, region: str | None, lang: str | None, slug: str) -> str:
        parts = (region, lang, "" if slug in ("front", CHOICE) else slug)
        return "/" + "".join(f"{part}/" for part in parts if part)


def context(
    network: Network, slug: str, lang: str = "fi", edition: Edition | None = None, **fields: Any
) -> Context:
    """The context of a page; without an edition a national one."""
    texts = texts_of(network)
    links = fields.pop("links", None) or FakeLinks(network)
    inside = TextLinks(lambda kind, name: f"/{kind}/{name}/")
    names = (*PARTNER_SECTIONS, *SITE_SECTIONS)
    found = [section(texts, network, edition, lang, name, inside) for name in names]
    cardholder = sections(texts, network, edition, lang, inside) if edition else ()
    return Context(
        network=network,
        edition=edition,
        lang=lang,
        slug=slug,
        links=links,
        sections=(*cardholder, *(one for one in found if one)),
        distributors=distributor_views(edition, network, lang) if edition else (),
        venues=venue_views(edition, network, lang) if edition else (),
        **fields,
    )


def view(network: Network, slug: str, lang: str = "fi", edition: Edition | None = None, **fields: Any) -> Any:
    """The view of a page."""
    kinds = REGION_PAGES if edition else NATIONAL_PAGES
    return kinds[slug].view(context(network, slug, lang, edition, **fields))


def html(network: Network, slug: str, lang: str = "fi", edition: Edition | None = None, **fields: Any) -> str:
    """The page itself."""
    kinds = REGION_PAGES if edition else NATIONAL_PAGES
    return render_page(kinds[slug].template, view(network, slug, lang, edition, **fields))
