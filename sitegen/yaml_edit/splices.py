"""Changes -> cuts in the text. Each round makes all that do not meet; the others wait for the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sitegen.structs import Struct
from sitegen.yaml_edit import lines, tree
from sitegen.yaml_edit.changes import Append, Change, EditError, Put, Remove
from sitegen.yaml_edit.tree import Gap, Spot
from sitegen.yaml_edit.writing import (
    STEP,
    Value,
    field_lines,
    in_flow,
    is_short,
    item_lines,
    scalar,
    under,
)


class Splice(Struct, frozen=True):
    """Put `new` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    new: str


class Cut(Struct, frozen=True):
    """What a change does: its splices, and the zone in which no other change of the round may work."""

    splices: tuple[Splice, ...]
    zone: tuple[int, int]


@dataclass(slots=True)
class _Round:
    text: str
    root: Node
    numbered: bool
    """Whether a change names an item by its number, which another item's removal would change."""
    removed: dict[int, set[int]] = field(default_factory=dict)
    """Children removed in this round, by the identity of their parent."""


def one_round(text: str, changes: Sequence[Change]) -> tuple[str, list[Change]]:
    """The text with as many changes made as do not meet, and those that wait. The first is always made."""
    numbered = any(isinstance(step, int) for change in changes for step in change.path)
    current = _Round(text, tree.compose(text), numbered)
    splices: list[Splice] = []
    zones: list[tuple[int, int]] = []
    waiting: list[Change] = []
    for change in changes:
        try:
            cut = _cut(current, change)
        except EditError:
            if not zones:
                raise
            cut = Cut((), (0, len(text)))  # perhaps there once the changes before it are made
        if any(
            (first < cut.zone[1] and cut.zone[0] < last) or cut.zone == (first, last) for first, last in zones
        ):
            waiting.append(change)
        else:
            splices += cut.splices
            _note_removed(current, change)
        zones.append(cut.zone)
    for one in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: one.start] + one.new + text[one.end :]
    return text, waiting


def _cut(current: _Round, change: Change) -> Cut:
    """What a change does to the text as it stands. Raises `EditError`."""
    found = tree.find(current.root, change.path)
    match change:
        case Remove():
            if isinstance(found, Gap):
                raise EditError(change.path)
            return _remove(current, found)
        case Put():
            if isinstance(found, Gap):
                return _add_field(current, found, change.value, change)
            return _replace(current, found, change.value)
        case Append():
            if isinstance(found, Gap):
                return _add_field(current, found, [change.value], change)
            return _append(current, found, change.value)


# ------------------------------------------------------------------ remove


def _note_removed(current: _Round, change: Change) -> None:
    found = tree.find(current.root, change.path) if isinstance(change, Remove) else None
    if isinstance(found, Spot):
        current.removed.setdefault(id(found.parent), set()).add(found.index)


def _remove(current: _Round, spot: Spot) -> Cut:
    text = current.text
    whole = (tree.start(spot.parent), tree.end(spot.parent, text))
    if tree.is_flow(spot.parent):
        # Two cuts in one pair of brackets share a comma: one at a time.
        return Cut((Splice(*_flow_span(text, spot), ""),), whole)
    gone = current.removed.get(id(spot.parent), set()) | {spot.index}
    first, last = _field_span(text, spot) if spot.key is not None else _item_span(text, spot)
    if len(gone) == len(spot.parent.value):
        return Cut((Splice(first, last, ""), *_emptied(current, spot.parent)), (first, last))
    alone = current.numbered and spot.key is None
    return Cut(
        (Splice(first, last, ""),), (min(first, whole[0]), max(last, whole[1])) if alone else (first, last)
    )


def _emptied(current: _Round, parent: Node) -> Iterable[Splice]:
    """A list or mapping that has lost everything is written `[]` or `{}` on its key's line."""
    if parent is current.root:
        return
    before = current.text[: tree.start(parent)]
    at = len(_without_comments(before))
    yield Splice(at, at, " []" if isinstance(parent, SequenceNode) else " {}")


def _without_comments(before: str) -> str:
    """The text up to the colon or dash that a block belongs to: comments between are passed over."""
    before = before.rstrip()
    while (last := before[lines.line_start(before, len(before)) :]).lstrip().startswith("#") or "  #" in last:
        at = last.find("  #") if not last.lstrip().startswith("#") else 0
        before = before[: len(before) - len(last) + at].rstrip()
    return before


def _field_span(text: str, spot: Spot) -> tuple[int, int]:
    assert spot.key is not None
    at = tree.start(spot.key)
    first = lines.line_start(text, at)
    last = lines.block_end(text, tree.end(spot.value, text), tree.column(spot.key))
    if text[first:at].strip():  # the first field of an item stands on the line of its dash
        fields = spot.parent.value
        return at, tree.start(fields[1][0]) if len(fields) > 1 else len(text[:last].rstrip())
    return first, last


def _item_span(text: str, spot: Spot) -> tuple[int, int]:
    column = tree.column(spot.parent)
    first = lines.comments_start(text, _dash_line(text, spot.value, column), column)
    last = lines.block_end(text, tree.end(spot.value, text), column)
    if spot.index + 1 < len(spot.parent.value):
        return first, lines.blank_end(text, last)
    return (lines.blank_start(text, first) if spot.index else first), last


def _dash_line(text: str, item: Node, column: int) -> int:
    at = lines.line_start(text, tree.start(item))
    while not text.startswith("-", at + column) and at > 0:
        at = lines.line_start(text, at - 1)
    return at


def _flow_span(text: str, spot: Spot) -> tuple[int, int]:
    """A child in brackets with one comma: the one before it, or for the first the one after it."""
    siblings = spot.parent.value

    def begins(index: int) -> int:
        one = siblings[index]
        return tree.start(one[0] if isinstance(one, tuple) else one)

    last = tree.end(spot.value, text)
    if spot.index > 0:
        before = siblings[spot.index - 1]
        return tree.end(before[1] if isinstance(before, tuple) else before, text), last
    return begins(0), begins(1) if len(siblings) > 1 else last


# ------------------------------------------------------------------ replace


def _replace(current: _Round, spot: Spot, value: Value) -> Cut:
    text, old = current.text, spot.value
    first, last = tree.start(old), tree.end(old, text)
    if tree.as_value(old) == _as_data(value) and not tree.is_empty(old):
        return Cut((), (first, last))
    if tree.is_flow(spot.parent):
        style = (old.style or "") if isinstance(old, ScalarNode) else ""
        new = scalar(value, flow=True, style=style) if isinstance(value, str) else in_flow(value)
        return Cut((Splice(first, last, (" " if tree.is_empty(old) else "") + new),), (first, last))
    column = tree.column(spot.key) if spot.key is not None else tree.column(spot.parent)
    if isinstance(old, ScalarNode) and isinstance(value, str):
        new = _rewritten(old, value, column, lines.newline(text))
        return Cut((Splice(first, last, (" " if tree.is_empty(old) else "") + new),), (first, last))
    if spot.key is None:
        new = lines.newline(text).join(item_lines(value, column))[STEP:]
        return Cut((Splice(first, last, new),), (first, last))
    colon = tree.start(spot.key) + text[tree.start(spot.key) :].index(":") + 1
    return Cut(tuple(_below_key(text, colon, (colon, last), value, column)), (colon, last))


def _below_key(text: str, colon: int, old: tuple[int, int], value: Value, column: int) -> Iterable[Splice]:
    """A new value after a key: short on its line, long below it (and below a comment on that line)."""
    end = lines.newline(text)
    if is_short(value):
        yield Splice(*old, " " + (scalar(value) if isinstance(value, str) else in_flow(value)))
        return
    mark = " |-" if isinstance(value, str) else ""
    block = end.join(under(value, column + STEP))
    if text[old[0] : old[1]].strip():
        yield Splice(*old, mark + end + block)
        return
    at = lines.line_end(text, colon)
    yield Splice(colon, colon, mark)
    yield _whole_lines(text, at, [block])


def _rewritten(old: ScalarNode, value: str, column: int, end: str) -> str:
    if old.style in tree.BLOCK_SCALARS and "\n" in value and not is_short(value):
        return "|-" + end + end.join(under(value, column + STEP))
    return scalar(value, style=old.style or "")


def _as_data(value: Value) -> Value:
    """Lists as lists and mappings as dicts, as the graph gives them."""
    if isinstance(value, str):
        return value
    if hasattr(value, "items"):
        return {key: _as_data(one) for key, one in value.items()}
    return [_as_data(one) for one in value]


# ------------------------------------------------------------------ add


def _add_field(current: _Round, gap: Gap, value: Value, change: Put | Append) -> Cut:
    key, *deeper = gap.rest
    if not isinstance(key, str) or isinstance(gap.node, SequenceNode):
        raise EditError(change.path)
    for step in reversed(deeper):
        value = {str(step): value}
    if not isinstance(gap.node, MappingNode):
        if not tree.is_empty(gap.node):
            raise EditError(change.path)
        found = tree.find(current.root, change.path[: -len(gap.rest)])
        assert isinstance(found, Spot)
        return _replace(current, found, {key: value})
    return _in_mapping(current, gap.node, key, value, change)


def _in_mapping(current: _Round, node: MappingNode, key: str, value: Value, change: Put | Append) -> Cut:
    text = current.text
    zone = (tree.start(node), max(tree.end(node, text), tree.start(node) + 1))
    if node.flow_style:
        return Cut((_in_brackets(text, node, f"{scalar(key)}: {in_flow(value)}"),), zone)
    column = tree.column(node.value[0][0])
    anchor = _anchor(node, key, change.order)
    made = field_lines(key, value, column)
    if anchor is None:
        first = tree.start(node.value[0][0])
        end = lines.newline(text)
        return Cut((Splice(first, first, end.join([*made, " " * column])),), zone)
    at = lines.block_end(text, tree.end(node.value[anchor][1], text), column)
    return Cut((_whole_lines(text, at, [" " * column + made[0], *made[1:]]),), zone)


def _anchor(node: MappingNode, key: str, order: tuple[str, ...]) -> int | None:
    """The field after which a new one stands; None: before all."""
    if key not in order:
        return len(node.value) - 1
    before = order[: order.index(key)]
    found = [index for index, (one, _) in enumerate(node.value) if one.value in before]
    return max(found, default=None)


def _append(current: _Round, spot: Spot, value: Value) -> Cut:
    text, node = current.text, spot.value
    if tree.is_empty(node) or (isinstance(node, SequenceNode) and not node.value and node.flow_style):
        if tree.is_flow(spot.parent) or is_short([value]):
            return _replace(current, spot, [value])
        assert spot.key is not None
        colon = tree.start(spot.key) + len(str(spot.key.value)) + 1
        cuts = _below_key(text, colon, (colon, tree.end(node, text)), [value], tree.column(spot.key))
        return Cut(
            tuple(_after_comment(text, colon, node, cuts)), (colon, max(tree.end(node, text), colon + 1))
        )
    if not isinstance(node, SequenceNode):
        raise EditError(())
    zone = (tree.start(node), tree.end(node, text))
    if node.flow_style:
        return Cut((_in_brackets(text, node, in_flow(value)),), zone)
    column = tree.column(node)
    made = item_lines(value, column)
    at = lines.block_end(text, tree.end(node, text), column)
    gap = [""] if _is_spaced(text, node, column) else []
    return Cut((_whole_lines(text, at, [*gap, " " * column + made[0], *made[1:]]),), zone)


def _after_comment(text: str, colon: int, node: Node, cuts: Iterable[Splice]) -> Iterable[Splice]:
    """Of `venues: []  # none yet` the brackets go and the comment stays on its line."""
    cuts = tuple(cuts)
    if len(cuts) > 1 or tree.is_empty(node):
        yield from cuts
        return
    at = lines.line_end(text, tree.end(node, text))
    yield Splice(colon, tree.end(node, text), "")
    yield _whole_lines(text, at, [cuts[0].new.lstrip("\r\n")])


def _is_spaced(text: str, node: SequenceNode, column: int) -> bool:
    """Whether a blank line stands between the items; a single one with fields is taken for such a list."""
    last = node.value[-1]
    if len(node.value) == 1:
        return column > 0 and isinstance(last, MappingNode) and len(last.value) > 3
    first = lines.comments_start(text, _dash_line(text, last, column), column)
    return lines.blank_start(text, first) < first


def _in_brackets(text: str, node: Node, new: str) -> Splice:
    """Before the closing bracket."""
    inner = text[tree.start(node) + 1 : tree.end(node, text) - 1]
    at = tree.start(node) + 1 + len(inner.rstrip())
    if not inner.strip():
        return Splice(at, at, new)
    return Splice(at, at, f" {new}" if inner.rstrip().endswith(",") else f", {new}")


def _whole_lines(text: str, at: int, made: Sequence[str]) -> Splice:
    """Lines at the beginning of a line, or after a last line that lacks its end."""
    end = lines.newline(text)
    block = end.join(made)
    if at and not text[:at].endswith("\n"):
        return Splice(at, at, end + block)
    return Splice(at, at, block + end)
