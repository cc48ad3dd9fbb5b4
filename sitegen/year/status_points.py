"""The points of the checklist, one function each: what the files tell of it (DOMAIN section 2)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sitegen.model.edition import Event
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Distributor, Partner, Venue, is_listed
from sitegen.model.partner_parts import ALL, VENUE_KINDS
from sitegen.model.text import Localised
from sitegen.structs import Struct
from sitegen.year import texts
from sitegen.year.changes import changes
from sitegen.year.status_data import Count, InLanguage, Reason, Shown, Weight, Word, reason

OPEN, UNTICKED, UNKNOWN, FACT = Weight.OPEN, Weight.UNTICKED, Weight.UNKNOWN, Weight.FACT
MAIN_SECTORS = ("social", "health", "employment", "youth", "third-sector")
"""The services that the national model names first (DOMAIN section 1); a region's others join them."""


class Case(Struct, frozen=True):
    """What the points look at. `documents`: how many of the edition's there are in build/, and the names of
    those that lack; None where nothing was built here. `errors`: how many `check` finds for the region."""

    edition: Edition
    previous: Edition | None
    network: Network
    today: date
    published: int | None
    errors: int = 0
    documents: tuple[int, tuple[str, ...]] | None = None

    @property
    def stays(self) -> tuple[Partner, ...]:
        """The partners that have not left and do not stop."""
        return tuple(one for one in self.edition.partners if one.answer != "stops" and one.ended is None)

    @property
    def new(self) -> tuple[Partner, ...]:
        """Those whose first year this is."""
        return tuple(one for one in self.stays if one.since == self.edition.year)


def names(partners: Iterator[Partner] | tuple[Partner, ...] | list[Partner]) -> tuple[Localised, ...]:
    """The names of partners; one in two roles once."""
    return tuple({one.id: one.name for one in partners}.values())


def waiting(case: Case) -> tuple[Localised, ...]:
    """New distributors without Kaikukeskus's yes (C2)."""
    return names([one for one in case.new if isinstance(one, Distributor) and one.confirmed is None])


def pilot(case: Case) -> Iterator[Reason]:
    """0: a pilot's end, and whether it goes on."""
    period = case.edition.region.pilot
    if period is None:
        yield reason("pilot-no-end", OPEN)
    else:
        days = (period.to - case.today).days
        yield reason("pilot-ends" if days >= 0 else "pilot-ended", FACT, day=period.to, days=abs(days))
    yield reason("pilot-agree", UNTICKED)


def new_partners(case: Case) -> Iterator[Reason]:
    """1: distributors by sector and venues by kind for each municipality, empty cells, unconfirmed ones."""
    unconfirmed = waiting(case)
    if unconfirmed:
        yield reason("unconfirmed", OPEN, names=unconfirmed)
    fresh = names(case.new)
    if fresh:
        yield reason("new-partners", FACT, names=fresh)
    yield from grid(case)
    yield reason("enough", UNTICKED)


def grid(case: Case) -> Iterator[Reason]:
    """A line for each municipality: how many of each, and which there are none of."""
    distributors = [one for one in case.stays if isinstance(one, Distributor)]
    venues = [one for one in case.stays if isinstance(one, Venue)]
    sectors = tuple(dict.fromkeys((*MAIN_SECTORS, *(name for one in distributors for name in one.sector))))
    for code in case.edition.region.municipalities:
        serving = [
            one for one in distributors if ALL in one.covers or code in (*one.covers, one.municipality)
        ]
        here = [one for one in venues if code == one.municipality or ALL in one.covers or code in one.covers]
        by_sector = Counter(name for one in serving for name in one.sector)
        by_kind = Counter(one.kind for one in here)
        place = case.network.register.names(code)
        yield reason(
            "grid",
            FACT,
            place=place,
            distributors=_counts("sector", sectors, by_sector),
            venues=_counts("kind", VENUE_KINDS, by_kind),
        )
        empty = [Word(f"sector.{name}") for name in sectors if not by_sector[name]]
        empty += [Word(f"kind.{name}") for name in VENUE_KINDS if not by_kind[name]]
        if empty:
            yield reason("grid-empty", FACT, place=place, cells=empty)


def _counts(domain: str, order: tuple[str, ...], found: Mapping[str, int]) -> tuple[Shown, ...]:
    return tuple(Count(Word(f"{domain}.{name}"), found[name]) for name in order if found.get(name))


def answers(case: Case) -> Iterator[Reason]:
    """2: every partner of before was asked and has answered."""
    asked = [one for one in case.edition.partners if one.ended is None and one.since != case.edition.year]
    if not case.edition.partners:
        yield reason("no-partners", OPEN)
    silent = names([one for one in asked if one.answer == "unanswered"])
    if silent:
        yield reason("unanswered", OPEN, count=len(silent), names=silent)
        yield from _deadline(case)
    found = Counter(one.answer for one in asked)
    yield reason("answers", FACT, continues=found["continues"], stops=found["stops"])
    stopping = names([one for one in asked if one.answer == "stops"])
    if stopping:
        yield reason("stopping", FACT, names=stopping)


def _deadline(case: Case) -> Iterator[Reason]:
    day = case.edition.facts.answers_by
    if day is None:
        yield reason("no-deadline", FACT)
        return
    days = (day - case.today).days
    yield reason("deadline-ahead" if days >= 0 else "deadline-over", FACT, day=day, days=abs(days))


def materials(case: Case) -> Iterator[Reason]:
    """3: brochures and posters per language, their texts, and the cards."""
    edition, national = case.edition, case.network.national(case.edition.year)
    own = texts.outdated(case.network, edition)
    if own:
        yield reason("texts-outdated", OPEN, files=[f"{one.path} ← {one.source}" for one in own])
    lacking = texts.missing(edition)
    if lacking:
        yield reason("texts-missing", OPEN, files=lacking)
    if national.year != edition.year:
        yield reason("national-year", UNTICKED, year=edition.year, used=national.year)
    theirs = texts.outdated_nationally(case.network, national)
    if theirs:
        yield reason("national-outdated", UNTICKED, files=[f"{one.path} ← {one.source}" for one in theirs])
    gaps = texts.missing_nationally(case.network, national)
    if gaps:
        yield reason("national-missing", UNTICKED, files=gaps)
    unread = texts.awaiting(edition)
    if unread:
        yield reason("texts-awaiting", FACT, files=unread)
    yield from _totals(case)


def _totals(case: Case) -> Iterator[Reason]:
    """What the partners need in all, and whether it was ordered."""
    partners = [one for one in case.edition.partners if is_listed(one, case.edition.year)]
    given = [one.materials for one in partners if one.materials is not None]
    if not given:
        yield reason("no-counts", UNKNOWN)
        return
    spare = case.edition.facts.orders
    cards = sum(one.cards or 0 for one in given) + ((spare.cards or 0) if spare else 0)
    community = sum(one.community_cards or 0 for one in given) + (
        (spare.community_cards or 0) if spare else 0
    )
    yield reason("cards", FACT, cards=cards, community=community)
    brochures = Counter[str]()
    for one in given:
        brochures.update(dict(one.brochures))
    shown = tuple(
        Count(InLanguage(lang), brochures[lang]) for lang in case.network.site.languages if brochures[lang]
    )
    posters = sum(one.posters or 0 for one in given)
    yield reason(
        "printed" if case.edition.facts.brochure.print else "web-only", FACT, brochures=shown, posters=posters
    )
    if cards or community:
        yield reason("order-cards", UNTICKED)


def accounts(case: Case) -> Iterator[Reason]:
    """4: everybody has an account in Kaikukanta; the costs of its upkeep were told."""
    without = names([one for one in case.stays if one.kaikukanta_account is False])
    if without:
        yield reason("no-account", OPEN, names=without)
    unsaid = names([one for one in case.stays if one.kaikukanta_account is None])
    if unsaid:
        yield reason("account-unknown", UNKNOWN, names=unsaid)
    split = case.edition.facts.cost_split
    if split is not None:
        yield (
            reason("split-untold", OPEN, share=split.municipalities)
            if split.told is None
            else reason("split", FACT, share=split.municipalities, day=split.told)
        )
    yield reason("costs", UNTICKED)


def page(case: Case) -> Iterator[Reason]:
    """5: the page shows the year, its details are checked, the brochure is there as PDF and DOCX."""
    edition = case.edition
    if case.published != edition.year:
        yield (
            reason("not-published", OPEN, year=edition.year)
            if case.published is None
            else reason("other-published", OPEN, year=edition.year, shown=case.published)
        )
    if case.errors:
        yield reason("errors", OPEN, count=case.errors, region=edition.region_id, year=edition.year)
    dayless = names([one for one in edition.venues if one.popup is None and "popup" in one.at])
    if dayless:
        yield reason("popup-days", OPEN, names=dayless)
    first = edition.facts.round.from_ if edition.facts.round else None
    unchecked = [one for one in case.stays if one.checked is None or (first and one.checked < first)]
    if unchecked:
        yield reason("unchecked", OPEN, count=len(names(unchecked)), names=names(unchecked))
    if edition.facts.updated is None:
        yield reason("no-updated", FACT)
    if case.published != edition.year:
        return
    if case.documents is None:
        yield reason("documents-unknown", UNKNOWN)
    elif case.documents[1]:
        yield reason("documents-missing", OPEN, files=case.documents[1])
    else:
        yield reason("documents", FACT, count=case.documents[0])


def commitments(case: Case) -> Iterator[Reason]:
    """6-7: the commitments of the region itself and of its new partners (C1)."""
    if case.edition.facts.region_commitment is None:
        yield reason("region-commitment", OPEN)
    lacking = names([one for one in case.new if one.commitment is None])
    if lacking:
        yield reason("new-commitment", OPEN, names=lacking)
    older = names([one for one in case.stays if one.commitment is None and one not in case.new])
    if older:
        yield reason("older-commitment", FACT, names=older)


def deliveries(case: Case) -> Iterator[Reason]:
    """8: cards, brochures and posters are with every distributor."""
    unsaid = names([one for one in case.edition.listed_distributors if one.materials is None])
    if unsaid:
        yield reason("no-materials", UNKNOWN, names=unsaid)
    if not case.edition.facts.brochure.print:
        yield reason("brochure-web", FACT)
    yield reason("deliver", UNTICKED)


def introductions(case: Case) -> Iterator[Reason]:
    """9: distributors and venues are introduced, each separately."""
    yield from _days(case, "introduction")
    yield reason("introduce", UNTICKED)


def feedback(case: Case) -> Iterator[Reason]:
    """10: the meeting with all partners and Kaikukeskus."""
    meetings = list(_days(case, "feedback-meeting"))
    yield from meetings or [reason("no-meeting", UNTICKED)]
    yield reason("invite", UNTICKED, count=len(names(case.stays)))
    yield reason("invite-kaikukeskus", UNTICKED)
    yield reason("memo", UNTICKED)


def national_meeting(case: Case) -> Iterator[Reason]:
    """11: the coordinators' national meeting."""
    national = case.network.national(case.edition.year)
    dates = national.dates if national.year == case.edition.year else ()
    for one in dates:
        yield reason("national-date", FACT, title=one.title, day=one.date)
    yield from _days(case, "national-meeting")
    yield reason("national-meeting", UNTICKED)


def told(case: Case) -> Iterator[Reason]:
    """12: Kaikukeskus knows of changed contact details and new coordinators."""
    if case.previous is not None:
        found = changes(case.previous, case.edition, case.network.register, "fi")
        yield reason(
            "changes",
            FACT,
            year=case.previous.year,
            gone=len(found.gone),
            new=len(found.new),
            changed=len(found.changed),
            coordinators=len(found.coordinators),
        )
    yield reason("tell", UNTICKED)


def _days(case: Case, kind: str) -> Iterator[Reason]:
    events: list[Event] = sorted(
        (one for one in case.edition.facts.events if one.kind == kind), key=lambda one: one.date
    )
    for one in events:
        yield reason("event-ahead" if one.date >= case.today else "event-held", FACT, day=one.date)


REASONS: Mapping[int, Callable[[Case], Iterator[Reason]]] = {
    0: pilot,
    1: new_partners,
    2: answers,
    3: materials,
    4: accounts,
    5: page,
    6: commitments,
    8: deliveries,
    9: introductions,
    10: feedback,
    11: national_meeting,
    12: told,
}
"""The points by their number."""
