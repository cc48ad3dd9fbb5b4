"""Raw fields -> a record of the model, driven by the table of fields (`model/fields.py`).

Written by hand and not with pydantic, though that was tried: every problem carries the place of its value
and an id with values for three languages, all problems of a file come in one run, the table of fields says
already what a second set of models would say again, and importing pydantic with its models takes longer than
reading a region.

A field's kind names its small checking function in CHECKS. Nothing here knows any single field.
"""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.model.fields import Kind, Spec, table
from sitegen.problems import Place, Problem, error
from sitegen.structs import replace
from sitegen.validate import choices, dates, numbers
from sitegen.validate.context import Asked, Checked, Context, found, pairs, wrong
from sitegen.validate.email import check_email
from sitegen.validate.localised import check_localised
from sitegen.validate.phone import check_phone
from sitegen.validate.text import check_empty, check_text
from sitegen.validate.unknown import unknown_field
from sitegen.validate.url import check_url
from sitegen.validate.whole import check_whole

Check = Callable[[str, Asked], Checked[Any]]

CHECKS: Lookup[Kind, Check] = {
    Kind.TEXT: check_text,
    Kind.URL: check_url,
    Kind.ID: choices.check_id,
    Kind.EMAIL: check_email,
    Kind.PHONE: check_phone,
    Kind.POSTAL_CODE: choices.check_postal_code,
    Kind.DATE: dates.check_date,
    Kind.DATE_FROM: dates.check_first_day,
    Kind.DATE_TO: dates.check_last_day,
    Kind.PARTIAL_DATE: dates.check_partial_date,
    Kind.MONTH_DAY: dates.check_month_day,
    Kind.TIME: dates.check_time,
    Kind.YEAR: numbers.check_year,
    Kind.INTEGER: numbers.check_integer,
    Kind.NUMBER: numbers.check_number,
    Kind.FIGURE: numbers.check_figure,
    Kind.YES_NO: choices.check_yes_no,
    Kind.CHOICE: choices.check_choice,
    Kind.MUNICIPALITY: choices.check_municipality,
    Kind.LANGUAGE: choices.check_language,
    Kind.COLOUR: choices.check_colour,
    Kind.FILE: choices.check_file,
}
"""One text of a kind -> its value. The other kinds have a shape of their own, below."""

RULES = {"popup": "C17", "pilot": "C6"}
"""The rule behind the required fields of a record that stands in this field."""

ALL = "all"


@dataclass(slots=True)
class Fields:
    """The fields of a mapping: values by attribute, places, problems; `given` also where the value is bad."""

    values: dict[str, Any] = field(default_factory=dict)
    at: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    given: set[str] = field(default_factory=set)


def read_record(node: Node, record: type, context: Context, *, inside: str = "") -> Checked[Any]:
    """A record from its fields; no value where a required field is missing or bad (each is reported).

    `inside` is the key of the field that holds the record.
    """
    if not isinstance(node, Mapping):
        return Checked(
            None, (error("expected-fields", node.place, rule="B65", field=inside, example=_example(record)),)
        )
    read = read_fields(node, table(record), context, record)
    problems = read.problems
    if not read.values.keys() >= _required(record):
        problems += _missing(read, record, node.place, inside)
        return Checked(None, tuple(problems))
    one = record(**read.values, at=read.at)
    return Checked(one, (*problems, *check_whole(one, context)))


def read_fields(node: Mapping, specs: Lookup[str, Spec], context: Context, record: type) -> Fields:
    """The known fields of a mapping; each unknown one is reported with what was probably meant."""
    read = Fields(at={"": node.place})
    by_key = _keys(record) if specs is table(record) else {spec.key: name for name, spec in specs.items()}
    for entry in node.entries:
        name = by_key.get(entry.key)
        if name is None:
            read.problems.append(unknown_field(entry, specs, record))
            continue
        place = entry.value.place if isinstance(entry.value, Scalar) else entry.place
        read.given.add(name)
        read.at[name] = place
        outcome = read_value(entry, Asked(specs[name], place, context))
        read.problems += outcome.problems
        if outcome.value is not None or (specs[name].kind is Kind.FIGURE and not outcome.problems):
            read.values[name] = outcome.value
    return read


def read_value(entry: Entry, asked: Asked) -> Checked[Any]:
    """The value of one field: one or many, each by its kind."""
    spec, node = asked.spec, entry.value
    if not spec.many:
        return _one(node, asked)
    if isinstance(node, Scalar) and not node.value.strip():
        return wrong(asked, "value-empty", rule="B64")
    items = node.items if isinstance(node, Sequence) else (node,)
    outcomes = [_one(item, asked.at(item.place)) for item in items]
    values = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    problems = [one for outcome in outcomes for one in outcome.problems]
    if len(items) > 1:
        problems += _twice(values, items, asked)
    return Checked(values, tuple(problems))


def _one(node: Node, asked: Asked) -> Checked[Any]:
    kind = asked.spec.kind
    shaped = SHAPES.get(kind)
    if shaped is not None:
        return shaped(node, asked)
    if not isinstance(node, Scalar):
        return wrong(asked, "expected-text", rule="B65")
    text = check_empty(node.value, asked)
    if text.value is None:
        return text
    return CHECKS[kind](node.value if kind is Kind.TEXT else text.value, asked)


def _record(node: Node, asked: Asked) -> Checked[Any]:
    spec = asked.spec
    assert spec.record is not None
    if isinstance(node, Scalar) and not node.value.strip():
        return wrong(asked, "value-empty", rule="B64")
    if spec.short and isinstance(node, Scalar):
        fields = Mapping((Entry(spec.short, node.place, node),), node.place)
        outcome = read_record(fields, spec.record, asked.context, inside=spec.key)
        return Checked(outcome.value, tuple(_of_field(one, spec.key) for one in outcome.problems))
    return read_record(node, spec.record, asked.context, inside=spec.key)


def _of_field(problem: Problem, key: str) -> Problem:
    """A problem of a plain value, told of the field that its author wrote."""
    values = {name: key if name == "field" else value for name, value in problem.values}
    return replace(problem, values=pairs(values))


def _records_by_name(node: Node, asked: Asked) -> Checked[tuple[tuple[str, Any], ...]]:
    assert asked.spec.record is not None
    if not isinstance(node, Mapping):
        return wrong(asked, "expected-fields", rule="B65")
    outcomes = [
        (entry.key, read_record(entry.value, asked.spec.record, asked.context, inside=entry.key))
        for entry in node.entries
    ]
    values = tuple((name, outcome.value) for name, outcome in outcomes if outcome.value is not None)
    return Checked(values, tuple(one for _, outcome in outcomes for one in outcome.problems))


def _counts(node: Node, asked: Asked) -> Checked[tuple[tuple[str, int], ...]]:
    """Integers by language."""
    if not isinstance(node, Mapping):
        return wrong(asked, "expected-counts", rule="B65")
    values: list[tuple[str, int]] = []
    problems: list[Problem] = []
    for entry in node.entries:
        unknown = choices.language_problem(entry.key, asked.at(entry.place))
        if unknown is not None:
            problems.append(unknown)
            continue
        here = asked.at(entry.value.place)
        text = entry.value.value.strip() if isinstance(entry.value, Scalar) else ""
        number = numbers.check_integer(text, here) if text else wrong(here, "value-empty", rule="B64")
        problems += number.problems
        if number.value is not None:
            values.append((entry.key, number.value))
    return Checked(tuple(values), tuple(problems))


def _covers(node: Node, asked: Asked) -> Checked[tuple[str, ...]]:
    """Municipalities, or `all`."""
    items = node.items if isinstance(node, Sequence) else (node,)
    values: list[str] = []
    problems: list[Problem] = []
    for item in items:
        here = asked.at(item.place)
        if not isinstance(item, Scalar):
            problems.append(found(here, "expected-text", rule="B65"))
            continue
        text = check_empty(item.value, here)
        problems += text.problems
        if text.value is None:
            continue
        code = Checked(ALL) if text.value == ALL else choices.check_municipality(text.value, here)
        problems += code.problems
        values += [code.value] if code.value is not None else []
    if problems and not values:
        return Checked(None, tuple(problems))
    return Checked((ALL,) if ALL in values else tuple(dict.fromkeys(values)), tuple(problems))


SHAPES: Lookup[Kind, Callable[[Node, Asked], Checked[Any]]] = {
    Kind.NAME: check_localised,
    Kind.WORDS: check_localised,
    Kind.LINK: check_localised,
    Kind.RECORD: _record,
    Kind.RECORDS_BY_NAME: _records_by_name,
    Kind.COUNTS: _counts,
    Kind.COVERS: _covers,
}
"""Kinds whose value is not one text."""


@lru_cache(maxsize=128)
def _required(record: type) -> frozenset[str]:
    """The attributes of a record that must be given."""
    return frozenset(name for name, spec in table(record).items() if spec.required)


@lru_cache(maxsize=128)
def _keys(record: type) -> Lookup[str, str]:
    """The attributes of a record by the key of their field."""
    return {spec.key: name for name, spec in table(record).items()}


def _missing(read: Fields, record: type, place: Place, inside: str) -> Iterator[Problem]:
    for name, spec in table(record).items():
        if spec.required and name not in read.given:
            yield error(
                "field-missing",
                place,
                rule=RULES.get(inside, "B63"),
                field=spec.key,
                inside=inside,
                example=f"{spec.key}: {spec.example}",
            )


def _twice(values: tuple[Any, ...], items: tuple[Node, ...], asked: Asked) -> Iterator[Problem]:
    """The same id, or the same word, twice in a list (B68)."""
    seen: dict[Any, Place] = {}
    for value, item in zip(values, items, strict=False) if len(values) == len(items) else ():
        at: Lookup[str, Place] = getattr(value, "at", {})
        key = getattr(value, "id", None) if at else value
        place = at.get("id", item.place)
        if key is None:
            continue
        first = seen.setdefault(key, place)
        if first is not place:
            given = item.value if isinstance(item, Scalar) else str(key)
            yield found(asked.at(place), "value-twice", given, rule="B68", line=first.line)


def _example(record: type) -> str:
    name, spec = next(iter(table(record).items()))
    return f"{spec.key or name}: {spec.example}"
