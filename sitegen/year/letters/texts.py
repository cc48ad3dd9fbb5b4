"""The words of letters to partners, a function for each kind: subject and blocks."""

from collections.abc import Callable, Mapping

from sitegen.languages.formats import date_short, date_text, number
from sitegen.languages.messages import catalogue
from sitegen.model.document import Block, Cell, Paragraph, Row, Table, Text
from sitegen.model.edition import Event
from sitegen.model.partner import Distributor, Venue
from sitegen.structs import Struct
from sitegen.year.deliveries import amounts
from sitegen.year.delivery_table import brochures_in
from sitegen.year.events import INTRODUCTION, event_facts, event_title, events_of
from sitegen.year.letters.held import held
from sitegen.year.letters.parts import (
    Source,
    greeting,
    heading,
    items,
    links,
    national_links,
    own_links,
    people,
    plain,
    regards,
)
from sitegen.year.letters.recipients import SIDES, Recipient, answers_to
from sitegen.year.letters.replies import reply_links


class Words(Struct, frozen=True):
    """What a letter says: its subject, and everything from the greeting to the regards."""

    subject: str
    blocks: tuple[Block, ...]


def ask(to: Recipient, source: Source, event: Event | None) -> Words:
    """Whether the partner goes on: two ready answers, the details held, a meeting where one is given."""
    say, forms = source.say(to.lang), source.forms(to.lang)
    day = source.edition.facts.answers_by
    blocks: list[Block] = [
        greeting(to, say),
        plain(say.get(f"ask.lead-{to.role}", name=to.name.value, **forms)),
        plain(say.get("ask.by", day=date_text(day, to.lang)) if day else say.get("ask.soon")),
        *reply_links(_reached(to, source), to, source),
        heading(say.get("ask.details")),
        plain(say.get("ask.details-text")),
        *held(to, source),
        *((plain(say.get("ask.popup", **forms)),) if _lacks_days(to) else ()),
        heading(say.get("ask.people")),
        plain(say.get("ask.people-text")),
        *people(to, say),
    ]
    if event is not None:
        blocks += [heading(event_title(event, source.edition, say).value), plain(say.get("ask.meeting"))]
        blocks.append(event_facts(event, source.edition, say))
    blocks += [_changes(to, source), *regards(source, to.lang)]
    return Words(say.get(f"ask.subject-{to.role}", **forms), tuple(blocks))


def welcome(to: Recipient, source: Source, _event: Event | None) -> Words:
    """How a new partner begins: what it does, what we do, what it can read."""
    say, forms = source.say(to.lang), source.forms(to.lang)
    partner = to.partner
    steps = []
    if partner.commitment is None:
        steps.append("welcome.commit")
    if isinstance(partner, Distributor) and partner.confirmed is None:
        steps.append("welcome.confirm")
    if not partner.kaikukanta_account:
        steps.append(f"welcome.account-{to.role}")
    steps += [f"welcome.read-{to.role}", f"welcome.tell-{to.role}", "welcome.check"]
    blocks: list[Block] = [
        greeting(to, say),
        plain(say.get(f"welcome.lead-{to.role}", name=to.name.value, **forms)),
        heading(say.get("welcome.steps")),
        items((say.get(one) for one in steps), ordered=True),
        *_reading(to, source, f"{to.role}-commitment", "terms"),
        heading(say.get("ask.details")),
        *held(to, source),
        heading(say.get("ask.people")),
        *people(to, say),
        _changes(to, source),
        *regards(source, to.lang),
    ]
    return Words(say.get(f"welcome.subject-{to.role}", **forms), tuple(blocks))


def introduction(to: Recipient, source: Source, event: Event | None) -> Words:
    """January's introduction (point 9): when, what to read, the network, whom to ask."""
    say, forms = source.say(to.lang), source.forms(to.lang)
    sessions = (event,) if event else events_of(source.edition, INTRODUCTION)
    blocks: list[Block] = [
        greeting(to, say),
        plain(say.get(f"introduction.lead-{to.role}", **forms)),
    ]
    for one in sessions:
        blocks += [heading(event_title(one, source.edition, say).value)]
        blocks += [event_facts(one, source.edition, say)]
    blocks += [
        heading(say.get("introduction.points")),
        items(say.get(f"introduction.{to.role}.{number}") for number in range(1, 6)),
        *_reading(to, source, "terms", "guideline", "dashboard", "materials"),
        heading(say.get("introduction.network")),
        plain(say.get("introduction.network-text")),
        *links(own_links(source, to.lang, "distributors", "venues", "contacts")),
        _changes(to, source),
        *regards(source, to.lang),
    ]
    return Words(say.get(f"introduction.subject-{to.role}", **forms), tuple(blocks))


def materials(to: Recipient, source: Source, _event: Event | None) -> Words:
    """What the parcel holds, where the files are, and where more comes from."""
    say, forms = source.say(to.lang), source.forms(to.lang)
    table = _parcel(to, source)
    files = tuple(
        (Text(say.get(f"materials.file.{slug}-{type}")), source.file(to.lang, slug, type))
        for slug, type in (("brochure", "pdf"), ("brochure", "docx"), ("poster", "pdf"))
    )
    printed = source.edition.facts.brochure.print
    blocks: list[Block] = [
        greeting(to, say),
        plain(say.get(f"materials.lead-{to.role}" if table else "materials.lead-web", **forms)),
        *((table,) if table else ()),
        plain(say.get("materials.web" if printed else "materials.web-only")),
        *links((*files, *own_links(source, to.lang, "materials"))),
        items(say.get(f"materials.{to.role}.{number}") for number in range(1, 4)),
        plain(say.get("materials.more", address=_reached(to, source))),
        *regards(source, to.lang),
    ]
    return Words(say.get("materials.subject", **forms), tuple(blocks))


def invite(to: Recipient, source: Source, event: Event | None) -> Words:
    """To the year's feedback meeting (point 10): what is talked about, and what to look up before."""
    assert event is not None
    say, forms = source.say(to.lang), source.forms(to.lang)
    blocks: list[Block] = [
        greeting(to, say),
        plain(say.get(f"invite.lead-{to.role}", **forms)),
        event_facts(event, source.edition, say),
        heading(say.get("invite.agenda")),
        items(say.get(f"invite.agenda.{number}") for number in range(1, 5)),
        heading(say.get("invite.before")),
        items(say.get(f"invite.{to.role}.{number}") for number in range(1, 4)),
        plain(say.get("invite.answer", address=_reached(to, source))),
        *regards(source, to.lang),
    ]
    return Words(say.get("invite.subject", day=date_short(event.date, to.lang), **forms), tuple(blocks))


Writer = Callable[[Recipient, Source, Event | None], Words]

PARTNER_LETTERS: Mapping[str, Writer] = {
    "ask": ask,
    "welcome": welcome,
    "introduction": introduction,
    "materials": materials,
    "invite": invite,
}
"""The kinds of letters that go to partners."""


def _reached(to: Recipient, source: Source) -> str:
    """The address that a partner answers to; there is one (`recipient_problems`)."""
    return answers_to(source.edition, to.role)[1]


def _changes(to: Recipient, source: Source) -> Paragraph:
    """To whom a partner tells what changes: distributors to the social side, venues to the culture side."""
    side, address = answers_to(source.edition, to.role)
    key = f"letter.changes-{to.role}" if side == SIDES[to.role] else "letter.changes"
    return plain(source.say(to.lang).get(key, address=address))


def _reading(to: Recipient, source: Source, *ids: str) -> tuple[Block, ...]:
    """What there is to read: the region's page for partners, and national pages."""
    found = (
        *own_links(source, to.lang, "partners"),
        *national_links(source, to.lang, f"{to.role}-introduction", *ids),
    )
    rows = links(found)
    return (heading(source.say(to.lang).get("letter.read")), *rows) if rows else ()


def _lacks_days(to: Recipient) -> bool:
    """Whether a pop-up venue has not told its days of the year: `popup` is there, but empty."""
    return isinstance(to.partner, Venue) and to.partner.popup is None and "popup" in to.partner.at


def _parcel(to: Recipient, source: Source) -> Table | None:
    """What a partner gets and how many; None where there is nothing."""
    found = amounts(to.partner)
    say, papers = source.say(to.lang), catalogue("cli", to.lang)
    printed = source.edition.facts.brochure.print
    rows = (
        (papers.get("brief.copies.cards"), found.cards),
        (papers.get("brief.copies.community-cards"), found.community_cards),
        *((brochures_in(lang, papers), count) for lang, count in found.brochures if printed),
        (papers.get("brief.copies.posters"), found.posters),
    )
    given = tuple(
        Row((Cell((Text(what),), "row"), Cell((Text(number(count, to.lang)),))))
        for what, count in rows
        if count
    )
    if not given:
        return None
    head = (papers.get("brief.copies.what"), papers.get("brief.copies.count"))
    return Table(
        head=(Row(tuple(Cell((Text(text),), "column") for text in head)),),
        rows=given,
        caption=(Text(say.get("materials.caption")),),
    )
