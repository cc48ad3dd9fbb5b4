"""Rules on a partner: may it be listed, was it asked and checked, what does it lack."""

import re
from collections.abc import Iterator

from sitegen.model.fields import place_of
from sitegen.model.partner import Distributor, Partner
from sitegen.model.partner_parts import ALL
from sitegen.problems import Problem, error, note, warning
from sitegen.validate.rules.case import Case, called


def is_new(partner: Partner, case: Case) -> bool:
    """Whether the edition's year is the partner's first."""
    return partner.since == case.edition.year


def stays(case: Case) -> Iterator[Partner]:
    """The partners that have not left and do not stop."""
    return (one for one in case.edition.partners if one.answer != "stops" and one.ended is None)


def c1_commitment(case: Case) -> Iterator[Problem]:
    """C1: a new partner has its commitment, or is not listed; an older one's missing date is a note."""
    for partner in stays(case):
        if partner.commitment is not None or "commitment" in partner.at:
            continue
        make, id = (warning, "new-no-commitment") if is_new(partner, case) else (note, "no-commitment")
        yield make(id, place_of(partner, "since", "id"), rule="C1", name=called(partner))


def c1_first_year(case: Case) -> Iterator[Problem]:
    """C1: a partner without its first year counts as an older one; a first year in the future is a slip."""
    for partner in case.edition.partners:
        if partner.since is None and "since" not in partner.at:
            yield note("no-first-year", place_of(partner, "id"), rule="C1", name=called(partner))
        elif partner.since is not None and partner.since > case.edition.year:
            yield warning(
                "first-year-later",
                place_of(partner, "since"),
                rule="C1",
                name=called(partner),
                since=partner.since,
                year=case.edition.year,
            )


def c2_confirmation(case: Case) -> Iterator[Problem]:
    """C2: a new distributor is confirmed by Kaikukeskus, or is not listed."""
    for partner in stays(case):
        if not isinstance(partner, Distributor) or not is_new(partner, case):
            continue
        if partner.confirmed is None and "confirmed" not in partner.at:
            yield warning("new-no-confirmation", place_of(partner, "since"), rule="C2", name=called(partner))


def c3_answer(case: Case) -> Iterator[Problem]:
    """C3: a partner that has not answered is listed and stays open; one that stops is left out."""
    for partner in case.edition.partners:
        place = place_of(partner, "answer", "id")
        if partner.answer == "stops":
            yield note("partner-stops", place, rule="C3", name=called(partner))
        elif partner.answer == "unanswered" and partner.ended is None:
            yield warning("partner-unanswered", place, rule="C3", name=called(partner))


def c5_account(case: Case) -> Iterator[Problem]:
    """C5: a partner has an account in Kaikukanta."""
    for partner in stays(case):
        if not partner.kaikukanta_account:
            place = place_of(partner, "kaikukanta_account", "id")
            yield warning("no-account", place, rule="C5", name=called(partner))


def c7_agreed(case: Case) -> Iterator[Problem]:
    """C7: in a permanent region another limit than the known kinds says when it was agreed."""
    if case.region.phase != "permanent":
        return
    for venue in case.edition.venues:
        for limit in venue.limits:
            if limit.kind == "other" and "agreed_with_kaikukeskus" not in limit.at:
                yield warning("limit-not-agreed", place_of(limit, "kind"), rule="C7", name=called(venue))


def c17_popup(case: Case) -> Iterator[Problem]:
    """C17: a venue whose name says pop up has its days (their first and last are required fields)."""
    for venue in case.edition.venues:
        names = " ".join(text for _, text in venue.name.values)
        if "popup" not in venue.at and re.search(r"\bpop[\s-]?up\b", names, re.IGNORECASE):
            yield error("popup-no-days", place_of(venue, "name"), rule="C17", name=called(venue))


def c18_checked(case: Case) -> Iterator[Problem]:
    """C18: a partner's details were checked since the edition's round began."""
    asked = case.edition.facts.round
    for partner in stays(case):
        place = place_of(partner, "checked", "id")
        if partner.checked is None:
            if "checked" not in partner.at:
                yield warning("not-checked", place, rule="C18", name=called(partner))
        elif asked is not None and partner.checked < asked.from_:
            yield warning(
                "checked-before",
                place,
                rule="C18",
                name=called(partner),
                checked=partner.checked,
                first=asked.from_,
            )


def c21_popup_year(case: Case) -> Iterator[Problem]:
    """C21: a pop-up's days lie within the edition's year."""
    year = case.edition.year
    for venue in case.edition.venues:
        days = venue.popup
        if days is not None and {days.from_.year, days.to.year} != {year}:
            yield warning(
                "popup-other-year",
                place_of(days, "from_"),
                rule="C21",
                name=called(venue),
                first=days.from_,
                last=days.to,
                year=year,
            )


def no_contact(case: Case) -> Iterator[Problem]:
    """DESIGN section 3, Required: a listed partner that nobody can reach. In samples a note."""
    ways = ("address", "phone", "email", "website")
    for partner in (*case.edition.listed_distributors, *case.edition.listed_venues):
        if not any(way in partner.at for way in ways):
            place = place_of(partner, "id")
            yield warning("no-contact", place, rule="contact", name=called(partner))


def municipality(case: Case) -> Iterator[Problem]:
    """DESIGN section 3, Required: where a partner stands, in a region of several municipalities."""
    own = case.region.municipalities
    for partner in case.edition.partners:
        if partner.municipality is None:
            if len(own) > 1 and partner.covers != (ALL,) and "municipality" not in partner.at:
                place = place_of(partner, "id")
                yield error("no-municipality", place, rule="municipality", name=called(partner))
        elif partner.municipality not in own:
            yield note(
                "municipality-outside",
                place_of(partner, "municipality"),
                name=called(partner),
                municipality=case.register.name(partner.municipality, "fi"),
            )


def covers(case: Case) -> Iterator[Problem]:
    """A partner serves municipalities of the region; another one would be on no page."""
    own = set(case.region.municipalities) | {ALL}
    for partner in case.edition.partners:
        outside = [code for code in partner.covers if code not in own]
        if outside:
            yield warning(
                "covers-outside",
                place_of(partner, "covers"),
                name=called(partner),
                municipality=", ".join(case.register.name(code, "fi") for code in outside),
            )


def same_partner(case: Case) -> Iterator[Problem]:
    """B68: two entries of a list with the same name and address."""
    for partners in (case.edition.distributors, case.edition.venues):
        seen: dict[tuple[str, ...], Partner] = {}
        for partner in partners:
            first = seen.setdefault(_likeness(partner), partner)
            if first is not partner:
                yield warning(
                    "partner-twice",
                    place_of(partner, "name"),
                    rule="B68",
                    name=called(partner),
                    line=place_of(first, "name").line,
                )


def _likeness(partner: Partner) -> tuple[str, ...]:
    address = partner.address
    street = address.street.values[0][1] if address is not None and address.street is not None else ""
    owner = partner.part_of.values[0][1] if partner.part_of is not None else ""
    parts = (called(partner), owner, street, partner.municipality or "")
    return tuple(" ".join(part.casefold().split()) for part in parts)
