"""Who gets a letter of a kind, in which language, at which addresses, and whom they answer."""

from collections.abc import Iterable

from sitegen.compose.shown import best
from sitegen.languages.table import is_known, language
from sitegen.model.document import Text
from sitegen.model.fields import place_of
from sitegen.model.internal import PartnerContact
from sitegen.model.network import Edition
from sitegen.model.partner import Distributor, Partner
from sitegen.problems import Place, Problem, error, warning
from sitegen.render.mail import Mailbox
from sitegen.structs import Struct
from sitegen.year.deliveries import SPOKEN, own_language, receivers
from sitegen.year.letters.contacts import contacts_of, role_of

SIDES = {"distributor": "social", "venue": "culture"}
"""The coordinator to whom a partner of a list tells what changes (DOMAIN section 2, point 12)."""


class Recipient(Struct, frozen=True):
    """A partner in one of its roles. `private`: an address or name of it stands in `internal/` only."""

    partner: Partner
    role: str
    lang: str
    name: Text
    to: tuple[Mailbox, ...]
    contacts: tuple[PartnerContact, ...]

    @property
    def private(self) -> bool:
        """Whether the letter holds what nobody else may see."""
        return bool(self.contacts)


def written_to(kind: str, edition: Edition) -> tuple[Partner, ...]:
    """The partners that get a letter of a kind, in the order of the lists.

    `ask` goes to those that have not answered, `welcome` to the new ones, `introduction` to all that go on,
    `materials` to those that get a parcel, `invite` to all that are listed.
    """
    going = tuple(one for one in edition.partners if one.answer != "stops" and one.ended is None)
    match kind:
        case "ask":
            return tuple(one for one in going if one.answer == "unanswered")
        case "welcome":
            return tuple(one for one in going if one.since == edition.year)
        case "introduction":
            return going
        case "materials":
            return receivers(edition)
        case "invite":
            return (*edition.listed_distributors, *edition.listed_venues)
    return ()


def unconfirmed(edition: Edition) -> tuple[Distributor, ...]:
    """New distributors that wait for Kaikukeskus's yes (C2)."""
    return tuple(
        one
        for one in edition.distributors
        if one.since == edition.year and one.confirmed is None and one.answer != "stops" and one.ended is None
    )


def recipient(partner: Partner, edition: Edition, contacts: tuple[PartnerContact, ...]) -> Recipient:
    """A partner with its language and addresses: its contacts' own, else the one that is public."""
    own = contacts_of(partner, contacts)
    wanted = next((one.language for one in own if one.language), None) or partner.language
    lang = spoken(wanted) or own_language(edition)
    name = best(partner.name, lang, edition.region.languages) or Text(partner.id, name=True)
    people = tuple(Mailbox(one.email, one.name or "") for one in own if one.email)
    public = tuple(Mailbox(one.address) for one in partner.email[:1])
    return Recipient(partner, role_of(partner), lang, name, people or public, own)


def spoken(lang: str | None) -> str | None:
    """The language of letters for readers of `lang`; None where letters are not written in it."""
    if lang is None or not is_known(lang):
        return None
    base = language(lang).base or lang
    return base if base in SPOKEN else None


def answers_to(edition: Edition, role: str) -> tuple[str, str]:
    """Side and address of the coordinator whom a role answers: its side's, where that has none the other's.

    Both are empty where no coordinator has an address.
    """
    reached = [(one.side, one.email) for one in edition.region.coordinators if one.email]
    own = [one for one in reached if one[0] == SIDES[role]]
    return next(iter((*own, *reached)), ("", ""))


def recipient_problems(found: Iterable[Recipient], edition: Edition) -> Iterable[Problem]:
    """Partners without any address, and a region whom nobody could answer (an error)."""
    for one in found:
        if not one.to:
            yield warning(
                "letter-no-address", place_of(one.partner), name=one.name.value, partner=one.partner.id
            )
    if not answers_to(edition, "venue")[1]:
        place = place_of(edition.region, "coordinators")
        yield error("letter-no-reply", place if place.path else Place(f"{edition.path}/edition.yaml"))
