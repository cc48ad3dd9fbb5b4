"""For partners: the introductions, the coordinators, whom to tell of changes, material."""

from collections.abc import Iterator

from sitegen.compose.pages.context import Context, Picture
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.links import own_pages, page_link
from sitegen.compose.pages.people import PersonView, coordinators
from sitegen.compose.pages.seen import in_sections, in_texts
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import counted, said, words
from sitegen.compose.section_words import region_forms
from sitegen.model.document import Block, Contact, Link, Text
from sitegen.model.national import SiteLink
from sitegen.model.sections import PARTNER_SECTIONS
from sitegen.structs import Struct

TEMPLATE = "partners.html"
LINK_IDS = (
    "terms",
    "guideline",
    "choosing-partners",
    "distributor-introduction",
    "venue-introduction",
    "distributor-commitment",
    "venue-commitment",
    "register",
    "dashboard",
    "privacy",
    "materials",
    "statistics",
)
"""National links a partner may need, in their order."""


class Introduction(Struct, frozen=True):
    """An introduction for distributors or venues, whole."""

    name: str
    title: Text
    blocks: tuple[Block, ...]


class PartnersView(Struct, frozen=True):
    """The page for partners."""

    frame: Frame
    lead: Text
    introductions: tuple[Introduction, ...]
    contents: tuple[PageLink, ...]
    network: tuple[str, ...]
    pages: tuple[PageLink, ...]
    people: tuple[PersonView, ...]
    orders: tuple[Contact, ...]
    printing: PageLink | None
    links: tuple[PageLink, ...]
    media: tuple[Picture, ...]


def view(context: Context) -> PartnersView:
    """The view; the context has an edition and the introductions among its sections."""
    edition = context.edition
    assert edition is not None
    found = tuple(one for name in PARTNER_SECTIONS if (one := context.section(name)))
    people = coordinators(context)
    links = tuple(
        link for name in LINK_IDS for one in context.network.site.links if (link := _link(context, one, name))
    )
    return PartnersView(
        frame=frame(
            context,
            said(context, "nav.partners"),
            context.messages.get("partners.description", **region_forms(edition, context.lang)),
            own_words=words(
                context,
                "contents.label",
                "partners.network",
                "partners.changes",
                "partners.changes-text",
                "partners.changes-nobody",
                "partners.links",
                "partners.order",
                "partners.order-text",
            ),
            seen=in_sections(found)
            | in_texts(*(line for one in people for line in one.lines), *(one.text for one in links)),
        ),
        lead=said(context, "partners.lead"),
        introductions=tuple(Introduction(one.name, one.title, one.blocks) for one in found),
        contents=tuple(PageLink(one.title, f"#{one.name}") for one in found),
        network=(
            counted(context, "count.distributors", context.count("distributors")),
            counted(context, "count.venues", context.count("venues")),
        ),
        pages=own_pages(context, "distributors", "venues", "materials", "statistics"),
        people=people,
        orders=tuple(_orders(context)),
        printing=page_link(context, "materials", "partners.order-print", context.region_id),
        links=links,
        media=context.media,
    )


def _link(context: Context, link: SiteLink, wanted: str) -> PageLink | None:
    text, href = context.choose(link.text), context.choose(link.url)
    if link.id != wanted or text is None or href is None:
        return None
    return PageLink(text, href.value, hreflang=href.lang)


def _orders(context: Context) -> Iterator[Contact]:
    """Where each role asks for more: distributors the social side, venues the culture side (DOMAIN 2, 12)."""
    found = context.edition.region.coordinators if context.edition else ()
    reached = {one.side: one.email for one in reversed(found) if one.email}
    for role, side in (("distributors", "social"), ("venues", "culture")):
        address = reached.get(side) or next(iter(reached.values()), None)
        if address:
            label = said(context, f"partners.order-{role}")
            yield Contact("email", label, (Link(Text(address, ltr=True), f"mailto:{address}"),))
