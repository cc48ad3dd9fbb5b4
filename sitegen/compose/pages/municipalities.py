"""All municipalities of the network for the national pages, by name and by letter."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from sitegen.compose.pages.context import FRONT, Context
from sitegen.compose.pages.footer import partial_day
from sitegen.compose.pages.view import Dated, PageLink
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Text
from sitegen.model.national import OtherMunicipality
from sitegen.structs import Struct

# Letters that Finnish and Swedish readers look for at the end of the alphabet; others under A and O.
_NORDIC = ("fi", "sv")
_OWN_LETTERS = "ÅÄÖ"


class MunicipalityView(Struct, frozen=True):
    """A municipality with the link to its region, or to its own page elsewhere and the date of knowing it."""

    name: Text
    link: PageLink | None
    region: Text | None
    dated: Dated | None = None


class Letter(Struct, frozen=True):
    """The municipalities under a letter."""

    letter: str
    municipalities: tuple[MunicipalityView, ...]


def by_letter(context: Context) -> tuple[Letter, ...]:
    """All municipalities that have a region here or are known to be in the network."""
    found = sorted(
        (*_of_regions(context), *others(context)), key=lambda one: sort_key(one.name.value, context.lang)
    )
    letters = groupby(found, key=lambda one: first_letter(one.name.value, context.lang))
    return tuple(Letter(letter, tuple(group)) for letter, group in letters)


def first_letter(name: str, lang: str) -> str:
    """The letter under which a reader of `lang` looks for a name."""
    letter = name[:1].upper()
    if lang.partition("-")[0] in _NORDIC and letter in _OWN_LETTERS:
        return letter
    return unicodedata.normalize("NFD", letter)[:1]


def names(context: Context) -> tuple[str, ...]:
    """The names alone, for the field's suggestions."""
    return tuple(one.name.value for letter in by_letter(context) for one in letter.municipalities)


def _of_regions(context: Context) -> Iterator[MunicipalityView]:
    for edition in context.network.published:
        href = context.links.href(edition.region_id, context.lang, FRONT)
        if href is None:
            continue
        region = context.choose(edition.region.name)
        for code in edition.region.municipalities:
            name = Text(context.network.register.name(code, context.lang), name=True)
            other = region if region and region.value != name.value else None
            yield MunicipalityView(name, PageLink(name, href), other)


def others(context: Context) -> Iterator[MunicipalityView]:
    """The municipalities of the network without a region here, each with its own page where one is known."""
    covered = {code for edition in context.network.published for code in edition.region.municipalities}
    for other in context.network.others:
        if other.municipality not in covered:
            yield _other(context, other)


def _other(context: Context, other: OtherMunicipality) -> MunicipalityView:
    name = Text(context.network.register.name(other.municipality, context.lang), name=True)
    page = context.choose(other.page)
    link = PageLink(name, page.value, hreflang=page.lang) if page else None
    dated = partial_day(other.date, context.lang) if other.date else None
    return MunicipalityView(name, link, None, dated)
