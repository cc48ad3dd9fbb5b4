"""`content/<year>/populations.csv`: how many people live in each municipality, with sources."""

import csv
import re
from collections.abc import Iterator, Sequence

from sitegen.model.fields import Kind, Spec
from sitegen.model.register import Population, Register
from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct
from sitegen.validate.context import Asked, Checked, Context, shown
from sitegen.validate.dates import check_partial_date
from sitegen.validate.numbers import MOST_DIGITS

REQUIRED = ("code", "population", "date", "source")
COLUMNS = (*REQUIRED, "county")
"""`county` is asked for where a region names no wellbeing services county or several."""
_DATE = Spec(Kind.PARTIAL_DATE, "Päivä", "Datum", "Date", "2025-12-31", key="date")


def read_populations(text: str, path: str, register: Register) -> Checked[tuple[Population, ...]]:
    """The rows that can be used, and what is wrong with the others. An empty text is a table without rows.

    Columns are told apart by commas, or by semicolons as a Finnish Excel writes them.
    """
    first = text.partition("\n")[0]
    if not first.strip():
        return Checked(())
    mark = ";" if first.count(";") > first.count(",") else ","
    # A line is a row: no cell of this table holds a line end, and a forgotten quote swallows nothing.
    reader = (next(csv.reader([line], delimiter=mark), []) for line in text.splitlines())
    header = [cell.strip().casefold() for cell in next(reader)]
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in COLUMNS]
    if missing or unknown or len(set(header)) < len(header):
        place = Place(path, 1, 1)
        return Checked((), (error("populations-header", place, found=shown(mark.join(header))),))
    rows: dict[str, Population] = {}
    problems: list[Problem] = []
    for number, cells in enumerate(reader, start=2):
        line = Line(header, [cell.strip() for cell in cells], Place(path, number, 1))
        if not any(line.cells):
            continue
        wrong = tuple(line.problems(register, rows))
        problems += wrong
        if not wrong:
            row = line.row()
            rows[row.code] = row
    return Checked(tuple(rows.values()), tuple(problems))


class Line(Struct, frozen=True):
    """A line of the table: its cells, the names of its columns and where it begins."""

    header: Sequence[str]
    cells: Sequence[str]
    start: Place

    def get(self, name: str) -> str:
        """The cell of a column, empty where there is none."""
        return dict(zip(self.header, self.cells, strict=False)).get(name, "")

    def place(self, name: str) -> Place:
        """Where the cell stands (as far as no cell before it is quoted)."""
        before = self.cells[: self.header.index(name)]
        return Place(self.start.path, self.start.line, 1 + sum(len(cell) + 1 for cell in before))

    def row(self) -> Population:
        """The row of a line without problems."""
        date = check_partial_date(self.get("date"), self._asked()).value or ""
        people = int(self.get("population"))
        return Population(
            self.get("code"), people, date, self.get("source"), self.get("county"), self.place("population")
        )

    def problems(self, register: Register, known: dict[str, Population]) -> Iterator[Problem]:
        """What is wrong with the line; `known` are the rows before it."""
        if len(self.cells) > len(self.header):
            yield error("populations-cells", self.start, count=len(self.cells), wanted=len(self.header))
            return
        code, people = self.get("code"), self.get("population")
        if code not in register.municipalities:
            near = code.zfill(3)
            suggestion = near if near in register.municipalities else ""
            yield error("populations-code", self.place("code"), value=shown(code), suggestion=suggestion)
        elif code in known:
            name, line = register.name(code, "fi"), known[code].place.line
            yield error("populations-twice", self.place("code"), name=name, line=line)
        if not re.fullmatch(rf"[1-9][0-9]{{0,{MOST_DIGITS - 1}}}", people):
            digits = re.sub(r"[\s.]", "", people)
            suggestion = digits if digits != people and digits.isdecimal() else ""
            place = self.place("population")
            yield error("populations-number", place, value=shown(people), suggestion=suggestion)
        yield from check_partial_date(self.get("date"), self._asked()).problems
        if not self.get("source"):
            yield error("populations-source", self.place("source"), rule="C15")

    def _asked(self) -> Asked:
        # What a date is checked with: no language and no region has a say in it.
        return Asked(_DATE, self.place("date"), Context(Register({}, {}, {}), (), ()))
