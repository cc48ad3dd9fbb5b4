"""Brochures and posters in all languages on one page."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.documents import DocumentsView, documents
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.people import PersonView, coordinators
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Frame
from sitegen.compose.pages.words import said, words
from sitegen.compose.section_words import region_forms
from sitegen.model.document import Text
from sitegen.structs import Struct

TEMPLATE = "materials.html"


class MaterialsView(Struct, frozen=True):
    """All documents by language, how to use them, whom to ask for printed ones."""

    frame: Frame
    lead: Text
    documents: tuple[DocumentsView, ...]
    ways: tuple[Text, ...]
    order: Text | None
    people: tuple[PersonView, ...]


def view(context: Context) -> MaterialsView:
    """The view; the context has an edition."""
    edition = context.edition
    assert edition is not None
    people = tuple(one for one in coordinators(context) if one.contacts)
    printed = edition.facts.brochure.print is not False
    return MaterialsView(
        frame=frame(
            context,
            said(context, "nav.materials"),
            context.messages.get("materials.description", **region_forms(edition, context.lang)),
            own_words=words(context, "materials.all", "materials.ways", "materials.printed", "materials.ask"),
            seen=in_texts(*(line for one in people for line in one.lines)),
        ),
        lead=said(context, "materials.lead", year=str(edition.year)),
        documents=documents(context),
        ways=tuple(said(context, f"materials.way.{way}") for way in ("read", "print", "word")),
        order=said(context, "materials.order" if printed else "materials.web-only"),
        people=people,
    )
