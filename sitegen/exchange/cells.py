"""A field of a record as the text of a cell, and the record with what a cell says."""

import re
from datetime import date
from typing import Any

from sitegen.exchange.columns import Column, Shape
from sitegen.exchange.grid import Cell
from sitegen.exchange.items import items_of, items_text
from sitegen.exchange.trees import NOWHERE, as_json, from_json, get, put, shape
from sitegen.exchange.words import ALL, label, labels, value_of
from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.model.fields import Kind
from sitegen.validate.choices import check_municipality
from sitegen.validate.context import Asked, Context
from sitegen.validate.dates import check_date
from sitegen.validate.record import CHECKS

DATES = (Kind.DATE, Kind.DATE_FROM, Kind.DATE_TO)
NUMBERS = (Kind.INTEGER, Kind.YEAR, Kind.NUMBER, Kind.COUNTS)
_FINNISH = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
COMPARED = (*DATES, Kind.PARTIAL_DATE, Kind.MONTH_DAY, Kind.TIME, Kind.NUMBER, Kind.YES_NO, Kind.COLOUR)
"""Kinds that may be written in more than one way: two cells are the same where their values are."""


def text_of(column: Column, entry: Node, languages: tuple[str, ...], lang: str = "") -> str:
    """What stands in a column for a record. `lang`: words for choices in it, else the values themselves.

    Values of a shape that the field cannot have are no text: their cell is empty, and they are left alone.
    """
    node = _at(column, entry, languages)
    if node is None:
        return ""
    if column.shape is Shape.ITEMS:
        return items_text(node, column.spec, languages, lang)
    if column.shape is Shape.LIST:
        return _list_text(node, column, lang)
    if not isinstance(node, Scalar):
        return ""
    return label(column.spec, node.value, lang) if lang else node.value


def with_text(column: Column, entry: Mapping, text: str, languages: tuple[str, ...]) -> Mapping:
    """The record with what a cell says of the field; an empty cell takes the field away."""
    old = _raw(column, entry)
    value = _value(column, old, text.strip(), languages)
    changed = put(entry, column.path, shorts(column), value)
    return changed if isinstance(changed, Mapping) else Mapping((), entry.place)


def plain(column: Column, text: str) -> str:
    """A cell with the words for choices back as values."""
    text = text.strip()
    if column.shape is Shape.LIST and from_json(text) is None:
        return ", ".join(value_of(column.spec, one) for one in _parts(text))
    if column.shape is not Shape.ONE:
        return text
    return _iso(text) if column.spec.kind in DATES else value_of(column.spec, text)


def same(column: Column, one: str, other: str, context: Context) -> bool:
    """Whether two cells say the same: `5.1.2026` and `2026-01-05`, a municipality in either language."""
    one, other = plain(column, one), plain(column, other)
    return one == other or _meaning(column, one, context) == _meaning(column, other, context)


def cell_of(column: Column, text: str, lang: str, context: Context) -> Cell:
    """The cell of a text: a day as a day, a count as a number, all else as text."""
    options = options_of(column, lang, context)
    many = column.shape is Shape.LIST
    if column.shape in (Shape.ONE, Shape.LANGUAGE):
        if column.spec.kind in DATES and (day := _day(column, text, context)) is not None:
            return Cell(day.isoformat(), "date", options)
        if column.spec.kind in NUMBERS and re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
            return Cell(text, "number", options)
    return Cell(text, "text", options, many)


def empty_cell(column: Column, lang: str, context: Context) -> Cell:
    """The cell of a row that is yet to be written."""
    form = cell_of(column, "2026-01-05" if column.spec.kind is Kind.DATE else "", lang, context)
    number = column.spec.kind in NUMBERS and column.shape in (Shape.ONE, Shape.LANGUAGE)
    return Cell("", "number" if number else form.form, form.options, form.many)


def options_of(column: Column, lang: str, context: Context) -> tuple[str, ...]:
    """The words to choose from: choices, yes and no, languages, municipalities."""
    spec = column.spec
    if column.shape not in (Shape.ONE, Shape.LIST):
        return ()
    if spec.kind is Kind.LANGUAGE:
        return context.allowed
    if spec.kind in (Kind.MUNICIPALITY, Kind.COVERS):
        towns = sorted(context.register.municipalities.values(), key=lambda one: one.name(lang).casefold())
        return (*labels(spec, lang), *(one.name(lang) for one in towns))
    return labels(spec, lang)


def shorts(column: Column) -> tuple[str, ...]:
    """For each step of the path the `short` field of the record that it is taken in."""
    steps = {spec.key: spec.short for spec in column.above}
    return ("", *(steps.get(key, "") for key in column.path[:-1]))


def _at(column: Column, entry: Node, languages: tuple[str, ...]) -> Node | None:
    node = _raw(column, entry)
    if column.shape is not Shape.LANGUAGE:
        return node
    if isinstance(node, Scalar):
        main = column.lang == _main(languages) and column.spec.kind is not Kind.COUNTS
        return node if main else None
    return node.get(column.lang) if isinstance(node, Mapping) else None


def _raw(column: Column, entry: Node) -> Node | None:
    return get(entry, column.path, shorts(column))


def _main(languages: tuple[str, ...]) -> str:
    return languages[0] if languages else "fi"


def _list_text(node: Node, column: Column, lang: str) -> str:
    items = node.items if isinstance(node, Sequence) else (node,)
    values = [item.value for item in items if isinstance(item, Scalar)]
    if len(values) != len(items):
        return as_json(Sequence(items, NOWHERE))
    text = ", ".join(label(column.spec, one, lang) if lang else one for one in values)
    if [value_of(column.spec, one) for one in _parts(text)] == values:
        return text
    return as_json(Sequence(items, NOWHERE))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _value(column: Column, old: Node | None, text: str, languages: tuple[str, ...]) -> Node | None:
    if column.shape is Shape.LANGUAGE:
        return _in_language(column, old, text, languages)
    if not text:
        return None
    if column.shape is Shape.ONE:
        return Scalar(value_of(column.spec, text), NOWHERE)
    if column.shape is Shape.ITEMS:
        items = items_of(text, column.spec, languages)
    else:
        given = from_json(text)
        listed = (Scalar(value_of(column.spec, one), NOWHERE) for one in _parts(text))
        items = tuple(listed) if given is None else given.items if isinstance(given, Sequence) else (given,)
    return _as_written(column, old, items)


def _as_written(column: Column, old: Node | None, items: tuple[Node, ...]) -> Node | None:
    """One value is a list where it was one, or where a list is the usual form."""
    if not items:
        return None
    alone = len(items) == 1 and not isinstance(old, Sequence)
    short = isinstance(items[0], Scalar) and (column.spec.kind in (Kind.RECORD, Kind.CHOICE))
    covers_all = column.spec.kind is Kind.COVERS and shape(items[0]) == ALL
    if len(items) == 1 and covers_all:
        return items[0]
    return items[0] if alone and (old is not None or short) else Sequence(items, NOWHERE)


def _in_language(column: Column, old: Node | None, text: str, languages: tuple[str, ...]) -> Node | None:
    main = _main(languages)
    value = Scalar(text, NOWHERE) if text else None
    if isinstance(old, Scalar) and column.spec.kind is not Kind.COUNTS:
        if column.lang == main or value is None:
            return value if column.lang == main else old
        old = Mapping((Entry(main, old.place, old),), old.place)
    if not isinstance(old, Mapping):
        if value is None:
            return old
        if column.spec.kind is Kind.LINK and column.lang == main:
            return value
        old = Mapping((), NOWHERE)
    return put(old, (column.lang,), ("",), value)


def _iso(text: str) -> str:
    """`5.1.2026` as files write it, `2026-01-05`; any other text as it is."""
    found = _FINNISH.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else text
    except ValueError:
        return text


def _day(column: Column, text: str, context: Context) -> date | None:
    return check_date(text, Asked(column.spec, NOWHERE, context)).value if text else None


def _meaning(column: Column, text: str, context: Context) -> Any:
    """What a text says, for comparing; the text itself where it says nothing that is understood."""
    asked = Asked(column.spec, NOWHERE, context)
    if column.shape is Shape.ITEMS:
        return [shape(item) for item in items_of(text, column.spec, context.languages)]
    if column.spec.kind in (Kind.MUNICIPALITY, Kind.COVERS):
        return [check_municipality(one, asked).value or one for one in _parts(text)]
    if column.shape is Shape.ONE and column.spec.kind in COMPARED and text:
        value = CHECKS[column.spec.kind](text, asked).value
        return text if value is None else value
    return [line.rstrip() for line in text.splitlines()]
