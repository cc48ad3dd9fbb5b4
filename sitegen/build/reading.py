"""From files to a checked network: what `check` does and `build` begins with."""

from collections.abc import Iterator, Mapping, Set
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.build.glyphs import glyph_problems
from sitegen.compose.texts import Texts, parse_texts
from sitegen.load.files import load_nation, load_region
from sitegen.load.folders import Found
from sitegen.load.nodes import Mapping as RawMapping
from sitegen.load.nodes import RawFile, RawProject, RawRegion, Scalar
from sitegen.load.register import load_register
from sitegen.model.network import Network
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.store.forks import spread
from sitegen.store.keys import digest_folder, files_below
from sitegen.store.workers import default_jobs
from sitegen.structs import Struct, replace
from sitegen.validate.network import join, read_nation
from sitegen.validate.region import Nation, ReadRegion, read_region
from sitegen.validate.rules import check_sources
from sitegen.validate.rules.sources import check_source, code_pattern

_TEXT_FILES = (".yaml", ".md", ".csv")


class Reading(Struct, frozen=True):
    """What was read. Without a network there is nothing to build: the problems say why."""

    network: Network | None
    texts: Texts
    problems: tuple[Problem, ...]


RegionRead = tuple[ReadRegion, tuple[Problem, ...]]


@dataclass
class Memory:
    """Regions as one reading found them, for the next: read again is what changed (the preview).

    By content, never by time: the digest of a region's folder, and the nation it was checked against.
    """

    nation: Nation | None = None
    regions: dict[str, tuple[str, RegionRead]] = field(default_factory=dict)

    def recall(self, nation: Nation, digests: Mapping[str, str]) -> dict[str, RegionRead]:
        """The regions of which neither a file nor the nation is another."""
        if nation != self.nation:
            return {}
        return {
            name: self.regions[name][1]
            for name, digest in digests.items()
            if name in self.regions and self.regions[name][0] == digest
        }

    def keep(self, nation: Nation, digests: Mapping[str, str], found: Mapping[str, RegionRead]) -> None:
        """Remember what was found, in place of all before."""
        self.nation = nation
        self.regions = {name: (digests[name], found[name]) for name in digests}


def read(
    project: Project,
    edition: int | None = None,
    base_url: str | None = None,
    workers: int | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Load, validate and parse everything. `edition`: the year instead of the site's and the regions' own.

    `workers`: so many regions are read at a time, by default one for each processor. `memory`: that of an
    earlier reading of the same project and edition.
    """
    loaded = load_nation(project)
    raw = loaded.raw if edition is None else _of_year(loaded.raw, edition)
    register, registering = load_register(raw.municipalities)
    nation, checking = read_nation(raw, register)
    site = nation.national.site
    own = {folder.name for folder in loaded.folders}
    sources = check_sources(_tracked(project, but=own), site)
    problems = (*loaded.problems, *registering, *glyph_problems(raw), *checking, *sources)
    regions, reading = _regions(project, loaded.folders, nation, edition, workers or default_jobs(), memory)
    network, joining = join(nation, regions)
    problems += (*reading, *joining)
    if network is None:
        return Reading(None, Texts({}, {}), problems)
    if base_url is not None:
        network = replace(network, site=replace(network.site, base_url=base_url))
    texts, writing = parse_texts(network)
    return Reading(network, texts, (*problems, *writing))


def _regions(
    project: Project,
    folders: tuple[Found, ...],
    nation: Nation,
    edition: int | None,
    workers: int,
    memory: Memory | None,
) -> tuple[tuple[ReadRegion, ...], tuple[Problem, ...]]:
    """Every region by itself, several at a time, and what is wrong with their files."""
    pattern, _ = code_pattern(nation.national.site)

    def one(folder: Found) -> RegionRead:
        raw, loading = load_region(folder)
        if edition is not None:
            raw = _as_shown_by_site(raw)
        problems = [*loading, *glyph_problems(RawProject(None, None, None, (), (raw,)))]
        for path, text in _texts_below(project, folder.path):
            problems += check_source(path, text, pattern)
        return read_region(raw, nation), tuple(problems)

    digests = _digests(folders) if memory else {}
    found = memory.recall(nation, digests) if memory else {}
    new = [folder for folder in folders if folder.name not in found]
    jobs = [(len(files_below(folder.path)), folder) for folder in new]
    with closing(spread(one, jobs, workers)) as done:
        found |= {new[place].name: made for place, made in done}
    if memory:
        # What was saved meanwhile may be in what was read: that is nobody's content.
        same = {name: digest for name, digest in _digests(folders).items() if digests[name] == digest}
        memory.keep(nation, same, found)
    regions = [found[folder.name] for folder in folders]
    return tuple(region for region, _ in regions), tuple(one for _, problems in regions for one in problems)


def _digests(folders: tuple[Found, ...]) -> dict[str, str]:
    return {folder.name: digest_folder(folder.path) for folder in folders}


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
    return replace(file, root=RawMapping(entries, file.root.place))
