"""From files to a checked network: what `check` does and `build` begins with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.build.glyphs import glyph_problems
from sitegen.compose.texts import Texts, parse_texts
from sitegen.load.files import load_project
from sitegen.load.nodes import Mapping, RawFile, RawProject, Scalar
from sitegen.load.register import load_register
from sitegen.model.network import Network
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.store.keys import files_below
from sitegen.validate.network import validate

_TEXT_FILES = (".yaml", ".md", ".csv")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. Without a network there is nothing to build: the problems say why."""

    network: Network | None
    texts: Texts
    problems: tuple[Problem, ...]


def read(project: Project, edition: int | None = None, base_url: str | None = None) -> Reading:
    """Load, validate and parse everything. `edition`: the year instead of the site's and the regions' own."""
    raw, loading = load_project(project)
    if edition is not None:
        raw = _of_year(raw, edition)
    register, registering = load_register(raw.municipalities)
    network, checking = validate(raw, register, tracked_texts(project))
    problems = (*loading, *registering, *glyph_problems(raw), *checking)
    if network is None:
        return Reading(None, Texts({}, {}), problems)
    if base_url is not None:
        network = replace(network, site=replace(network.site, base_url=base_url))
    texts, writing = parse_texts(network)
    return Reading(network, texts, (*problems, *writing))


def tracked_texts(project: Project) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is published with the repository, comments and all (C13, C19)."""
    for folder in (project.content, project.regions):
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
    """As if site.yaml named the year and no region a year of its own."""
    regions = tuple(
        replace(region, region=_with_edition(region.region, None)) if region.region else region
        for region in raw.regions
    )
    site = _with_edition(raw.site, str(year)) if raw.site else None
    return replace(raw, site=site, regions=regions)


def _with_edition(file: RawFile, year: str | None) -> RawFile:
    """The file with another value of its field `edition`, or without the field."""
    entries = tuple(
        replace(entry, value=Scalar(year, entry.value.place)) if entry.key == "edition" and year else entry
        for entry in file.root.entries
        if entry.key != "edition" or year is not None
    )
    return replace(file, root=Mapping(entries, file.root.place))
