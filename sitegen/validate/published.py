"""Which edition of a region is on the site (DESIGN section 2)."""

from collections.abc import Iterable, Iterator

from sitegen.problems import Place, Problem, Severity, note, warning


def published_year(years: Iterable[int], wanted: int) -> int | None:
    """The newest year not later than the one wanted; None where there are only later ones, or none."""
    return max((year for year in years if year <= wanted), default=None)


def published_problems(region_id: str, path: str, years: tuple[int, ...], wanted: int) -> Iterator[Problem]:
    """What is told of a region that is not published from the wanted year's folder."""
    year = published_year(years, wanted)
    if not years:
        yield warning("region-no-edition", Place(path), region=region_id, year=wanted)
    elif year is None:
        yield warning("region-unpublished", Place(path), region=region_id, year=wanted, first=min(years))
    elif year != wanted:
        yield warning("region-older-edition", Place(path), region=region_id, year=wanted, used=year)


def national_problems(years: tuple[int, ...], wanted: Iterable[int]) -> Iterator[Problem]:
    """What is told where a published year has no national content of its own."""
    for year in sorted(set(wanted)):
        if years and year not in years:
            earlier = published_year(years, year)
            used = min(years) if earlier is None else earlier
            yield note("national-other-year", Place("content"), year=year, used=used)


def as_draft(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of a later edition: none of them stops a build, so errors become warnings."""
    for one in problems:
        is_error = one.severity is Severity.ERROR
        yield Problem(
            one.id,
            Severity.WARNING if is_error else one.severity,
            one.place,
            one.values,
            one.rule,
            one.masked,
        )


def weakened(problems: Iterable[Problem], path: str, published: int | None) -> Iterator[Problem]:
    """Problems of a region's files as they were read, those in the folder of a later year as a draft's.

    `path`: the region's folder. `published`: the year on the site.
    """
    for one in problems:
        year, below, _ = one.place.path.removeprefix(f"{path}/").partition("/")
        if below and year.isdecimal() and (published is None or int(year) > published):
            yield from as_draft((one,))
        else:
            yield one


def as_past(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of an earlier edition, kept for comparison: only what cannot be read at all."""
    return (one for one in problems if one.severity is Severity.ERROR)
