"""The brochure as a page, from the same tree as its PDF and DOCX."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from sitegen.compose.media import QR_NAME
from sitegen.compose.pages.context import FRONT, Context, Picture
from sitegen.compose.pages.documents import DocumentsView, documents
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import Seen
from sitegen.compose.pages.view import Frame
from sitegen.compose.pages.words import said, words
from sitegen.compose.section_words import region_forms
from sitegen.compose.tree import headings, map_blocks
from sitegen.model.document import (
    Block,
    Cell,
    Contact,
    Contacts,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from sitegen.structs import Struct, replace

TEMPLATE = "brochure.html"
COVER, BACK = "cover", "back"
_INNER: Mapping[type, tuple[str, ...]] = {
    Strong: ("children",),
    Emphasis: ("children",),
    Link: ("text",),
    Heading: ("children", "detail"),
    Paragraph: ("children",),
    List: ("items",),
    Item: ("children",),
    Table: ("caption", "head", "rows"),
    Row: ("cells",),
    Cell: ("children",),
    Figure: ("caption",),
    Contacts: ("rows",),
    Contact: ("label", "value", "note"),
    Facts: ("rows",),
    Fact: ("term", "details"),
    Note: ("title", "children"),
    Section: ("children",),
}
"""Where words stand in each kind of the tree."""


class BrochureView(Struct, frozen=True):
    """The tree without its cover, whose words are the page's heading, and the files to take along."""

    frame: Frame
    lead: Text
    blocks: tuple[Block, ...]
    shift: int
    documents: tuple[DocumentsView, ...]
    media: tuple[Picture, ...]


def view(context: Context) -> BrochureView:
    """The view; the context has an edition and its brochure."""
    edition, tree = context.edition, context.brochure
    assert edition is not None
    assert tree is not None
    forms = region_forms(edition, context.lang)
    blocks = tuple(_for_web(block, context) for block in tree.children if not _is_cover(block))
    return BrochureView(
        frame=frame(
            context,
            said(context, "brochure.heading", year=str(edition.year), **forms),
            context.messages.get("brochure.description", **forms),
            own_words=words(context, "brochure.files"),
            seen=Seen(
                languages(tree.children, _plain_entries(context)), any(map(_awaits_review, tree.children))
            ),
        ),
        lead=said(context, "brochure.lead"),
        blocks=blocks,
        shift=2 - shallowest(blocks),
        documents=documents(context)[:1],
        media=context.media,
    )


def languages(tree: tuple[Block, ...], plain: Collection[str] = ()) -> frozenset[str]:
    """The languages marked anywhere in a tree; those of names do not count, a name is complete in any.

    `plain` are the ids of list items that are known to have none: they are not looked through.
    """
    found: set[str] = set()
    waiting: list[Any] = [*tree]
    while waiting:
        part = waiting.pop()
        kind = type(part)
        if kind is tuple:
            waiting += part
        elif kind is Text:
            if part.lang and not part.name:
                found.add(part.lang)
        elif kind is Item and part.id in plain:
            continue
        elif kind in _INNER:
            if getattr(part, "lang", None):
                found.add(part.lang)
            waiting += [getattr(part, name) for name in _INNER[kind]]
    return frozenset(found)


def _plain_entries(context: Context) -> frozenset[str]:
    """The entries of partners whose words are all in the page's language: most of a brochure."""
    both = (*context.distributors, *context.venues)
    return frozenset(one.anchor for one in both if not one.fallback_langs)


def shallowest(blocks: tuple[Block, ...]) -> int:
    """The highest level of heading in the blocks, so that the page's headings begin under its own.

    None in a block is above its first.
    """
    first = (next(headings((block,)), None) for block in blocks)
    return min((heading.level for heading in first if heading), default=2)


def _is_cover(block: Block) -> bool:
    return isinstance(block, Section) and block.role == COVER


def _for_web(block: Block, context: Context) -> Block:
    """What a page says elsewhere: the notes stand in its one note, the code leads to the page itself."""
    if not isinstance(block, Section):
        return block
    children = tuple(_for_web(one, context) for one in block.children if not _is_for_paper(one))
    if block.role == BACK:
        children = map_blocks(children, partial(_from_here, context))
    return replace(block, children=children)


def _from_here(context: Context, inline: Inline) -> tuple[Inline, ...]:
    """The region's own address, whole on paper, is a link like any other on a page: relative."""
    front = context.here(FRONT)
    home = context.links.absolute(context.region_id, context.lang, FRONT)
    if isinstance(inline, Link) and inline.href == home and front is not None:
        return (replace(inline, href=front),)
    return (inline,)


def _is_for_paper(block: Block) -> bool:
    if isinstance(block, Figure):
        return block.media == QR_NAME
    return isinstance(block, Note) and block.kind != ""


def _awaits_review(block: Block) -> bool:
    children = block.children if isinstance(block, Section) else ()
    return any(isinstance(one, Note) and one.kind == "review" for one in children)
