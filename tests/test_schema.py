"""The JSON Schemas and the reference page are those of the table of fields."""

import json
from pathlib import Path

import pytest

from sitegen.model.fields import table
from sitegen.model.network import FILES
from sitegen.model.region import Region
from sitegen.schema import as_text, schemas, write_schemas

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("stem", sorted(FILES))
def test_the_committed_schemas_are_current(stem: str) -> None:
    assert (ROOT / "schemas" / f"{stem}.json").read_text("utf-8") == as_text(schemas()[stem])


def test_nothing_else_is_committed(tmp_path: Path) -> None:
    written = {path.name for path in write_schemas(tmp_path)}
    assert {path.name for path in (ROOT / "schemas").iterdir()} == written


@pytest.mark.parametrize("stem", sorted(FILES))
def test_a_schema_names_every_field(stem: str) -> None:
    schema = schemas()[stem]
    keys = {spec.key for spec in table(FILES[stem]).values()} | {"format"}
    if stem == "edition":
        keys |= {spec.key for spec in table(Region).values()} - {"edition", "aliases"}
    assert set(schema["properties"]) == keys
    assert "format" in schema["required"]
    assert schema["additionalProperties"] is False


def test_every_reference_leads_to_a_definition() -> None:
    for schema in schemas().values():
        text = json.dumps(schema)
        names = {part.partition('"')[0] for part in text.split('"#/definitions/')[1:]}
        assert names == set(schema["definitions"])


def test_descriptions_come_in_three_languages() -> None:
    field = schemas()["venues"]["definitions"]["venue"]["properties"]["offer"]
    assert field["description"].startswith("Mitä kortilla saa · Vad kortet ger · What the card gives\n")


def test_the_reference_page_is_current() -> None:
    from tools.reference import main

    assert main(["--check"]) == 0
