"""How a partner is reached: always in the order phone, e-mail, web, programme, opening hours (BAR 3.2.4)."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from sitegen.compose.link_rules import LONGEST_ADDRESS
from sitegen.compose.partner_words import word, words
from sitegen.compose.shown import best
from sitegen.languages.choose import choose
from sitegen.languages.formats import NBSP, phone_text
from sitegen.model.contact import Address, PhoneNumber
from sitegen.model.document import Contact, Inline, Link, Text
from sitegen.model.partner import Partner, Venue
from sitegen.model.register import Register
from sitegen.model.text import Localised

Channel = Literal["phone", "email", "web", "hours", "programme"]
Languages = tuple[str, ...]


def contacts(partner: Partner, name: str, lang: str, region_languages: Languages) -> tuple[Contact, ...]:
    """Every way to reach a partner; a missing one has no row. `name` is the partner's, as shown."""
    return tuple(_contacts(partner, name, lang, region_languages))


def _contacts(partner: Partner, name: str, lang: str, region_languages: Languages) -> Iterator[Contact]:
    for phone in partner.phone:
        remarks = (phone.for_, phone.price)
        note = _remarks([best(one, lang, region_languages) for one in remarks])
        yield phone_contact(phone.number, lang, note)
    for email in partner.email:
        note = _remarks([best(email.for_, lang, region_languages)])
        yield email_contact(email.address, lang, note)
    pages: list[tuple[Channel, Localised | None]] = [("web", partner.website)]
    if isinstance(partner, Venue):
        pages.append(("programme", partner.events_url))
    pages.append(("hours", partner.hours_url))
    for channel, address in pages:
        found = web_contact(channel, address, name, lang, region_languages)
        if found is not None:
            yield found


def _remarks(texts: list[Text | None]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for text in texts:
        if text is not None:
            found += [Text(", "), text] if found else [text]
    return tuple(found)


def phone_contact(number: PhoneNumber, lang: str, note: tuple[Inline, ...] = ()) -> Contact:
    """A telephone number: as written in Finnish and Swedish, else with the country's code (BAR N5, A10)."""
    text = Text(phone_text(number.written, number.international, lang), ltr=True, whole=True)
    return Contact("phone", _label("phone", lang), (Link(text, f"tel:{number.e164}"),), note)


def email_contact(address: str, lang: str, note: tuple[Inline, ...] = ()) -> Contact:
    """An e-mail address; the link's text is the address itself (BAR A11)."""
    return Contact(
        "email", _label("email", lang), (Link(Text(address, ltr=True), f"mailto:{address}"),), note
    )


def web_contact(
    channel: Channel, address: Localised | None, name: str, lang: str, region_languages: Languages
) -> Contact | None:
    """A page of the partner's; the link tells the language where the page is known to be in another."""
    chosen = choose(address, lang, region_languages)
    if not chosen:
        return None
    text = address_text(chosen.value)
    if len(text) > LONGEST_ADDRESS:
        host = urlsplit(chosen.value).hostname or ""
        said = Text(words(lang).get(f"web.{channel}", name=name, host=host.removeprefix("www.")))
    else:
        said = Text(text, ltr=True)
    other = chosen.lang if chosen.lang not in (None, lang) else None
    link = Link(said, chosen.value, label=name, hreflang=other)
    return Contact(channel, _label(channel, lang), (link,))


def address_text(url: str) -> str:
    """A web address as it is read: without scheme, `www.` and the last stroke."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def _label(channel: str, lang: str) -> Text:
    return word(f"label.{channel}", lang)


def address_lines(
    address: Address | None, register: Register, lang: str, region_languages: Languages
) -> tuple[Text, ...]:
    """Building, street, postal code and town, in Finnish order in every language (BAR N7)."""
    if address is None:
        return ()
    lines = [best(address.place, lang, region_languages), best(address.street, lang, region_languages)]
    lines.append(_town(address, register, lang, region_languages))
    return tuple(line for line in lines if line is not None)


def _town(address: Address, register: Register, lang: str, region_languages: Languages) -> Text | None:
    town = best(address.town, lang, region_languages)
    code = address.postal_code
    known = register.postal_codes.get(code) if code else None
    if town is None and known is not None:
        town = Text(known.town_sv if lang == "sv" else known.town_fi, name=True)
    if code is None:
        return town
    return Text(f"{code}{NBSP}{town.value}" if town else code, town.lang if town else None, name=True)
