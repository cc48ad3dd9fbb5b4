"""The JSON Schema of the partners' files, written from the table of fields; published beside them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from sitegen.model.fields import Kind, Sees, Spec, table
from sitegen.model.partner import Distributor, Venue
from sitegen.render.open_data import FORMAT

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_TEXT: Schema = {"type": "string", "minLength": 1}
_NAMES: Schema = {
    "anyOf": [
        _TEXT,
        {"type": "object", "minProperties": 1, "propertyNames": {"pattern": "^[a-z]{2,3}(-[a-z]+)?$"}}
        | {"additionalProperties": _TEXT},
    ]
}
_SCALARS: Mapping[Kind, Schema] = {
    Kind.NAME: _NAMES,
    Kind.WORDS: _NAMES,
    Kind.LINK: _NAMES,
    Kind.PHONE: {"type": "string", "pattern": r"^\+\d{5,15}$"},
    Kind.POSTAL_CODE: {"type": "string", "pattern": r"^\d{5}$"},
    Kind.DATE: {"type": "string", "pattern": _DAY},
    Kind.DATE_FROM: {"type": "string", "pattern": _DAY},
    Kind.DATE_TO: {"type": "string", "pattern": _DAY},
    Kind.MONTH_DAY: {"type": "string", "pattern": r"^\d{2}-\d{2}$"},
    Kind.NUMBER: {"type": "number"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.COVERS: {"type": "array", "items": _TEXT, "description": 'municipalities, or "all"'},
}


def partners_schema() -> bytes:
    """The schema of a region's file and of the network's (`docs/open-data.md`)."""
    definitions: dict[str, Schema] = {}
    for record in (Distributor, Venue):
        _reference(record, definitions)
    definitions["names"] = {
        "type": "object",
        "description": "Municipalities by their Finnish name, with the names by language",
        "additionalProperties": {"type": "object", "required": ["fi"], "additionalProperties": _TEXT},
    }
    definitions["region"] = _region()
    whole = {
        "$schema": DIALECT,
        "title": "partners.json",
        "oneOf": [_of_region(), _of_network()],
        "definitions": dict(sorted(definitions.items())),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _of_region() -> Schema:
    lists = {"distributors": _list("distributor"), "venues": _list("venue")}
    region: Schema = {"allOf": [{"$ref": "#/definitions/region"}, {"required": ["id"]}]}
    return _object({"region": region, **lists}, ("format", "region", "municipalities", *lists))


def _of_network() -> Schema:
    regions: Schema = {"type": "object", "additionalProperties": {"$ref": "#/definitions/region"}}
    venue: Schema = {"allOf": [{"$ref": "#/definitions/venue"}, {"required": ["region"]}]}
    fields = {"regions": regions, "venues": {"type": "array", "items": venue}}
    return _object(fields, ("format", "municipalities", *fields))


def _object(fields: Mapping[str, Schema], required: tuple[str, ...]) -> Schema:
    shared: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "municipalities": {"$ref": "#/definitions/names"},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": shared | dict(fields),
    }


def _region() -> Schema:
    fields: dict[str, Schema] = {
        "id": _TEXT,
        "name": _NAMES,
        "municipalities": {"type": "array", "items": _TEXT},
        "edition": {"type": "integer", "description": "the year that the lists hold for"},
        "updated": {"type": "string", "pattern": _DAY},
        "sample": {**_NAMES, "description": "made from public pages, not the region's own word"},
        "invented": {"const": True, "description": "an example that does not exist"},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "municipalities", "edition"],
        "properties": fields,
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/definitions/{name}"}}


def _reference(record: type, definitions: dict[str, Schema]) -> Schema:
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", record.__name__).lower()
    if name not in definitions:
        definitions[name] = {}
        specs = [spec for spec in table(record).values() if spec.sees is Sees.PUBLIC]
        fields = {spec.key: {"description": spec.en, **_field(spec, definitions)} for spec in specs}
        if record is Venue:
            fields["region"] = {**_TEXT, "description": "the region's id, in the network's file"}
        definitions[name] = {
            "type": "object",
            "additionalProperties": False,
            "required": [spec.key for spec in specs if spec.required],
            "properties": fields,
        }
    return {"$ref": f"#/definitions/{name}"}


def _field(spec: Spec, definitions: dict[str, Schema]) -> Schema:
    one = _one(spec, definitions)
    if spec.many:
        return {"type": "array", "items": one}
    # Draft 7 ignores what stands beside a $ref.
    return {"allOf": [one]} if "$ref" in one else one


def _one(spec: Spec, definitions: dict[str, Schema]) -> Schema:
    if spec.record is not None:
        return _reference(spec.record, definitions)
    if spec.kind is Kind.CHOICE:
        return {"enum": list(spec.choices)}
    return _SCALARS.get(spec.kind, _TEXT)
