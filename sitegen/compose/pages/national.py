"""The national front page: find your region, by a field and by all municipalities."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.coverage import WORDS as COVERAGE_WORDS
from sitegen.compose.pages.coverage import CoverageView, coverage
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.icons import NATIONAL_QUILT
from sitegen.compose.pages.municipalities import Letter, by_letter, names
from sitegen.compose.pages.news import EventView, dates, file_link
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import counted, said, words
from sitegen.model.document import Text
from sitegen.structs import Struct

TEMPLATE = "national.html"


class NationalView(Struct, frozen=True):
    """The finder. `action` is the page itself, at the list of municipalities."""

    frame: Frame
    lead: Text
    quilt: tuple[tuple[str, ...], ...]
    action: str
    names: tuple[str, ...]
    count: str
    letters: tuple[Letter, ...]
    venues: PageLink | None
    joining: PageLink | None
    coverage: CoverageView
    dates: tuple[EventView, ...]
    calendar: PageLink | None


def view(context: Context) -> NationalView:
    """The view; the context has no edition."""
    letters = by_letter(context)
    heading = said(context, "national.heading")
    venues = context.links.href(None, context.lang, "venues")
    return NationalView(
        frame=frame(
            context,
            heading,
            context.messages.get("national.description"),
            own_words=words(
                context,
                *COVERAGE_WORDS,
                "national.find-label",
                "national.field",
                "national.button",
                "national.municipalities",
                "national.missing",
                "national.have-card",
                "news.events",
            ),
        ),
        lead=said(context, "national.lead"),
        quilt=NATIONAL_QUILT,
        action="#municipalities",
        names=names(context),
        count=counted(context, "count.municipalities", sum(len(one.municipalities) for one in letters)),
        letters=letters,
        venues=PageLink(said(context, "elsewhere.link"), venues) if venues else None,
        joining=_joining(context),
        coverage=coverage(context),
        dates=dates(context),
        calendar=file_link(context, "calendar.ics", "news.calendar"),
    )


def _joining(context: Context) -> PageLink | None:
    found = next((link for link in context.network.site.links if link.id == "joining"), None)
    text, href = (context.choose(found.text), context.choose(found.url)) if found else (None, None)
    return PageLink(text, href.value, hreflang=href.lang) if text and href else None
