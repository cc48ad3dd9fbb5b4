"""The register of municipalities and postal codes: the package's tables and the project's own table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from sitegen.model.register import Municipality, PostalCode, Register
from sitegen.problems import Place, Problem, error, warning
from sitegen.project import package_root

HEADER = ("code", "name_fi", "name_sv")
POSTAL_HEADER = ("postal_code", "name_fi", "name_sv", "municipality_code")
OWN_PATH = "content/municipalities.csv"
SMALL = frozenset({"kk", "as", "kby", "st"})


def load_register(own: str = "", path: str = OWN_PATH) -> tuple[Register, tuple[Problem, ...]]:
    """The register with the municipalities of the project's own table added (invented ones, codes X01 …).

    `own` is the text of that table, with the register's header; empty where there is none. A line that cannot
    be used is a problem and left out: the rest holds.
    """
    shipped, postal_codes = _shipped()
    added, problems = _own(own, path, shipped)
    municipalities = {**shipped, **added}
    return Register(municipalities, _by_name(municipalities.values()), postal_codes), problems


def capitalised(town: str) -> str:
    """A post town in capitals with a capital first letter in each word: `Tornio`, `Koski Tl`, `Länsi-Aure`.

    Words for a village or a station stay small: `Siuntio kk`, `Lieto as`.
    """
    return " ".join("-".join(_word(part) for part in word.split("-")) for word in town.split())


def _word(part: str) -> str:
    return part.lower() if part.lower() in SMALL else part[:1].upper() + part[1:].lower()


class _PostalCodes(Mapping[str, PostalCode]):
    """Each is made of its row when it is asked for: a build asks for a few hundred of five thousand."""

    def __init__(self, rows: Mapping[str, list[str]], municipalities: Mapping[str, Municipality]) -> None:
        self._rows = rows
        self._municipalities = municipalities
        self._made: dict[str, PostalCode] = {}

    def __getitem__(self, code: str) -> PostalCode:
        if code not in self._made:
            self._made[code] = _postal_code(self._rows[code], self._municipalities)
        return self._made[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Mapping[str, Municipality], Mapping[str, PostalCode]]:
    municipalities = {row[0]: Municipality(*row[:3]) for row in _rows("municipalities.csv", HEADER)}
    rows = {row[0]: row for row in _rows("postal-codes.csv", POSTAL_HEADER)}
    return municipalities, _PostalCodes(rows, municipalities)


def _postal_code(row: list[str], municipalities: Mapping[str, Municipality]) -> PostalCode:
    """Its town in Swedish is the municipality's Swedish name where the register only repeats the Finnish town
    and that town is the municipality itself."""
    code, name_fi, name_sv, municipality = row
    fi, sv = capitalised(name_fi), capitalised(name_sv)
    home = municipalities.get(municipality)
    if home is not None and sv == fi and fi.casefold() == home.name_fi.casefold():
        sv = home.name_sv
    return PostalCode(code, fi, sv, municipality)


def _rows(name: str, header: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows of one of the package's tables, which begins with these columns."""
    reader = csv.reader(io.StringIO((package_root() / "data" / name).read_text("utf-8")))
    assert tuple(next(reader))[: len(header)] == header, name
    return reader


def _by_name(municipalities: Iterable[Municipality]) -> Mapping[str, str]:
    """Codes by lower-case name; a Finnish name wins over another municipality's Swedish one."""
    listed = tuple(municipalities)
    swedish = {one.name_sv.casefold(): one.code for one in listed}
    return swedish | {one.name_fi.casefold(): one.code for one in listed}


def _own(
    text: str, path: str, shipped: Mapping[str, Municipality]
) -> tuple[Mapping[str, Municipality], tuple[Problem, ...]]:
    if not text.strip():
        return {}, ()
    reader = csv.reader(io.StringIO(text))
    header = [cell.strip() for cell in next(reader)]
    missing = [name for name in HEADER if name not in header]
    if missing:
        return {}, (error("register-header", Place(path, 1, 1), missing=", ".join(missing)),)
    added: dict[str, Municipality] = {}
    codes = set(shipped)
    names = {name for one in shipped.values() for name in _names(one)}
    problems: list[Problem] = []
    for cells in reader:
        place = Place(path, reader.line_num, 1)
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if not any(row.values()):
            continue
        one = Municipality(row.get("code", ""), row.get("name_fi", ""), row.get("name_sv", ""))
        found = _line_problem(one, place, codes, names)
        if found is not None:
            problems.append(found)
        else:
            added[one.code] = one
            codes.add(one.code)
            names.update(_names(one))
    return added, tuple(problems)


def _line_problem(one: Municipality, place: Place, codes: Set[str], names: Set[str]) -> Problem | None:
    """`codes` and `names` (lower-case) are those that are taken."""
    if not (one.code and one.name_fi and one.name_sv):
        return error("register-line", place)
    if one.code in codes:
        return error("register-code-twice", place, code=one.code)
    clash = next((name for name in (one.name_fi, one.name_sv) if name.casefold() in names), None)
    return None if clash is None else warning("register-name-twice", place, name=clash)


def _names(one: Municipality) -> tuple[str, str]:
    return one.name_fi.casefold(), one.name_sv.casefold()
