"""Partners as JSON and CSV: public fields only, by the table of fields (`docs/open-data.md`).

What the table does not call public cannot get in (BAR S36, S37); only listed partners are given. The page's
finder reads the JSON, so that what it finds is what others can read.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from sitegen.model.contact import Address, PhoneNumber
from sitegen.model.fields import Record, Sees, Spec, table
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Distributor, Partner, Venue
from sitegen.model.partner_parts import ALL
from sitegen.model.register import Register
from sitegen.model.text import EVERY_LANGUAGE, Localised, TextKind, same_everywhere
from sitegen.render.escapes import for_csv

FORMAT = 1
FINDER_FIELDS = ("id", "name", "municipality", "covers", "kind", "type", "offer", "season", "popup")
"""What the network's file gives of a venue, besides its region, town and step-free entrance."""

_COLUMNS = (
    *("role", "id", "name", "part_of", "municipality", "sector_or_kind", "type"),
    *("street", "postal_code", "town", "phone", "email", "website"),
)


def partners_json(edition: Edition, register: Register) -> bytes:
    """A region's file: both lists with their public fields; texts by language (`docs/open-data.md`)."""
    listed = (*edition.listed_distributors, *edition.listed_venues)
    return _bytes(
        {
            "format": FORMAT,
            "region": {"id": edition.region_id, **_region(edition, register)},
            "municipalities": _names(_mentioned(edition, listed), register),
            "distributors": [_partner(one, edition, register) for one in edition.listed_distributors],
            "venues": [_partner(one, edition, register) for one in edition.listed_venues],
        }
    )


def network_json(network: Network) -> bytes:
    """The network's file: the venues of all regions with what the finder looks at, in the same shape."""
    editions, register = network.published, network.register
    known = _names([code for one in editions for code in _mentioned(one, one.listed_venues)], register)
    return _bytes(
        {
            "format": FORMAT,
            "regions": {one.region_id: _region(one, register) for one in editions},
            "municipalities": known,
            "venues": [
                {"region": edition.region_id, **_short(venue, edition, register, known)}
                for edition in editions
                for venue in edition.listed_venues
            ],
        }
    )


def _bytes(whole: dict[str, Any]) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _region(edition: Edition, register: Register) -> dict[str, Any]:
    """A region as its partners' file and the network's tell it; `sample` and `invented` where they hold."""
    region = edition.region
    told = {
        "name": _plain(region.name),
        "municipalities": [_municipality(code, register) for code in region.municipalities],
        "edition": edition.year,
        "updated": _plain(edition.facts.updated),
        "sample": _plain(region.sample),
        "invented": region.invented or None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _mentioned(edition: Edition, partners: Iterable[Partner]) -> list[str]:
    """The codes of the region's municipalities and of all that its partners name."""
    named = [code for one in partners for code in (one.municipality, *one.covers) if code and code != ALL]
    return [*edition.region.municipalities, *named]


def _names(codes: Iterable[str], register: Register) -> dict[str, dict[str, str]]:
    """Municipalities by their Finnish name, with the Swedish one where it is another."""
    found = {}
    for code in dict.fromkeys(codes):
        fi, sv = register.name(code, "fi"), register.name(code, "sv")
        found[fi] = {"fi": fi} if fi == sv else {"fi": fi, "sv": sv}
    return dict(sorted(found.items()))


def _partner(partner: Partner, edition: Edition, register: Register) -> dict[str, Any]:
    """The public fields, and what follows from others: the only municipality, the town of a postal code."""
    shown = _public(partner, register)
    if code := _stands_in(partner, edition):
        shown["municipality"] = _municipality(code, register)
    if partner.address is not None and (town := _town(partner.address, register)):
        shown["address"]["town"] = _plain(town)
    return shown


def _stands_in(partner: Partner, edition: Edition) -> str | None:
    only = edition.region.municipalities
    return partner.municipality or (only[0] if len(only) == 1 else None)


def _town(address: Address, register: Register) -> Localised | None:
    row = register.postal_codes.get(address.postal_code or "")
    if address.town is not None or row is None:
        return address.town
    if row.town_fi == row.town_sv:
        return same_everywhere(row.town_fi)
    return Localised(TextKind.NAME, (("fi", row.town_fi), ("sv", row.town_sv)))


def _short(
    venue: Venue, edition: Edition, register: Register, known: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """A venue without what only its own page tells; its town where that is not the municipality.

    `known`: the municipalities with their names.
    """
    shown = _partner(venue, edition, register)
    kept = {key: shown[key] for key in FINDER_FIELDS if key in shown}
    town = shown.get("address", {}).get("town")
    towns = set(town.values()) if isinstance(town, dict) else {town}
    own = shown.get("municipality")
    if town and not (own and towns <= set(known[own].values())):
        kept["address"] = {"town": town}
    if shown.get("accessibility", {}).get("step_free"):
        kept["accessibility"] = {"step_free": True}
    return kept


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
            _public(one, register) if isinstance(one, Record) and spec.record else _plain(one)
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
            writer.writerow([for_csv(one) for one in (role, *_row(partner, edition, register, lang))])
    return out.getvalue().encode("utf-8-sig")


def _row(partner: Partner, edition: Edition, register: Register, lang: str) -> tuple[str, ...]:
    address = partner.address or Address()
    code = _stands_in(partner, edition)
    kind = ", ".join(partner.sector) if isinstance(partner, Distributor) else ""
    kind = partner.kind if isinstance(partner, Venue) else kind
    return (
        partner.id,
        _in(partner.name, lang),
        _in(partner.part_of, lang),
        _municipality(code, register) if code else "",
        kind,
        (partner.type or "") if isinstance(partner, Venue) else "",
        _in(address.street, lang),
        address.postal_code or "",
        _in(_town(address, register), lang),
        ", ".join(phone.number.international for phone in partner.phone),
        ", ".join(email.address for email in partner.email),
        _in(partner.website, lang),
    )


def _in(text: Localised | None, lang: str) -> str:
    if text is None:
        return ""
    return text.get(lang) or text.values[0][1]
