"""What a region orders: codes from Kaikukeskus, cards, brochures and posters from a print house."""

from collections.abc import Iterator

from sitegen.compose.shown import best
from sitegen.languages.choose import choose
from sitegen.languages.formats import phone_text
from sitegen.languages.messages import Catalogue
from sitegen.model.fields import place_of
from sitegen.model.network import Edition, Network
from sitegen.model.region import Coordinator
from sitegen.problems import Place, Problem, error, warning
from sitegen.render.mail import Mailbox, text_draft
from sitegen.structs import Struct
from sitegen.year.deliveries import Amounts, amounts, delivery_problems, own_language, receivers, total

OF_ORDERS = ("delivery-no-materials", "delivery-no-cards")
"""What a delivery lacks that an order counts too."""


class Order(Struct, frozen=True):
    """`needed` is what the partners get, `spare` the cards beyond."""

    needed: Amounts
    spare: Amounts

    @property
    def cards(self) -> int:
        """Personal cards, spare ones too."""
        return self.needed.cards + self.spare.cards

    @property
    def community_cards(self) -> int:
        """Community cards, spare ones too."""
        return self.needed.community_cards + self.spare.community_cards


def order(edition: Edition) -> Order:
    """The sums over everybody who gets something, and the spare cards of edition.yaml."""
    given = edition.facts.orders
    spare = Amounts(given.cards or 0, given.community_cards or 0) if given else Amounts()
    return Order(total(amounts(partner) for partner in receivers(edition)), spare)


def order_problems(edition: Edition) -> Iterator[Problem]:
    """Amounts that are missing, a region without spare cards, and an order of nothing (an error)."""
    yield from (one for one in delivery_problems(edition) if one.id in OF_ORDERS)
    facts, path = edition.facts, Place(f"{edition.path}/edition.yaml")
    if facts.orders is None or facts.orders.cards is None:
        yield warning("order-no-spare", place_of(facts.orders or facts, "cards"))
    found = order(edition)
    if not found.cards + found.community_cards:
        yield error("order-nothing", path)


def languages(edition: Edition) -> tuple[str, ...]:
    """The languages of the message and the brief: the region's first, and Finnish."""
    return tuple(dict.fromkeys((own_language(edition), "fi")))


def subject(edition: Edition, say: Catalogue) -> str:
    """The message's subject."""
    return say.get("order.subject", region=region_name(edition, say.lang), year=edition.year)


def message(edition: Edition, say: Catalogue) -> str:
    """The message to Kaikukeskus that asks for the codes of so many cards."""
    found = order(edition)
    asked = [
        _asked("cards", found.needed.cards, found.spare.cards, say),
        _asked("community-cards", found.needed.community_cards, found.spare.community_cards, say),
    ]
    return "\n\n".join(
        (
            say.get("order.greeting"),
            say.get("order.lead", region=region_name(edition, say.lang), year=edition.year),
            "\n".join(line for line in asked if line),
            say.plural("order.distributors", len(edition.listed_distributors)),
            say.get("order.codes"),
            say.get("order.templates"),
            say.get("order.regards") + "\n" + "\n".join(signature(edition, say.lang)),
        )
    )


def draft(edition: Edition, network: Network, say: Catalogue) -> bytes:
    """The message as a draft that mail programs open ready to send: it has no sender and no date."""
    to = address(edition, network)
    return text_draft([Mailbox(to)] if to else [], subject(edition, say), message(edition, say) + "\n")


def address(edition: Edition, network: Network) -> str:
    """Kaikukeskus's e-mail address: the edition's contact, else the network's; empty where none is known."""
    contact, common = edition.facts.kaikukeskus_contact, network.site.kaikukeskus
    return (contact.email if contact else None) or (common.email if common else None) or ""


def region_name(edition: Edition, lang: str) -> str:
    """The region's name for readers of a language."""
    found = choose(edition.region.name, lang, edition.region.languages)
    return found.value if found else edition.region_id


def signature(edition: Edition, lang: str) -> Iterator[str]:
    """The coordinators, culture side first: roles with their ways to reach them."""
    for one in sorted(edition.region.coordinators, key=lambda one: one.side):
        yield ", ".join(_coordinator(one, lang, edition.region.languages))


def _coordinator(one: Coordinator, lang: str, spoken: tuple[str, ...]) -> Iterator[str]:
    for text in (best(one.title, lang, spoken), best(one.organisation, lang, spoken)):
        if text is not None:
            yield text.value
    if one.email:
        yield one.email
    if one.phone:
        yield phone_text(one.phone.written, one.phone.international, lang)


def _asked(name: str, needed: int, spare: int, say: Catalogue) -> str:
    """How many of one kind, and what of them is spare; empty where none is ordered."""
    if not needed + spare:
        return ""
    line = say.get(f"order.asked.{name}", count=needed + spare)
    return f"- {line} {say.get('order.asked.parts', needed=needed, spare=spare)}" if spare else f"- {line}"
