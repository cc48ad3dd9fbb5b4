"""Which sheets there are, and which record of which file each of their rows is."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from sitegen.exchange.columns import Column, columns_of
from sitegen.exchange.source import PARTNERS, Source, text_at
from sitegen.load.nodes import Mapping, Sequence
from sitegen.model.edition import Done, EditionFacts, Event
from sitegen.model.partner import Distributor, Partner, Venue
from sitegen.model.partner_parts import Materials
from sitegen.model.region import Coordinator, Region
from sitegen.structs import Struct, replace

FACTS, COORDINATORS, DISTRIBUTORS, VENUES = "facts", "coordinators", "distributors", "venues"
MATERIALS, DONE, EVENTS, INSTRUCTIONS, LISTS = "materials", "done", "events", "instructions", "lists"
LIST = "list"
"""The column of the sheet of materials that says which list the partner is in."""

OF_PARTNERS = (DISTRIBUTORS, VENUES, MATERIALS)
RECORDS: dict[str, type[Partner]] = {DISTRIBUTORS: Distributor, VENUES: Venue}
ELSEWHERE = frozenset({"materials"})
LISTED_ELSEWHERE = frozenset({"coordinators", "done", "events", "news"})
"""Fields with a sheet of their own; news is written in edition.yaml, where paragraphs have room."""

Identity = tuple[str, ...]


class Line(Struct, frozen=True):
    """A row: what it is found by again, the file and path of its record, and the record."""

    identity: Identity
    stem: str
    path: tuple[str | int, ...]
    entry: Mapping


class Table(Struct, frozen=True):
    """A sheet's rows and columns. `stem` and `field`: where a new row goes; `prefix` stands before its keys.

    `whole`: a row that is missing in the file was taken away. Partners never are: they answer that they stop.
    """

    sheet: str
    record: type
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    stem: str = ""
    field: str = ""
    prefix: str = ""
    whole: bool = False


def tables_of(source: Source, municipality: str | None = None) -> tuple[Table, ...]:
    """All tables of an edition; with a municipality's code only its partners and their materials."""
    of_partners = (
        *(_partners(source, stem, municipality) for stem in PARTNERS),
        _materials(source, municipality),
    )
    if municipality is not None:
        return of_partners
    return (
        *_facts(source),
        _listed(source, COORDINATORS, Coordinator, source.home_of("coordinators")),
        *of_partners,
        _listed(source, EVENTS, Event, "edition"),
        _listed(source, DONE, Done, "edition"),
    )


def identity_of(sheet: str, values: Callable[[str], str], seen: Counter[Identity]) -> Identity:
    """What a row is found by: its id, or its side or point and which of these it is. Empty: a new one."""
    if sheet == MATERIALS:
        return (values(LIST), values("id"))
    if sheet in (COORDINATORS, DONE):
        first = values("side" if sheet == COORDINATORS else "point")
        seen[(first,)] += 1
        return (first, str(seen[(first,)]))
    return (values("id"),) if values("id") else ()


def _facts(source: Source) -> tuple[Table, ...]:
    """region.yaml; edition.yaml; and the fields of the region that this edition.yaml replaces."""
    languages = source.context.languages
    region, edition = source.root("region"), source.root("edition")
    replaced = frozenset(entry.key for entry in edition.entries)
    of_region = columns_of(Region, languages, (region,), LISTED_ELSEWHERE)
    of_year = columns_of(Region, languages, (edition,), LISTED_ELSEWHERE)
    facts = columns_of(EditionFacts, languages, (edition,), LISTED_ELSEWHERE)
    here = Line((), "edition", (), edition)
    return (
        Table(FACTS, Region, of_region, (Line((), "region", (), region),), prefix="region."),
        Table(FACTS, EditionFacts, facts, (here,), prefix="edition."),
        Table(
            FACTS, Region, tuple(one for one in of_year if one.path[0] in replaced), (here,), prefix="year."
        ),
    )


def _listed(source: Source, field: str, record: type, stem: str) -> Table:
    seen: Counter[Identity] = Counter()
    lines = tuple(
        replace(line, identity=identity_of(field, partial(text_at, line.entry), seen))
        for line in _lines(source, stem, field)
    )
    columns = columns_of(record, source.context.languages, source.entries(stem, field))
    return Table(field, record, columns, lines, stem, field, whole=True)


def _partners(source: Source, stem: str, municipality: str | None) -> Table:
    record = RECORDS[stem]
    columns = columns_of(record, source.context.languages, source.entries(stem, stem), ELSEWHERE)
    return Table(stem, record, columns, _partner_lines(source, stem, municipality), stem, stem)


def _materials(source: Source, municipality: str | None) -> Table:
    """The materials of both lists, each row named by its list and id."""
    lines = tuple(
        replace(line, identity=(stem, *line.identity))
        for stem in PARTNERS
        for line in _partner_lines(source, stem, municipality)
    )
    languages = source.context.allowed
    inside = tuple(one for line in lines if isinstance(one := line.entry.get("materials"), Mapping))
    named = columns_of(Partner, languages, ())
    above = next(one for one in named if one.path[0] == "materials").above
    columns = tuple(
        replace(one, path=("materials", *one.path), above=above)
        for one in columns_of(Materials, languages, inside)
    )
    return Table(MATERIALS, Materials, columns, lines)


def _partner_lines(source: Source, stem: str, municipality: str | None) -> tuple[Line, ...]:
    return tuple(
        replace(line, identity=(text_at(line.entry, "id"),))
        for line in _lines(source, stem, stem)
        if municipality is None or municipality in _towns(source, line.entry)
    )


def _lines(source: Source, stem: str, field: str) -> tuple[Line, ...]:
    alone = isinstance(source.root(stem).get(field), Mapping)
    return tuple(
        Line((), stem, (field,) if alone else (field, number), item)
        for number, item in enumerate(source.items(stem, field))
        if isinstance(item, Mapping)
    )


def _towns(source: Source, entry: Mapping) -> frozenset[str]:
    """Codes of the municipalities of a partner: its own or the region's only one, and those it names."""
    register = source.context.register
    named = [text_at(entry, "municipality")]
    covers = entry.get("covers")
    nodes = covers.items if isinstance(covers, Sequence) else (covers,)
    named += [getattr(node, "value", "") for node in nodes]
    if not named[0]:
        whole = source.root("region").get("municipalities")
        towns = whole.items if isinstance(whole, Sequence) else (whole,)
        named += [getattr(towns[0], "value", "")] if len(towns) == 1 else []
    return frozenset(code for name in named if (code := register.code(name.strip())) is not None)
