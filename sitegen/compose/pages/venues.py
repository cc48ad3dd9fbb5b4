"""Where the card is valid: all venues of a region."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.finder import FinderView, finder
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.linked_data import partner_nodes
from sitegen.compose.pages.lists import ListView, list_words, partner_list
from sitegen.compose.pages.seen import in_partners
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import said
from sitegen.compose.section_words import region_forms
from sitegen.model.document import Text
from sitegen.structs import Struct

TEMPLATE = "list.html"


class VenuesView(Struct, frozen=True):
    """The page of all venues; `elsewhere` leads to those of all regions where the card is valid there."""

    frame: Frame
    lead: Text
    finder: FinderView | None
    list: ListView
    elsewhere: PageLink | None


def view(context: Context) -> VenuesView:
    """The view; the context has an edition with venues."""
    assert context.edition is not None
    forms = region_forms(context.edition, context.lang)
    return VenuesView(
        frame=frame(
            context,
            said(context, "nav.venues"),
            context.messages.get("venues.description", **forms),
            own_words=list_words(context),
            seen=in_partners(context.venues),
            nodes=partner_nodes(context, context.venues),
        ),
        lead=said(context, "venues.lead"),
        finder=finder(context, (context.edition,)),
        list=partner_list(context, "venues", context.venues),
        elsewhere=_elsewhere(context),
    )


def _elsewhere(context: Context) -> PageLink | None:
    href = context.links.href(None, context.lang, "venues")
    if href is None or context.edition is None or context.edition.region.valid_elsewhere is False:
        return None
    return PageLink(said(context, "elsewhere.link"), href)
