"""The tables of an edition as sheets to write, in the coordinator's language."""

import re
from collections.abc import Iterator

from sitegen.exchange.cells import cell_of, empty_cell, text_of
from sitegen.exchange.columns import Column, Shape
from sitegen.exchange.grid import NOT_READ, Cell, Grid, Head, Origin
from sitegen.exchange.items import items_text
from sitegen.exchange.source import PARTNERS, Source
from sitegen.exchange.tables import FACTS, INSTRUCTIONS, LIST, MATERIALS, Line, Table, tables_of
from sitegen.languages.messages import Catalogue
from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.load.yaml import read_yaml
from sitegen.model.fields import Kind

WIDE = (Kind.WORDS, Kind.NAME, Kind.LINK, Kind.URL, Kind.EMAIL)


def grids_of(source: Source, say: Catalogue, municipality: str | None = None) -> tuple[Grid, ...]:
    """All sheets with data; `say` is the catalogue of commands in the language of headings and choices."""
    tables = tables_of(source, municipality)
    facts = tuple(one for one in tables if one.sheet == FACTS)
    grids = [_facts(source, facts, say)] if facts else []
    return (*grids, *(_listed(source, one, say) for one in tables if one.sheet != FACTS))


def instructions(source: Source, say: Catalogue) -> Grid:
    """What the workbook is and how it is filled, a paragraph in each row."""
    keys = [f"exchange.instructions.{number}" for number in range(1, 30)]
    texts = [say.get(key, region=source.region, year=source.year) for key in keys if say.has(key)]
    name = shown_name(source.root("region"), (say.lang, *source.context.languages))
    title = say.get("exchange.instructions.title", region=name or source.region, year=source.year)
    head = Head(_key(source, INSTRUCTIONS, NOT_READ), title, width=74)
    return Grid(
        INSTRUCTIONS, _title(INSTRUCTIONS, say), (head,), tuple((Cell(text),) for text in texts), False
    )


def note_of(column: Column, source: Source, say: Catalogue) -> str:
    """A heading's note: how the cell is written, with the table's example as a cell would hold it."""
    parts = [
        say.get("exchange.note.items") if column.shape is Shape.ITEMS else "",
        say.get("exchange.note.list") if column.shape is Shape.LIST else "",
        say.get("exchange.note.required") if column.spec.required and not column.above else "",
    ]
    example = example_of(column, source, say.lang)
    parts += [say.get("exchange.note.example", example=example)] if example else []
    return "\n".join(part for part in parts if part)


def _listed(source: Source, table: Table, say: Catalogue) -> Grid:
    lang, context = say.lang, source.context
    heads = [
        Head(
            column.key,
            column.heading(lang),
            note_of(column, source, say),
            _width(column),
            empty=empty_cell(column, lang, context),
        )
        for column in table.columns
    ]
    rows = [_row(source, table.columns, line, lang) for line in table.lines]
    if table.sheet == MATERIALS:
        heads = [*_named_heads(say), *heads]
        rows = [(*_named(source, line, say), *row) for line, row in zip(table.lines, rows, strict=True)]
    heads[0] = _first(source, table.sheet, heads[0])
    return Grid(table.sheet, _title(table.sheet, say), tuple(heads), tuple(rows))


def _row(source: Source, columns: tuple[Column, ...], line: Line, lang: str) -> tuple[Cell, ...]:
    context = source.context
    return tuple(
        cell_of(column, text_of(column, line.entry, context.languages, lang), lang, context)
        for column in columns
    )


def _named_heads(say: Catalogue) -> list[Head]:
    return [
        Head(LIST, say.get("exchange.list"), width=14, empty=Cell(options=_list_words(say))),
        Head("id", say.get("exchange.id"), width=24),
        Head(f"{NOT_READ}name", say.get("exchange.name"), say.get("exchange.note.not-read"), 30),
    ]


def _named(source: Source, line: Line, say: Catalogue) -> tuple[Cell, ...]:
    word = say.get(f"exchange.list.{line.stem}")
    name = shown_name(line.entry, source.context.languages)
    return Cell(word, options=_list_words(say)), Cell(line.identity[-1]), Cell(name)


def _list_words(say: Catalogue) -> tuple[str, ...]:
    return tuple(say.get(f"exchange.list.{stem}") for stem in PARTNERS)


def _facts(source: Source, tables: tuple[Table, ...], say: Catalogue) -> Grid:
    """One fact in each row: its key, what it is, the value, an example."""
    heads = (
        Head(_key(source, FACTS, "key"), "", hidden=True),
        Head(f"{NOT_READ}field", say.get("exchange.fact"), width=48),
        Head("value", say.get("exchange.value"), width=60),
        Head(f"{NOT_READ}example", say.get("exchange.example"), width=40),
    )
    rows = [row for table in tables for row in _fact_rows(source, table, say)]
    return Grid(FACTS, _title(FACTS, say), heads, tuple(rows), grows=False)


def _fact_rows(source: Source, table: Table, say: Catalogue) -> Iterator[tuple[Cell, ...]]:
    for column, value in zip(
        table.columns, _row(source, table.columns, table.lines[0], say.lang), strict=True
    ):
        example = Cell(example_of(column, source, say.lang))
        yield Cell(table.prefix + column.key), Cell(column.heading(say.lang)), value, example


def shown_name(entry: Mapping, languages: tuple[str, ...]) -> str:
    """What a partner, coordinator or event is called in lists of what changed."""
    for key in ("name", "title", "organisation"):
        node = entry.get(key)
        if isinstance(node, Mapping):
            found = {one.key: one.value for one in node.entries}
            node = next(
                (found[code] for code in languages if code in found), next(iter(found.values()), None)
            )
        if isinstance(node, Scalar) and node.value.strip():
            return node.value.strip()
    return ""


def _first(source: Source, sheet: str, head: Head) -> Head:
    return Head(_key(source, sheet, head.key), head.heading, head.note, head.width, head.hidden, head.empty)


def _key(source: Source, sheet: str, key: str) -> str:
    return f"{Origin(source.region, source.year, sheet)} {key}"


def _title(sheet: str, say: Catalogue) -> str:
    return say.get(f"exchange.sheet.{sheet}")


def _width(column: Column) -> int:
    if column.shape is Shape.ITEMS:
        return 34
    if column.spec.kind is Kind.ID:
        return 26
    return 28 if column.spec.kind in WIDE else 16


def example_of(column: Column, source: Source, lang: str) -> str:
    """The example of the table, which is YAML, as a cell holds it."""
    root, _ = read_yaml("example", f"value: {column.spec.example}\n".encode())
    node: Node | None = root.get("value") if root is not None else None
    if column.shape is Shape.ITEMS and node is not None:
        return items_text(node, column.spec, source.context.languages, lang)
    if column.shape is Shape.LANGUAGE and isinstance(node, Mapping):
        inner = node.get(column.lang) or next((one.value for one in node.entries), None)
        return inner.value if isinstance(inner, Scalar) else ""
    if isinstance(node, Sequence):
        node = node if column.shape is Shape.LIST else None
    if node is None:
        return ""
    whole = Mapping((Entry(column.path[-1], node.place, node),), node.place)
    bare = Column((column.path[-1],), column.spec, column.shape, column.lang)
    return re.sub(r"\s*\n\s*", " ", text_of(bare, whole, source.context.languages, lang))
