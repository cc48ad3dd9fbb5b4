"""The plan as one page sees it: addresses relative to that page."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from sitegen.build.assets import Assets
from sitegen.compose.link_targets import Links
from sitegen.compose.pages.context import NOT_FOUND, FileLink
from sitegen.compose.partners import anchor
from sitegen.model.network import Edition
from sitegen.model.sections import PARTNER_SECTIONS, SITE_SECTIONS
from sitegen.plan import Plan, address, relative
from sitegen.structs import Struct


class PageLinks(Struct, frozen=True):
    """What a page at `source` may link to (`compose.pages.context.Links`).

    `sizes`: bytes of the documents that are made, by path; 0 where that is not known yet. `whole`: with the
    site's address, for documents.
    """

    plan: Plan
    source: str
    base_url: str
    region: str | None
    sizes: Mapping[str, int]
    assets: Assets
    whole: bool = False

    def href(self, region: str | None, lang: str | None, slug: str) -> str | None:
        """The page, or None where there is none."""
        path = self.plan.page(region, lang, slug)
        return None if path is None else self._to(path)

    def absolute(self, region: str | None, lang: str | None, slug: str) -> str:
        """The page's public address."""
        path = self.plan.page(region, lang, slug) or self.plan.page(region, None, slug)
        return address(self.base_url, path or "")

    def document(self, region: str, lang: str, kind: str, form: str) -> FileLink | None:
        """A document that was made."""
        path = self.plan.document(region, lang, kind, form)
        size = self.sizes.get(path or "")
        return FileLink(self._to(path), size) if path is not None and size is not None else None

    def data(self, region: str | None, name: str, lang: str | None = None) -> str | None:
        """A file for machines."""
        path = self.plan.path("data", name, region, lang)
        return None if path is None else self._to(path)

    def public(self, name: str) -> str:
        """The public address of a file at the site's root."""
        return address(self.base_url, self.assets.path(None, name))

    def asset(self, name: str) -> str:
        """A file of the theme or the region."""
        return self._to(self.assets.path(self.region, name))

    def _to(self, path: str) -> str:
        """Relative; from the page for what is not found, which is shown at any address, from the root."""
        if self.whole:
            return address(self.base_url, path)
        if self.region is None and self.source == self.plan.page(None, None, NOT_FOUND):
            return urlsplit(address(self.base_url, path)).path
        return relative(self.source, path)


def text_links(links: PageLinks, edition: Edition | None, lang: str) -> Links:
    """Where links inside the site lead from a page: `page:venues`, `section:get`, `partner:<id>`."""
    region = edition.region_id if edition else None

    def is_distributor(name: str) -> bool:
        return edition is not None and any(one.id == name for one in edition.listed_distributors)

    def is_own(name: str) -> bool:
        return edition is not None and any(one.name == name for one in edition.sections)

    def href(kind: str, name: str) -> str | None:
        if kind == "page":
            return links.href(region, lang, name)
        if kind == "partner":
            slug, role = ("distributors", "distributor") if is_distributor(name) else ("venues", "venue")
            place = anchor(role, name)
        else:
            slug, place = _section_page(name, is_own(name)), name
        page = links.href(region, lang, slug)
        return None if page is None else (page if slug in SITE_SECTIONS else f"{page}#{place}")

    return Links(href)


def _section_page(name: str, own: bool) -> str:
    if name in SITE_SECTIONS:
        return name
    return "partners" if name in PARTNER_SECTIONS and not own else "how"
