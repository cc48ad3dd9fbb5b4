"""Those who answer for a region or the network and how to reach them. Roles, never persons (C13)."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.words import said
from sitegen.languages.formats import phone_text
from sitegen.model.contact import Organisation, PhoneNumber
from sitegen.model.document import Contact, Link, Text
from sitegen.model.region import Coordinator
from sitegen.structs import Struct


class PersonView(Struct, frozen=True):
    """A role or an organisation: what it answers for, what it is, how it is reached (phone, e-mail, web)."""

    title: Text
    lines: tuple[Text, ...]
    contacts: tuple[Contact, ...]


def coordinators(context: Context) -> tuple[PersonView, ...]:
    """The region's coordinators, culture side first (C4)."""
    region = context.edition.region if context.edition else None
    found = region.coordinators if region else ()
    return tuple(_coordinator(context, one) for one in sorted(found, key=lambda one: one.side))


def organisation(context: Context, found: Organisation | None, title: Text) -> PersonView | None:
    """An organisation as a person's view; None where there is none."""
    if found is None:
        return None
    lines = (context.choose(found.name), context.choose(found.unit))
    page = context.choose(found.page)
    contacts = (
        phone_contact(context, found.phone),
        email_contact(context, found.email),
        web_contact(context, page),
    )
    return PersonView(title, _given(*lines), tuple(one for one in contacts if one))


def feedback(context: Context) -> Contact | None:
    """The region's address for feedback, else the publisher's on national pages."""
    site = context.network.site
    if context.edition:
        return email_contact(context, context.edition.region.feedback)
    return email_contact(context, site.publisher.email if site.publisher else None)


def phone_contact(context: Context, number: PhoneNumber | None) -> Contact | None:
    """A telephone number with its label; the link carries E.164 (BAR A10)."""
    if number is None:
        return None
    shown = Text(phone_text(number.written, number.international, context.lang), ltr=True, whole=True)
    return Contact("phone", said(context, "contact.phone"), (Link(shown, f"tel:{number.e164}"),))


def email_contact(context: Context, address: str | None) -> Contact | None:
    """An e-mail address with its label; the address itself is the link's text (BAR A11)."""
    if not address:
        return None
    return Contact(
        "email", said(context, "contact.email"), (Link(Text(address, ltr=True), f"mailto:{address}"),)
    )


def web_contact(context: Context, address: Text | None) -> Contact | None:
    """A page with its label, shown without scheme."""
    if address is None:
        return None
    shown = address.value.partition("://")[2].removeprefix("www.").rstrip("/")
    link = Link(Text(shown, ltr=True), address.value, hreflang=address.lang)
    return Contact("web", said(context, "contact.web"), (link,))


def _coordinator(context: Context, found: Coordinator) -> PersonView:
    lines = _given(context.choose(found.organisation), context.choose(found.title))
    contacts = (phone_contact(context, found.phone), email_contact(context, found.email))
    return PersonView(
        said(context, f"coordinator.{found.side}"), lines, tuple(one for one in contacts if one)
    )


def _given(*texts: Text | None) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)
