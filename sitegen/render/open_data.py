"""A region's partners as JSON and CSV: public fields only, by the table of fields.

What the table does not call public cannot get in (BAR S36, S37); only listed partners are given.
"""

import csv
import dataclasses
import io
import json
from datetime import date, time
from decimal import Decimal
from typing import Any

from sitegen.model.contact import Address, PhoneNumber
from sitegen.model.fields import Sees, Spec, table
from sitegen.model.network import Edition
from sitegen.model.partner import Distributor, Partner, Venue
from sitegen.model.register import Register
from sitegen.model.text import EVERY_LANGUAGE, Localised

_COLUMNS = (
    *("role", "id", "name", "part_of", "municipality", "sector_or_kind", "type"),
    *("street", "postal_code", "town", "phone", "email", "website"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def partners_json(edition: Edition, register: Register) -> bytes:
    """Format 1: region, year, date, and both lists with their public fields; texts by language."""
    region = edition.region
    whole = {
        "format": 1,
        "region": {"id": edition.region_id, "name": _plain(region.name)},
        "edition": edition.year,
        "updated": _plain(edition.facts.updated),
        "distributors": [_public(one, register) for one in edition.listed_distributors],
        "venues": [_public(one, register) for one in edition.listed_venues],
    }
    if region.sample is not None:
        whole["sample"] = _plain(region.sample)
    if region.invented:
        whole["invented"] = True
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _public(record: Any, register: Register) -> dict[str, Any]:
    """The public fields that are given, by their keys."""
    shown = {}
    for name, spec in table(type(record)).items():
        value = getattr(record, name)
        if spec.sees is Sees.PUBLIC and value is not None and value != () and value is not False:
            shown[spec.key] = _value(value, spec, register)
        elif value is False and spec.sees is Sees.PUBLIC:
            shown[spec.key] = False
    return shown


def _value(value: Any, spec: Spec, register: Register) -> Any:
    if spec.many or isinstance(value, tuple):
        if spec.kind in ("municipality", "covers"):
            return [_municipality(code, register) for code in value]
        if spec.kind == "month-day":
            return f"{value[0]:02}-{value[1]:02}"
        return [
            _public(one, register) if dataclasses.is_dataclass(one) and spec.record else _plain(one)
            for one in value
        ]
    if spec.kind == "municipality":
        return _municipality(value, register)
    return _public(value, register) if spec.record else _plain(value)


def _municipality(code: str, register: Register) -> str:
    return register.name(code, "fi") if code in register.municipalities else code


def _plain(value: Any) -> Any:
    match value:
        case Localised():
            texts = dict(value.values)
            return texts.get(EVERY_LANGUAGE, texts)
        case PhoneNumber():
            return value.e164
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value


def partners_csv(edition: Edition, register: Register, lang: str) -> bytes:
    """One line for each listed partner, names in the region's first language; UTF-8 with BOM for Excel.

    A cell that a table program would take for a formula gets an apostrophe (BAR S20).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for role, partners in (("distributor", edition.listed_distributors), ("venue", edition.listed_venues)):
        for partner in partners:
            writer.writerow([_cell(one) for one in (role, *_row(partner, register, lang))])
    return out.getvalue().encode("utf-8-sig")


def _row(partner: Partner, register: Register, lang: str) -> tuple[str, ...]:
    address = partner.address or Address()
    kind = ", ".join(partner.sector) if isinstance(partner, Distributor) else ""
    kind = partner.kind if isinstance(partner, Venue) else kind
    return (
        partner.id,
        _in(partner.name, lang),
        _in(partner.part_of, lang),
        _municipality(partner.municipality, register) if partner.municipality else "",
        kind,
        (partner.type or "") if isinstance(partner, Venue) else "",
        _in(address.street, lang),
        address.postal_code or "",
        _in(address.town, lang),
        ", ".join(phone.number.international for phone in partner.phone),
        ", ".join(email.address for email in partner.email),
        _in(partner.website, lang),
    )


def _in(text: Localised | None, lang: str) -> str:
    if text is None:
        return ""
    return text.get(lang) or text.values[0][1]


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
