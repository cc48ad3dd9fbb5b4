"""Raw project -> network: the model of everything, with all problems of a run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sitegen.languages.table import codes
from sitegen.load.nodes import RawEdition, RawFile, RawProject, RawRegion
from sitegen.model.edition import EditionFacts, Statistic
from sitegen.model.network import (
    DistributorsFile,
    Edition,
    Network,
    RegionEditions,
    StatisticsFile,
    VenuesFile,
)
from sitegen.model.partner import Distributor, Venue
from sitegen.model.region import Region
from sitegen.model.register import Register
from sitegen.problems import Place, Problem, Severity, error, warning
from sitegen.validate.context import Checked, Context
from sitegen.validate.files import read_edition_file, read_file, says_yes, written_languages
from sitegen.validate.media import read_media
from sitegen.validate.national import National, read_national
from sitegen.validate.published import (
    as_draft,
    as_past,
    national_problems,
    published_problems,
    published_year,
)
from sitegen.validate.rules import check_edition, check_national, check_regions, check_sources
from sitegen.validate.rules.case import Case
from sitegen.validate.sections import read_sections


@dataclass(frozen=True, slots=True)
class ReadEdition:
    """A year of a region as read: no edition where its files make none. `complete`: nothing fell out."""

    year: int
    edition: Edition | None
    problems: tuple[Problem, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ReadRegion:
    """A region's folder as read."""

    raw: RawRegion
    region: Region | None
    editions: tuple[ReadEdition, ...]
    problems: tuple[Problem, ...]
    published: int | None
    wanted: int


def validate(
    raw: RawProject,
    register: Register,
    sources: Iterable[tuple[str, str]] = (),
    *,
    card_codes: frozenset[str] = frozenset(),
) -> tuple[Network | None, tuple[Problem, ...]]:
    """The whole network and everything that is wrong with it.

    `sources` are path and text of every tracked file, comments and all, for what must never be published
    (C13, C19, BAR S36); `card_codes` the codes that Kaikukeskus gave, where they are at hand. There is no
    network where `content/site.yaml` or all national years are missing or unusable; with errors among the
    problems it is only as whole as its files.
    """
    languages = written_languages(raw.site)
    context = Context(register, languages, languages or codes())
    national, problems = read_national(raw, context)
    found = list(problems)
    wanted = national.site.edition if national.site is not None else 0
    regions = tuple(_read_region(one, context, wanted) for one in raw.regions)
    for region in regions:
        found += region.problems
        found += _edition_problems(region, national, register)
    site_years = tuple(year.year for year in national.years)
    found += national_problems(site_years, (one.published for one in regions if one.published is not None))
    if national.site is not None:
        found += check_national(national.site, national.years)
    by_id = {one.raw.id: one.region for one in regions if one.region is not None}
    found += check_regions(by_id, national.others, register)
    found += check_sources(sources, national.site, card_codes)
    if national.site is None or not national.years:
        return None, tuple(found)
    built = tuple(_region_editions(one) for one in regions if one.region is not None)
    kept = tuple(one for one in built if one is not None)
    network = Network(national.site, national.years, kept, national.others, national.moved, register)
    return network, tuple(found)


def _region_editions(read: ReadRegion) -> RegionEditions | None:
    if read.region is None:
        return None
    editions = tuple(one.edition for one in read.editions if one.edition is not None)
    years = {one.year for one in editions}
    return RegionEditions(
        read.raw.id, read.region, editions, read.published if read.published in years else None
    )


def _read_region(raw: RawRegion, national: Context, site_year: int) -> ReadRegion:
    context = replace(
        national,
        languages=written_languages(raw.region) or national.languages,
        media=tuple(file.name for file in raw.media),
        invented=says_yes(raw.region, "invented"),
    )
    problems: list[Problem] = []
    region: Region | None = None
    if raw.region is not None:
        outcome = read_file(raw.region, Region, context)
        region = outcome.value
        problems += outcome.problems
    elif "region" not in raw.broken:
        problems.append(error("file-absent", Place(raw.path), file=f"{raw.path}/region.yaml"))
    media = read_media(raw, context)
    problems += media.problems
    wanted = (region.edition if region is not None else None) or site_year
    editions = tuple(
        _read_edition(one, raw, region, media, context)
        for one in sorted(raw.editions, key=lambda one: one.year)
    )
    years = tuple(one.year for one in editions)
    if wanted:
        problems += published_problems(raw.id, raw.path, years, wanted)
    return ReadRegion(raw, region, editions, tuple(problems), published_year(years, wanted), wanted)


def _read_edition(
    raw: RawEdition, of: RawRegion, base: Region | None, media: Checked[Any], context: Context
) -> ReadEdition:
    files = {file.path.rpartition("/")[2].removesuffix(".yaml"): file for file in raw.files}
    own_file = files.get("edition")
    context = replace(context, languages=written_languages(own_file) or context.languages)
    problems: list[Problem] = []
    facts: EditionFacts | None = None
    region = base
    if own_file is not None:
        outcome, region = read_edition_file(own_file, base, context)
        facts = outcome.value
        problems += outcome.problems
    problems += _absent(raw, files)
    before = len(problems)
    distributors: tuple[Distributor, ...] = _listed(
        files, "distributors", DistributorsFile, context, problems
    )
    venues: tuple[Venue, ...] = _listed(files, "venues", VenuesFile, context, problems)
    figures: tuple[Statistic, ...] = _listed(
        files, "statistics", StatisticsFile, context, problems, "figures"
    )
    complete = not raw.broken and not any(one.severity is Severity.ERROR for one in problems[before:])
    sections = read_sections(raw.texts, context, national=False)
    problems += sections.problems
    if region is None or facts is None:
        return ReadEdition(raw.year, None, tuple(problems), complete)
    edition = Edition(
        region_id=of.id,
        year=raw.year,
        region=region,
        facts=facts,
        distributors=distributors,
        venues=venues,
        figures=figures,
        sections=sections.value or (),
        media=media.value or (),
        path=raw.path,
    )
    return ReadEdition(raw.year, edition, tuple(problems), complete)


def _listed(
    files: dict[str, RawFile],
    stem: str,
    record: type,
    context: Context,
    problems: list[Problem],
    attribute: str = "",
) -> Any:
    file = files.get(stem)
    if file is None:
        return ()
    outcome = read_file(file, record, context)
    problems += outcome.problems
    return getattr(outcome.value, attribute or stem) if outcome.value is not None else ()


def _absent(raw: RawEdition, files: dict[str, RawFile]) -> Iterator[Problem]:
    if "edition" not in files and "edition" not in raw.broken:
        yield error("file-absent", Place(raw.path), file=f"{raw.path}/edition.yaml")
    for stem in ("distributors", "venues"):
        if stem not in files and stem not in raw.broken:
            yield warning("list-absent", Place(raw.path), file=f"{raw.path}/{stem}.yaml")


def _edition_problems(read: ReadRegion, national: National, register: Register) -> Iterator[Problem]:
    """The problems of each year: the published one's as they are, drafts and the past weakened."""
    told: set[tuple[str, Place]] = set()
    order = sorted(read.editions, key=lambda one: (one.year != read.published, one.year))
    for one in order:
        if read.published is not None and one.year < read.published:
            yield from as_past(one.problems)
            continue
        problems = (*one.problems, *_rules(one, read, national, register))
        if one.year != read.published:
            problems = tuple(as_draft(new for new in problems if (new.id, new.place) not in told))
        told |= {(new.id, new.place) for new in problems}
        yield from problems


def _rules(one: ReadEdition, read: ReadRegion, national: National, register: Register) -> Iterator[Problem]:
    if one.edition is None or national.site is None or not national.years:
        return
    older = tuple(
        other.edition for other in read.editions if other.edition is not None and other.year < one.year
    )
    earlier = [year for year in national.years if year.year <= one.year]
    case = Case(
        edition=one.edition,
        older=older,
        site=national.site,
        national=earlier[-1] if earlier else national.years[0],
        register=register,
        complete=one.complete,
    )
    yield from check_edition(case)
