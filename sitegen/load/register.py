"""The register of municipalities and postal codes: the package's tables and the project's own table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sitegen.model.register import Municipality, PostalCode, Register
from sitegen.problems import Place, Problem, error, warning
from sitegen.project import package_root

HEADER = ("code", "name_fi", "name_sv")
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


@lru_cache(maxsize=1)
def _shipped() -> tuple[Mapping[str, Municipality], Mapping[str, PostalCode]]:
    folder = package_root() / "data"
    municipalities = {
        row["code"]: Municipality(row["code"], row["name_fi"], row["name_sv"])
        for row in _rows((folder / "municipalities.csv").read_text("utf-8"))
    }
    postal_codes = {
        row["postal_code"]: _postal_code(row, municipalities)
        for row in _rows((folder / "postal-codes.csv").read_text("utf-8"))
    }
    return municipalities, postal_codes


def _postal_code(row: Mapping[str, str], municipalities: Mapping[str, Municipality]) -> PostalCode:
    """Its town in Swedish is the municipality's Swedish name where the register only repeats the Finnish town
    and that town is the municipality itself."""
    fi, sv = capitalised(row["name_fi"]), capitalised(row["name_sv"])
    home = municipalities.get(row["municipality_code"])
    if home is not None and sv == fi and fi.casefold() == home.name_fi.casefold():
        sv = home.name_sv
    return PostalCode(row["postal_code"], fi, sv, row["municipality_code"])


def _rows(text: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(text))


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
    problems: list[Problem] = []
    for cells in reader:
        place = Place(path, reader.line_num, 1)
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if not any(row.values()):
            continue
        one = Municipality(row.get("code", ""), row.get("name_fi", ""), row.get("name_sv", ""))
        found = _line_problem(one, place, shipped, added)
        if found is not None:
            problems.append(found)
        else:
            added[one.code] = one
    return added, tuple(problems)


def _line_problem(
    one: Municipality, place: Place, shipped: Mapping[str, Municipality], added: Mapping[str, Municipality]
) -> Problem | None:
    if not (one.code and one.name_fi and one.name_sv):
        return error("register-line", place)
    if one.code in shipped or one.code in added:
        return error("register-code-twice", place, code=one.code)
    known = {
        name.casefold()
        for other in (*shipped.values(), *added.values())
        for name in (other.name_fi, other.name_sv)
    }
    clash = next((name for name in (one.name_fi, one.name_sv) if name.casefold() in known), None)
    return None if clash is None else warning("register-name-twice", place, name=clash)
