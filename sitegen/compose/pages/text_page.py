"""Pages of one text: the accessibility statement and the privacy notice."""

from sitegen.compose.pages.context import Context, Picture
from sitegen.compose.pages.footer import day, updated
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.links import own_pages
from sitegen.compose.pages.people import PersonView, feedback, organisation
from sitegen.compose.pages.seen import in_sections
from sitegen.compose.pages.view import Dated, Frame, PageLink
from sitegen.compose.pages.words import said, words
from sitegen.compose.texts import ComposedSection
from sitegen.model.document import Block
from sitegen.structs import Struct

TEMPLATE = "text.html"
CHANNELS = ("phone", "email", "web", "hours", "programme")


class TextView(Struct, frozen=True):
    """A text with who answers for it and its date (BAR A39, L5)."""

    frame: Frame
    lead: tuple[Block, ...]
    rest: tuple[Block, ...]
    people: tuple[PersonView, ...]
    date: Dated | None
    links: tuple[PageLink, ...]
    media: tuple[Picture, ...]


def statement(context: Context) -> TextView:
    """The accessibility statement."""
    return _view(context, "statement")


def privacy(context: Context) -> TextView:
    """The privacy notice."""
    return _view(context, "privacy")


def _view(context: Context, name: str) -> TextView:
    section = context.section(name)
    assert section is not None
    return TextView(
        frame=frame(
            context,
            section.title,
            context.messages.get(f"{name}.description"),
            own_words=words(context, "text.answers", "text.date"),
            seen=in_sections((section,)),
        ),
        lead=section.lead,
        rest=section.rest,
        people=_people(context, section),
        date=_date(context, name),
        links=own_pages(context, "contacts"),
        media=context.media,
    )


def _people(context: Context, section: ComposedSection) -> tuple[PersonView, ...]:
    """The organisation that answers, with the address for feedback."""
    site = context.network.site
    edition = context.edition
    owner = edition.region.owner if edition else site.publisher
    person = organisation(context, owner, said(context, f"text.owner.{section.name}"))
    contact = feedback(context)
    if person is None:
        return ()
    known = {row.value for row in person.contacts}
    extra = (contact,) if contact and contact.value not in known else ()
    rows = sorted((*extra, *person.contacts), key=lambda row: CHANNELS.index(row.channel))
    return (PersonView(person.title, person.lines, tuple(rows)),)


def _date(context: Context, name: str) -> Dated | None:
    """The day of the assessment for the statement; else when the details were checked."""
    facts = context.network.statement
    if name == "statement" and facts is not None:
        return day(facts.assessed, context.lang)
    return updated(context)[1]
