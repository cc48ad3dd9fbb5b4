"""Partners as pages and documents show them, in one language."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from sitegen.compose.partner_contacts import address_lines, contacts
from sitegen.compose.partner_words import access_texts, channel_text, tags, word, words
from sitegen.compose.shown import best, shown
from sitegen.languages.formats import list_text
from sitegen.languages.sorting import SortKey, sort_key
from sitegen.model.document import Contact, Text
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Distributor, Partner, Venue
from sitegen.model.partner_parts import ALL
from sitegen.structs import Struct

__all__ = [
    "Group",
    "PartnerView",
    "anchor",
    "distributor_views",
    "grouped",
    "how_in_print",
    "partner_view",
    "shown",
    "venue_views",
]

Role = Literal["distributor", "venue"]
OTHER = "other"


class PartnerView(Struct, frozen=True):
    """A partner for readers of one language. Texts in another one carry it; `fallback_langs` gathers those.

    `kinds` are type and kind of a venue or the sectors of a distributor; `what` is what the card gives or
    whom the distributor serves. `tags` are conditions, one each. `covers` are the names of further
    municipalities, `covers_text` says so in words. `popup` and `season` are the days as data, for scripts.
    """

    id: str
    anchor: str
    role: Role
    name: Text
    part_of: Text | None
    icon: str
    kind: str
    kinds: tuple[Text, ...]
    what: Text | None
    tags: tuple[Text, ...]
    place: tuple[Text, ...]
    access: tuple[Text, ...]
    getting_there: Text | None
    how: tuple[Text, ...]
    hours: Text | None
    note: Text | None
    contacts: tuple[Contact, ...]
    municipality: str | None
    municipality_name: Text | None
    covers: tuple[str, ...]
    covers_text: Text | None
    popup: tuple[str, str] | None
    season: tuple[tuple[str, str], ...]
    fallback_langs: tuple[str, ...]


class Group(Struct, frozen=True):
    """The partners of a municipality, and those that stand elsewhere and serve it too.

    `code` is None for those of the whole region and those outside it.
    """

    id: str
    code: str | None
    name: Text
    partners: tuple[PartnerView, ...]
    mentioned: tuple[PartnerView, ...] = ()


def anchor(role: str, partner_id: str) -> str:
    """Where a partner stands on a page: an id may stand in both lists (one organisation in two roles)."""
    return f"{role}-{partner_id}"


def partner_view(partner: Partner, edition: Edition, network: Network, lang: str) -> PartnerView:
    """A partner for readers of `lang`."""
    spoken = edition.region.languages
    name = best(partner.name, lang, spoken) or Text(partner.id, name=True)
    what = partner.serves if isinstance(partner, Distributor) else None
    how: list[Text | None] = []
    kinds: tuple[Text, ...] = ()
    conditions: tuple[Text, ...] = ()
    if isinstance(partner, Venue):
        what = partner.offer
        conditions = tags(partner, lang, spoken)
        kinds = _venue_kinds(partner, lang)
        if partner.how:
            channels = channel_text(partner.how.channels, lang)
            how = [Text(channels) if channels else None, best(partner.how.note, lang, spoken)]
    elif isinstance(partner, Distributor):
        kinds = tuple(word(f"sector.{one}", lang) for one in partner.sector)
        how = [best(partner.how_to_ask, lang, spoken)]
    role: Role = "venue" if isinstance(partner, Venue) else "distributor"
    covers = _covers(partner, edition, network, lang)
    told = best(what, lang, spoken)
    access = access_texts(partner.accessibility, lang, spoken)
    getting_there = best(partner.getting_there, lang, spoken)
    said = tuple(text for text in how if text is not None)
    hours, note = best(partner.hours, lang, spoken), best(partner.note, lang, spoken)
    rows = contacts(partner, name.value, lang, spoken)
    return PartnerView(
        id=partner.id,
        anchor=anchor(role, partner.id),
        role=role,
        name=name,
        part_of=best(partner.part_of, lang, spoken),
        icon=_icon(partner),
        kind=_kind(partner),
        kinds=kinds,
        what=told,
        tags=conditions,
        place=address_lines(partner.address, network.register, lang, spoken),
        access=access,
        getting_there=getting_there,
        how=said,
        hours=hours,
        note=note,
        contacts=rows,
        municipality=partner.municipality,
        municipality_name=_municipality_name(partner, network, lang),
        covers=covers,
        covers_text=_covers_text(partner, covers, edition, lang),
        popup=_popup(partner),
        season=_season(partner),
        fallback_langs=_other_languages(
            (told, getting_there, hours, note, *conditions, *access, *said), rows, lang
        ),
    )


def how_in_print(view: PartnerView) -> tuple[Text, ...]:
    """How to ask, once: the partner's own words where the reader has them, else the sentence made of data.

    Words in another language stand beside that sentence.
    """
    own = view.how[-1:]
    return own if own and own[0].lang is None else view.how


def distributor_views(edition: Edition, network: Network, lang: str) -> tuple[PartnerView, ...]:
    """The listed distributors, in the order of the lists."""
    return in_order((partner_view(one, edition, network, lang) for one in edition.listed_distributors), lang)


def venue_views(edition: Edition, network: Network, lang: str) -> tuple[PartnerView, ...]:
    """The listed venues, in the order of the lists."""
    return in_order((partner_view(one, edition, network, lang) for one in edition.listed_venues), lang)


def in_order(views: Iterable[PartnerView], lang: str) -> tuple[PartnerView, ...]:
    """By name; entries that are part of the same organisation stand together, under its name."""
    found = tuple(views)
    counts = Counter(view.part_of.value for view in found if view.part_of)

    def key(view: PartnerView) -> tuple[SortKey, SortKey, str]:
        together = view.part_of is not None and counts[view.part_of.value] > 1
        first = view.part_of.value if view.part_of and together else view.name.value
        return sort_key(first, lang), sort_key(view.name.value, lang), view.id

    return tuple(sorted(found, key=key))


def grouped(views: Iterable[PartnerView], edition: Edition, network: Network, lang: str) -> tuple[Group, ...]:
    """Partners by municipality: the region's by name, then those of the whole region, then those outside it.

    A partner stands once, under its own municipality, and is mentioned under the others it covers. Groups
    with nothing in them are left out.
    """
    found = tuple(views)
    own = edition.region.municipalities
    groups = []
    for code in sorted(own, key=lambda one: sort_key(network.register.name(one, lang), lang)):
        name = network.register.name(code, lang)
        here = tuple(view for view in found if view.municipality == code)
        mentioned = tuple(
            view for view in found if view.municipality not in (None, code) and name in view.covers
        )
        groups.append(Group(f"m-{code}", code, Text(name, name=True), here, mentioned))
    everywhere = tuple(view for view in found if view.municipality is None)
    outside = tuple(view for view in found if view.municipality not in (None, *own))
    if len(own) == 1 and groups:
        groups = [Group(groups[0].id, own[0], groups[0].name, (*groups[0].partners, *everywhere))]
        everywhere = ()
    message = words(lang)
    groups.append(Group("m-all", None, Text(message.get("group.whole-region")), everywhere))
    groups.append(Group("m-outside", None, Text(message.get("group.outside")), outside))
    return tuple(group for group in groups if group.partners or group.mentioned)


def _venue_kinds(venue: Venue, lang: str) -> tuple[Text, ...]:
    keys = ["type.popup"] if venue.popup else []
    keys += [f"type.{venue.type}"] if venue.type and venue.type != OTHER else []
    return tuple(word(key, lang) for key in (*keys, f"kind.{venue.kind}"))


def _icon(partner: Partner) -> str:
    if isinstance(partner, Venue):
        return partner.type if partner.type and partner.type != OTHER else partner.kind
    return _kind(partner)


def _kind(partner: Partner) -> str:
    if isinstance(partner, Venue):
        return partner.kind
    return partner.sector[0] if isinstance(partner, Distributor) and partner.sector else OTHER


def _municipality_name(partner: Partner, network: Network, lang: str) -> Text | None:
    code = partner.municipality
    return Text(network.register.name(code, lang), name=True) if code else None


def _covers(partner: Partner, edition: Edition, network: Network, lang: str) -> tuple[str, ...]:
    codes = edition.region.municipalities if partner.covers == (ALL,) else partner.covers
    names = {network.register.name(code, lang) for code in codes if code != partner.municipality}
    return tuple(sorted(names, key=lambda name: sort_key(name, lang)))


def _covers_text(partner: Partner, covers: tuple[str, ...], edition: Edition, lang: str) -> Text | None:
    if not covers or len(edition.region.municipalities) == 1:
        return None
    if partner.covers == (ALL,):
        return word("covers.all", lang)
    return Text(words(lang).get("covers", places=list_text(covers, lang)))


def _popup(partner: Partner) -> tuple[str, str] | None:
    days = partner.popup if isinstance(partner, Venue) else None
    return (days.from_.isoformat(), days.to.isoformat()) if days else None


def _season(partner: Partner) -> tuple[tuple[str, str], ...]:
    seasons = partner.season if isinstance(partner, Venue) else ()
    return tuple(
        (f"{one.from_[0]:02}-{one.from_[1]:02}", f"{one.to[0]:02}-{one.to[1]:02}") for one in seasons
    )


def _other_languages(texts: Iterable[Text | None], rows: Iterable[Contact], lang: str) -> tuple[str, ...]:
    """The languages of texts and of the notes of contacts, other than the page's."""
    notes = (inline for row in rows for inline in row.note if isinstance(inline, Text))
    found = dict.fromkeys(text.lang or lang for text in (*texts, *notes) if text is not None)
    return tuple(one for one in found if one != lang)
