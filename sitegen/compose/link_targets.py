"""Links inside the site: `page:venues`, `partner:<id>`, `section:get` (DESIGN section 3, BAR B90)."""

from collections.abc import Callable, Iterable, Iterator

from sitegen.compose.link_rules import INSIDE
from sitegen.compose.tree import links as links_of
from sitegen.load.suggest import suggest
from sitegen.model.document import Block, Inline, Link
from sitegen.model.network import Edition
from sitegen.model.sections import OWN_PREFIX, SECTIONS
from sitegen.problems import Problem, error
from sitegen.structs import Struct, replace

PAGES = (
    "front",
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
"""The slugs of a region's pages (DESIGN section 4)."""


class Links(Struct, frozen=True):
    """Where links inside the site lead: from a page relative to it, from a document whole addresses.

    `href` takes the kind (page, partner, section) and the name; None where there is no such place for this
    reader: the link becomes plain text.
    """

    href: Callable[[str, str], str | None]


AS_WRITTEN = Links(lambda kind, name: f"{kind}:{name}")
"""Links inside the site stay as they are, until it is known who reads the text where."""


def target(link: Link) -> tuple[str, str] | None:
    """The kind and name of a link inside the site, None for any other link."""
    kind, _, name = link.href.partition(":")
    return (kind, name) if kind in INSIDE else None


def resolve(link: Link, links: Links) -> Inline:
    """The link with its address, or its text alone where there is no such place."""
    inside = target(link)
    if inside is None:
        return link
    href = links.href(*inside)
    return link.text if href is None else replace(link, href=href)


def check_links(texts: Iterable[Iterable[Block]], edition: Edition | None) -> Iterator[Problem]:
    """Links of texts that lead nowhere. National texts (no edition) name no partner: all show them."""
    sections = {*SECTIONS}
    if edition:
        sections |= {one.name for one in edition.sections if one.name.startswith(OWN_PREFIX)}
    partners = {one.id for one in edition.partners} if edition else set()
    listed = {one.id for one in (*edition.listed_distributors, *edition.listed_venues)} if edition else set()
    known: dict[str, set[str]] = {"page": {*PAGES}, "section": sections, "partner": partners}
    for blocks in texts:
        for link in links_of(blocks):
            inside = target(link)
            if inside is None:
                continue
            kind, name = inside
            place = link.origin.value
            if kind == "partner" and edition is None:
                yield error("link-partner-national", place, rule="B90", name=name)
            elif name not in known[kind]:
                guess = suggest(name, known[kind])
                yield error("link-unknown", place, rule="B90", kind=kind, name=name, suggestion=guess)
            elif kind == "partner" and name not in listed:
                yield error("link-unlisted", place, rule="B90", name=name)
