"""The kinds of pages. A new kind is a function, a row here and a template."""

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.compose.pages import (
    brochure,
    choice,
    contacts,
    distributors,
    figures,
    front,
    how,
    materials,
    national,
    national_venues,
    news,
    not_found,
    partners,
    statistics,
    text_page,
    venues,
)
from sitegen.compose.pages.context import CHOICE, FRONT, NOT_FOUND, Context
from sitegen.structs import Struct


class PageKind(Struct, frozen=True):
    """How a page is made: the view from its context, and the template that writes the view."""

    view: Callable[[Context], Any]
    template: str


REGION_PAGES: Mapping[str, PageKind] = {
    FRONT: PageKind(front.view, front.TEMPLATE),
    "distributors": PageKind(distributors.view, distributors.TEMPLATE),
    "venues": PageKind(venues.view, venues.TEMPLATE),
    "how": PageKind(how.view, how.TEMPLATE),
    "materials": PageKind(materials.view, materials.TEMPLATE),
    "brochure": PageKind(brochure.view, brochure.TEMPLATE),
    "partners": PageKind(partners.view, partners.TEMPLATE),
    "statistics": PageKind(statistics.view, statistics.TEMPLATE),
    "news": PageKind(news.view, news.TEMPLATE),
    "contacts": PageKind(contacts.view, contacts.TEMPLATE),
    "statement": PageKind(text_page.statement, text_page.TEMPLATE),
    "privacy": PageKind(text_page.privacy, text_page.TEMPLATE),
    CHOICE: PageKind(choice.view, choice.TEMPLATE),
}
"""A region's pages by slug."""

NATIONAL_PAGES: Mapping[str, PageKind] = {
    FRONT: PageKind(national.view, national.TEMPLATE),
    "venues": PageKind(national_venues.view, national_venues.TEMPLATE),
    "figures": PageKind(figures.view, figures.TEMPLATE),
    "statement": PageKind(text_page.statement, text_page.TEMPLATE),
    "privacy": PageKind(text_page.privacy, text_page.TEMPLATE),
    CHOICE: PageKind(choice.view, choice.TEMPLATE),
    NOT_FOUND: PageKind(not_found.view, not_found.TEMPLATE),
}
"""The national pages by slug."""
