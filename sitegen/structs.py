"""Plain frozen values, the stuff that everything between two steps consists of.

`class Step(Struct, frozen=True)` is a value with named fields: equal where its fields are, hashable, never
changed (`replace` gives a copy). They are msgspec's, since most of a build is making, comparing, copying,
encoding and sending such values, and a program of hundreds of classes starts sooner. Records of the
table of fields (`model.fields.Record`) are such values too.
"""

import dataclasses
from functools import lru_cache
from typing import Any, Generic, TypeVar

try:
    import msgspec
    from msgspec import StructMeta, field
    from msgspec.structs import replace as _replace
except ModuleNotFoundError:  # no package is installed: `doctor` tells
    from sitegen import bare as msgspec  # type: ignore[no-redef]
    from sitegen.bare import StructMeta, field  # type: ignore[no-redef,assignment]
    from sitegen.bare import replace as _replace  # type: ignore[assignment]

__all__ = ["Aside", "Struct", "StructMeta", "encoded", "field", "field_names", "json_text", "replace"]

Kind = TypeVar("Kind")


class Struct(msgspec.Struct, frozen=True, tag=True, tag_field="struct", array_like=True):
    """The base of all values. Encoded, one is its class's name and its fields in their order."""


class Aside(Generic[Kind]):
    """Something a value carries along that is no part of it: equal to any other, not shown, not encoded."""

    __slots__ = ("value",)

    def __init__(self, value: Kind) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Aside)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "Aside()"

    def __reduce__(self) -> tuple[type["Aside[Kind]"], tuple[Kind]]:
        return Aside, (self.value,)


def replace(value: Kind, /, **changes: Any) -> Kind:
    """A copy of a value or a dataclass with other fields. Raises `TypeError` for a field it has not."""
    if isinstance(value, Struct):
        return _replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


def field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a value or a dataclass, in order; none for anything else."""
    if isinstance(value, Struct):
        return value.__struct_fields__
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple(one.name for one in dataclasses.fields(value))
    return ()


def encoded(value: object) -> bytes:
    """A value as bytes, the same in every process: classes by name, fields in order, no asides.

    Made of `Struct`s, tuples, tables, strings, numbers, days and bytes. Raises `TypeError` for anything else.
    """
    return _encoder().encode(value)


def json_text(value: object) -> str:
    """Plain tables, lists, strings and numbers as JSON without blanks, their order kept."""
    return msgspec.json.encode(value).decode()


def _set_aside(value: object) -> None:
    if not isinstance(value, Aside):
        raise TypeError(f"{type(value).__name__} has no encoding")


@lru_cache(maxsize=1)
def _encoder() -> "msgspec.msgpack.Encoder":
    return msgspec.msgpack.Encoder(enc_hook=_set_aside, order="deterministic")
