"""Every field of the table: its own example is accepted, and a wrong value is reported at its line."""

from collections.abc import Iterator

import pytest

from sitegen.load.nodes import RawFile
from sitegen.load.yaml import read_yaml
from sitegen.model.edition import EditionFacts
from sitegen.model.fields import Kind, Spec, table
from sitegen.model.front import FrontMatter
from sitegen.model.network import FILES
from sitegen.model.region import NOT_BY_YEAR, Region
from sitegen.problems import Severity
from sitegen.validate.files import read_edition_file
from tests.validate.support import context, ids, record

WRONG = {
    Kind.TEXT: "[a, b]",
    Kind.NAME: "{xx: a}",
    Kind.WORDS: "{xx: a}",
    Kind.LINK: "javascript:x",
    Kind.URL: "www.mallila.example",
    Kind.ID: "Ä Ö",
    Kind.EMAIL: "mallila",
    Kind.PHONE: "abc",
    Kind.POSTAL_CODE: "1",
    Kind.DATE: "2026-02-30",
    Kind.DATE_FROM: "2026-02-30",
    Kind.DATE_TO: "2026-13",
    Kind.PARTIAL_DATE: "joskus",
    Kind.MONTH_DAY: "02-30",
    Kind.TIME: "'25:00'",
    Kind.YEAR: "19",
    Kind.INTEGER: "-1",
    Kind.NUMBER: "monta",
    Kind.FIGURE: "3",
    Kind.YES_NO: "ehkä",
    Kind.CHOICE: "tätä-ei-ole",
    Kind.MUNICIPALITY: "Olematon",
    Kind.COVERS: "Olematon",
    Kind.LANGUAGE: "xx",
    Kind.COLOUR: "'#ffffff'",
    Kind.FILE: "puuttuu.png",
    Kind.RECORD: "[[a]]",
    Kind.RECORDS_BY_NAME: "a",
    Kind.COUNTS: "{fi: monta}",
}
AROUND = context(media=("logo.png",), invented=True)


def records() -> Iterator[type]:
    """Every record of the format, once."""
    found: list[type] = []
    waiting = [*FILES.values(), FrontMatter]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found.append(one)
            waiting += [spec.record for spec in table(one).values() if spec.record is not None]
    return iter(found)


FIELDS = [(one, name) for one in records() for name in table(one)]


def names(value: object) -> str:
    return value.__name__ if isinstance(value, type) else str(value)


def written(specs: dict[str, Spec], *, broken: str = "") -> str:
    """Each field with its example on a line of its own; the broken one with a wrong value."""
    lines = []
    for name, spec in specs.items():
        value = WRONG[spec.kind] if name == broken else spec.example
        value = f"[{{{value.removeprefix('- ')}}}]" if value.startswith("- ") else value
        lines.append(f"{spec.key}: {value}")
    return "\n".join(lines) + "\n"


def without_conflict(one: type, specs: dict[str, Spec]) -> dict[str, Spec]:
    """The fields that may stand together; a picture is described or decoration."""
    return {
        name: spec
        for name, spec in specs.items()
        if not (one.__name__ == "MediaDescription" and name == "decorative")
    }


def test_every_kind_has_a_wrong_value() -> None:
    assert set(WRONG) == set(Kind)


@pytest.mark.parametrize("one", list(records()), ids=names)
def test_the_examples_of_a_record_are_accepted(one: type) -> None:
    outcome = record(written(without_conflict(one, dict(table(one)))), one, AROUND)
    # The example of a whole file, and of a region's forms, shows only its beginning.
    shortened = {"E field-missing", "E forms-missing"} if one in FILES.values() else set()
    assert set(ids(outcome)) <= shortened


@pytest.mark.parametrize(("one", "name"), FIELDS, ids=names)
def test_a_wrong_value_is_reported_at_its_line(one: type, name: str) -> None:
    specs = dict(table(one))
    outcome = record(written(specs, broken=name), one, AROUND)
    lines = [problem.place.line for problem in outcome.problems if problem.severity is Severity.ERROR]
    assert list(specs).index(name) + 1 in lines


@pytest.mark.parametrize(("one", "name"), [(o, n) for o, n in FIELDS if table(o)[n].required], ids=names)
def test_a_missing_required_field_is_named(one: type, name: str) -> None:
    specs = {other: spec for other, spec in table(one).items() if other != name}
    outcome = record(written(specs) or "{}", one, AROUND)
    missing = [dict(problem.values)["field"] for problem in outcome.problems if problem.id == "field-missing"]
    assert table(one)[name].key in missing
    assert outcome.value is None


@pytest.mark.parametrize("name", [name for name in table(Region) if name not in NOT_BY_YEAR])
def test_an_edition_replaces_any_field_of_its_region_for_its_year(name: str) -> None:
    region = record(
        written({**table(Region)}).replace("{in: Torniossa, of: Tornion}", "{in: T, of: T}"), Region, AROUND
    )
    assert region.value is not None
    spec = table(Region)[name]
    for value, is_error in ((spec.example, False), (WRONG[spec.kind], True)):
        text = f"format: 1\nvalid: {{from: 2026, to: 2026}}\n{spec.key}: {value}\n"
        root, _ = read_yaml("edition.yaml", text.encode())
        assert root is not None
        facts, merged = read_edition_file(RawFile("edition.yaml", root), region.value, AROUND)
        wrong = [one for one in facts.problems if one.place.line == 3 and one.severity is Severity.ERROR]
        wrong = [one for one in wrong if one.id != "forms-missing"]
        assert bool(wrong) is is_error
        assert isinstance(facts.value, EditionFacts)
        assert merged is not None
        if not is_error:
            assert merged.at[name].path == "edition.yaml"


def test_where_a_field_belongs() -> None:
    from sitegen.model.partner import Venue

    text = "id: a\nname: A\nkind: sport\n{}: x\n"
    hints = {
        "sector": ("field-elsewhere", "file", "distributors.yaml"),
        "street": ("field-inside", "inside", "address"),
        "channels": ("field-inside", "inside", "how"),
        "puhelinnumero": ("field-unknown", "suggestion", "phone"),
        "hour": ("field-unknown", "suggestion", "hours"),
        "Name": ("field-unknown", "suggestion", "name"),
        "qqqq": ("field-unknown", "suggestion", ""),
    }
    for key, (id, name, expected) in hints.items():
        (problem,) = record(text.format(key), Venue).problems
        assert (problem.id, dict(problem.values)[name]) == (id, expected)
        assert problem.place.line == 4
