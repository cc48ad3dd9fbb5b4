"""`sitegen status`: the checklist of a region, or the whole network at a glance for Kaikukeskus."""

from collections import Counter
from datetime import date
from pathlib import Path

from sitegen.build.reading import Reading, read
from sitegen.model.edition import Done
from sitegen.model.network import Edition, Network, RegionEditions
from sitegen.plan import plan_site
from sitegen.problems import Severity
from sitegen.project import Project
from sitegen.structs import replace
from sitegen.year.files import BrokenFileError
from sitegen.year.status_data import Point, Status, state_of
from sitegen.year.status_points import REASONS, Case, waiting

ROUND_BEGINS = (9, 1)
"""When the autumn's round begins where no edition says so."""


def region_checklist(project: Project, region_id: str, today: date, year: int | None = None) -> Status | None:
    """The checklist of a region as its files and the built site are now: what a command or a page shows.

    For the year given or its newest edition; None where there is none. An error of a draft counts as what it
    will be once its year is published. Raises `BrokenFileError` where the files make no network.
    """
    reading = _read(project)
    found = region_status(reading, region_id, today, year, project.build)
    entry = reading.network.region(region_id) if reading.network else None
    if found is None or entry is None or entry.published == found.year:
        return found
    as_published = replace(reading, problems=read(project, found.year).problems)
    return region_status(as_published, region_id, today, found.year, project.build)


def network_checklists(project: Project, today: date, year: int | None = None) -> tuple[Status, ...]:
    """The checklists of all regions for one year as their files are now (see `region_checklist`)."""
    reading = _read(project)
    found = network_status(reading, today, year, project.build)
    if not found or reading.network is None or found[0].year == reading.network.site.edition:
        return found
    as_published = replace(reading, problems=read(project, found[0].year).problems)
    return network_status(as_published, today, found[0].year, project.build)


def _read(project: Project) -> Reading:
    reading = read(project)
    if reading.network is None:
        raise BrokenFileError(reading.problems)
    return reading


def region_status(
    reading: Reading, region_id: str, today: date, year: int | None = None, built: Path | None = None
) -> Status | None:
    """The checklist of a region for a year, or for its newest edition; None where there is none.

    `built`: the folder of the built site, to see whether its documents are there.
    """
    network = reading.network
    entry = network.region(region_id) if network else None
    if network is None or entry is None or not entry.editions:
        return None
    edition = entry.edition(year) if year is not None else entry.editions[-1]
    return _status(reading, network, entry, edition, today, built) if edition else None


def network_status(
    reading: Reading, today: date, year: int | None = None, built: Path | None = None
) -> tuple[Status, ...]:
    """Every region for one year: the year given, or the newest that any region has begun."""
    network = reading.network
    if network is None:
        return ()
    newest = max((one.year for entry in network.regions for one in entry.editions), default=0)
    wanted = year or newest
    return tuple(
        _status(reading, network, entry, edition, today, built)
        if (edition := entry.edition(wanted)) is not None
        else _absent(entry, wanted, today)
        for entry in network.regions
        if entry.region.phase != "ended"
    )


def _absent(entry: RegionEditions, year: int, today: date) -> Status:
    region = entry.region
    return Status(entry.id, region.name, year, today, region.phase or "", region.is_sample, exists=False)


def _status(
    reading: Reading,
    network: Network,
    entry: RegionEditions,
    edition: Edition,
    today: date,
    built: Path | None,
) -> Status:
    case = Case(
        edition=edition,
        previous=max(
            (one for one in entry.editions if one.year < edition.year), key=lambda one: one.year, default=None
        ),
        network=network,
        today=today,
        published=entry.published,
        errors=_errors(reading, entry, edition),
        documents=_documents(network, edition, entry, built),
    )
    region = edition.region
    numbers = [number for number in REASONS if number or region.phase == "pilot"]
    return Status(
        region_id=entry.id,
        name=region.name,
        year=edition.year,
        today=today,
        phase=region.phase or "",
        sample=region.is_sample,
        exists=True,
        points=tuple(_point(number, case) for number in numbers),
        waiting=waiting(case),
        next_year=_next_year(entry, edition, today),
    )


def _point(number: int, case: Case) -> Point:
    reasons = tuple(REASONS[number](case))
    tick = _tick(number, case.edition)
    return Point(
        number,
        state_of(reasons, ticked=tick is not None),
        reasons,
        tick.date if tick else None,
        (tick.note or "") if tick else "",
    )


def _tick(number: int, edition: Edition) -> Done | None:
    """The newest tick of a point; 6 and 7 are one."""
    numbers = (6, 7) if number == 6 else (number,)
    found = [one for one in edition.facts.done if one.point in numbers]
    return max(found, key=lambda one: one.date, default=None)


def _errors(reading: Reading, entry: RegionEditions, edition: Edition) -> int:
    """Errors of `check` in the region's files of the year and those that hold for every year.

    Errors of a draft are told as warnings: for those, read the project as if the draft's year were published.
    """
    folder = f"regions/{entry.id}/"
    severities = Counter(
        problem.severity
        for problem in reading.problems
        if problem.place.path.startswith((f"{edition.path}/", f"{folder}region.yaml", f"{folder}media"))
    )
    return severities[Severity.ERROR]


def _documents(
    network: Network, edition: Edition, entry: RegionEditions, built: Path | None
) -> tuple[int, tuple[str, ...]] | None:
    if built is None or not built.is_dir() or entry.published != edition.year:
        return None
    wanted = [one.path for one in plan_site(network).of_region(entry.id) if one.kind == "document"]
    return len(wanted), tuple(path for path in wanted if not (built / path).is_file())


def _next_year(entry: RegionEditions, edition: Edition, today: date) -> int | None:
    if entry.editions[-1].year != edition.year:
        return None
    asked = edition.facts.round
    month, day = (asked.from_.month, asked.from_.day) if asked else ROUND_BEGINS
    begins = date(edition.year, month, min(day, 28))
    return edition.year + 1 if today >= begins else None
