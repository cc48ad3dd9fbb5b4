"""The cells of a file against the files of the edition: which records change, and how."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.exchange.cells import plain, same, text_of, with_text
from sitegen.exchange.columns import Column, columns_of
from sitegen.exchange.drafts import Changed, Comparison, Draft
from sitegen.exchange.grid import NOT_READ, Filled, Row
from sitegen.exchange.grids import shown_name
from sitegen.exchange.naming import with_ids
from sitegen.exchange.source import EMPTY, PARTNERS, Source, text_at
from sitegen.exchange.tables import (
    FACTS,
    LIST,
    MATERIALS,
    OF_PARTNERS,
    RECORDS,
    Identity,
    Line,
    Table,
    identity_of,
    tables_of,
)
from sitegen.exchange.words import SPOKEN
from sitegen.languages.messages import catalogue
from sitegen.languages.table import codes
from sitegen.load.nodes import Mapping
from sitegen.problems import Place, Problem, error
from sitegen.structs import replace

NEEDED = {"coordinators": "side", "done": "point", FACTS: "value"}
"""The column without which a sheet's rows cannot be told apart; `id` for the others."""


@dataclass(slots=True)
class _Run:
    source: Source
    lang: str
    base: dict[tuple[str, Identity], Mapping] = field(default_factory=dict)
    drafts: dict[tuple[object, ...], Draft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    absent: dict[str, int] = field(default_factory=dict)


def compare(
    source: Source, sheets: tuple[Filled, ...], lang: str, base: Source | None = None
) -> tuple[Comparison, tuple[Problem, ...]]:
    """What an import of the sheets would change, and the cells that cannot be matched to a record or field.

    `base` is the edition of the file's own year where it goes into another: then only what was changed in the
    file counts, not what is last year's.
    """
    run = _Run(source, lang, _base(base))
    tables = tables_of(source)
    seen: set[str] = set()
    for sheet in sorted(sheets, key=lambda one: one.origin.sheet == MATERIALS):
        name = sheet.origin.sheet
        of_sheet = tuple(_wider(source, one) for one in tables if one.sheet == name)
        if not of_sheet:
            run.problems.append(error("sheet-unknown", sheet.place(2), sheet=sheet.title or sheet.file))
        elif name in seen:
            run.problems.append(error("sheet-twice", sheet.place(2), sheet=sheet.title or sheet.file))
        elif _complete(run, sheet, of_sheet):
            (_facts if name == FACTS else _table)(run, sheet, of_sheet)
        seen.add(name)
    drafts = tuple(one for one in run.drafts.values())
    return Comparison(drafts, run.absent), tuple(run.problems)


def _base(source: Source | None) -> dict[tuple[str, Identity], Mapping]:
    """The records of the file's own year, by the sheet (facts: their prefix) and what they are found by."""
    if source is None:
        return {}
    return {
        (table.prefix or table.sheet, line.identity): line.entry
        for table in tables_of(source)
        for line in table.lines
    }


def _wider(source: Source, table: Table) -> Table:
    """The table with columns for every language: a file may be older than the languages of the region."""
    languages = tuple(dict.fromkeys((*source.context.languages, *codes())))
    fields = {column.path[0] for column in table.columns}
    if table.sheet == MATERIALS or not fields:
        return table
    skip = frozenset(
        one.path[0] for one in columns_of(table.record, ("fi",), ()) if one.path[0] not in fields
    )
    return replace(table, columns=columns_of(table.record, languages, (), skip) + _strange(table))


def _strange(table: Table) -> tuple[Column, ...]:
    """Columns of languages that the program does not know but the files hold: the check tells of them."""
    return tuple(one for one in table.columns if one.lang and one.lang not in codes())


def _complete(run: _Run, sheet: Filled, tables: tuple[Table, ...]) -> bool:
    """Whether the sheet has the columns that its rows are known by; other unknown columns are told."""
    needed = {NEEDED.get(sheet.origin.sheet, "id")} | ({LIST} if sheet.origin.sheet == MATERIALS else set())
    needed |= {"key"} if sheet.origin.sheet == FACTS else set()
    known = {column.key for table in tables for column in table.columns} | needed
    missing = [key for key in sorted(needed) if key not in sheet.columns]
    run.problems += [error("column-missing", sheet.place(2), key=key) for key in missing]
    for key in sheet.columns:
        if key not in known and not key.startswith(NOT_READ) and sheet.origin.sheet != FACTS:
            run.problems.append(error("column-unknown", sheet.place(2, key), key=key))
    return not missing


def _facts(run: _Run, sheet: Filled, tables: tuple[Table, ...]) -> None:
    """Each row of the sheet is a field of one of the two files."""
    columns = {table.prefix + column.key: (table, column) for table in tables for column in table.columns}
    seen: set[str] = set()
    for row in sheet.rows:
        key = row.cells.get("key", "")
        place = sheet.place(row.number, "value")
        if key not in columns or key in seen:
            id = "row-twice" if key in seen else "fact-unknown"
            run.problems.append(error(id, place, key=key, value=key))
            continue
        seen.add(key)
        table, column = columns[key]
        line = table.lines[0]
        draft = _draft(run, sheet, table, line, row)
        before = run.base.get((table.prefix, ()))
        _cell(run, draft, column, row.cells.get("value", ""), place, before)


def _table(run: _Run, sheet: Filled, tables: tuple[Table, ...]) -> None:
    table = tables[0]
    sheet, nameless = with_ids(run.source, sheet, table)
    run.problems += [error("row-no-id", sheet.place(row.number, "id")) for row in nameless]
    lines = {line.identity: line for line in table.lines}
    counted: Counter[Identity] = Counter()
    seen: set[Identity] = set()
    for row in sheet.rows:
        identity = _identity(table, row, counted)
        before = run.base.get((table.sheet, identity)) if identity else None
        if before is not None and identity not in lines:
            continue  # was last year's: it has not come along
        draft = _found(run, sheet, table, row, identity, lines)
        if draft is None:
            continue
        if identity and identity in seen:
            run.problems.append(error("row-twice", sheet.place(row.number, "id"), value=identity[-1], key=""))
            continue
        seen.add(identity)
        for column in table.columns:
            if column.key in sheet.columns:
                place = sheet.place(row.number, column.key)
                _cell(run, draft, column, row.cells.get(column.key, ""), place, before)
    of_file = {identity for name, identity in run.base if name == table.sheet} if run.base else set(lines)
    _left(run, sheet, table, [line for key, line in lines.items() if key not in seen and key in of_file])


def _identity(table: Table, row: Row, counted: Counter[Identity]) -> Identity:
    columns = {column.key: column for column in table.columns}

    def value(key: str) -> str:
        text = row.cells.get(key, "").strip()
        return list_of(text) if key == LIST else plain(columns[key], text) if key in columns else text

    return identity_of(table.sheet, value, counted)


def list_of(word: str) -> str:
    """The list that a word of any language means."""
    for lang in SPOKEN:
        for stem in PARTNERS:
            if word.casefold() in (stem, catalogue("cli", lang).get(f"exchange.list.{stem}").casefold()):
                return stem
    return word


def _found(
    run: _Run, sheet: Filled, table: Table, row: Row, identity: Identity, lines: dict[Identity, Line]
) -> Draft | None:
    """The draft of a row: its record, or a new one. Materials are of a partner that must be there."""
    line = lines.get(identity)
    if line is not None:
        return _draft(run, sheet, table, line, row)
    if table.sheet == MATERIALS:
        new = run.drafts.get(("new", *identity))
        if new is None:
            run.problems.append(error("materials-unknown", sheet.place(row.number, "id"), value=identity[-1]))
        return new
    draft = Draft(sheet, table.record, table.stem, (table.field,), None, EMPTY, row=row.number)
    run.drafts["new", table.sheet, *(identity or (row.number,))] = draft
    return draft


def _draft(run: _Run, sheet: Filled, table: Table, line: Line, row: Row) -> Draft:
    key = (line.stem, *line.path)
    found = run.drafts.get(key)
    if found is None:
        record = RECORDS[line.stem] if table.sheet == MATERIALS else table.record
        found = Draft(sheet, record, line.stem, line.path, line.entry, line.entry, row=row.number)
        run.drafts[key] = found
    return found


def _cell(run: _Run, draft: Draft, column: Column, text: str, place: Place, before: Mapping | None) -> None:
    """What a cell says goes into the draft, if it says something else than the files (of its own year)."""
    assert draft.new is not None
    context = run.source.context
    key = (*column.path, column.lang) if column.lang else column.path
    draft.at[key] = (place, column)
    old = text_of(column, draft.new, context.languages)
    if same(column, old, text, context):
        return
    if before is not None and same(column, text_of(column, before, context.languages), text, context):
        return
    shown = text_of(column, draft.new, context.languages, run.lang)
    draft.new = with_text(column, draft.new, plain(column, text), context.languages)
    after = text_of(column, draft.new, context.languages, run.lang)
    draft.changed.append(Changed(column, shown, after))


def _left(run: _Run, sheet: Filled, table: Table, lines: list[Line]) -> None:
    """Records whose row is not in the file: taken away where the sheet is the whole, else left alone."""
    for line in lines:
        if table.whole:
            run.drafts[(line.stem, *line.path)] = Draft(
                sheet, table.record, line.stem, line.path, line.entry, None
            )
    if table.sheet in OF_PARTNERS[:2] and lines:
        run.absent[table.sheet] = len(lines)
        run.problems += _renamed(run, sheet, lines)


def _renamed(run: _Run, sheet: Filled, lines: list[Line]) -> Iterator[Problem]:
    """A new row that says what a partner without a row is called: its id was changed or lost."""
    languages = run.source.context.languages
    ids = {_called(line.entry, languages): text_at(line.entry, "id") for line in lines}
    for draft in run.drafts.values():
        if draft.sheet is sheet and draft.old is None and draft.new is not None:
            id = ids.get(_called(draft.new, languages))
            if id:
                name = shown_name(draft.new, languages)
                yield error("row-renamed", sheet.place(draft.row, "id"), name=name, value=id)


def _called(entry: Mapping, languages: tuple[str, ...]) -> tuple[str, str]:
    return shown_name(entry, languages).casefold(), text_at(entry, "municipality").casefold()
