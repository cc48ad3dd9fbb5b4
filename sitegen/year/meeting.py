"""Papers of the yearly feedback meeting (point 10): its agenda, and a memo ready to be written in.

The memo names the partners, with room for who came and what they say; nobody's name is filled in.
"""

from collections.abc import Iterable

from sitegen.compose.shown import best
from sitegen.languages.formats import date_short, number
from sitegen.languages.messages import PAGES, catalogue
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Block, Cell, Document, Fact, Facts, Inline, List, Row, Table, Text
from sitegen.model.edition import FIGURE_GROUPS, FIGURE_KINDS, Event, Statistic
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Partner
from sitegen.year.commitment import BLANK
from sitegen.year.deliveries import own_language
from sitegen.year.events import event_facts
from sitegen.year.letters.parts import Source, heading, items, letter_document, plain, regards
from sitegen.year.letters.recipients import spoken

POINTS = ("opening", "figures", "venues", "distributors", "kaikukeskus", "next", "agree")
"""The points of the agenda and the memo, in their order."""

COLUMNS = ("year", "value", "as-of")

ROOM = 6
"""Empty rows of a table that is filled in at the meeting."""


def paper_languages(edition: Edition) -> tuple[str, ...]:
    """The languages of the papers: the region's official ones, its own first language where it names none."""
    found = (spoken(lang) for lang in edition.region.official_languages)
    return tuple(dict.fromkeys(lang for lang in found if lang)) or (own_language(edition),)


def agenda(event: Event, source: Source, lang: str) -> Document:
    """What the meeting talks about, with this year's figures and the questions of the checklist."""
    say, forms = source.say(lang), source.forms(lang)
    blocks: list[Block] = [event_facts(event, source.edition, say)]
    for point in POINTS:
        blocks += [_point(point, source, lang), *_asked(point, source, lang)]
        if point == "figures":
            blocks += _figures(source, lang)
    blocks += regards(source, lang)
    return letter_document(tuple(blocks), say.get("meeting.agenda-title", **forms), source, lang)


def memo(event: Event, source: Source, lang: str) -> Document:
    """What was said: the agenda's points with room to write, tables by partner."""
    say, forms, edition = source.say(lang), source.forms(lang), source.edition
    distributors, venues = (
        _names(found, edition, lang) for found in (edition.listed_distributors, edition.listed_venues)
    )
    invited = (*distributors, *venues, say.get("meeting.from-kaikukeskus"))
    tables: dict[str, Table] = {
        "opening": _table("here", invited, source, lang),
        "venues": _table("venues", venues, source, lang),
        "distributors": _table("distributors", distributors, source, lang),
        "agree": _table("agree", ("",) * ROOM, source, lang),
    }
    blocks: list[Block] = [event_facts(event, edition, say), _written(source, lang)]
    for point in POINTS:
        blocks += [_point(point, source, lang), *_asked(point, source, lang)]
        blocks += _figures(source, lang) if point == "figures" else ()
        blocks.append(tables[point] if point in tables else plain(say.get("meeting.write")))
    blocks.append(plain(say.get("meeting.sent")))
    return letter_document(tuple(blocks), say.get("meeting.memo-title", **forms), source, lang)


def _point(point: str, source: Source, lang: str) -> Block:
    title = source.say(lang).get(f"meeting.{point}", **source.forms(lang))
    return heading(f"{POINTS.index(point) + 1}. {title}")


def _asked(point: str, source: Source, lang: str) -> tuple[List, ...]:
    """The questions of a point: the checklist's own are on sold-out events and the ceiling of 3 per cent."""
    say = source.say(lang)
    found = [say.get(key) for number in range(1, 5) if say.has(key := f"meeting.{point}.{number}")]
    return (items(found),) if found else ()


def _written(source: Source, lang: str) -> Facts:
    say = source.say(lang)
    return Facts(
        tuple(Fact(Text(say.get(f"meeting.{key}")), ((Text(BLANK),),)) for key in ("chair", "secretary"))
    )


def _names(partners: Iterable[Partner], edition: Edition, lang: str) -> tuple[str, ...]:
    texts = (best(one.name, lang, edition.region.languages) for one in partners)
    return tuple(sorted((one.value for one in texts if one), key=lambda name: sort_key(name, lang)))


def _table(name: str, rows: Iterable[str], source: Source, lang: str) -> Table:
    """A table to write in: the first column is known, its other columns are empty."""
    say = source.say(lang)
    head = [say.get(key) for number in range(1, 5) if say.has(key := f"meeting.table.{name}.{number}")]
    empty = tuple(Cell((Text(BLANK),)) for _ in head[1:])
    return Table(
        head=(_head(head),),
        rows=tuple(Row((Cell((Text(row or BLANK, name=bool(row)),), "row"), *empty)) for row in rows),
        caption=(Text(say.get(f"meeting.table.{name}")),),
    )


def _figures(source: Source, lang: str) -> tuple[Block, ...]:
    """The newest year of each thing counted, small figures as `under 5`; a sentence where there are none."""
    say, shown = source.say(lang), newest(source.edition.figures)
    if not shown:
        return (plain(say.get("meeting.figures-none")),)
    pages = catalogue(PAGES, lang)
    head = [say.get("meeting.figures-what"), *(pages.get(f"statistics.{key}") for key in COLUMNS)]
    rows = tuple(_figure(one, source, lang) for one in shown)
    sources = dict.fromkeys(
        text.value for one in shown if (text := best(one.source, lang, source.edition.region.languages))
    )
    table = Table((_head(head),), rows, (Text(say.get("meeting.figures-caption", **source.forms(lang))),))
    return (table, *(plain(f"{pages.get('statistics.source')} {one}") for one in sources))


def _figure(one: Statistic, source: Source, lang: str) -> Row:
    pages = catalogue(PAGES, lang)
    what = pages.get(f"figure.{one.what}")
    if one.group not in (None, "all"):
        what = f"{what}: {pages.get(f'group.{one.group}').lower()}"
    day = date_short(one.as_of, lang) if one.as_of else BLANK
    values = (str(one.year), figure_text(one, source.network, lang), day)
    return Row((Cell((Text(what),), "row"), *(Cell((Text(value),)) for value in values)))


def newest(figures: tuple[Statistic, ...]) -> tuple[Statistic, ...]:
    """The figures of the newest year of each kind, in the order of the kinds and groups."""
    years: dict[str, int] = {}
    for one in figures:
        years[one.what] = max(one.year, years.get(one.what, 0))
    found = [one for one in figures if one.year == years[one.what]]
    return tuple(
        sorted(found, key=lambda one: (FIGURE_KINDS.index(one.what), FIGURE_GROUPS.index(one.group or "all")))
    )


def figure_text(one: Statistic, network: Network, lang: str) -> str:
    """A figure in words: one that is too small to be shown is `under 5` (rules: `figure_min`)."""
    pages = catalogue(PAGES, lang)
    if one.value is None:
        file = network.national(one.year).rules
        return pages.get("statistics.under", smallest=str(file.rules.figure_min if file else 5))
    shown = number(one.value, lang)
    return pages.get("statistics.about", value=shown) if one.about else shown


def _head(texts: Iterable[str]) -> Row:
    cells: list[Cell] = []
    for text in texts:
        inlines: tuple[Inline, ...] = (Text(text),)
        cells.append(Cell(inlines, "column"))
    return Row(tuple(cells))
