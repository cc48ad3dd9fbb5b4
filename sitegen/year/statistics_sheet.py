"""A region's figures on one page for the feedback meeting (point 10)."""

from collections.abc import Iterator, Sequence

from sitegen.compose.figures import figure_words
from sitegen.compose.pages.footer import partial_day
from sitegen.compose.shown import best
from sitegen.languages.formats import date_short, date_text, number
from sitegen.languages.messages import PAGES, Catalogue, catalogue
from sitegen.languages.table import language
from sitegen.model.colour import tones
from sitegen.model.document import Block, Cell, Document, Heading, Paragraph, Row, Table, Text
from sitegen.model.edition import FIGURE_GROUPS, FIGURE_KINDS, Statistic
from sitegen.model.network import Edition, Network
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.model.suppression import ALL, seen_figures
from sitegen.project import package_root
from sitegen.render.html_inline import Writing
from sitegen.render.paper import paper_job
from sitegen.render.pdf_job import PdfJob, Sheet
from sitegen.render.print_html import PrintTheme
from sitegen.render.tree_html import write_blocks
from sitegen.structs import Struct
from sitegen.year.orders import region_name

MOST_YEARS = 4
"""So many of the newest years are shown: what fits on a page."""
NOTHING = "\N{EN DASH}"


class _Line(Struct, frozen=True):
    """What is counted, of which group, since when."""

    what: str
    since: str | None
    group: str


def statistics_sheet(edition: Edition, network: Network, say: Catalogue) -> Document:
    """The sheet in the catalogue's language; the edition has figures."""
    name = region_name(edition, say.lang)
    title = say.get("statistics.sheet.title", region=name)
    smallest = network.smallest_figure(edition.year)
    meeting = next((one for one in edition.facts.events if one.kind == "feedback-meeting"), None)
    lead = [say.get("statistics.sheet.lead", smallest=smallest)]
    if meeting is not None:
        lead.insert(0, say.get("statistics.sheet.meeting", day=date_text(meeting.date, say.lang)))
    children: list[Block] = [
        Heading(1, (Text(title),)),
        Paragraph((Text(" ".join(lead)),), role="lead"),
        figures_table(edition.figures, smallest, say),
    ]
    below = " ".join((*figure_sources(edition, say), _national(network, say))).strip()
    if below:
        children.append(Paragraph((Text(below),), role="small"))
    return Document(
        kind="letter",
        lang=say.lang,
        direction=language(say.lang).direction,
        title=title,
        subject=lead[0],
        author=name,
        children=tuple(children),
        running=title,
        accent=tuple(tones(edition.region.accent or DEFAULT_ACCENT).items()),
    )


def sheet_job(document: Document, theme: PrintTheme) -> PdfJob:
    """The sheet as a PDF job on A4."""
    body = write_blocks(document.children, Writing(document.lang, "print"))
    css = Sheet("statistics.css", (package_root() / "year" / "statistics.css").read_text("utf-8"))
    return paper_job(body, document.lang, document.title, css, theme)


def figures_table(figures: Sequence[Statistic], smallest: int, say: Catalogue) -> Table:
    """The figures by year; what is too small, or could be counted from others, is held back."""
    words = catalogue(PAGES, say.lang)
    years = sorted({one.year for one in figures})[-MOST_YEARS:]
    shown = {
        (_line(one), one.year): figure_words(one.value, seen, smallest, words, about=bool(one.about))
        for one, seen in zip(figures, seen_figures(figures, smallest), strict=True)
    }
    lines = sorted({line for line, year in shown if year in years}, key=_order)
    head = (
        Cell((Text(say.get("statistics.sheet.what")),), "column"),
        *(_count(str(one), "column") for one in years),
    )
    rows = (
        Row(
            (
                Cell((Text(_words(line, words)),), "row"),
                *(_count(shown.get((line, year), NOTHING)) for year in years),
            )
        )
        for line in lines
    )
    return Table((Row(head),), tuple(rows), caption=(Text(say.get("statistics.sheet.caption")),))


def _line(figure: Statistic) -> _Line:
    return _Line(figure.what, figure.total_since, figure.group or ALL)


def _order(line: _Line) -> tuple[int, str, int]:
    """The total of a thing before its groups."""
    groups = (ALL, *FIGURE_GROUPS)
    return FIGURE_KINDS.index(line.what), line.since or "", groups.index(line.group)


def _words(line: _Line, words: Catalogue) -> str:
    text = words.get(f"figure.{line.what}")
    if line.since:
        text = words.get("statistics.running", what=text, since=partial_day(line.since, words.lang).text)
    return text if line.group == ALL else f"{text}: {words.get(f'group.{line.group}').lower()}"


def _count(text: str, header: str = "") -> Cell:
    return Cell((Text(text, whole=True),), "column" if header else "", count=True)


def figure_sources(edition: Edition, say: Catalogue) -> Iterator[str]:
    """Each source with the newest day that its figures tell of."""
    days: dict[str, list[Statistic]] = {}
    for one in edition.figures:
        text = best(one.source, say.lang, edition.region.languages)
        if text is not None:
            days.setdefault(text.value, []).append(one)
    for source, figures in days.items():
        newest = max((one.as_of for one in figures if one.as_of), default=None)
        if newest is None:
            yield say.get("statistics.sheet.source", source=source)
        else:
            yield say.get("statistics.sheet.as-of", source=source, day=date_short(newest, say.lang))


def _national(network: Network, say: Catalogue) -> str:
    """The newest year of the national series, to compare with; empty where there is none."""
    file = network.figures
    totals = {
        (one.what, one.year): one.value
        for one in (file.figures if file else ())
        if one.value is not None and (one.group or ALL) == ALL
    }
    year = max((year for what, year in totals if what == "uses"), default=0)
    uses, cards = totals.get(("uses", year)), totals.get(("cards-taken-into-use", year))
    if file is None or uses is None or cards is None or file.source.date is None:
        return ""
    title = best(file.source.title, say.lang, ())
    return say.get(
        "statistics.sheet.national",
        year=year,
        uses=number(uses, say.lang),
        cards=number(cards, say.lang),
        source=title.value if title else file.source.url or "",
        date=partial_day(file.source.date, say.lang).text,
    )
