"""How to use the card: all sections for cardholders, whole."""

from sitegen.compose.pages.context import Context, Picture
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import in_sections
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import counted, said, words
from sitegen.compose.section_words import region_forms
from sitegen.compose.texts import ComposedSection
from sitegen.model.document import Block, Text
from sitegen.model.sections import CARDHOLDER_SECTIONS, OWN_PREFIX
from sitegen.structs import Struct

TEMPLATE = "how.html"


class Chapter(Struct, frozen=True):
    """A section with its anchor, and a link to the list that completes its answer."""

    name: str
    title: Text
    blocks: tuple[Block, ...]
    link: PageLink | None


class HowView(Struct, frozen=True):
    """All sections with their contents."""

    frame: Frame
    lead: Text
    chapters: tuple[Chapter, ...]
    contents: tuple[PageLink, ...]
    media: tuple[Picture, ...]


def view(context: Context) -> HowView:
    """The view; the context has an edition and its sections."""
    assert context.edition is not None
    shown = chapters(context)
    forms = region_forms(context.edition, context.lang)
    return HowView(
        frame=frame(
            context,
            said(context, "nav.how"),
            context.messages.get("how.description", **forms),
            own_words=words(context, "contents.label"),
            seen=in_sections(shown),
        ),
        lead=said(context, "how.lead"),
        chapters=tuple(Chapter(one.name, one.title, one.blocks, _link(context, one.name)) for one in shown),
        contents=tuple(PageLink(one.title, f"#{one.name}") for one in shown),
        media=context.media,
    )


def chapters(context: Context) -> tuple[ComposedSection, ...]:
    """The sections that the page shows, in their order."""
    return tuple(
        one for one in context.sections if one.name in CARDHOLDER_SECTIONS or one.name.startswith(OWN_PREFIX)
    )


def _link(context: Context, name: str) -> PageLink | None:
    slug = {"get": "distributors", "use": "venues"}.get(name)
    href = context.here(slug) if slug else None
    if slug is None or href is None:
        return None
    return PageLink(Text(counted(context, f"front.all.{slug}", context.count(slug))), href)
