"""Which pages exist: none that would be empty, none in a language nobody wrote it in (DESIGN 3 and 4)."""

from collections.abc import Iterable

from sitegen.compose.pages.context import FRONT
from sitegen.compose.pages.news import written
from sitegen.compose.public_dates import has_own_dates
from sitegen.model.network import Edition, Network
from sitegen.model.sections import CARDHOLDER_SECTIONS, OWN_PREFIX, PARTNER_SECTIONS

REGION_SLUGS = (
    FRONT,
    "distributors",
    "venues",
    "how",
    "materials",
    "brochure",
    "partners",
    "statistics",
    "news",
    "contacts",
    "statement",
    "privacy",
)
NATIONAL_SLUGS = (FRONT, "venues", "figures", "statement", "privacy")


def exists(slug: str, edition: Edition, network: Network, lang: str) -> bool:
    """Whether a region has the page in a language. Raises `KeyError` for a slug that no region has."""
    rules = {
        FRONT: True,
        "distributors": bool(edition.listed_distributors),
        "venues": bool(edition.listed_venues),
        "how": _any_section(edition, network),
        "materials": True,
        "brochure": True,
        "partners": _is_written(PARTNER_SECTIONS, edition, network, lang),
        "statistics": bool(edition.figures),
        "news": bool(written(edition, lang)) or has_own_dates(edition),
        "contacts": _has_contacts(edition, network),
        "statement": answers(edition) and _is_written(("statement",), edition, network, lang),
        "privacy": answers(edition) and _is_written(("privacy",), edition, network, lang),
    }
    return rules[slug]


def exists_nationally(slug: str, network: Network, lang: str) -> bool:
    """Whether the national site has the page in a language. Raises `KeyError` for a slug it never has."""
    rules = {
        FRONT: True,
        "venues": any(edition.listed_venues for edition in network.published),
        "figures": network.figures is not None or any(edition.figures for edition in network.published),
        "statement": network.site.publisher is not None and _nationally_written("statement", network, lang),
        "privacy": network.site.publisher is not None and _nationally_written("privacy", network, lang),
    }
    return rules[slug]


def answers(edition: Edition) -> bool:
    """Whether an organisation answers for the region's pages; for a sample nobody does (DOMAIN section 5)."""
    return edition.region.owner is not None and not edition.region.is_sample


def _is_written(names: Iterable[str], edition: Edition, network: Network, lang: str) -> bool:
    own = {(one.name, one.lang) for one in edition.sections}
    return any((name, lang) in own or _written_in(name, network, edition.year, lang) for name in names)


def _written_in(name: str, network: Network, year: int, lang: str) -> bool:
    sections = network.national(year).sections if network.years else ()
    return any(one.name == name and one.lang == lang for one in sections)


def _nationally_written(name: str, network: Network, lang: str) -> bool:
    return _written_in(name, network, network.site.edition, lang)


def _any_section(edition: Edition, network: Network) -> bool:
    national = network.national(edition.year).sections if network.years else ()
    names = {one.name for one in (*edition.sections, *national)}
    return any(name in CARDHOLDER_SECTIONS or name.startswith(OWN_PREFIX) for name in names)


def _has_contacts(edition: Edition, network: Network) -> bool:
    region, site = edition.region, network.site
    return bool(region.coordinators or region.feedback or region.owner or site.kaikukeskus)
