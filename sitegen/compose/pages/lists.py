"""Lists of partners: by municipality, with an index by kind, and links to jump by."""

from collections import Counter
from collections.abc import Iterable

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.icons import drawing
from sitegen.compose.pages.view import PageLink
from sitegen.compose.pages.words import Words, counted, said, words
from sitegen.compose.partners import Group, PartnerView, grouped
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Text
from sitegen.structs import Struct, replace

FEWEST_FOR_INDEX = 8
"""With fewer partners a list is seen at a glance and needs no index by kind."""

WORDS = (
    "venue.what",
    "distributor.what",
    "partner.where",
    "partner.how",
    "partner.hours",
    "partner.note",
    "partner.mentions",
    "list.places",
    "elsewhere.title",
    "elsewhere.text",
)


class CardView(Struct, frozen=True):
    """A partner with its drawing."""

    partner: PartnerView
    drawing: str


class GroupView(Struct, frozen=True):
    """The partners of a municipality; `mentions` stand elsewhere and serve it too."""

    anchor: str
    name: Text
    count: str
    cards: tuple[CardView, ...]
    mentions: tuple[PageLink, ...] = ()


class KindView(Struct, frozen=True):
    """A kind with the names of its partners, as links to their cards."""

    anchor: str
    name: Text
    links: tuple[PageLink, ...]


class ListView(Struct, frozen=True):
    """A whole list."""

    anchor: str
    title: str
    count: str
    groups: tuple[GroupView, ...]
    places: tuple[PageLink, ...]
    kinds_label: str
    kinds: tuple[KindView, ...]
    kind_links: tuple[PageLink, ...]
    icons: tuple[str, ...]


def list_words(context: Context) -> Words:
    """The words that cards and lists need."""
    return words(context, *WORDS)


def partner_list(
    context: Context, role: str, partners: tuple[PartnerView, ...], prefix: str = ""
) -> ListView:
    """The list of a role, "distributors" or "venues", of partners in their order (`partners.in_order`).

    With a `prefix` it is one of two on a page: its places' anchors begin with it, and its cards have none,
    so that nothing links to them.
    """
    groups = _groups(context, role, partners, prefix)
    kinds = _kinds(context, role, partners) if len(partners) >= FEWEST_FOR_INDEX and not prefix else ()
    kinds = kinds if len(kinds) > 1 else ()
    return ListView(
        anchor=f"all-{role}",
        title=context.messages.get(f"nav.{role}"),
        count=counted(context, f"count.{role}", len(partners)),
        groups=groups,
        places=_jumps(groups) if len(groups) > 1 else (),
        kinds_label=context.messages.get(f"list.kinds.{role}"),
        kinds=kinds,
        kind_links=tuple(PageLink(kind.name, f"#{kind.anchor}") for kind in kinds),
        icons=icons(partners),
    )


def icons(partners: Iterable[PartnerView]) -> tuple[str, ...]:
    """The drawings that these partners need, each once."""
    return tuple(sorted({drawing(one.icon) for one in partners}))


def twin_names(partners: Iterable[PartnerView]) -> frozenset[str]:
    """Names that more than one of the partners has."""
    counts = Counter(one.name.value for one in partners)
    return frozenset(name for name, count in counts.items() if count > 1)


def told_apart(partner: PartnerView, twins: frozenset[str]) -> tuple[Text, str]:
    """A partner's name as a link says it, with its place where another has the same name, and its address."""
    place = partner.municipality_name or partner.part_of
    text = partner.name
    if text.value in twins and place:
        text = replace(text, value=f"{text.value}, {place.value}")
    return text, f"#{partner.anchor}"


def _groups(
    context: Context, role: str, partners: tuple[PartnerView, ...], prefix: str
) -> tuple[GroupView, ...]:
    if context.edition is None:
        return ()
    found = grouped(partners, context.edition, context.network, context.lang)
    twins = twin_names(partners)
    return tuple(_group(context, role, group, prefix, twins) for group in found)


def _group(context: Context, role: str, group: Group, prefix: str, twins: frozenset[str]) -> GroupView:
    return GroupView(
        anchor=prefix + group.id,
        name=group.name,
        count=counted(context, f"count.{role}", len(group.partners)),
        cards=tuple(CardView(one, drawing(one.icon)) for one in group.partners),
        mentions=() if prefix else tuple(PageLink(*told_apart(one, twins)) for one in group.mentioned),
    )


def _jumps(groups: Iterable[GroupView]) -> tuple[PageLink, ...]:
    return tuple(PageLink(group.name, f"#{group.anchor}") for group in groups)


def _kinds(context: Context, role: str, partners: tuple[PartnerView, ...]) -> tuple[KindView, ...]:
    """Partners by kind or sector, in the order of the kinds' names, within a kind in the list's order."""
    ids = _kind_ids(context, role)
    found: dict[str, list[PageLink]] = {}
    twins = twin_names(partners)
    for one in partners:
        for kind in ids.get(one.id, ()):
            found.setdefault(kind, []).append(PageLink(*told_apart(one, twins)))
    named = {kind: said(context, f"{'kind' if role == 'venues' else 'sector'}.{kind}") for kind in found}
    order = sorted(found, key=lambda kind: sort_key(named[kind].value, context.lang))
    return tuple(KindView(f"k-{kind}", named[kind], tuple(found[kind])) for kind in order)


def _kind_ids(context: Context, role: str) -> dict[str, tuple[str, ...]]:
    if context.edition is None:
        return {}
    if role == "venues":
        return {one.id: (one.kind,) for one in context.edition.listed_venues}
    return {one.id: one.sector for one in context.edition.listed_distributors}
