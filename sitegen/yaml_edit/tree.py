"""The parser's graph of a text: where each value begins and ends."""

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from sitegen.structs import Struct
from sitegen.yaml_edit.changes import EditError, Path
from sitegen.yaml_edit.writing import Value

BLOCK_SCALARS = ("|", ">")


class Spot(Struct, frozen=True):
    """A value in its parent. `key`: its key's node in a mapping, None in a list. `index`: its number."""

    parent: Node
    index: int
    key: Node | None
    value: Node


class Gap(Struct, frozen=True):
    """Where a path ends before its value: the last node there is, and the steps that lack."""

    node: Node
    rest: Path


def compose(text: str) -> Node:
    """The graph of a text. Raises `EditError` where it has none."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        raise EditError(()) from fault
    if not isinstance(root, MappingNode):
        raise EditError(())
    return root


def find(root: Node, path: Path) -> Spot | Gap:
    """The value of a path, or how far it goes."""
    node, spot = root, None
    for depth, step in enumerate(path):
        spot = _child(node, step)
        if spot is None:
            return Gap(node, path[depth:])
        node = spot.value
    if spot is None:
        raise EditError(path)
    return spot


def _child(node: Node, step: str | int) -> Spot | None:
    if isinstance(node, MappingNode):
        for index, (key, value) in enumerate(node.value):
            if key.value == step:
                return Spot(node, index, key, value)
    if isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            if index == step or (isinstance(step, str) and _id_of(value) == step):
                return Spot(node, index, None, value)
    return None


def _id_of(node: Node) -> str | None:
    found = _child(node, "id") if isinstance(node, MappingNode) else None
    return found.value.value if found is not None and isinstance(found.value, ScalarNode) else None


def as_value(node: Node) -> Value:
    """A node's value as text, lists and fields."""
    if isinstance(node, MappingNode):
        return {key.value: as_value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [as_value(value) for value in node.value]
    return str(node.value)


def plain(text: str) -> dict[str, Value]:
    """The whole text as text, lists and fields. Raises `EditError` where it is no YAML of fields."""
    return {key.value: as_value(value) for key, value in compose(text.removeprefix("\ufeff")).value}


def value_at(text: str, path: Path) -> Value | None:
    """A value of a text; None where the path is not there."""
    found = find(compose(text.removeprefix("\ufeff")), path)
    return as_value(found.value) if isinstance(found, Spot) else None


def start(node: Node) -> int:
    """Where a node begins."""
    return int(node.start_mark.index)


def column(node: Node) -> int:
    """Its column, from 0; of a block list that of its dashes, of a block mapping that of its keys."""
    return int(node.start_mark.column)


def end(node: Node, text: str) -> int:
    """Where a node's own text ends: no blank lines or comments after it."""
    last: int = node.end_mark.index
    if isinstance(node, ScalarNode):
        return len(text[:last].rstrip()) if node.style in BLOCK_SCALARS else last
    if is_flow(node) or not node.value:
        return last
    child = node.value[-1]
    return end(child[1] if isinstance(child, tuple) else child, text)


def is_empty(node: Node) -> bool:
    """Whether nothing is written where the value should be (`done:` alone)."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def is_flow(node: Node) -> bool:
    """Whether a list or mapping stands in brackets."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)
