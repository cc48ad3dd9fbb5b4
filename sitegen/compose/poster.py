"""The poster: a few big words, one sentence, where to ask, the code (LOOK, Print; DOMAIN section 5).

Its words are those of the section `poster`: the title is the big words, the first paragraph the sentence,
what follows the call to ask.
"""

from collections.abc import Iterable, Iterator

from sitegen.compose.media import QR_NAME, qr_code, shown_media
from sitegen.compose.partner_contacts import address_text
from sitegen.compose.partner_words import words
from sitegen.compose.section_words import owner_name, region_forms
from sitegen.compose.shown import best
from sitegen.compose.texts import ComposedSection, Texts, section
from sitegen.languages.choose import choose
from sitegen.languages.sorting import sort_key
from sitegen.languages.table import language
from sitegen.model.document import Block, Document, Figure, Heading, Link, Paragraph, Section, Text
from sitegen.model.network import Edition, Network
from sitegen.structs import Struct, replace

NAME = "poster"
MOST_NAMED = 4
"""So many municipalities are named; of more the region's name stands there, as on a brochure's cover."""


class _Words(Struct, frozen=True):
    """The big words, and the paragraphs under them and beside the code."""

    title: Heading
    sentence: tuple[Block, ...]
    call: tuple[Block, ...]


def poster(
    texts: Texts,
    network: Network,
    edition: Edition,
    lang: str,
    home: str,
    *,
    accent: tuple[tuple[str, str], ...] = (),
) -> Document:
    """The poster of a region's edition in a language; both sizes have the same tree.

    `home` is the region's address without a year. Where nobody wrote a text for posters, the card's name
    and what it is stand there.
    """
    message = words(lang)
    said = _words(section(texts, network, edition, lang, NAME), lang)
    children = (
        Section((said.title, *said.sentence), role="cover"),
        Section((*_ask(said.call, home, lang), *_logo(edition, lang)), role="ask"),
        Section(tuple(_foot(network, edition, lang)), role="foot"),
    )
    forms = region_forms(edition, lang)
    year = str(edition.year)
    return Document(
        kind="poster",
        lang=lang,
        direction=language(lang).direction,
        title=message.get("poster.title", year=year, **forms),
        subject=message.get("poster.subject"),
        author=owner_name(network, edition, lang),
        children=children,
        keywords=", ".join((message.get("card.name"), forms["region"], year)),
        accent=accent,
        media=(*shown_media(children, edition), *qr_code(home)),
    )


def _words(written: ComposedSection | None, lang: str) -> _Words:
    if written is None:
        message = words(lang)
        title = Heading(1, (Text(message.get("card.name")),))
        return _Words(title, (Paragraph((Text(message.get("brochure.sub")),), role="sub"),), ())
    title = Heading(1, (replace(written.title, lang=None),), lang=written.title.lang)
    return _Words(title, _with_role(written.lead, "sub"), _with_role(written.rest, "what"))


def _with_role(blocks: Iterable[Block], role: str) -> tuple[Block, ...]:
    return tuple(replace(one, role=role) if isinstance(one, Paragraph) else one for one in blocks)


def _ask(call: tuple[Block, ...], home: str, lang: str) -> Iterator[Block]:
    """The code, the call, and where to look, in words for those without a telephone."""
    read = address_text(home)
    yield Figure(QR_NAME, words(lang).get("back.qr", address=read), role="qr")
    yield from call
    yield Paragraph((Text(words(lang).get("poster.ask")),))
    yield Paragraph((Link(Text(read, ltr=True), home),), role="web")


def _logo(edition: Edition, lang: str) -> Iterator[Figure]:
    """The region's logo in its slot."""
    region = edition.region
    file = next((one for one in edition.media if one.name == region.logo), None)
    if file is None:
        return
    found = None if file.description.decorative else choose(file.description.alt, lang, region.languages)
    foreign = found.lang if found and found.is_fallback else None
    yield Figure(file.name, found.value if found else "", alt_lang=foreign, role="logo")


def _foot(network: Network, edition: Edition, lang: str) -> Iterator[Block]:
    """Where and when the card holds, whose mark it is; that a region is a sample or invented."""
    message = words(lang)
    yield Paragraph((*_places(network, edition, lang), Text(f" · {edition.year}")), role="places")
    yield Paragraph((Text(message.get("card.trademark")),), role="foot")
    sample = best(edition.region.sample, lang, edition.region.languages)
    if sample is not None:
        yield Paragraph((replace(sample, lang=None),), role="foot", lang=sample.lang)
    if edition.region.invented:
        yield Paragraph((Text(message.get("note.invented")),), role="foot")


def _places(network: Network, edition: Edition, lang: str) -> Iterator[Text]:
    """The municipalities in the order of their names, or the region where they are many."""
    names = sorted(
        (network.register.name(code, lang) for code in edition.region.municipalities),
        key=lambda name: sort_key(name, lang),
    )
    if len(names) > MOST_NAMED:
        names = [region_forms(edition, lang)["region"]]
    for place, name in enumerate(names):
        if place:
            yield Text(words(lang).get("list.separator"))
        yield Text(name, name=True)
