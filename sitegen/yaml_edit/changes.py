"""The changes there are."""

from sitegen.structs import Struct
from sitegen.yaml_edit.writing import Value

Path = tuple[str | int, ...]
"""Keys of fields; an item of a list by its `id` or its number."""


class Put(Struct, frozen=True):
    """Write a value. A new field stands after the last of those before it in `order`, else at the end.

    Fields on the way that are not there are made, items of lists are not. The same value again changes
    nothing.
    """

    path: Path
    value: Value
    order: tuple[str, ...] = ()


class Remove(Struct, frozen=True):
    """Take away a field, or an item of a list with the comment right above it."""

    path: Path


class Append(Struct, frozen=True):
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
