"""The ids of rows that were added in a workbook: made of the name."""

from collections.abc import Iterator

from sitegen.exchange.cells import plain, same, text_of, with_text
from sitegen.exchange.columns import Column
from sitegen.exchange.grid import NOT_READ, Filled, Row
from sitegen.exchange.grids import shown_name
from sitegen.exchange.source import EMPTY, Source
from sitegen.exchange.tables import DISTRIBUTORS, EVENTS, VENUES, Table
from sitegen.load.names import as_id
from sitegen.load.nodes import Mapping
from sitegen.structs import replace
from sitegen.validate.choices import LONGEST_ID

NAMED = (DISTRIBUTORS, VENUES, EVENTS)
TELLING = ("name", "title", "municipality", "date")
"""Fields by which a row without an id is the record that an import of the same file made."""


def with_ids(source: Source, sheet: Filled, table: Table) -> tuple[Filled, tuple[Row, ...]]:
    """The sheet with an id in every row, and the rows whose name gives none (they are left out).

    A row that was imported before and still has no id in the file finds its record again.
    """
    if sheet.origin.sheet not in NAMED or "id" not in sheet.columns:
        return sheet, ()
    taken = {text for row in sheet.rows if (text := row.cells.get("id", "").strip())}
    records = {line.identity[0]: line.entry for line in table.lines if line.identity}
    rows: list[Row] = []
    nameless: list[Row] = []
    for row in sheet.rows:
        if row.cells.get("id", "").strip():
            rows.append(row)
        elif any(text for key, text in row.cells.items() if not key.startswith(NOT_READ)):
            id = next(_free(source, table, row, records, taken), "")
            taken.add(id)
            (rows if id else nameless).append(replace(row, cells={**row.cells, "id": id}))
    return replace(sheet, rows=tuple(rows)), tuple(nameless)


def _free(
    source: Source, table: Table, row: Row, records: dict[str, Mapping], taken: set[str]
) -> Iterator[str]:
    """The ids that a row may have: of nobody, or of the record that says the same."""
    languages = source.context.languages
    entry = EMPTY
    told = [one for one in table.columns if one.path[0] in TELLING]
    for column in told:
        entry = with_text(column, entry, plain(column, row.cells.get(column.key, "")), languages)
    kind = row.cells.get("kind", "") if table.sheet == EVENTS else ""
    name = as_id(shown_name(entry, languages) or kind)[: LONGEST_ID - 3].strip("-")
    for number in range(1, len(records) + len(taken) + 2) if name else ():
        id = name if number == 1 else f"{name}-{number}"
        if id not in taken and (id not in records or _same(told, entry, records[id], source)):
            yield id


def _same(columns: list[Column], one: Mapping, other: Mapping, source: Source) -> bool:
    context = source.context

    def told(column: Column, entry: Mapping) -> str:
        return text_of(column, entry, context.languages)

    return all(same(column, told(column, one), told(column, other), context) for column in columns)
