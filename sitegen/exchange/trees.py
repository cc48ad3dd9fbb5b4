"""Raw values changed without changing the old ones, and the fewest edits from one to the other."""

import json
from collections.abc import Iterator
from typing import Any

from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.problems import Place
from sitegen.structs import Struct, replace

NOWHERE = Place()

Step = str | int


class Edit(Struct, frozen=True):
    """One change of a file: the value at a path from its root becomes `new`, None: it goes.

    A path that ends in the number after a list's last item appends to it.
    """

    path: tuple[Step, ...]
    new: Node | None


def shape(node: Node | None) -> Any:
    """The bare value: what two files must share to say the same."""
    if isinstance(node, Mapping):
        return {entry.key: shape(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [shape(item) for item in node.items]
    return None if node is None else node.value


def of_shape(value: Any, place: Place = NOWHERE) -> Node:
    """The raw value of a bare one."""
    if isinstance(value, dict):
        entries = tuple(Entry(str(key), place, of_shape(one, place)) for key, one in value.items())
        return Mapping(entries, place)
    if isinstance(value, list):
        return Sequence(tuple(of_shape(one, place) for one in value), place)
    return Scalar(str(value), place)


def as_json(node: Node) -> str:
    """A value of any shape in one cell, where no plainer form holds all of it."""
    return json.dumps(shape(node), ensure_ascii=False)


def from_json(text: str) -> Node | None:
    """The value, None where the text is no list or fields of texts."""
    if not text.startswith(("[", "{")):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return of_shape(value) if _only_texts(value, 6) else None


def _only_texts(value: Any, deepest: int) -> bool:
    if isinstance(value, str):
        return True
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else None
    return inside is not None and deepest > 0 and all(_only_texts(one, deepest - 1) for one in inside)


def get(node: Node | None, path: tuple[str, ...], shorts: tuple[str, ...]) -> Node | None:
    """The value at a path of keys; a plain value stands for a record with nothing but its `short` field."""
    for key, short in zip(path, shorts, strict=True):
        if isinstance(node, Scalar) and short == key:
            continue
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def put(node: Node | None, path: tuple[str, ...], shorts: tuple[str, ...], value: Node | None) -> Node | None:
    """The node with another value at the path; None takes it away, and records that become empty with it."""
    if not path:
        return value
    key, short = path[0], shorts[0]
    if isinstance(node, Scalar) and short:
        if key == short:
            return value
        node = Mapping((Entry(short, node.place, node),), node.place)
    if not isinstance(node, Mapping):
        node = Mapping((), NOWHERE)
    new = put(node.get(key), path[1:], shorts[1:], value)
    return with_field(node, key, new)


def with_field(node: Mapping, key: str, value: Node | None) -> Mapping | None:
    """The fields with one set, added last, or taken away; None where none is left."""
    if value is None:
        entries = tuple(entry for entry in node.entries if entry.key != key)
    elif node.get(key) is None:
        entries = (*node.entries, Entry(key, node.place, value))
    else:
        entries = tuple(replace(one, value=value) if one.key == key else one for one in node.entries)
    return Mapping(entries, node.place) if entries else None


def edits(old: Node, new: Node, path: tuple[Step, ...] = ()) -> Iterator[Edit]:
    """The fewest edits from one value to another: what both have stays as it is written."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for entry in old.entries:
            value = new.get(entry.key)
            if value is None:
                yield Edit((*path, entry.key), None)
            else:
                yield from edits(entry.value, value, (*path, entry.key))
        known = {entry.key for entry in old.entries}
        yield from (Edit((*path, one.key), one.value) for one in new.entries if one.key not in known)
    elif isinstance(old, Sequence) and isinstance(new, Sequence) and len(old.items) == len(new.items):
        for number, (before, after) in enumerate(zip(old.items, new.items, strict=True)):
            yield from edits(before, after, (*path, number))
    elif shape(old) != shape(new):
        yield Edit(path, new)
