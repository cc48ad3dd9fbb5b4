"""The details of a partner as they are held, for it to check."""

from collections.abc import Iterator

from sitegen.compose.partner_contacts import address_lines
from sitegen.languages.formats import list_text
from sitegen.model.document import Block, Fact, Facts, Inline, Text
from sitegen.model.fields import table
from sitegen.model.partner_parts import ALL
from sitegen.structs import replace
from sitegen.year.field_words import facts_of
from sitegen.year.letters.parts import Source
from sitegen.year.letters.recipients import Recipient

OWN_LABELS = ("part_of", "municipality")
"""Fields whose heading in the table of fields is longer than a letter needs."""

Row = tuple[str, str, str]
"""A label, the language of the text where it is in one, the text."""


def held(to: Recipient, source: Source) -> tuple[Block, ...]:
    """The public details: in the partner's language, and in the region's official ones where they differ.

    What is written in other languages only is shown in the first of those; translations are not its worry.
    """
    wanted = ("", to.lang, *source.edition.region.official_languages)
    rows: dict[str, list[tuple[str, str]]] = {}
    for label, code, text in _rows(to, source):
        rows.setdefault(label, []).append((code, text))
    facts = []
    for label, texts in rows.items():
        shown = [one for one in texts if one[0] in wanted] or texts[:1]
        shown.sort(key=lambda one: one[0] not in ("", to.lang))
        facts.append(Fact(Text(label), tuple(_detail(code, text, to, source) for code, text in shown)))
    return (Facts(tuple(facts)),)


def _detail(code: str, text: str, to: Recipient, source: Source) -> tuple[Inline, ...]:
    if code in ("", to.lang):
        return (Text(text),)
    return (Text(f"{source.say(to.lang).get(f'in.{code}')}: "), Text(text, code))


def _rows(to: Recipient, source: Source) -> Iterator[Row]:
    """The fields in their order; address and municipalities as people write them."""
    say, region, register = source.say(to.lang), source.edition.region, source.network.register
    partner, fields = to.partner, table(type(to.partner))
    labels = {fields[name].about(to.lang): say.get(f"held.{name}") for name in OWN_LABELS}
    address_follows = (
        fields["covers"].about(to.lang) if partner.covers else fields["municipality"].about(to.lang)
    )
    bare = replace(partner, address=None)
    for (label, code), text in facts_of(bare, to.lang, region.languages, register).items():
        if label == fields["covers"].about(to.lang):
            yield say.get("held.covers"), "", _covers(to, source)
        else:
            yield labels.get(label, label), code, text
        if label == address_follows:
            yield from _address(to, source)


def _covers(to: Recipient, source: Source) -> str:
    if ALL in to.partner.covers:
        return source.say(to.lang).get("held.covers-all")
    return list_text([source.network.register.name(code, to.lang) for code in to.partner.covers], to.lang)


def _address(to: Recipient, source: Source) -> Iterator[Row]:
    label = source.say(to.lang).get("form.address")
    for lang in dict.fromkeys((to.lang, *source.edition.region.official_languages)):
        lines = address_lines(
            to.partner.address, source.network.register, lang, source.edition.region.languages
        )
        if lines:
            yield label, lang, ", ".join(one.value for one in lines)
