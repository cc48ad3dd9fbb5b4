"""A region's front page: what the card is, the two doors, the five questions, documents, news, contacts."""

from sitegen.compose.pages.context import PARTNERS_ON_FRONT, Context, Picture
from sitegen.compose.pages.documents import DocumentsView, front_documents
from sitegen.compose.pages.footer import day
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.icons import REGION_QUILT
from sitegen.compose.pages.linked_data import service
from sitegen.compose.pages.links import page_link
from sitegen.compose.pages.lists import ListView, icons, list_words, partner_list
from sitegen.compose.pages.people import PersonView, coordinators
from sitegen.compose.pages.seen import Seen, in_partners, in_sections, in_texts
from sitegen.compose.pages.view import Dated, Frame, PageLink
from sitegen.compose.pages.words import Words, counted, said, words
from sitegen.compose.section_words import region_forms
from sitegen.compose.texts import ComposedSection
from sitegen.languages import formats
from sitegen.model.document import Block, Text
from sitegen.model.network import Edition
from sitegen.model.sections import QUESTIONS
from sitegen.structs import Struct

TEMPLATE = "front.html"
REMEMBER = ("along", "children", "community", "assistant")
SECTIONS = (*QUESTIONS, *REMEMBER)
"""What the front page says itself; `how` says the rest."""
NEWEST = 3
WORDS = (
    "front.lead",
    "front.everywhere",
    "front.questions",
    "front.remember",
    "front.documents",
    "front.ask",
    "front.ask-text",
    "nav.news",
)


class Door(Struct, frozen=True):
    """One of the two doors: what, why, how many."""

    href: str
    title: str
    why: str
    number: str
    unit: str


class Question(Struct, frozen=True):
    """A section's short answer with a link to more."""

    name: str
    title: Text
    lead: tuple[Block, ...]
    link: PageLink | None = None


class NewsLink(Struct, frozen=True):
    """A piece of news by its title."""

    href: str
    title: Text
    date: Dated


class FrontView(Struct, frozen=True):
    """The front page. `lists` stand on it in full while they are short."""

    frame: Frame
    year: str
    everywhere: bool
    quilt: tuple[tuple[str, ...], ...]
    doors: tuple[Door, ...]
    questions: tuple[Question, ...]
    along: tuple[Question, ...]
    lists: tuple[ListView, ...]
    icons: tuple[str, ...]
    documents: tuple[DocumentsView, ...]
    materials: PageLink | None
    news: tuple[NewsLink, ...]
    people: tuple[PersonView, ...]
    media: tuple[Picture, ...]


def view(context: Context) -> FrontView:
    """The view; the context has an edition."""
    edition = context.edition
    assert edition is not None
    forms = region_forms(edition, context.lang)
    lists = _lists(context)
    heading = said(context, "front.heading", **forms)
    people = coordinators(context)
    return FrontView(
        frame=frame(
            context,
            heading,
            context.messages.get("front.description", **forms),
            own_words=(*list_words(context), *_words(context)),
            seen=_seen(context, lists, people),
            title=context.messages.get("front.title", heading=heading.value),
            nodes=(service(context, heading.value),),
        ),
        year="" if edition.region.is_sample else context.messages.get("front.year", year=str(edition.year)),
        everywhere=edition.region.valid_elsewhere is not False,
        quilt=REGION_QUILT,
        doors=_doors(context),
        questions=tuple(_question(context, one) for name in QUESTIONS if (one := context.section(name))),
        along=tuple(_question(context, one) for name in REMEMBER if (one := context.section(name))),
        lists=lists,
        icons=icons((*context.distributors, *context.venues)) if lists else (),
        documents=front_documents(context),
        materials=page_link(context, "materials", "front.materials", edition.region_id),
        news=_news(context, edition),
        people=people,
        media=context.media,
    )


def _words(context: Context) -> Words:
    return words(context, *WORDS)


def _seen(context: Context, lists: tuple[ListView, ...], people: tuple[PersonView, ...]) -> Seen:
    shown = [one for name in SECTIONS if (one := context.section(name))]
    seen = in_sections(shown) | in_texts(*(line for one in people for line in one.lines))
    return seen | in_partners((*context.distributors, *context.venues)) if lists else seen


def _lists(context: Context) -> tuple[ListView, ...]:
    if len(context.distributors) + len(context.venues) > PARTNERS_ON_FRONT:
        return ()
    both = (("distributors", context.distributors), ("venues", context.venues))
    return tuple(
        partner_list(context, role, partners, prefix=f"{role}-") for role, partners in both if partners
    )


def _doors(context: Context) -> tuple[Door, ...]:
    both = ("distributors", "venues")
    return tuple(_door(context, role, context.count(role)) for role in both if context.here(role) is not None)


def _door(context: Context, role: str, count: int) -> Door:
    return Door(
        href=context.here(role) or "",
        title=context.messages.get(f"nav.{role}"),
        why=context.messages.get(f"door.{role}"),
        number=formats.number(count, context.lang),
        unit=context.messages.plural(f"unit.{role}", count),
    )


def _question(context: Context, section: ComposedSection) -> Question:
    return Question(section.name, section.title, section.lead, _more(context, section))


def _more(context: Context, section: ComposedSection) -> PageLink | None:
    """Where the whole answer stands: the lists, or the page on using the card where it says more."""
    slug = {"get": "distributors", "use": "venues"}.get(section.name)
    if slug:
        href = context.here(slug)
        count = counted(context, f"front.all.{slug}", context.count(slug))
        return PageLink(Text(count), href) if href else None
    href = context.here("how")
    if section.name == "ticket" and href:
        return PageLink(said(context, "front.how"), href)
    return None


def _news(context: Context, edition: Edition) -> tuple[NewsLink, ...]:
    page = context.here("news")
    written = [one for one in edition.facts.news if one.title.get(context.lang)]
    newest = sorted(written, key=lambda one: (one.date, one.id), reverse=True)[:NEWEST]
    return tuple(
        NewsLink(f"{page}#{one.id}", Text(one.title.get(context.lang) or ""), day(one.date, context.lang))
        for one in newest
        if page is not None
    )
