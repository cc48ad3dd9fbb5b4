"""The partner lists of a brochure: by municipality, each entry short (LOOK, Print)."""

from collections.abc import Iterable

from sitegen.compose.partner_words import words
from sitegen.compose.partners import Group, PartnerView, how_in_print
from sitegen.languages.table import language
from sitegen.model.document import (
    Block,
    Contact,
    Contacts,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Section,
    Text,
)
from sitegen.structs import replace

TILES = {"distributors": "stage", "venues": "swim"}
IN_PRINT = ("phone", "email", "web")


def list_section(name: str, groups: tuple[Group, ...], lang: str, *, short: bool = False) -> Section | None:
    """One list (`distributors` or `venues`), None if it is empty. `short`: less of each entry."""
    if not any(group.partners for group in groups):
        return None
    title = Heading(2, (Text(words(lang).get(f"brochure.{name}")),))
    children: list[Block] = [title]
    for group in groups:
        children += _group(name, group, lang, short)
    return Section(tuple(children), role="list", tile=TILES[name], id=name)


def _group(name: str, group: Group, lang: str, short: bool) -> Iterable[Block]:
    yield Heading(3, (group.name,), id=f"{name}-{group.id}")
    if group.partners:
        yield List(tuple(entry(view, lang, short=short) for view in group.partners), role="partners")
    if group.mentioned:
        yield Paragraph(tuple(_mentions(group, lang)), role="small")


def _mentions(group: Group, lang: str) -> Iterable[Inline]:
    yield Text(words(lang).get("brochure.mentioned"))
    for place, view in enumerate(group.mentioned):
        if place:
            yield Text(words(lang).get("list.separator"))
        yield Link(_placed(view, "{name} – {place}"), f"#{view.anchor}")


def entry(view: PartnerView, lang: str, *, short: bool = False) -> Item:
    """A partner: name with its kind, what, conditions, where, how, contacts."""
    between = words(lang).get("list.separator")
    kinds = view.kinds[:1] if view.role == "venue" else view.kinds
    blocks: list[Block] = [Heading(4, (view.name,), detail=_joined(kinds, between))]
    blocks += paragraphs(() if short else (view.what,), "what")
    blocks += paragraphs(view.tags, "limit")
    if not short:
        blocks += paragraphs((view.part_of,), "small")
    if view.place:
        blocks.append(Paragraph(_address(view.place, lang), role="address"))
    if not short:
        blocks += _details(view)
    named = _placed(view, "{name}, {place}")
    rows = [on_paper(row, named) for row in view.contacts if row.channel in IN_PRINT]
    if rows:
        blocks.append(Contacts(tuple(rows[:1] if short else rows)))
    return Item(tuple(blocks), id=view.anchor)


def _placed(view: PartnerView, form: str) -> Text:
    """The partner's name with its municipality: namesakes in other places are told apart (BAR A12)."""
    if view.municipality_name is None:
        return view.name
    return replace(view.name, value=form.format(name=view.name.value, place=view.municipality_name.value))


def on_paper(row: Contact, name: Text) -> Contact:
    """On paper the address stands behind the words, so a long one is not named twice."""
    match row.value:
        case (Link(text=Text(ltr=False)) as link,):
            return replace(row, value=(replace(link, text=name),))
        case _:
            return row


def _address(lines: tuple[Text, ...], lang: str) -> tuple[Inline, ...]:
    """Building, street, town. Among right-to-left words they are one left-to-right piece (BAR F12)."""
    if language(lang).direction == "ltr":
        return _joined(lines, words(lang).get("list.separator"))
    spoken = {line.lang for line in lines if line.lang}
    own = spoken.pop() if len(spoken) == 1 else None
    return (Text(", ".join(line.value for line in lines), own, name=True, ltr=True),)


def _details(view: PartnerView) -> Iterable[Block]:
    if view.access:
        yield Paragraph(_joined(view.access, " "))
    yield from paragraphs(how_in_print(view), "how")
    yield from paragraphs((view.hours,), "hours")
    yield from paragraphs((view.note, view.covers_text), "small")


def paragraphs(texts: Iterable[Text | None], role: str = "") -> Iterable[Paragraph]:
    """A paragraph for each text there is; one in another language says so itself."""
    for text in texts:
        if text is None:
            continue
        if text.name:
            yield Paragraph((text,), role)
        else:
            own = text if text.lang is None else replace(text, lang=None)
            yield Paragraph((own,), role, lang=text.lang)


def _joined(texts: Iterable[Text], between: str) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for text in texts:
        found += [Text(between), text] if found else [text]
    return tuple(found)
