"""Plain frozen values, the stuff that everything between two steps consists of.

`class Step(Struct, frozen=True)` is a value with named fields: equal where its fields are, hashable, never
changed (`replace` gives a copy). They are msgspec's, since most of a build is making, comparing, copying and
sending such values, and a program of hundreds of them starts in half the time. Records of the table of
fields (`model.fields.described`) and nodes that keep a place out of their equality are dataclasses still.
"""

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, field, structs

__all__ = ["Struct", "field", "field_names", "replace"]

Kind = TypeVar("Kind")


def replace(value: Kind, /, **changes: Any) -> Kind:
    """A copy of a value or a dataclass with other fields. Raises `TypeError` for a field it has not."""
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a value or a dataclass, in order; none for anything else."""
    if isinstance(value, Struct):
        return value.__struct_fields__
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple(one.name for one in dataclasses.fields(value))
    return ()
