"""The region in figures: a table for each thing counted, its cells carrying the bars (BAR A34, C15)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.footer import partial_day
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Dated, Frame
from sitegen.compose.pages.words import said, words
from sitegen.compose.section_words import region_forms
from sitegen.languages.formats import date_short, number
from sitegen.model.document import Text
from sitegen.model.edition import FIGURE_GROUPS, FIGURE_KINDS, Statistic

TEMPLATE = "statistics.html"
WIDEST = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A row: year, group where there is one, the number in words and as the bar's width of 100."""

    year: str
    group: str
    value: str
    as_of: Dated | None
    width: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where figures come from, and since when they add up."""

    source: Text | None
    since: Dated | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one kind."""

    anchor: str
    title: str
    grouped: bool
    figures: tuple[Figure, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The page of figures."""

    frame: Frame
    lead: Text
    charts: tuple[Chart, ...]


def view(context: Context) -> StatisticsView:
    """The view; the context has an edition with figures."""
    edition = context.edition
    assert edition is not None
    charts = tuple(_charts(context, edition.figures))
    smallest = edition_smallest(context)
    return StatisticsView(
        frame=frame(
            context,
            said(context, "nav.statistics"),
            context.messages.get("statistics.description", **region_forms(edition, context.lang)),
            own_words=words(
                context,
                "statistics.year",
                "statistics.group",
                "statistics.value",
                "statistics.source",
                "statistics.as-of",
                "statistics.since",
            ),
            seen=in_texts(*(line.source for chart in charts for line in chart.sources)),
        ),
        lead=said(context, "statistics.lead", smallest=str(smallest)),
        charts=charts,
    )


def edition_smallest(context: Context) -> int:
    """The smallest figure that is shown as it is (rules: `figure_min`)."""
    edition = context.edition
    file = context.network.national(edition.year).rules if edition and context.network.years else None
    return file.rules.figure_min if file else 5


def _charts(context: Context, figures: Iterable[Statistic]) -> Iterable[Chart]:
    for kind in FIGURE_KINDS:
        own = sorted((one for one in figures if one.what == kind), key=_order)
        if own:
            yield _chart(context, kind, own)


def _order(figure: Statistic) -> tuple[int, int]:
    return figure.year, FIGURE_GROUPS.index(figure.group or "all")


def _chart(context: Context, kind: str, figures: list[Statistic]) -> Chart:
    widest = max((one.value or 0 for one in figures), default=0) or 1
    lines = (
        SourceLine(
            context.choose(one.source),
            partial_day(one.total_since, context.lang) if one.total_since else None,
        )
        for one in figures
    )
    return Chart(
        anchor=f"figures-{kind}",
        title=context.messages.get(f"figure.{kind}"),
        grouped=any(one.group for one in figures),
        figures=tuple(_figure(context, one, widest) for one in figures),
        sources=tuple(dict.fromkeys(lines)),
    )


def _figure(context: Context, figure: Statistic, widest: int) -> Figure:
    if figure.value is None:
        shown = context.messages.get("statistics.under", smallest=str(edition_smallest(context)))
    else:
        shown = number(figure.value, context.lang)
        shown = context.messages.get("statistics.about", value=shown) if figure.about else shown
    return Figure(
        year=str(figure.year),
        group=context.messages.get(f"group.{figure.group or 'all'}"),
        value=shown,
        as_of=_as_of(figure, context.lang),
        width=max(1, round(WIDEST * (figure.value or 0) / widest)),
    )


def _as_of(figure: Statistic, lang: str) -> Dated | None:
    day = figure.as_of
    return Dated(day.isoformat(), date_short(day, lang)) if day else None
