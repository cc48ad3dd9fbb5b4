"""What an import changes: each record as it is and as it would be, and the cells that say so."""

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field

from sitegen.exchange.columns import Column
from sitegen.exchange.grid import Filled
from sitegen.load.nodes import Mapping
from sitegen.problems import Place
from sitegen.structs import Struct

Key = tuple[str, ...]


class Changed(Struct, frozen=True):
    """A cell that says something else than the files: the words for it, before and after."""

    column: Column
    old: str
    new: str


@dataclass(slots=True)
class Draft:
    """A record on its way. `old` None: a new one; `new` None: it was taken away; `at`: cells by path of keys.

    A record that two sheets tell of, a partner and its materials, is one draft."""

    sheet: Filled
    record: type
    stem: str
    path: tuple[str | int, ...]
    old: Mapping | None
    new: Mapping | None
    changed: list[Changed] = field(default_factory=list)
    at: dict[Key, tuple[Place, Column]] = field(default_factory=dict)
    row: int = 1

    @property
    def place(self) -> Place:
        """The first cell of its row."""
        return self.sheet.place(self.row)

    @property
    def is_changed(self) -> bool:
        """Whether it says anything else than before."""
        return bool(self.changed) or self.old is None or self.new is None


class Comparison(Struct, frozen=True):
    """Everything an import would do. `absent`: how many partners are not in the file, by their list."""

    drafts: tuple[Draft, ...]
    absent: Lookup[str, int]
