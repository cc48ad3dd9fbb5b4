"""The changes there are."""

from dataclasses import dataclass

from sitegen.yaml_edit.writing import Value

Path = tuple[str | int, ...]
"""Keys of fields; an item of a list by its `id` or its number."""


@dataclass(frozen=True, slots=True)
class Put:
    """Write a value. A new field stands after the last of those before it in `order`, else at the end.

    Fields on the way that are not there are made, items of lists are not. The same value again changes
    nothing.
    """

    path: Path
    value: Value
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away a field, or an item of a list with the comment right above it."""

    path: Path


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item to the end of a list; the list is made where there is none."""

    path: Path
    value: Value
    order: tuple[str, ...] = ()


Change = Put | Remove | Append


class EditError(Exception):
    """A change that cannot be made: `path` is not in the text (empty: the text is no YAML of fields)."""

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(str(step) for step in path))
        self.path = path
