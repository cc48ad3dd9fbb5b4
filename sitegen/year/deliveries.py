"""Who gets how many cards, brochures and posters (point 8 of the checklist), and where they go."""

from collections.abc import Iterable, Iterator

from sitegen.compose.partner_contacts import address_lines
from sitegen.compose.shown import best
from sitegen.languages.sorting import sort_key
from sitegen.languages.table import codes, is_known, language
from sitegen.model.contact import Address
from sitegen.model.document import Text
from sitegen.model.fields import place_of
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Distributor, Partner
from sitegen.problems import Problem, warning
from sitegen.structs import Struct

SPOKEN = ("fi", "sv", "en")


class Amounts(Struct, frozen=True):
    """How many of what; brochures by language, those with none left out."""

    cards: int = 0
    community_cards: int = 0
    brochures: tuple[tuple[str, int], ...] = ()
    posters: int = 0


class Delivery(Struct, frozen=True):
    """A receiver for readers of one language: `street` are the lines above that of the town.

    `key` is the receiver's own: an id may stand in both lists (one organisation in two roles).
    """

    key: str
    name: Text
    part_of: Text | None
    street: tuple[Text, ...]
    town: Text | None
    phone: str
    amounts: Amounts


def own_language(edition: Edition) -> str:
    """The first language of the region that papers of the office are written in, else Finnish."""
    written = (language(code).base or code for code in edition.region.languages if is_known(code))
    return next((code for code in written if code in SPOKEN), "fi")


def receivers(edition: Edition) -> tuple[Partner, ...]:
    """Every listed distributor, and the listed venues for which materials are written, by name."""
    venues = (venue for venue in edition.listed_venues if venue.materials is not None)
    lang = own_language(edition)
    return tuple(sorted((*edition.listed_distributors, *venues), key=lambda one: _by_name(one, lang)))


def key(partner: Partner) -> str:
    """What tells a receiver from every other of its edition."""
    return f"{'distributor' if isinstance(partner, Distributor) else 'venue'}-{partner.id}"


def amounts(partner: Partner) -> Amounts:
    """What a partner gets; what is not written is none."""
    given = partner.materials
    if given is None:
        return Amounts()
    return Amounts(
        cards=given.cards or 0,
        community_cards=given.community_cards or 0,
        brochures=_in_order(dict(given.brochures)),
        posters=given.posters or 0,
    )


def total(parts: Iterable[Amounts]) -> Amounts:
    """The sum."""
    found = tuple(parts)
    brochures: dict[str, int] = {}
    for lang, count in (pair for one in found for pair in one.brochures):
        brochures[lang] = brochures.get(lang, 0) + count
    return Amounts(
        cards=sum(one.cards for one in found),
        community_cards=sum(one.community_cards for one in found),
        brochures=_in_order(brochures),
        posters=sum(one.posters for one in found),
    )


def deliveries(edition: Edition, network: Network, lang: str) -> tuple[Delivery, ...]:
    """All deliveries of an edition for readers of `lang`, in its order of names."""
    found = sorted(receivers(edition), key=lambda one: _by_name(one, lang))
    return tuple(_delivery(one, edition, network, lang) for one in found)


def delivery_problems(edition: Edition) -> Iterator[Problem]:
    """What a delivery lacks: its amounts, a distributor's cards, an address to send it to."""
    for partner in receivers(edition):
        name = _name(partner, own_language(edition))
        materials = partner.materials
        if materials is None:
            yield warning("delivery-no-materials", place_of(partner), name=name)
        elif isinstance(partner, Distributor) and materials.cards is None:
            yield warning("delivery-no-cards", place_of(partner, "materials"), name=name)
        if not is_complete(partner.address):
            yield warning("delivery-no-address", place_of(partner, "address"), name=name)


def is_complete(address: Address | None) -> bool:
    """Whether the post finds an address: a street or a place, and a postal code (which tells the town)."""
    if address is None or address.postal_code is None:
        return False
    return address.street is not None or address.place is not None


def _delivery(partner: Partner, edition: Edition, network: Network, lang: str) -> Delivery:
    spoken = edition.region.languages
    lines = address_lines(partner.address, network.register, lang, spoken)
    has_town = partner.address is not None and bool(partner.address.postal_code or partner.address.town)
    return Delivery(
        key=key(partner),
        name=best(partner.name, lang, spoken) or Text(partner.id, name=True),
        part_of=best(partner.part_of, lang, spoken),
        street=lines[:-1] if has_town else lines,
        town=lines[-1] if has_town else None,
        phone=partner.phone[0].number.written if partner.phone else "",
        amounts=amounts(partner),
    )


def _by_name(partner: Partner, lang: str) -> tuple[object, str]:
    return sort_key(_name(partner, lang), lang), key(partner)


def _name(partner: Partner, lang: str) -> str:
    found = best(partner.name, lang, ())
    return found.value if found else partner.id


def _in_order(brochures: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """By the table of languages."""
    return tuple((code, brochures[code]) for code in codes() if brochures.get(code))
