"""The frame of a page: head, languages, menu, crumbs, note, footer."""

from collections.abc import Iterable, Iterator

from sitegen.compose.pages.context import CHOICE, FRONT, NOT_FOUND, Context, Picture
from sitegen.compose.pages.footer import footer
from sitegen.compose.pages.linked_data import Node, page_data
from sitegen.compose.pages.links import language_row, own_pages
from sitegen.compose.pages.notice import notice
from sitegen.compose.pages.seen import Seen
from sitegen.compose.pages.view import Alternate, Frame, PageLink
from sitegen.compose.pages.words import Words, said, words
from sitegen.compose.section_words import region_forms
from sitegen.languages.table import language
from sitegen.model.document import Text
from sitegen.structs import replace

LONGEST_TITLE = 70
REGION_MENU = ("distributors", "venues", "how", "materials", "partners")
NATIONAL_MENU = (FRONT, "venues")
WITHOUT_LANGUAGE = (CHOICE, NOT_FOUND)
"""Pages for readers of every language: they have no versions to choose from."""

FONTS = {
    "latin": ("ahn-latin.woff2",),
    "arabic": ("ahn-latin.woff2", "region-arabic-400.woff2", "region-arabic-700.woff2"),
    "cyrillic": ("noto-sans-400.woff2", "noto-sans-700.woff2"),
}
"""What a page in a script needs in any case; asked for in its head, so that no line moves when it comes."""

PICTURE = "share.png"
"""What those see with whom a page is shared: the quilt, 1200 x 630."""

LOGO_HEIGHT = 48
"""Pixels: the height of the mark in the header."""

COMMON_WORDS = ("share.alt", "skip", "languages.label", "nav.label", "crumbs.label")
NOTHING_SEEN = Seen()


def frame(
    context: Context,
    heading: Text,
    description: str,
    *,
    own_words: Words = (),
    seen: Seen = NOTHING_SEEN,
    title: str = "",
    nodes: Iterable[Node] = (),
) -> Frame:
    """The frame of a page with this heading; `title` replaces the one made from the heading.

    `nodes` are what the page tells search engines besides itself.
    """
    row = language(context.lang)
    region = _region_name(context)
    title = title or page_title(context, heading.value)
    crumbs = _crumbs(context, heading)
    versions = _versions(context)
    return Frame(
        lang=context.lang,
        direction=row.direction,
        title=title,
        heading=heading,
        description=description,
        canonical=context.links.absolute(context.region_id, context.lang, context.slug),
        alternates=tuple(_alternates(context, versions)),
        og_locale=row.og_locale,
        og_others=_other_locales(context, versions),
        picture=context.links.public(PICTURE),
        data=_data(context, title, description, crumbs, nodes),
        site_name=context.messages.get("brand"),
        stylesheets=(context.links.asset("kaiku.css"), context.links.asset("accent.css")),
        fonts=tuple(context.links.asset(name) for name in FONTS[row.script]),
        icon=context.links.asset("mark.svg"),
        icons=(context.links.asset("favicon.ico"), context.links.asset("touch-icon.png")),
        home=context.here(FRONT) or "",
        brand=said(context, "brand"),
        region=region,
        logo=_logo(context),
        languages=() if context.slug in WITHOUT_LANGUAGE else language_row(context),
        nav=() if context.slug == CHOICE else _menu(context),
        crumbs=crumbs,
        notice=notice(context, seen),
        footer=footer(context),
        words=(*words(context, *COMMON_WORDS), *own_words),
    )


def page_title(context: Context, heading: str) -> str:
    """What the page is first, then where (BAR A04); without the place where that would be too long."""
    if context.edition:
        full = context.messages.get(
            "title.region", page=heading, **region_forms(context.edition, context.lang)
        )
    else:
        full = context.messages.get("title.national", page=heading)
    return full if len(full) <= LONGEST_TITLE else heading[:LONGEST_TITLE]


def _data(
    context: Context, title: str, description: str, crumbs: tuple[PageLink, ...], nodes: Iterable[Node]
) -> str:
    """Nothing for pages that are of no language: search engines have the others."""
    if context.slug in WITHOUT_LANGUAGE:
        return ""
    slugs = (FRONT, context.slug)
    steps = tuple(
        (link.text.value, context.links.absolute(context.region_id, context.lang, slug))
        for link, slug in zip(crumbs, slugs, strict=False)
    )
    return page_data(context, title, description, steps, nodes)


def _versions(context: Context) -> tuple[str, ...]:
    """The languages in which there is this page."""
    region, slug = context.region_id, context.slug
    return tuple(lang for lang in context.languages if context.links.href(region, lang, slug) is not None)


def _other_locales(context: Context, versions: tuple[str, ...]) -> tuple[str, ...]:
    """The locales of the same page in other languages, for those who share it."""
    own = language(context.lang).og_locale
    found = (language(lang).og_locale for lang in versions)
    return tuple(dict.fromkeys(one for one in found if one != own))


def _region_name(context: Context) -> Text:
    name = context.choose(context.edition.region.name) if context.edition else None
    return name or said(context, "tagline")


def _logo(context: Context) -> Picture | None:
    """The region's logo, as high as it is shown; the name stands beside it, so it says nothing of its own."""
    name = context.edition.region.logo if context.edition else None
    file = next((one for one in context.media if one.name == name), None)
    if file is None or not file.height:
        return file
    return replace(file, width=round(file.width * LOGO_HEIGHT / file.height), height=LOGO_HEIGHT)


def _menu(context: Context) -> tuple[PageLink, ...]:
    if context.edition:
        return own_pages(context, *REGION_MENU)
    fronts = [link for link in (_national(context, slug) for slug in NATIONAL_MENU) if link]
    return tuple(fronts)


def _national(context: Context, slug: str) -> PageLink | None:
    href = context.links.href(None, context.lang, slug)
    if href is None:
        return None
    return PageLink(said(context, f"nav.national.{slug}"), href, current=slug == context.slug)


def _crumbs(context: Context, heading: Text) -> tuple[PageLink, ...]:
    front = context.here(FRONT)
    if context.slug == FRONT or front is None:
        return ()
    key = "front.heading" if context.edition else "nav.national.front"
    forms = region_forms(context.edition, context.lang) if context.edition else {}
    return (PageLink(said(context, key, **forms), front), PageLink(heading, "", current=True))


def _alternates(context: Context, versions: tuple[str, ...]) -> Iterator[Alternate]:
    """This page in each language that search engines know, and the one for everybody else (BAR G2)."""
    region, slug = context.region_id, context.slug
    if language(context.lang).hreflang is None:
        return
    known = [
        (hreflang, context.links.absolute(region, lang, slug))
        for lang in versions
        if (hreflang := language(lang).hreflang)
    ]
    if len(known) < 2:
        return
    yield from (Alternate(hreflang, href) for hreflang, href in known)
    everybody = context.links.absolute(region, None, CHOICE) if slug == FRONT else known[0][1]
    yield Alternate("x-default", everybody)
