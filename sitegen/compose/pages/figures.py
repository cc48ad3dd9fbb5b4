"""The network in figures: the national series, and what the regions' own figures add up to.

Nothing is added up but what regions show themselves, so that a sum tells no more than they do: of a region
whose figure is held back the sum says that it is at least so much.
"""

from collections.abc import Iterable, Sequence

from sitegen.compose.figures import Chart, SourceLine, charts, figure_words
from sitegen.compose.pages.context import Context
from sitegen.compose.pages.footer import partial_day
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.statistics import chart_words
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.compose.pages.words import said, words
from sitegen.languages.formats import number
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Text
from sitegen.model.edition import FIGURE_KINDS, Statistic
from sitegen.model.network import Edition
from sitegen.model.suppression import ALL, Seen, seen_figures
from sitegen.structs import Struct, replace

TEMPLATE = "figures.html"


class RegionRow(Struct, frozen=True):
    """A region with its figure; the link leads to its own page of figures."""

    link: PageLink
    value: str
    width: int


class RegionTable(Struct, frozen=True):
    """What is counted in a year, region by region, and the sum of what several show (one: empty)."""

    anchor: str
    title: str
    rows: tuple[RegionRow, ...]
    sum: str


class FiguresView(Struct, frozen=True):
    """The page. `regions` and `examples`: tables of real regions and of invented ones."""

    frame: Frame
    lead: Text
    charts: tuple[Chart, ...]
    remark: Text | None
    regions: tuple[RegionTable, ...]
    examples: tuple[RegionTable, ...]


def view(context: Context) -> FiguresView:
    """The view; the context has no edition."""
    network = context.network
    smallest = network.smallest_figure(network.site.edition)
    shown = [one for one in network.published if one.figures]
    return FiguresView(
        frame=frame(
            context,
            said(context, "nav.national.figures"),
            context.messages.get("figures.description"),
            own_words=(
                *chart_words(context),
                *words(
                    context,
                    "figures.regions",
                    "figures.regions-text",
                    "figures.region",
                    "figures.sum",
                    "figures.examples",
                    "figures.examples-text",
                ),
            ),
        ),
        lead=said(context, "statistics.lead", smallest=str(smallest)),
        charts=_series(context, smallest),
        remark=said(context, "figures.remark") if _has_gaps(context) else None,
        regions=_tables(context, [one for one in shown if not one.region.invented], "regions"),
        examples=_tables(context, [one for one in shown if one.region.invented], "examples"),
    )


def _series(context: Context, smallest: int) -> tuple[Chart, ...]:
    """The national series; all of it has one source."""
    file = context.network.figures
    if file is None:
        return ()
    source = file.source
    line = SourceLine(
        source=context.choose(source.title) or (Text(source.url) if source.url else None),
        href=source.url or "",
        date=partial_day(source.date, context.lang) if source.date else None,
    )
    found = charts(file.figures, smallest, context.lang, context.choose)
    return tuple(replace(one, sources=(*one.sources, line)) for one in found)


def _has_gaps(context: Context) -> bool:
    """Whether groups are given for some years of the series only."""
    file = context.network.figures
    uses = [one for one in file.figures if one.what == "uses"] if file else []
    grouped = {one.year for one in uses if (one.group or ALL) != ALL}
    return bool(grouped) and bool({one.year for one in uses} - grouped)


# ------------------------------------------------------------------ regions


class _Own(Struct, frozen=True):
    """A region's figure of a year as it shows it; `exact`: nothing of it is held back."""

    edition: Edition
    value: int
    seen: Seen
    exact: bool


def _tables(context: Context, editions: Sequence[Edition], name: str) -> tuple[RegionTable, ...]:
    """For each thing counted the newest year of which any region tells."""
    made = []
    for kind in FIGURE_KINDS:
        years = {one.year for edition in editions for one in _yearly(edition, kind)}
        if years:
            made.append(_table(context, editions, name, kind, max(years)))
    return tuple(made)


def _table(context: Context, editions: Sequence[Edition], name: str, kind: str, year: int) -> RegionTable:
    smallest = context.network.smallest_figure(context.network.site.edition)
    found = [own for edition in editions if (own := _own(edition, kind, year, smallest))]
    found.sort(key=lambda own: sort_key(_name(context, own.edition).value, context.lang))
    widest = max((own.value for own in found), default=0) or 1
    what = context.messages.get(f"figure.{kind}")
    rows = tuple(
        RegionRow(
            _link(context, own.edition),
            _at_least(context, own.value)
            if own.seen is Seen.NUMBER and not own.exact
            else figure_words(own.value, own.seen, smallest, context.messages),
            max(1, round(100 * own.value / widest)) if own.value else 0,
        )
        for own in found
    )
    total = sum(own.value for own in found)
    words = number(total, context.lang) if all(own.exact for own in found) else _at_least(context, total)
    return RegionTable(
        anchor=f"{name}-{kind}",
        title=context.messages.get("figures.in-year", what=what, year=str(year)),
        rows=rows,
        sum=words if len(found) > 1 else "",
    )


def _own(edition: Edition, kind: str, year: int, smallest: int) -> _Own | None:
    """The total that a region gives, else the sum of the groups that it shows."""
    seen = dict(zip(map(id, edition.figures), seen_figures(edition.figures, smallest), strict=True))
    figures = [one for one in _yearly(edition, kind) if one.year == year]
    total = next((one for one in figures if (one.group or ALL) == ALL), None)
    if total is not None:
        told = seen[id(total)]
        exact = told is Seen.NUMBER and not total.about
        return _Own(edition, (total.value or 0) if told is Seen.NUMBER else 0, told, exact)
    shown = [one for one in figures if seen[id(one)] is Seen.NUMBER]
    if not figures:
        return None
    value = sum(one.value or 0 for one in shown)
    exact = len(shown) == len(figures) and not any(one.about for one in shown)
    return _Own(edition, value, Seen.NUMBER if shown else Seen.HIDDEN, exact)


def _yearly(edition: Edition, kind: str) -> Iterable[Statistic]:
    return (one for one in edition.figures if one.what == kind and one.total_since is None)


def _at_least(context: Context, value: int) -> str:
    return context.messages.get("figures.at-least", value=number(value, context.lang))


def _link(context: Context, edition: Edition) -> PageLink:
    href = context.links.href(edition.region_id, context.lang, "statistics") or ""
    return PageLink(_name(context, edition), href)


def _name(context: Context, edition: Edition) -> Text:
    return context.choose(edition.region.name) or Text(edition.region_id)
