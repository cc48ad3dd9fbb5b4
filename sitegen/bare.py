"""Values where msgspec is not installed: `doctor` has to start there too, to say what is missing.

Just enough of msgspec for that; nothing is encoded.
"""

import dataclasses
from dataclasses import field, replace
from typing import Any

__all__ = ["Struct", "StructMeta", "field", "replace"]

StructMeta = type


class Struct:
    """A frozen dataclass in the dress of a `msgspec.Struct`."""

    def __init_subclass__(cls, **options: Any) -> None:
        dataclasses.dataclass(frozen=True, order=bool(options.get("order")))(cls)
