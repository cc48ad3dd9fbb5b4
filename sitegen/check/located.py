"""Where the author wrote what a document says: a line in the region's files or in a text (C10, BAR D14).

A fault of the program is then told at the line whose words are lost, not at a file that nobody wrote.
"""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.compose.facts import normalise, pieces
from sitegen.compose.partner_words import tags
from sitegen.compose.partners import anchor, how_in_print, partner_view
from sitegen.model.document import (
    Block,
    Contact,
    Contacts,
    Document,
    Figure,
    Heading,
    Link,
    List,
    Note,
    Paragraph,
    Section,
    Text,
)
from sitegen.model.fields import place_of
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Partner, Venue
from sitegen.problems import Place
from sitegen.structs import Struct, replace

Fact = tuple[str, str]
Places = Mapping[Fact, Place]

# Fields of what stands in a partner's entry and is no fact of its own.
_FIELDS = {"address": "address", "": "accessibility"}


def partner_facts(partner: Partner, edition: Edition, network: Network, lang: str) -> dict[Fact, Place]:
    """What a page and a brochure with full lists both tell of a partner, each with the line of its field."""
    found: dict[Fact, Place] = {}
    for text, place in _texts(partner, edition, network, lang):
        if text is not None:
            found.setdefault(("text", normalise(text.value)), place)
    view = partner_view(partner, edition, network, lang)
    for href, place in _addresses(partner, view.contacts):
        found.setdefault(("link", href), place)
    return found


def piece_places(document: Document, edition: Edition, network: Network) -> tuple[Place, ...]:
    """The place of each of `compose.facts.pieces(document)`, in their order; empty where nobody wrote it."""
    partners = {_anchor(one): one for one in _listed(edition)}
    reading = _Reading(document, edition, network, partners, _coordinators(edition))
    return tuple(reading.places(document.children))


def fact_places(document: Document, edition: Edition, network: Network) -> dict[Fact, Place]:
    """The places of the document's facts, as `parity.missing_facts` takes them."""
    found: dict[Fact, Place] = {}
    for piece, place in zip(pieces(document), piece_places(document, edition, network), strict=True):
        if place.path:
            found.setdefault(("text", piece.text), place)
    for partner in _listed(edition):
        for fact, place in partner_facts(partner, edition, network, document.lang).items():
            found.setdefault(fact, place)
    return found | {("link", href): place for href, place in _coordinators(edition).items()}


class _Reading(Struct, frozen=True):
    document: Document
    edition: Edition
    network: Network
    partners: Mapping[str, Partner]
    contacts: Mapping[str, Place]

    def places(self, blocks: Iterable[Block]) -> Iterator[Place]:
        """As many places as the blocks have pieces."""
        for block in blocks:
            match block:
                case Section(children=children):
                    yield from self.places(children)
                case Note(children=children):
                    inside = tuple(self.places(children))
                    title = self.count(replace(block, children=()))
                    yield from (*(inside[:1] or (Place(),)) * title, *inside)
                case List():
                    for item in block.items:
                        partner = self.partners.get(item.id)
                        yield from (
                            self.places(item.children)
                            if partner is None
                            else self.entry(partner, item.children)
                        )
                case Contacts(rows=rows):
                    yield from (_first_known(row, self.contacts, Place()) for row in rows)
                case Heading() | Paragraph() | Figure():
                    yield from (block.origin.value,) * self.count(block)
                case _:
                    yield from (Place(),) * self.count(block)

    def entry(self, partner: Partner, blocks: Iterable[Block]) -> Iterator[Place]:
        """The places of a partner's entry; what has no field of its own stands where the partner begins."""
        facts = partner_facts(partner, self.edition, self.network, self.document.lang)
        links = {value: place for (kind, value), place in facts.items() if kind == "link"}
        start = place_of(partner)
        for block in blocks:
            match block:
                case Contacts(rows=rows):
                    yield from (_first_known(row, links, start) for row in rows)
                case _:
                    field = _FIELDS.get(block.role, "") if isinstance(block, Paragraph) else ""
                    for piece in pieces(replace(self.document, children=(block,))):
                        yield facts.get(("text", piece.text)) or place_of(partner, field)

    def count(self, block: Block) -> int:
        return len(pieces(replace(self.document, children=(block,))))


def _first_known(row: Contact, known: Mapping[str, Place], otherwise: Place) -> Place:
    """The place of the address that a way to reach somebody leads to."""
    hrefs = (inline.href for inline in row.value if isinstance(inline, Link))
    return next((known[href] for href in hrefs if href in known), otherwise)


def _listed(edition: Edition) -> tuple[Partner, ...]:
    return (*edition.listed_distributors, *edition.listed_venues)


def _anchor(partner: Partner) -> str:
    return anchor("venue" if isinstance(partner, Venue) else "distributor", partner.id)


def _coordinators(edition: Edition) -> dict[str, Place]:
    """The telephone numbers and e-mail addresses of the region's coordinators."""
    found: dict[str, Place] = {}
    for one in edition.region.coordinators:
        if one.phone:
            found.setdefault(f"tel:{one.phone.e164}", place_of(one, "phone"))
        if one.email:
            found.setdefault(f"mailto:{one.email}", place_of(one, "email"))
    return found


def _texts(
    partner: Partner, edition: Edition, network: Network, lang: str
) -> Iterator[tuple[Text | None, Place]]:
    view = partner_view(partner, edition, network, lang)
    yield view.name, place_of(partner, "name")
    yield view.what, place_of(partner, "offer", "serves")
    yield view.part_of, place_of(partner, "part_of")
    yield view.hours, place_of(partner, "hours")
    yield view.note, place_of(partner, "note")
    how = partner.how if isinstance(partner, Venue) else None
    fields = ("channels", "note") if len(view.how) > 1 else ("note", "channels")
    for text in how_in_print(view):
        names = fields if text is view.how[0] else ("note",)
        yield text, place_of(how, *names) if how else place_of(partner, "how_to_ask")
    if isinstance(partner, Venue):
        yield from _conditions(partner, edition.region.languages, lang)


def _conditions(venue: Venue, spoken: tuple[str, ...], lang: str) -> Iterator[tuple[Text, Place]]:
    """Each limit, season and the days of a pop-up by itself: its sentence and its line."""
    bare = replace(venue, limits=(), season=(), popup=None)
    alone = [(replace(bare, limits=(one,)), place_of(one, "value", "text")) for one in venue.limits]
    alone += [(replace(bare, season=(one,)), place_of(one)) for one in venue.season]
    alone += [(replace(bare, popup=venue.popup), place_of(venue, "popup"))]
    for one, place in alone:
        for text in tags(one, lang, spoken):
            yield text, place


def _addresses(partner: Partner, rows: Iterable[Contact]) -> Iterator[tuple[str, Place]]:
    phones, emails = iter(partner.phone), iter(partner.email)
    for row in rows:
        for inline in row.value:
            if not isinstance(inline, Link):
                continue
            match row.channel:
                case "phone":
                    yield inline.href, place_of(next(phones), "number")
                case "email":
                    yield inline.href, place_of(next(emails), "address")
                case "web":
                    yield inline.href, place_of(partner, "website")
