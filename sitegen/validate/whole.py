"""What holds between the fields of one record."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen.languages.table import is_known
from sitegen.model.contact import Organisation, Period, Phone, PhoneNumber
from sitegen.model.edition import CostSplit, Event, MediaDescription
from sitegen.model.fields import place_of
from sitegen.model.national import Move
from sitegen.model.partner import Distributor, Partner, Venue
from sitegen.model.partner_parts import Limit
from sitegen.model.region import Coordinator, Region
from sitegen.problems import Problem, error, warning
from sitegen.validate.context import Context, shown
from sitegen.validate.phone import is_premium

INVENTED_CODES = range(98760, 98781)
"""Postal codes of invented municipalities; nobody lives there."""

FORMS = ("fi", "sv")
"""Languages whose texts inflect a region's name."""


def check_whole(record: Any, context: Context) -> Iterator[Problem]:
    """The checks of a record's class; most records have none."""
    check = CHECKS.get(type(record))
    return check(record, context) if check is not None else iter(())


def _phone(record: Any, _: Context) -> Iterator[Problem]:
    """A number with a price of its own says the price (N6, B50)."""
    number: PhoneNumber | None = getattr(record, "number", None) or getattr(record, "phone", None)
    if number is not None and is_premium(number) and getattr(record, "price", None) is None:
        yield error("phone-price", place_of(record, "number", "phone"), rule="B50", value=number.written)


def _period(record: Period, _: Context) -> Iterator[Problem]:
    """The end is not before the beginning (B58)."""
    if record.to < record.from_:
        yield error(
            "period-backwards", place_of(record, "to"), rule="B58", first=record.from_, last=record.to
        )


def _event(record: Event, _: Context) -> Iterator[Problem]:
    if record.from_ is not None and record.to is not None and record.to <= record.from_:
        first, last = record.from_.isoformat("minutes"), record.to.isoformat("minutes")
        yield error("period-backwards", place_of(record, "to"), rule="B58", first=first, last=last)
    if record.to is not None and "from_" not in record.at:
        yield error("event-start", place_of(record, "to"), rule="B58")


def _limit(record: Limit, _: Context) -> Iterator[Problem]:
    """A counted limit has its number, another its words (C7)."""
    if record.kind == "other":
        if "text" not in record.at:
            yield error("limit-text", place_of(record, "kind"), rule="C7")
    elif "value" not in record.at:
        yield error("limit-value", place_of(record, "kind"), rule="C7", kind=record.kind)
    elif record.value == 0:
        yield error("limit-zero", place_of(record, "value"), rule="C7", kind=record.kind)


def _media(record: MediaDescription, _: Context) -> Iterator[Problem]:
    """A picture tells something, or it is decoration: one of the two (BAR A15, B88)."""
    if record.decorative:
        if "alt" in record.at:
            yield error("media-both", place_of(record, "alt"), rule="B88")
    elif "alt" not in record.at:
        yield error("media-alt", place_of(record, "alt"), rule="B88")
    for lang, text in record.alt.values if record.alt else ():
        if re.fullmatch(r"\S+\.(?:png|jpe?g|gif|webp|svg)", text, re.IGNORECASE):
            yield error("media-alt-name", place_of(record, "alt"), rule="B88", value=text, lang=lang)


def _region(record: Region, context: Context) -> Iterator[Problem]:
    """Inflected names in Finnish and Swedish; one municipality where the kind says so."""
    forms: Mapping[str, Any] = dict(record.forms)
    for lang in forms:
        if not is_known(lang):
            known = ", ".join(context.allowed)
            yield error(
                "language-unknown",
                place_of(record, "forms"),
                rule="B61",
                field="forms",
                value=shown(lang),
                known=known,
            )
    for lang in FORMS:
        if lang not in forms:
            yield error("forms-missing", place_of(record, "forms"), rule="B63", lang=lang)
    if record.kind == "municipality" and len(record.municipalities) > 1:
        yield warning("region-kind", place_of(record, "kind"), count=len(record.municipalities))


def _partner(record: Partner, context: Context) -> Iterator[Problem]:
    """The postal code is one of the register and of the partner's municipality (C14: a warning)."""
    address = record.address
    if address is None or address.postal_code is None:
        return
    code, home = address.postal_code, record.municipality or ""
    known = context.register.postal_codes.get(code)
    if int(code) in INVENTED_CODES and (home.startswith("X") or context.invented):
        return
    place = place_of(address, "postal_code")
    if known is None:
        yield warning("postal-code-unknown", place, rule="C14", value=code)
    elif home and known.municipality != home:
        names = context.register.municipalities
        there = names[known.municipality].name_fi if known.municipality in names else known.town_fi
        yield warning(
            "postal-code-elsewhere", place, rule="C14", value=code, there=there, here=names[home].name_fi
        )


def _move(record: Move, _: Context) -> Iterator[Problem]:
    """Addresses from the site's root, as the model keeps them: no slash before, no way out of the site."""
    for name, address in (("from_", record.from_), ("to", record.to)):
        parts = address.split("/")
        if not parts[0] or ":" in address or ".." in parts or re.search(r"[\s\\?#]", address):
            near = re.sub(r"^(?:https?://[^/]*)?/+", "", address)
            place = place_of(record, name)
            yield error("move-form", place, value=shown(address), suggestion="" if near == address else near)


def _cost_split(record: CostSplit, _: Context) -> Iterator[Problem]:
    """A share is between nothing and all of it."""
    if record.municipalities > 100:
        yield error(
            "cost-split-percent", place_of(record, "municipalities"), value=str(record.municipalities)
        )


CHECKS: Mapping[type, Callable[[Any, Context], Iterator[Problem]]] = {
    Phone: _phone,
    Organisation: _phone,
    Coordinator: _phone,
    Period: _period,
    Event: _event,
    CostSplit: _cost_split,
    Limit: _limit,
    MediaDescription: _media,
    Move: _move,
    Region: _region,
    Distributor: _partner,
    Venue: _partner,
}
