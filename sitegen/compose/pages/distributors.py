"""Where the card comes from: all distributors of a region."""

from sitegen.compose.pages.context import Context
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


class DistributorsView(Struct, frozen=True):
    """The page of all distributors."""

    frame: Frame
    lead: Text
    list: ListView
    finder: None = None
    elsewhere: PageLink | None = None


def view(context: Context) -> DistributorsView:
    """The view; the context has an edition with distributors."""
    assert context.edition is not None
    forms = region_forms(context.edition, context.lang)
    return DistributorsView(
        frame=frame(
            context,
            said(context, "nav.distributors"),
            context.messages.get("distributors.description", **forms),
            own_words=list_words(context),
            seen=in_partners(context.distributors),
            nodes=partner_nodes(context, context.distributors),
        ),
        lead=said(context, "distributors.lead"),
        list=partner_list(context, "distributors", context.distributors),
    )
