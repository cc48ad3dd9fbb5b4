"""The venues of all regions, by municipality."""

from collections import Counter
from collections.abc import Iterator

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.coverage import CoverageView, coverage, coverage_words
from sitegen.compose.pages.finder import FinderView, finder
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.municipalities import first_letter
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import counted, said, words
from sitegen.compose.partners import anchor
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Text
from sitegen.model.network import Edition
from sitegen.model.partner import Venue
from sitegen.structs import Struct, replace

TEMPLATE = "national-venues.html"


class TownView(Struct, frozen=True):
    """A municipality's venues as links to their cards; the heading leads to its place in its region."""

    anchor: str
    link: PageLink
    count: str
    venues: tuple[PageLink, ...]


class NationalVenuesView(Struct, frozen=True):
    """The national list."""

    frame: Frame
    lead: Text
    count: str
    letters: tuple[PageLink, ...]
    towns: tuple[TownView, ...]
    finder: FinderView | None
    coverage: CoverageView


def view(context: Context) -> NationalVenuesView:
    """The view; the context has no edition."""
    found = _told_apart([one for edition in context.network.published for one in _towns(context, edition)])
    towns = sorted(found, key=lambda one: sort_key(one.link.text.value, context.lang))
    total = sum(len(town.venues) for town in towns)
    return NationalVenuesView(
        frame=frame(
            context,
            said(context, "nav.national.venues"),
            context.messages.get("national-venues.description"),
            own_words=(*words(context, "list.places"), *coverage_words(context)),
        ),
        lead=said(context, "national-venues.lead"),
        count=counted(context, "count.venues", total),
        letters=tuple(_letters(context, towns)),
        towns=tuple(towns),
        finder=finder(context, context.network.published),
        coverage=coverage(context),
    )


def _told_apart(towns: list[TownView]) -> list[TownView]:
    """Names that stand in more than one municipality get it after them (BAR A12)."""
    counts = Counter(link.text.value for town in towns for link in town.venues)

    def named(link: PageLink, town: TownView) -> PageLink:
        if counts[link.text.value] == 1:
            return link
        value = f"{link.text.value}, {town.link.text.value}"
        return replace(link, text=replace(link.text, value=value))

    return [replace(town, venues=tuple(named(link, town) for link in town.venues)) for town in towns]


def _letters(context: Context, towns: list[TownView]) -> Iterator[PageLink]:
    """A link for each letter, to the first municipality under it."""
    seen: set[str] = set()
    for town in towns:
        letter = first_letter(town.link.text.value, context.lang)
        if letter not in seen:
            seen.add(letter)
            yield PageLink(Text(letter), f"#{town.anchor}")


def _towns(context: Context, edition: Edition) -> Iterator[TownView]:
    page = context.links.href(edition.region_id, context.lang, "venues")
    if page is None:
        return
    only = edition.region.municipalities[0]
    towns: dict[str, list[Venue]] = {}
    for venue in edition.listed_venues:
        towns.setdefault(venue.municipality or only, []).append(venue)
    for code, venues in towns.items():
        yield _town(context, edition, page, code, venues)


def _town(context: Context, edition: Edition, page: str, code: str, venues: list[Venue]) -> TownView:
    name = Text(context.network.register.name(code, context.lang), name=True)
    inside = code in edition.region.municipalities
    place = f"m-{code}"
    named = [(context.choose(venue.name) or Text(venue.id), venue.id) for venue in venues]
    named.sort(key=lambda pair: sort_key(pair[0].value, context.lang))
    return TownView(
        anchor=f"{edition.region_id}-{place}",
        link=PageLink(name, f"{page}#{place if inside else 'm-outside'}"),
        count=counted(context, "count.venues", len(venues)),
        venues=tuple(PageLink(text, f"{page}#{anchor('venue', own)}") for text, own in named),
    )
