"""Which artefacts exist, and their addresses: decided here, once (DESIGN section 4).

Every link of a page comes from the plan, so that none leads to a page that is not made. Two artefacts with
one address are a fault.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS, exists, exists_nationally
from sitegen.compose.pages.news import written
from sitegen.compose.public_dates import has_dates
from sitegen.languages.table import language
from sitegen.load.names import as_id
from sitegen.model.network import Edition, Network
from sitegen.model.register import Register
from sitegen.structs import Struct

DOCUMENT_TYPES = ("pdf", "docx")
MOVED = "moved"
FEED, CALENDAR = "feed.xml", "calendar.ics"


class Artefact(Struct, frozen=True):
    """One file of the site.

    `kind`: page | document | copy | data. `slug` says which of its kind; `region` and `lang` are None for
    what belongs to the whole network or to all languages. A copy is another address of the document `of`.
    """

    path: str
    kind: str
    slug: str
    region: str | None = None
    lang: str | None = None
    of: str = ""


class DuplicateAddressError(Exception):
    """Two artefacts want the same address."""


@dataclass(frozen=True)
class Plan:
    """All artefacts, found by what they are."""

    artefacts: tuple[Artefact, ...]
    _found: dict[tuple[str, str, str | None, str | None], Artefact] = field(repr=False)

    def path(self, kind: str, slug: str, region: str | None, lang: str | None) -> str | None:
        """The path of an artefact; None where it is not made."""
        found = self._found.get((kind, slug, region, lang))
        return found.path if found else None

    def page(self, region: str | None, lang: str | None, slug: str) -> str | None:
        """The path of a page."""
        found = self._found.get(("page", slug, region, lang))  # as `path` does it: most links ask here
        return found.path if found else None

    def document(self, region: str, lang: str, slug: str, type: str) -> str | None:
        """The path of a document with the year in its name: `brochure` as `pdf` or `docx`."""
        return self.path("document", f"{slug}.{type}", region, lang)

    def lasting(self, region: str, lang: str, slug: str, type: str) -> str | None:
        """A document's address without a year, for QR codes and letters."""
        return self.path("copy", f"{slug}.{type}", region, lang)

    def alternates(self, artefact: Artefact, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The same page in every language in which it is made: pairs of language code and path."""
        found = ((lang, self.page(artefact.region, lang, artefact.slug)) for lang in languages)
        return tuple((lang, path) for lang, path in found if path is not None)

    def of_region(self, region: str | None) -> tuple[Artefact, ...]:
        """The artefacts of a region, or those of the whole network."""
        return tuple(one for one in self.artefacts if one.region == region)


def plan_site(network: Network) -> Plan:
    """Decide every artefact of the site. Raises `DuplicateAddressError`."""
    artefacts = (
        *_national(network),
        *(one for edition in network.published for one in _region(network, edition)),
    )
    artefacts = (*artefacts, *_aliases(network, {one.path for one in artefacts}))
    found = {(one.kind, one.slug, one.region, one.lang): one for one in artefacts}
    by_path: dict[str, Artefact] = {}
    for one in artefacts:
        if one.path in by_path:
            raise DuplicateAddressError(one.path)
        by_path[one.path] = one
    return Plan(artefacts, found)


def page_path(region: str | None, lang: str, slug: str) -> str:
    """`tornio/fi/venues/index.html`; the front page lies in the folder of its language."""
    parts = [region or "", lang, "" if slug == "front" else slug, "index.html"]
    return "/".join(part for part in parts if part)


class Brochure(Struct, frozen=True):
    """A brochure of a region: the whole one, that of one municipality, or the one in large print."""

    slug: str
    types: tuple[str, ...] = DOCUMENT_TYPES
    municipality: str | None = None
    large: bool = False


def brochures(edition: Edition, register: Register) -> tuple[Brochure, ...]:
    """Which brochures an edition has, by its settings `lists` and `large_print`."""
    settings = edition.facts.brochure
    found = [Brochure("brochure")]
    if settings.large_print:
        found.append(Brochure("brochure-large", ("pdf",), large=True))
    if settings.lists == "municipality" and len(edition.region.municipalities) > 1:
        found += [
            Brochure(f"brochure-{as_id(register.name(code, 'fi'))}", municipality=code)
            for code in edition.region.municipalities
        ]
    return tuple(found)


BOOKLET = "brochure-booklet"
"""The whole brochure once more, for an office printer."""

POSTERS: tuple[tuple[str, tuple[str, ...]], ...] = (("poster", DOCUMENT_TYPES), ("poster-a3", ("pdf",)))
"""Slugs of posters with their types."""


def document_name(brochure: Brochure, region: str, year: int, lang: str, type: str, use: str = "") -> str:
    """`kaikukortti-esite-tornio-2026-fi.pdf`: ASCII, says what it is (BAR P18). `use`: print or booklet."""
    place = brochure.slug.removeprefix("brochure-") if brochure.municipality else ""
    variant = ("large" if brochure.large else "", use)
    return _file_name(language(lang).brochure_word, region, place, str(year), *variant, lang) + f".{type}"


def poster_name(slug: str, region: str, year: int, lang: str, type: str, use: str = "") -> str:
    """`kaikukortti-juliste-tornio-2026-a3-fi.pdf`."""
    size = slug.removeprefix("poster").removeprefix("-")
    return _file_name(language(lang).poster_word, region, str(year), size, use, lang) + f".{type}"


def _file_name(*parts: str) -> str:
    return "-".join(("kaikukortti", *(part for part in parts if part)))


def relative(source: str, target: str) -> str:
    """The link from one page to another file, relative; a folder's page is linked by the folder."""
    shared, up = source.rfind("/") + 1, ""
    while not target.startswith(source[:shared]):
        shared, up = source.rfind("/", 0, shared - 1) + 1, up + "../"
    link = up + target[shared:]
    if target.endswith("index.html") and (link == "index.html" or link.endswith("/index.html")):
        return link.removesuffix("index.html") or "./"
    return link


def address(base_url: str, path: str) -> str:
    """The full address of a path, for canonical links, hreflang, the sitemap and QR codes."""
    shown = path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
    return base_url.rstrip("/") + "/" + shown


def _national(network: Network) -> Iterator[Artefact]:
    yield Artefact("index.html", "page", "choice")
    yield Artefact("404.html", "page", "not-found")
    for lang in network.site.languages:
        for slug in NATIONAL_SLUGS:
            if exists_nationally(slug, network, lang):
                yield Artefact(page_path(None, lang, slug), "page", slug, None, lang)
        if has_dates(network, None):
            yield Artefact(f"{lang}/{CALENDAR}", "data", CALENDAR, None, lang)
    yield Artefact("sitemap.xml", "data", "sitemap")
    yield Artefact("robots.txt", "data", "robots")
    yield Artefact("partners.json", "data", "partners.json")
    yield Artefact("partners.schema.json", "data", "partners.schema")


def _region(network: Network, edition: Edition) -> Iterator[Artefact]:
    region = edition.region_id
    yield Artefact(f"{region}/index.html", "page", "choice", region)
    for lang in network.site.languages:
        for slug in REGION_SLUGS:
            if exists(slug, edition, network, lang):
                yield Artefact(page_path(region, lang, slug), "page", slug, region, lang)
        if written(edition, lang):
            yield Artefact(f"{region}/{lang}/{FEED}", "data", FEED, region, lang)
        if has_dates(network, edition):
            yield Artefact(f"{region}/{lang}/{CALENDAR}", "data", CALENDAR, region, lang)
        yield from _documents(edition, network.register, lang)
    yield Artefact(f"{region}/partners.json", "data", "partners.json", region)
    yield Artefact(f"{region}/partners.csv", "data", "partners.csv", region)


def _documents(edition: Edition, register: Register, lang: str) -> Iterator[Artefact]:
    region, year = edition.region_id, edition.year
    for brochure in brochures(edition, register):
        for type in brochure.types:
            name = document_name(brochure, region, year, lang, type)
            yield from _document(f"{brochure.slug}.{type}", region, lang, name)
    booklet = document_name(Brochure(BOOKLET), region, year, lang, "pdf", "booklet")
    yield from _document(f"{BOOKLET}.pdf", region, lang, booklet)
    for slug, types in POSTERS:
        for type in types:
            yield from _document(f"{slug}.{type}", region, lang, poster_name(slug, region, year, lang, type))


def _document(slug: str, region: str, lang: str, name: str) -> Iterator[Artefact]:
    """The file with the year in its name, and its copy at the address without one."""
    path = f"{region}/{lang}/{name}"
    yield Artefact(path, "document", slug, region, lang)
    yield Artefact(f"{region}/{lang}/{slug}", "copy", slug, region, lang, of=path)


def _aliases(network: Network, taken: set[str]) -> Iterator[Artefact]:
    """Pages that lead on: a region's other names, and addresses that moved (`content/moved.yaml`).

    Each shows the choice of languages of the region (or the network) that its visitors look for.
    """
    published = {edition.region_id: edition for edition in network.published}
    moves = [(f"{alias}/", one.region_id) for one in published.values() for alias in one.region.aliases]
    moves += [(move.from_, move.to.partition("/")[0]) for move in network.moved]
    for source, target in moves:
        path = source + "index.html" if source.endswith("/") else source
        if path not in taken:
            yield Artefact(path, "page", MOVED, target if target in published else None)
