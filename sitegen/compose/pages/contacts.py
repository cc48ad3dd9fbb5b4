"""Whom to ask: the region's coordinators, feedback, Kaikukeskus."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.people import PersonView, coordinators, feedback, organisation
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Frame
from sitegen.compose.pages.words import said, words
from sitegen.compose.section_words import region_forms
from sitegen.model.document import Contact, Text
from sitegen.structs import Struct

TEMPLATE = "contacts.html"


class ContactsView(Struct, frozen=True):
    """The page of contacts."""

    frame: Frame
    lead: Text
    coordinators: tuple[PersonView, ...]
    feedback: Contact | None
    others: tuple[PersonView, ...]


def view(context: Context) -> ContactsView:
    """The view; the context has an edition."""
    edition = context.edition
    assert edition is not None
    people = coordinators(context)
    others = (
        organisation(context, edition.region.owner, said(context, "contacts.owner")),
        organisation(context, context.network.site.kaikukeskus, said(context, "contacts.kaikukeskus")),
    )
    shown = (*people, *(one for one in others if one))
    return ContactsView(
        frame=frame(
            context,
            said(context, "nav.contacts"),
            context.messages.get("contacts.description", **region_forms(edition, context.lang)),
            own_words=words(
                context,
                "contacts.coordinators",
                "contacts.coordinators-text",
                "contacts.feedback",
                "contacts.feedback-text",
                "contacts.others",
            ),
            seen=in_texts(*(line for one in shown for line in one.lines)),
        ),
        lead=said(context, "contacts.lead"),
        coordinators=people,
        feedback=feedback(context),
        others=tuple(one for one in others if one),
    )
