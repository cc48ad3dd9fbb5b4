"""From files to a checked network: what `check` does and `build` begins with."""

from collections.abc import Iterator, Set
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.build.glyphs import glyph_problems
from sitegen.compose.texts import Texts, parse_texts
from sitegen.load.files import load_nation, load_region
from sitegen.load.folders import Found
from sitegen.load.nodes import Mapping, RawFile, RawProject, RawRegion, Scalar
from sitegen.load.register import load_register
from sitegen.model.network import Network
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.store.forks import spread
from sitegen.store.keys import files_below
from sitegen.store.workers import default_jobs
from sitegen.validate.network import join, read_nation
from sitegen.validate.region import Nation, ReadRegion, read_region
from sitegen.validate.rules import check_sources
from sitegen.validate.rules.sources import check_source, code_pattern

_TEXT_FILES = (".yaml", ".md", ".csv")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. Without a network there is nothing to build: the problems say why."""

    network: Network | None
    texts: Texts
    problems: tuple[Problem, ...]


def read(
    project: Project, edition: int | None = None, base_url: str | None = None, workers: int | None = None
) -> Reading:
    """Load, validate and parse everything. `edition`: the year instead of the site's and the regions' own.

    `workers`: so many regions are read at a time, by default one for each processor.
    """
    loaded = load_nation(project)
    raw = loaded.raw if edition is None else _of_year(loaded.raw, edition)
    register, registering = load_register(raw.municipalities)
    nation, checking = read_nation(raw, register)
    site = nation.national.site
    own = {folder.name for folder in loaded.folders}
    sources = check_sources(_tracked(project, but=own), site)
    problems = (*loaded.problems, *registering, *glyph_problems(raw), *checking, *sources)
    regions, reading = _regions(project, loaded.folders, nation, edition, workers or default_jobs())
    network, joining = join(nation, regions)
    problems += (*reading, *joining)
    if network is None:
        return Reading(None, Texts({}, {}), problems)
    if base_url is not None:
        network = replace(network, site=replace(network.site, base_url=base_url))
    texts, writing = parse_texts(network)
    return Reading(network, texts, (*problems, *writing))


def _regions(
    project: Project, folders: tuple[Found, ...], nation: Nation, edition: int | None, workers: int
) -> tuple[tuple[ReadRegion, ...], tuple[Problem, ...]]:
    """Every region by itself, several at a time, and what is wrong with their files."""
    pattern, _ = code_pattern(nation.national.site)

    def one(folder: Found) -> tuple[ReadRegion, tuple[Problem, ...]]:
        raw, loading = load_region(folder)
        if edition is not None:
            raw = _as_shown_by_site(raw)
        problems = [*loading, *glyph_problems(RawProject(None, None, None, (), (raw,)))]
        for path, text in _texts_below(project, folder.path):
            problems += check_source(path, text, pattern)
        return read_region(raw, nation), tuple(problems)

    jobs = [(len(files_below(one.path)), one) for one in folders]
    with closing(spread(one, jobs, workers)) as done:
        found = [read for _, read in sorted(done, key=lambda pair: pair[0])]
    return tuple(region for region, _ in found), tuple(one for _, problems in found for one in problems)


def _tracked(project: Project, but: Set[str]) -> Iterator[tuple[str, str]]:
    """Path and text of the national files, and of what lies in `regions/` outside the folders `but`."""
    yield from _texts_below(project, project.content)
    for path in files_below(project.regions):
        if path.relative_to(project.regions).parts[0] not in but:
            yield from _texts_below(project, path)


def _texts_below(project: Project, folder: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is published with the repository, comments and all (C13, C19)."""
    for path in files_below(folder):
        if path.suffix in _TEXT_FILES and path.is_file() and not path.is_symlink():
            try:
                yield project.relative(path), path.read_bytes().decode("utf-8", "replace")
            except OSError:
                continue  # unreadable: loading says so


def region_of(problem: Problem) -> str | None:
    """The region whose file a problem stands in; None for what belongs to the whole network."""
    parts = problem.place.path.split("/")
    return parts[1] if parts[0] == "regions" and len(parts) > 1 else None


def _of_year(raw: RawProject, year: int) -> RawProject:
    """As if site.yaml named the year."""
    return replace(raw, site=_with_edition(raw.site, str(year)) if raw.site else None)


def _as_shown_by_site(raw: RawRegion) -> RawRegion:
    """As if the region named no year of its own."""
    return replace(raw, region=_with_edition(raw.region, None)) if raw.region else raw


def _with_edition(file: RawFile, year: str | None) -> RawFile:
    """The file with another value of its field `edition`, or without the field."""
    entries = tuple(
        replace(entry, value=Scalar(year, entry.value.place)) if entry.key == "edition" and year else entry
        for entry in file.root.entries
        if entry.key != "edition" or year is not None
    )
    return replace(file, root=Mapping(entries, file.root.place))
