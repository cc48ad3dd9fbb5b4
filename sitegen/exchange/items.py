"""Lists of records in one cell: a line for each, its parts with |.

`016 000 310 | fi: ajanvaraus | sv: tidsbokning | price fi: 0,50 €/min`. Parts without a name fill the fields
of the record in their order; a part with only a language is of the first field that is written by language.
What this form cannot hold is written as JSON.
"""

import re
from collections.abc import Mapping as Lookup

from sitegen.exchange.columns import LOCALISED
from sitegen.exchange.trees import NOWHERE, as_json, from_json, shape
from sitegen.exchange.words import label, value_of
from sitegen.languages.table import is_known
from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.model.fields import Kind, Spec, table

_LABELLED = re.compile(r"(?:(?P<field>[a-z_]+) )?(?P<name>[a-z_-]+): +(?P<text>.*)")


def items_text(node: Node, spec: Spec, languages: tuple[str, ...], lang: str) -> str:
    """A list as a cell holds it; `lang` is that of the words for choices, empty: the values themselves."""
    items = node.items if isinstance(node, Sequence) else (node,)
    lines = [_line(item, spec, lang) for item in items]
    text = "\n".join(line for line in lines if line is not None)
    if None not in lines and _same(items_of(text, spec, languages), items):
        return text
    return as_json(Sequence(items, NOWHERE))


def items_of(text: str, spec: Spec, languages: tuple[str, ...]) -> tuple[Node, ...]:
    """What a cell says."""
    given = from_json(text.strip())
    if given is not None:
        return given.items if isinstance(given, Sequence) else (given,)
    return tuple(_item(line.strip(), spec, languages) for line in text.splitlines() if line.strip())


def _same(ours: tuple[Node, ...], theirs: tuple[Node, ...]) -> bool:
    return [shape(one) for one in ours] == [shape(one) for one in theirs]


def _fields(spec: Spec) -> Lookup[str, Spec]:
    return {one.key: one for one in table(spec.record).values()} if spec.record is not None else {}


def _line(item: Node, spec: Spec, lang: str) -> str | None:
    if isinstance(item, Sequence):
        return None
    if isinstance(item, Scalar):
        return item.value
    if spec.kind in LOCALISED:
        parts = [_labelled("", entry) for entry in item.entries]
    else:
        parts = _parts(item, _fields(spec), lang)
    return None if None in parts or not parts else " | ".join(part for part in parts if part is not None)


def _parts(item: Mapping, fields: Lookup[str, Spec], lang: str) -> list[str | None]:
    if {entry.key for entry in item.entries} - set(fields):
        return [None]
    first = next((key for key, one in fields.items() if one.kind in LOCALISED), "")
    parts: list[str | None] = []
    in_order = True
    for key, one in fields.items():
        value = item.get(key)
        if isinstance(value, Scalar):
            text = label(one, value.value, lang) if lang else value.value
            parts.append(text if in_order else f"{key}: {text}")
        elif isinstance(value, Mapping) and value.entries:
            in_order = False
            parts += [_labelled("" if key == first else f"{key} ", entry) for entry in value.entries]
        elif value is not None:
            return [None]
        else:
            in_order = False
    return parts


def _labelled(before: str, entry: Entry) -> str | None:
    return f"{before}{entry.key}: {entry.value.value}" if isinstance(entry.value, Scalar) else None


def _item(line: str, spec: Spec, languages: tuple[str, ...]) -> Node:
    parts = [part.strip() for part in line.split("|")]
    if spec.kind in LOCALISED:
        return _localised(parts, line)
    fields = _fields(spec)
    order = list(fields)
    values: dict[str, Node] = {}
    plain = 0
    for part in parts:
        key, code, text = _part(part, fields)
        if not key and code:
            key = next((name for name, one in fields.items() if one.kind in LOCALISED), "")
        if not key:
            key = order[min(plain, len(order) - 1)]
            plain += 1
        if text:
            values[key] = _added(values.get(key), fields[key], code, text, languages)
    if spec.short and list(values) == [spec.short]:
        return values[spec.short]
    return Mapping(tuple(Entry(key, NOWHERE, value) for key, value in values.items()), NOWHERE)


def _part(part: str, fields: Lookup[str, Spec]) -> tuple[str, str, str]:
    """The field, language and text that a part names."""
    found = _LABELLED.fullmatch(part)
    if found is not None:
        field, name = found["field"] or "", found["name"]
        if is_known(name) and (not field or (field in fields and fields[field].kind in LOCALISED)):
            return field, name, found["text"].strip()
        if not field and name in fields:
            return name, "", found["text"].strip()
    return "", "", part


def _added(old: Node | None, spec: Spec, code: str, text: str, languages: tuple[str, ...]) -> Node:
    if not code and spec.kind is Kind.WORDS and len(languages) > 1:
        code = languages[0]
    if not code:
        return Scalar(value_of(spec, text), NOWHERE)
    before = old.entries if isinstance(old, Mapping) else ()
    return Mapping((*before, Entry(code, NOWHERE, Scalar(text, NOWHERE))), NOWHERE)


def _localised(parts: list[str], line: str) -> Node:
    found = [_LABELLED.fullmatch(part) for part in parts]
    entries = tuple(
        Entry(one["name"], NOWHERE, Scalar(one["text"].strip(), NOWHERE))
        for one in found
        if one is not None and not one["field"] and is_known(one["name"])
    )
    return Mapping(entries, NOWHERE) if len(entries) == len(parts) else Scalar(line, NOWHERE)
