"""One region's folder -> its editions, with all problems that can be seen without another region."""

from collections.abc import Iterator
from typing import Any

from sitegen.load.nodes import RawEdition, RawFile, RawRegion
from sitegen.model.edition import EditionFacts, Statistic
from sitegen.model.lists import DistributorsFile, StatisticsFile, VenuesFile
from sitegen.model.network import Edition
from sitegen.model.partner import Distributor, Venue
from sitegen.model.region import Region
from sitegen.problems import Place, Problem, Severity, error, warning
from sitegen.structs import Struct, replace
from sitegen.validate.context import Checked, Context
from sitegen.validate.files import read_edition_file, read_file, says_yes, written_languages
from sitegen.validate.media import read_media
from sitegen.validate.national import National
from sitegen.validate.published import as_draft, as_past, published_problems, published_year
from sitegen.validate.rules import check_edition
from sitegen.validate.rules.case import Case
from sitegen.validate.sections import read_sections


class Nation(Struct, frozen=True):
    """What every region is checked against: the surroundings of its values, and the national facts."""

    context: Context
    national: National

    @property
    def year(self) -> int:
        """The year that the site shows; 0 where it does not say."""
        return self.national.site.edition if self.national.site is not None else 0


class ReadEdition(Struct, frozen=True):
    """A year of a region as read: no edition where its files make none. `complete`: nothing fell out."""

    year: int
    edition: Edition | None
    problems: tuple[Problem, ...]
    complete: bool


class ReadRegion(Struct, frozen=True):
    """A region as read: none where its file makes none. `published`: the year that the site shows."""

    id: str
    region: Region | None
    editions: tuple[Edition, ...]
    published: int | None
    problems: tuple[Problem, ...]


def read_region(raw: RawRegion, nation: Nation) -> ReadRegion:
    """A region's folder, checked alone: nothing here asks for another region."""
    context = replace(
        nation.context,
        languages=written_languages(raw.region) or nation.context.languages,
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
    wanted = (region.edition if region is not None else None) or nation.year
    editions = tuple(
        _read_edition(one, raw, region, media, context)
        for one in sorted(raw.editions, key=lambda one: one.year)
    )
    years = tuple(one.year for one in editions)
    if wanted:
        problems += published_problems(raw.id, raw.path, years, wanted)
    published = published_year(years, wanted)
    problems += _edition_problems(editions, published, nation)
    whole = tuple(one.edition for one in editions if one.edition is not None)
    return ReadRegion(raw.id, region, whole, published, tuple(problems))


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


def _edition_problems(
    editions: tuple[ReadEdition, ...], published: int | None, nation: Nation
) -> Iterator[Problem]:
    """The problems of each year: the published one's as they are, drafts and the past weakened."""
    told: set[tuple[str, Place]] = set()
    order = sorted(editions, key=lambda one: (one.year != published, one.year))
    for one in order:
        if published is not None and one.year < published:
            yield from as_past(one.problems)
            continue
        problems = (*one.problems, *_rules(one, editions, nation))
        if one.year != published:
            problems = tuple(as_draft(new for new in problems if (new.id, new.place) not in told))
        told |= {(new.id, new.place) for new in problems}
        yield from problems


def _rules(one: ReadEdition, editions: tuple[ReadEdition, ...], nation: Nation) -> Iterator[Problem]:
    national = nation.national
    if one.edition is None or national.site is None or not national.years:
        return
    older = tuple(other.edition for other in editions if other.edition and other.year < one.year)
    earlier = [year for year in national.years if year.year <= one.year]
    case = Case(
        edition=one.edition,
        older=older,
        site=national.site,
        national=earlier[-1] if earlier else national.years[0],
        register=nation.context.register,
        complete=one.complete,
    )
    yield from check_edition(case)
