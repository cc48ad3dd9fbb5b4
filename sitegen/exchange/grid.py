"""A sheet as plain values, between the data and a file: what is written, and what was read back."""

from collections.abc import Mapping
from typing import Literal

from sitegen.problems import Place
from sitegen.structs import Struct

Form = Literal["text", "date", "number"]

NOT_READ = "-"
"""A key that begins so names a column for the reader's eye only; `import` passes over it."""

LONGEST_CELL = 32_767
"""What a cell of a workbook can hold."""


class Cell(Struct, frozen=True):
    """A value with its form, and the words to choose from. `many`: more than one of them may stand there."""

    text: str = ""
    form: Form = "text"
    options: tuple[str, ...] = ()
    many: bool = False


class Head(Struct, frozen=True):
    """A column: its key in the hidden row, heading, a note with the example, width in letters.

    `empty` is the cell of a row that is not written yet.
    """

    key: str
    heading: str
    note: str = ""
    width: int = 16
    hidden: bool = False
    empty: Cell = Cell()


class Grid(Struct, frozen=True):
    """A sheet to write. `name` stands in its keys, `title` on its tab; `grows`: rows may be added."""

    name: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    grows: bool = True


class Origin(Struct, frozen=True):
    """Which sheet of which region and year: so the first key of a sheet begins, `tornio/2026/venues`."""

    region: str
    year: int
    sheet: str

    def __str__(self) -> str:
        return f"{self.region}/{self.year}/{self.sheet}"


class Row(Struct, frozen=True):
    """A row that was read: its number in the file and its cells by key."""

    number: int
    cells: Mapping[str, str]


class Filled(Struct, frozen=True):
    """A sheet that was read. `columns` gives the number of each key's column, from 1."""

    file: str
    title: str
    origin: Origin
    columns: Mapping[str, int]
    rows: tuple[Row, ...]

    def place(self, row: int, key: str = "") -> Place:
        """A cell as problems name it; without a key the row's first."""
        return cell_place(self.file, self.title, row, self.columns.get(key, 1))


class Raw(Struct, frozen=True):
    """Sheets as texts by row and column (from 1), before anybody asks what they are."""

    title: str
    cells: Mapping[tuple[int, int], str]


def cell_place(file: str, title: str, row: int, column: int) -> Place:
    """`lists.xlsx: Venues!F7`; a CSV file has no sheet, `venues.csv: F7`."""
    cell = f"{column_letters(column)}{row}"
    return Place(f"{file}: {title}!{cell}" if title else f"{file}: {cell}")


def column_letters(number: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
