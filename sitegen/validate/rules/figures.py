"""Rules on numbers of an edition: published figures, and how many partners there are."""

from collections.abc import Iterator, Sequence

from sitegen.model.edition import Statistic
from sitegen.model.fields import place_of
from sitegen.model.national import SMALLEST_FIGURE, FiguresFile
from sitegen.model.network import Edition
from sitegen.model.partner import Partner, is_listed
from sitegen.model.suppression import Seen, seen_figures
from sitegen.problems import Place, Problem, error, warning
from sitegen.validate.rules.case import Case, called

FEW_PARTNERS = 6


def c15_date_and_source(case: Case) -> Iterator[Problem]:
    """C15: a published figure has a date and a source."""
    for figure in case.edition.figures:
        for field in ("as_of", "source"):
            if field not in figure.at:
                yield error(
                    "figure-no-" + field.replace("_", "-"), place_of(figure), rule="C15", year=figure.year
                )


def c15_told(case: Case) -> Iterator[Problem]:
    """C15: figures that give away a small one. Pages hold them back, but the file itself is public."""
    rules = case.national.rules
    yield from _told(case.edition.figures, rules.rules.figure_min if rules else SMALLEST_FIGURE)


def _told(figures: Sequence[Statistic], smallest: int) -> Iterator[Problem]:
    for figure, seen in zip(figures, seen_figures(figures, smallest), strict=True):
        if seen is Seen.HIDDEN and figure.value is not None:
            place = place_of(figure, "value")
            yield warning("figure-told", place, rule="C15", value=figure.value, smallest=smallest)


def series(file: FiguresFile) -> Iterator[Problem]:
    """C15 and B68 for the national series: one date for all of it, nothing twice, no small figure told."""
    if file.source.date is None and "date" not in file.source.at:
        yield error("series-no-date", place_of(file, "source"), rule="C15")
    yield from _twice(file.figures)
    yield from _told(file.figures, SMALLEST_FIGURE)


def figure_twice(case: Case) -> Iterator[Problem]:
    """B68: a figure is given once."""
    yield from _twice(case.edition.figures)


def _twice(figures: Sequence[Statistic]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Place] = {}
    for figure in figures:
        place = place_of(figure)
        first = seen.setdefault((figure.year, figure.what, figure.group, figure.total_since), place)
        if first is not place:
            yield warning("figure-twice", place, rule="B68", line=first.line)


def listed_ids(edition: Edition) -> frozenset[str]:
    """Ids of the listed partners, one in both lists once."""
    return frozenset(one.id for one in (*edition.listed_distributors, *edition.listed_venues))


def c20_fewer(case: Case) -> Iterator[Problem]:
    """C20: the listed partners did not become fewer by more than a third, unless the edition accepts it."""
    if not case.older or not case.complete or "fewer-partners" in case.edition.facts.accepted:
        return
    before, now = len(listed_ids(case.older[-1])), len(listed_ids(case.edition))
    if 3 * (before - now) <= before:
        return
    make = warning if before < FEW_PARTNERS else error
    place = Place(f"{case.edition.path}/edition.yaml", 1, 1)
    yield make("fewer-partners", place, rule="C20", before=before, now=now, year=case.older[-1].year)


def c22_used_before(case: Case) -> Iterator[Problem]:
    """C22: an id whose first year is later than an older edition that holds it was another partner's.

    Not where it was to begin in that year and never was listed: its first year has only moved.
    """
    held: dict[str, list[int]] = {}
    for edition in case.older:
        for partner in edition.partners:
            if not _only_waits(partner, edition.year):
                held.setdefault(partner.id, []).append(edition.year)
    for partner in case.edition.partners:
        earlier = [year for year in held.get(partner.id, []) if _is_later(partner, year)]
        if earlier:
            yield warning(
                "id-used-before",
                place_of(partner, "since"),
                rule="C22",
                id_used=partner.id,
                name=called(partner),
                year=min(earlier),
                since=partner.since,
            )


def _only_waits(partner: Partner, year: int) -> bool:
    """Whether it was to begin that year, and still waited for its commitment or confirmation."""
    left = partner.answer == "stops" or partner.ended is not None
    return partner.since == year and not left and not is_listed(partner, year)


def _is_later(partner: Partner, year: int) -> bool:
    return partner.since is not None and partner.since > year
