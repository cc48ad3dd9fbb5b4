"""Papers of the yearly feedback meeting (point 10): its agenda, and a memo ready to be written in.

The memo names the partners, with room for who came and what they say; nobody's name is filled in.
"""

from collections.abc import Iterable

from sitegen.compose.shown import best
from sitegen.languages.messages import catalogue
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Block, Cell, Document, Fact, Facts, Inline, List, Row, Table, Text
from sitegen.model.edition import Event
from sitegen.model.network import Edition
from sitegen.model.partner import Partner
from sitegen.year.commitment import BLANK
from sitegen.year.deliveries import own_language
from sitegen.year.events import event_facts
from sitegen.year.letters.parts import Source, heading, items, letter_document, plain, regards
from sitegen.year.letters.recipients import spoken
from sitegen.year.statistics_sheet import figure_sources, figures_table

POINTS = ("opening", "figures", "venues", "distributors", "kaikukeskus", "next", "agree")
"""The points of the agenda and the memo, in their order."""

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
    """The region's figures as on their sheet (`sitegen statistics`); a sentence where there are none."""
    edition, papers = source.edition, catalogue("cli", lang)
    if not edition.figures:
        return (plain(source.say(lang).get("meeting.figures-none")),)
    smallest = source.network.smallest_figure(edition.year)
    below = " ".join(figure_sources(edition, papers))
    return (figures_table(edition.figures, smallest, papers), *((plain(below),) if below else ()))


def _head(texts: Iterable[str]) -> Row:
    cells: list[Cell] = []
    for text in texts:
        inlines: tuple[Inline, ...] = (Text(text),)
        cells.append(Cell(inlines, "column"))
    return Row(tuple(cells))
