"""Figures as tables with bars: on pages and the sheet for the feedback meeting (BAR A34, C15).

A table is the data and the text alternative of its chart; the bars in its cells only repeat the numbers.
Which figures are held back is found in `model/suppression.py`.
"""

from collections.abc import Callable, Iterator, Sequence

from sitegen.compose.pages.footer import partial_day
from sitegen.compose.pages.view import Dated
from sitegen.languages.formats import date_short, number
from sitegen.languages.messages import PAGES, Catalogue, catalogue
from sitegen.model.document import Text
from sitegen.model.edition import FIGURE_GROUPS, FIGURE_KINDS, Statistic
from sitegen.model.suppression import ALL, Seen, seen_figures
from sitegen.model.text import Localised
from sitegen.structs import Struct

WIDEST = 100


class Figure(Struct, frozen=True):
    """A row: year, group where there is one, the number in words, the width of its bar (0-100)."""

    year: str
    group: str
    value: str
    as_of: Dated | None
    width: int


class SourceLine(Struct, frozen=True):
    """Where figures come from, its address and date, and since when they add up."""

    source: Text | None
    since: Dated | None = None
    href: str = ""
    date: Dated | None = None


class Chart(Struct, frozen=True):
    """Figures of one kind. `grouped` and `dated`: whether it has columns for groups and days."""

    anchor: str
    title: str
    grouped: bool
    dated: bool
    figures: tuple[Figure, ...]
    sources: tuple[SourceLine, ...]


def charts(
    figures: Sequence[Statistic], smallest: int, lang: str, choose: Callable[[Localised | None], Text | None]
) -> tuple[Chart, ...]:
    """A chart for each thing counted, its totals and its groups apart, running totals apart from years.

    `smallest` is the smallest figure that is shown; `choose` gives a source's words for the reader.
    """
    seen = dict(zip(map(id, figures), seen_figures(figures, smallest), strict=True))
    messages = catalogue(PAGES, lang)
    made = []
    for kind in FIGURE_KINDS:
        own = [one for one in figures if one.what == kind]
        for since in sorted({one.total_since for one in own}, key=lambda one: one or ""):
            rows = [one for one in own if one.total_since == since]
            for grouped in (False, True):
                part = sorted((one for one in rows if _is_grouped(one) == grouped), key=_order)
                if part:
                    sources = _sources(part, lang, choose)
                    title = _title(kind, since, messages, apart=grouped and len(part) < len(rows))
                    anchor = "-".join(filter(None, ("figures", kind, since, "groups" if grouped else "")))
                    shown = tuple(_figure(one, seen[id(one)], smallest, part, messages) for one in part)
                    dated = any(one.as_of for one in shown)
                    made.append(Chart(anchor, title, grouped, dated, shown, sources))
    return tuple(made)


def _is_grouped(figure: Statistic) -> bool:
    return (figure.group or ALL) != ALL


def _order(figure: Statistic) -> tuple[int, int]:
    return figure.year, FIGURE_GROUPS.index(figure.group or ALL)


def _title(kind: str, since: str | None, messages: Catalogue, *, apart: bool) -> str:
    title = messages.get(f"figure.{kind}")
    if apart:
        title = messages.get("statistics.by-group", what=title)
    if since:
        title = messages.get("statistics.running", what=title, since=partial_day(since, messages.lang).text)
    return title


def _sources(
    figures: Sequence[Statistic], lang: str, choose: Callable[[Localised | None], Text | None]
) -> tuple[SourceLine, ...]:
    lines = (SourceLine(choose(one.source), _since(one, lang)) for one in figures)
    return tuple(dict.fromkeys(line for line in lines if line.source or line.since))


def _since(figure: Statistic, lang: str) -> Dated | None:
    return partial_day(figure.total_since, lang) if figure.total_since else None


def _figure(
    figure: Statistic, seen: Seen, smallest: int, chart: Sequence[Statistic], messages: Catalogue
) -> Figure:
    widest = max((one.value or 0 for one in chart), default=0) or 1
    value = figure.value if seen is Seen.NUMBER else None
    day = figure.as_of
    return Figure(
        year=str(figure.year),
        group=messages.get(f"group.{figure.group or ALL}"),
        value=figure_words(value, seen, smallest, messages, about=bool(figure.about)),
        as_of=Dated(day.isoformat(), date_short(day, messages.lang)) if day else None,
        width=max(1, round(WIDEST * value / widest)) if value else 0,
    )


def figure_words(
    value: int | None, seen: Seen, smallest: int, messages: Catalogue, *, about: bool = False
) -> str:
    """A figure as it is shown: its number, "under 5", or that it is not shown."""
    if seen is Seen.UNDER:
        return messages.get("statistics.under", smallest=str(smallest))
    if seen is Seen.HIDDEN or value is None:
        return messages.get("statistics.hidden")
    shown = number(value, messages.lang)
    return messages.get("statistics.about", value=shown) if about else shown


def all_sources(found: Sequence[Chart]) -> Iterator[Text]:
    """The words of all sources."""
    return (line.source for chart in found for line in chart.sources if line.source)
