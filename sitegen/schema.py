"""JSON Schemas of the YAML files, written from the table of fields, for completion and hints in editors.

They help while writing; what counts is `validate/`, which knows more. A schema accepts what YAML makes of an
unquoted value, so `1917` as a name and `2024` as a date are fine.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.languages.table import codes
from sitegen.model.edition import EditionFacts
from sitegen.model.fields import Kind, Spec, table
from sitegen.model.network import FILES
from sitegen.model.region import NOT_BY_YEAR, Region

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
FORMAT = 1

_TEXT: Schema = {"type": ["string", "number"]}
_NUMBER: Schema = {"type": ["integer", "string"]}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$|^\d{1,2}\. ?\d{1,2}\. ?\d{4}$"}
_PART_OF_DATE: Schema = {"type": ["string", "number"]}
_MUNICIPALITIES: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

_SCALARS: Mapping[Kind, Schema] = {
    Kind.TEXT: _TEXT,
    Kind.URL: {"type": "string", "pattern": "^https?://"},
    Kind.ID: {"type": ["string", "number"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    Kind.EMAIL: {"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"},
    Kind.PHONE: _TEXT,
    Kind.POSTAL_CODE: {"type": ["string", "number"], "pattern": "^[0-9]{5}$"},
    Kind.DATE: _DATE,
    Kind.DATE_FROM: _PART_OF_DATE,
    Kind.DATE_TO: _PART_OF_DATE,
    Kind.PARTIAL_DATE: _PART_OF_DATE,
    Kind.MONTH_DAY: {"type": "string", "pattern": r"^\d{1,2}-\d{1,2}$|^\d{1,2}\. ?\d{1,2}\.?$"},
    Kind.TIME: {"type": "string", "pattern": r"^\d{1,2}[:.]\d{2}$"},
    Kind.YEAR: _NUMBER,
    Kind.INTEGER: _NUMBER,
    Kind.NUMBER: _TEXT,
    Kind.FIGURE: {"anyOf": [{"type": "integer"}, {"const": "under-5"}]},
    Kind.YES_NO: {"enum": ["yes", "no", True, False]},
    Kind.MUNICIPALITY: {"type": "string"},
    Kind.COVERS: _MUNICIPALITIES,
    Kind.COLOUR: {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"},
    Kind.FILE: {"type": "string"},
}


def schemas() -> Mapping[str, Schema]:
    """The schema of every kind of file, by the stem of its name."""
    return {stem: _file(stem, record) for stem, record in sorted(FILES.items())}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write `<stem>.json` for every kind of file; the same table gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for stem, schema in schemas().items():
        path = folder / f"{stem}.json"
        path.write_text(as_text(schema), "utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def as_text(schema: Schema) -> str:
    """A schema as the file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file(stem: str, record: type) -> Schema:
    definitions: dict[str, Schema] = {}
    specs = dict(table(record))
    if record is EditionFacts:
        of_region = {name: spec for name, spec in table(Region).items() if name not in NOT_BY_YEAR}
        properties = {**_properties(specs, definitions), **_properties(of_region, definitions)}
    else:
        properties = _properties(specs, definitions)
    return {
        "$schema": DIALECT,
        "title": f"{stem}.yaml",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", *_required(specs)],
        "properties": {"format": {"const": FORMAT}, **properties},
        "definitions": dict(sorted(definitions.items())),
    }


def _properties(specs: Mapping[str, Spec], definitions: dict[str, Schema]) -> dict[str, Schema]:
    return {spec.key: _field(spec, definitions) for spec in specs.values()}


def _required(specs: Mapping[str, Spec]) -> list[str]:
    return [spec.key for spec in specs.values() if spec.required]


def _field(spec: Spec, definitions: dict[str, Schema]) -> Schema:
    one = _one(spec, definitions)
    schema = {"anyOf": [one, {"type": "array", "items": one}]} if spec.many else one
    words = " · ".join((spec.fi, spec.sv, spec.en))
    described: Schema = {"description": f"{words}\n{spec.key}: {spec.example}"}
    # Draft 7 ignores what stands beside a $ref.
    return {**described, "allOf": [schema]} if "$ref" in schema else {**described, **schema}


def _one(spec: Spec, definitions: dict[str, Schema]) -> Schema:
    if spec.kind is Kind.CHOICE:
        return {"enum": list(spec.choices)}
    if spec.kind is Kind.LANGUAGE:
        return {"enum": list(codes())}
    if spec.kind in (Kind.NAME, Kind.WORDS):
        return {"anyOf": [_TEXT, _by_language(_TEXT)]}
    if spec.kind is Kind.LINK:
        address = _SCALARS[Kind.URL]
        return {"anyOf": [address, _by_language(address)]}
    if spec.kind is Kind.COUNTS:
        return _by_language(_NUMBER)
    if spec.record is None:
        return _SCALARS[spec.kind]
    record = _reference(spec.record, definitions)
    if spec.kind is Kind.RECORDS_BY_NAME:
        return {"type": "object", "additionalProperties": record}
    if spec.short:
        short = next(one for one in table(spec.record).values() if one.key == spec.short)
        return {"anyOf": [_one(short, definitions), record]}
    return record


def _by_language(value: Schema) -> Schema:
    properties = dict.fromkeys(codes(), value)
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _reference(record: type, definitions: dict[str, Schema]) -> Schema:
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", record.__name__).lower()
    if name not in definitions:
        definitions[name] = {}
        specs = table(record)
        definitions[name] = {
            "type": "object",
            "additionalProperties": False,
            "required": _required(specs),
            "properties": _properties(specs, definitions),
        }
    return {"$ref": f"#/definitions/{name}"}
