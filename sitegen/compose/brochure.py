"""The brochure: one tree for the page, the PDF and the DOCX (DESIGN sections 4 and 5; LOOK, Print)."""

from collections.abc import Iterable, Iterator

from sitegen.compose.brochure_back import back
from sitegen.compose.brochure_lists import list_section
from sitegen.compose.brochure_notes import notes
from sitegen.compose.link_targets import AS_WRITTEN, Links
from sitegen.compose.media import qr_code, shown_media
from sitegen.compose.partner_words import words
from sitegen.compose.partners import PartnerView, anchor, distributor_views, grouped, venue_views
from sitegen.compose.section_words import owner_name, region_forms
from sitegen.compose.texts import ComposedSection, Texts, resolved, sections
from sitegen.compose.tree import shift_headings
from sitegen.languages.choose import choose
from sitegen.languages.sorting import sort_key
from sitegen.languages.table import language
from sitegen.model.document import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    Media,
    Paragraph,
    Section,
    Text,
)
from sitegen.model.network import Edition, Network
from sitegen.model.sections import OWN_PREFIX, QUESTIONS
from sitegen.structs import Struct, replace

MOST_ON_COVER = 4
"""So many municipalities are named on the cover; of more the region's name stands there."""

LISTED_IN = {"get": "distributors", "use": "venues"}
TICKET = "ticket"
PLAIN = "fi-simple"


class Addresses(Struct, frozen=True):
    """Whole addresses for a document: the region's without a year, and those of links in texts."""

    home: str
    links: Links


Views = tuple[tuple[PartnerView, ...], tuple[PartnerView, ...]]
"""The views of distributors and of venues, as `compose.partners` makes them."""


class _Making(Struct, frozen=True):
    """What a brochure is made of."""

    network: Network
    edition: Edition
    lang: str
    addresses: Addresses
    sections: tuple[ComposedSection, ...]
    distributors: tuple[PartnerView, ...]
    venues: tuple[PartnerView, ...]


def brochure(
    texts: Texts,
    network: Network,
    edition: Edition,
    lang: str,
    addresses: Addresses,
    *,
    accent: tuple[tuple[str, str], ...] = (),
    municipality: str | None = None,
    large_print: bool = False,
    views: Views | None = None,
    written: tuple[ComposedSection, ...] | None = None,
    on_paper: bool = True,
) -> Document:
    """The brochure of a region's edition in a language.

    `views` are the views of its distributors and venues where they are at hand already, `written` its
    sections with their links as written. Not `on_paper`: the
    tree of a page, which shows no code and brings no pictures of its own.

    `edition.facts.brochure.lists` decides on the lists: `full`; `municipality`: those of one municipality
    where its code is given, else short entries of all; `none`: the questions and the code only.
    """
    both = views or (distributor_views(edition, network, lang), venue_views(edition, network, lang))
    distributors, venues = (_of(some, municipality, network, lang) for some in both)
    listed = edition.facts.brochure.lists != "none"
    here = {view.anchor for view in (*distributors, *venues)} if listed else set()
    here |= {slug for slug, views in (("distributors", distributors), ("venues", venues)) if views and listed}
    if written is None:
        written = sections(texts, network, edition, lang, AS_WRITTEN)
    found = [one for one in written if _is_for(one, lang)]
    links = _links(addresses.links, here | {one.name for one in found})
    parts = tuple(resolved(one, links) for one in found)
    making = _Making(network, edition, lang, addresses, parts, distributors, venues)
    short = edition.facts.brochure.lists == "municipality" and municipality is None
    children = (
        _cover(making, municipality),
        _questions(making, listed),
        *_how(making),
        *_more(making),
        *_own(making),
        *(_lists(making, short) if listed else ()),
        back(network, edition, lang, addresses.home),
    )
    media = (*shown_media(children, edition), *qr_code(addresses.home)) if on_paper else ()
    return _document(making, tuple(children), accent, media, large_print)


def _document(
    making: _Making,
    children: tuple[Block, ...],
    accent: tuple[tuple[str, str], ...],
    media: tuple[Media, ...],
    large_print: bool,
) -> Document:
    message = words(making.lang)
    forms = region_forms(making.edition, making.lang)
    year = str(making.edition.year)
    return Document(
        kind="brochure",
        lang=making.lang,
        direction=language(making.lang).direction,
        title=message.get("brochure.title", year=year, **forms),
        subject=message.get("brochure.subject"),
        author=owner_name(making.network, making.edition, making.lang),
        children=children,
        running=message.get("brochure.running", year=year, **forms),
        keywords=", ".join((message.get("card.name"), forms["region"], year)),
        accent=accent,
        media=media,
        large_print=large_print,
    )


# ------------------------------------------------------------------ parts


def _cover(making: _Making, municipality: str | None) -> Section:
    message = words(making.lang)
    blocks: list[Block] = [
        Heading(1, (Text(message.get("card.name")),)),
        Paragraph((Text(message.get("brochure.sub")),), role="sub"),
        Paragraph((*_places(making, municipality), Text(f" · {making.edition.year}")), role="year"),
    ]
    logo = _logo(making)
    return Section((*blocks, logo) if logo else tuple(blocks), role="cover")


def _places(making: _Making, municipality: str | None) -> Iterator[Text]:
    """The municipalities in the order of their names, or the region where they are many."""
    register, lang = making.network.register, making.lang
    codes = [municipality] if municipality else list(making.edition.region.municipalities)
    names = sorted((register.name(code, lang) for code in codes), key=lambda name: sort_key(name, lang))
    if len(names) > MOST_ON_COVER:
        names = [region_forms(making.edition, lang)["region"]]
    for place, name in enumerate(names):
        if place:
            yield Text(words(lang).get("list.separator"))
        yield Text(name, name=True)


def _logo(making: _Making) -> Figure | None:
    region = making.edition.region
    file = next((one for one in making.edition.media if one.name == region.logo), None)
    if file is None:
        return None
    text = (
        None if file.description.decorative else choose(file.description.alt, making.lang, region.languages)
    )
    foreign = text.lang if text and text.is_fallback else None
    return Figure(file.name, text.value if text else "", alt_lang=foreign, role="logo")


def _questions(making: _Making, listed: bool) -> Section:
    title = Heading(2, (Text(words(making.lang).get("brochure.questions")),))
    asked = [one for one in making.sections if one.name in QUESTIONS]
    parts = [_question(making, one, listed) for one in asked]
    return Section(
        (
            title,
            *notes(
                making.network,
                making.edition,
                making.lang,
                making.sections,
                (*making.distributors, *making.venues),
            ),
            *parts,
        ),
        role="questions",
        tile="card",
        id="questions",
    )


def _question(making: _Making, one: ComposedSection, listed: bool) -> Section:
    """A question with its short answer; what more there is to say follows in `how` and `more`."""
    lead = one.lead or one.blocks
    blocks = _with_place(shift_headings(lead, 1), tuple(_where_listed(making, one.name, listed)), making.lang)
    return Section((_title(one, 3), *blocks), role="question", id=one.name)


def _with_place(answer: tuple[Block, ...], place: tuple[Inline, ...], lang: str) -> tuple[Block, ...]:
    """The place of the list ends the answer, but one in another language or in lines of plain language."""
    match answer:
        case _ if not place:
            return answer
        case (*before, Paragraph(lang=None) as last) if lang != PLAIN:
            return (*before, replace(last, children=(*last.children, Text(" "), *place)))
        case _:
            return (*answer, Paragraph(place))


def _where_listed(making: _Making, name: str, listed: bool) -> Iterator[Inline]:
    """Where the list is that completes the answer: in this document or on the web."""
    slug = LISTED_IN.get(name)
    if slug is None:
        return
    message = words(making.lang)
    title = Text(message.get(f"brochure.{slug}"))
    here = listed and (making.distributors if slug == "distributors" else making.venues)
    href = f"#{slug}" if here else making.addresses.links.href("page", slug)
    if href:
        yield Text(message.get("brochure.see" if here else "brochure.on-web"))
        yield Link(title, href)


def _how(making: _Making) -> Iterator[Section]:
    """The rest of how to get a ticket, then the shorter sections."""
    blocks: list[Block] = []
    for one in making.sections:
        if one.name == TICKET:
            blocks += _steps(one.rest if one.lead else ())
        elif one.name not in QUESTIONS and not one.name.startswith(OWN_PREFIX):
            blocks += [_title(one, 3, anchored=True), *_along(one)]
    if blocks:
        title = Heading(2, (Text(words(making.lang).get("brochure.how")),))
        yield Section((title, *blocks), role="how", tile="book", id="how")


def _steps(blocks: Iterable[Block]) -> Iterator[Block]:
    """The first numbered list is the way to a ticket, step by step."""
    found = False
    for block in blocks:
        if isinstance(block, List) and block.ordered and not found:
            found = True
            yield replace(block, role="steps")
        else:
            yield block


def _along(one: ComposedSection) -> tuple[Block, ...]:
    return shift_headings(one.blocks, 1)


def _more(making: _Making) -> Iterator[Section]:
    """The rest of the answers, each under its question."""
    blocks: list[Block] = []
    for one in making.sections:
        if one.name in QUESTIONS and one.name != TICKET and one.lead and one.rest:
            blocks += [_title(one, 3), *shift_headings(one.rest, 1)]
    if blocks:
        title = Heading(2, (Text(words(making.lang).get("brochure.more")),))
        yield Section((title, *blocks), role="text", tile="card", id="more")


def _own(making: _Making) -> Iterator[Section]:
    """The region's further sections."""
    for one in making.sections:
        if one.name.startswith(OWN_PREFIX):
            yield Section((_title(one, 2), *one.blocks), role="own", id=one.name)


def _lists(making: _Making, short: bool) -> Iterator[Section]:
    for name, views in (("distributors", making.distributors), ("venues", making.venues)):
        groups = grouped(views, making.edition, making.network, making.lang)
        found = list_section(name, groups, making.lang, short=short)
        if found is not None:
            yield found


def _title(one: ComposedSection, level: int, *, anchored: bool = False) -> Heading:
    title = replace(one.title, lang=None)
    return Heading(level, (title,), id=one.name if anchored else "", lang=one.title.lang)


# ------------------------------------------------------------------ what belongs


def _is_for(one: ComposedSection, lang: str) -> bool:
    """A plain-language brochure is short: beyond the questions it has only what is written in it."""
    return lang != PLAIN or one.name in QUESTIONS or not one.is_fallback


def _of(
    views: tuple[PartnerView, ...], municipality: str | None, network: Network, lang: str
) -> tuple[PartnerView, ...]:
    """The partners of a municipality: those that stand there or serve it; all where none is given."""
    if municipality is None:
        return views
    name = network.register.name(municipality, lang)
    return tuple(view for view in views if view.municipality in (None, municipality) or name in view.covers)


def _links(outside: Links, here: set[str]) -> Links:
    """Links to sections, partners and lists lead to their place in the document where it has them."""

    def href(kind: str, name: str) -> str | None:
        places = {
            "section": (name,),
            "page": (name,) if name in LISTED_IN.values() else (),
            "partner": (anchor("venue", name), anchor("distributor", name)),
        }.get(kind, ())
        found = next((place for place in places if place in here), None)
        return f"#{found}" if found else outside.href(kind, name)

    return Links(href)
