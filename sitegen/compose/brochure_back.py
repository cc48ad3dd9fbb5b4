"""The back cover: whom to ask, the address with its code, who answers, until when it holds."""

from collections.abc import Iterator

from sitegen.compose.brochure_lists import on_paper, paragraphs
from sitegen.compose.media import QR_NAME
from sitegen.compose.partner_contacts import address_text, email_contact, phone_contact, web_contact
from sitegen.compose.partner_words import words
from sitegen.compose.section_words import owner_name, updated_text
from sitegen.compose.shown import best
from sitegen.languages.formats import list_text, period
from sitegen.model.contact import Organisation
from sitegen.model.document import Block, Contact, Contacts, Figure, Heading, Link, Paragraph, Section, Text
from sitegen.model.network import Edition, Network
from sitegen.model.region import Coordinator

SIDES = ("culture", "social")


def back(network: Network, edition: Edition, lang: str, home: str) -> Section:
    """The last page. `home` is the region's address without a year, which never changes."""
    message = words(lang)
    asked = tuple(_whom_to_ask(network, edition, lang))
    title = Heading(2, (Text(message.get("back.title" if asked else "back.web")),))
    read = address_text(home)
    web: list[Block] = [Figure(QR_NAME, message.get("back.qr", address=read), role="qr")]
    if asked:
        web.append(Heading(3, (Text(message.get("back.web")),)))
    web.append(Paragraph((Link(Text(read, ltr=True), home),)))
    web += _other_languages(network, lang)
    foot = (Paragraph((Text(text),), role="foot") for text in _foot(network, edition, lang))
    return Section((title, *asked, *web, *foot), role="back", id="contacts")


def _whom_to_ask(network: Network, edition: Edition, lang: str) -> Iterator[Block]:
    message = words(lang)
    region = edition.region
    if region.coordinators:
        yield Paragraph((Text(message.get("back.lead")),), role="lead")
    for side in SIDES:
        people = [one for one in region.coordinators if one.side == side]
        if people:
            yield Heading(3, (Text(message.get(f"back.side.{side}")),))
        for one in people:
            yield from _coordinator(one, edition, lang)
    if region.feedback:
        yield Heading(3, (Text(message.get("back.feedback")),))
        yield Contacts((email_contact(region.feedback, lang),))
    if not region.coordinators and not region.feedback and network.site.kaikukeskus:
        yield from _organisation(network.site.kaikukeskus, network, lang)


def _coordinator(one: Coordinator, edition: Edition, lang: str) -> Iterator[Block]:
    """A role and its organisation, never a person's name (C13)."""
    spoken = edition.region.languages
    yield from paragraphs((best(one.title, lang, spoken), best(one.organisation, lang, spoken)))
    rows: list[Contact] = []
    if one.phone:
        rows.append(phone_contact(one.phone, lang))
    if one.email:
        rows.append(email_contact(one.email, lang))
    if rows:
        yield Contacts(tuple(rows))


def _organisation(one: Organisation, network: Network, lang: str) -> Iterator[Block]:
    spoken = network.site.languages
    name = best(one.name, lang, spoken)
    yield from paragraphs((name, best(one.unit, lang, spoken)))
    rows = [phone_contact(one.phone, lang)] if one.phone else []
    rows += [email_contact(one.email, lang)] if one.email else []
    page = web_contact("web", one.page, name.value if name else "", lang, spoken)
    rows += [on_paper(page, name) if name else page] if page else []
    if rows:
        yield Contacts(tuple(rows))


def _other_languages(network: Network, lang: str) -> Iterator[Block]:
    others = [words(lang).get(f"language.in.{code}") for code in network.site.languages if code != lang]
    if others:
        said = words(lang).get("back.languages", languages=list_text(others, lang))
        yield Paragraph((Text(said),))


def _foot(network: Network, edition: Edition, lang: str) -> Iterator[str]:
    """Samples do not claim to be in force: their dates are those of their sources (DOMAIN section 5)."""
    message = words(lang)
    day = updated_text(edition, lang)
    sample = edition.region.is_sample
    valid = edition.facts.valid
    dates = [] if sample else [message.get("back.valid", period=period(valid.from_, valid.to, lang))]
    dates += [message.get("back.sources" if sample else "back.updated", date=day)] if day else []
    if dates:
        yield " ".join(dates)
    owner = owner_name(network, edition, lang)
    if owner:
        yield message.get("back.owner", owner=owner)
    yield message.get("card.trademark")
