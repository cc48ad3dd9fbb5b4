"""What a page's view is made from, and what it may link to."""

from typing import Protocol

from sitegen.compose.partners import PartnerView
from sitegen.compose.shown import best
from sitegen.compose.texts import ComposedSection
from sitegen.languages.messages import PAGES, Catalogue, catalogue
from sitegen.model.document import Document, Text
from sitegen.model.network import Edition, Network
from sitegen.model.text import Localised
from sitegen.structs import Struct

FRONT = "front"
CHOICE = "choice"
NOT_FOUND = "not-found"
PARTNERS_ON_FRONT = 30
"""So many partners at most stand on the front page in full (DESIGN section 4)."""


class FileLink(Struct, frozen=True):
    """A document to fetch: its address from the page and its size in bytes (BAR A13); 0: not known yet."""

    href: str
    size: int


class Picture(Struct, frozen=True):
    """A region's picture as a page shows it: its address from the page, its width and height in pixels.

    The size keeps the page from jumping when the picture comes; (0, 0) where nobody knows it.
    """

    name: str
    href: str
    width: int = 0
    height: int = 0


class Links(Protocol):
    """The plan as one page sees it: every address is relative to that page, but for `absolute`."""

    def href(self, region: str | None, lang: str | None, slug: str) -> str | None:
        """The page, or None where there is none. Without a language: the choice of languages."""

    def absolute(self, region: str | None, lang: str | None, slug: str) -> str:
        """The page's public address."""

    def document(self, region: str, lang: str, kind: str, form: str) -> FileLink | None:
        """A document (`brochure`, `poster` …) in a form (`pdf`, `docx`), or None where there is none."""

    def data(self, region: str | None, name: str, lang: str | None = None) -> str | None:
        """A file for machines (`partners.json`), of a region or the whole network; None: there is none."""

    def public(self, name: str) -> str:
        """The public address of a file at the site's root: `share.png`."""

    def asset(self, name: str) -> str:
        """A file of the theme or the region: `kaiku.css`, `accent.css`, `finder.js`, `logo.png`."""


class Context(Struct, frozen=True):
    """One page to be made. `edition` is None on national pages.

    Sections and partners are composed already, with their links seen from this page; `media` are
    the region's pictures.
    """

    network: Network
    edition: Edition | None
    lang: str
    slug: str
    links: Links
    sections: tuple[ComposedSection, ...] = ()
    distributors: tuple[PartnerView, ...] = ()
    venues: tuple[PartnerView, ...] = ()
    brochure: Document | None = None
    media: tuple[Picture, ...] = ()

    @property
    def region_id(self) -> str | None:
        """The region's id; None on national pages."""
        return self.edition.region_id if self.edition else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pages."""
        return self.network.site.languages

    @property
    def messages(self) -> Catalogue:
        """The words of the page's language."""
        return catalogue(PAGES, self.lang)

    @property
    def region_languages(self) -> tuple[str, ...]:
        """The languages in which the region writes; on national pages the site's."""
        return self.edition.region.languages if self.edition else self.network.site.languages

    def choose(self, localised: Localised | None) -> Text | None:
        """The best text for the page's reader, marked where it is a name or in another language."""
        return best(localised, self.lang, self.region_languages)

    def count(self, role: str) -> int:
        """How many `distributors` or `venues` the region lists."""
        composed = self.distributors if role == "distributors" else self.venues
        if composed or self.edition is None:
            return len(composed)
        return len(self.edition.listed_distributors if role == "distributors" else self.edition.listed_venues)

    def section(self, name: str) -> ComposedSection | None:
        """A composed section by its name."""
        return next((one for one in self.sections if one.name == name), None)

    def here(self, slug: str) -> str | None:
        """A page of the same region and language."""
        return self.links.href(self.region_id, self.lang, slug)
