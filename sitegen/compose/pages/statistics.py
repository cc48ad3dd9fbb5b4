"""The region in figures: a table for each thing counted, its cells carrying the bars (BAR A34, C15)."""

from sitegen.compose.figures import Chart, all_sources, charts
from sitegen.compose.pages.context import Context
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import Words, said, words
from sitegen.compose.section_words import region_forms
from sitegen.model.document import Text
from sitegen.structs import Struct

TEMPLATE = "statistics.html"


class StatisticsView(Struct, frozen=True):
    """The page of figures."""

    frame: Frame
    lead: Text
    charts: tuple[Chart, ...]
    national: PageLink | None


def view(context: Context) -> StatisticsView:
    """The view; the context has an edition with figures."""
    edition = context.edition
    assert edition is not None
    smallest = context.network.smallest_figure(edition.year)
    found = charts(edition.figures, smallest, context.lang, context.choose)
    national = context.links.href(None, context.lang, "figures")
    return StatisticsView(
        frame=frame(
            context,
            said(context, "nav.statistics"),
            context.messages.get("statistics.description", **region_forms(edition, context.lang)),
            own_words=chart_words(context),
            seen=in_texts(*all_sources(found)),
        ),
        lead=said(context, "statistics.lead", smallest=str(smallest)),
        charts=found,
        national=PageLink(said(context, "statistics.national"), national) if national else None,
    )


def chart_words(context: Context) -> Words:
    """The words that stand round charts."""
    names = ("year", "group", "value", "source", "as-of", "since")
    return words(context, *(f"statistics.{name}" for name in names))
