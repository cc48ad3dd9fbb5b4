"""The first half of reading: the nation is read, and its regions by copies of this process meanwhile.

Nothing is imported here that only later steps need: those are loaded while the copies are at work.
"""

from collections.abc import Generator, Iterator, Mapping, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.build.glyphs import glyph_problems
from sitegen.load.files import load_nation, load_region
from sitegen.load.folders import Found
from sitegen.load.nodes import Mapping as RawMapping
from sitegen.load.nodes import RawFile, RawProject, RawRegion, Scalar
from sitegen.load.register import load_register
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.store.forks import spread
from sitegen.store.keys import digest_folder, files_below
from sitegen.store.processors import default_jobs
from sitegen.structs import Struct, replace
from sitegen.validate.network import read_nation
from sitegen.validate.published import weakened
from sitegen.validate.region import Nation, ReadRegion, read_region
from sitegen.validate.rules import check_sources
from sitegen.validate.rules.sources import check_source, code_pattern

_TEXT_FILES = (".yaml", ".md", ".csv")

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


class Begun(Struct, frozen=True):
    """A reading under way: the nation, what is wrong with it, and the regions as they become ready.

    `known`: regions that need not be read again; `new`: the names of the others, by their place in `reading`.
    """

    nation: Nation
    problems: tuple[Problem, ...]
    folders: tuple[Found, ...]
    known: Mapping[str, RegionRead]
    new: tuple[str, ...]
    reading: Generator[tuple[int, RegionRead]]
    digests: Mapping[str, str]
    memory: Memory | None

    def regions(self) -> tuple[tuple[ReadRegion, ...], tuple[Problem, ...]]:
        """All regions, in the order of their folders, and what is wrong with their files. Asked for once."""
        found = {**self.known, **{self.new[place]: made for place, made in self.reading}}
        if self.memory is not None:
            # What was saved meanwhile may be in what was read: that is nobody's content.
            now = _digests(self.folders)
            same = {name: digest for name, digest in now.items() if self.digests[name] == digest}
            self.memory.keep(self.nation, same, found)
        regions = [found[folder.name] for folder in self.folders]
        return tuple(one for one, _ in regions), tuple(one for _, problems in regions for one in problems)


@contextmanager
def begun(
    project: Project, edition: int | None = None, workers: int | None = None, memory: Memory | None = None
) -> Iterator[Begun]:
    """Read the nation and begin to read its regions, several at a time; at the end nobody reads any more.

    `edition`: the year instead of the site's and the regions' own. `workers`: so many regions at a time, by
    default one for each processor. `memory`: that of an earlier reading of the same project and edition.
    """
    loaded = load_nation(project)
    raw = loaded.raw if edition is None else _of_year(loaded.raw, edition)
    register, registering = load_register(raw.municipalities)
    nation, checking = read_nation(raw, register)
    own = {folder.name for folder in loaded.folders}
    sources = check_sources(_tracked(project, but=own), nation.national.site)
    problems = (*loaded.problems, *registering, *glyph_problems(raw), *checking, *sources)
    digests = _digests(loaded.folders) if memory is not None else {}
    known = memory.recall(nation, digests) if memory is not None else {}
    new = [folder for folder in loaded.folders if folder.name not in known]
    names = tuple(folder.name for folder in new)
    with closing(_spread(project, new, nation, edition, workers or default_jobs())) as reading:
        yield Begun(nation, problems, loaded.folders, known, names, reading, digests, memory)


def _spread(
    project: Project, folders: list[Found], nation: Nation, edition: int | None, workers: int
) -> Generator[tuple[int, RegionRead]]:
    """The regions by the places of their folders. They are being read when this returns."""
    pattern, _ = code_pattern(nation.national.site)

    def one(folder: Found) -> RegionRead:
        raw, loading = load_region(folder)
        if edition is not None:
            raw = _as_shown_by_site(raw)
        found = read_region(raw, nation)
        glyphs = glyph_problems(RawProject(None, None, None, (), (raw,)))
        problems = [*weakened((*loading, *glyphs), raw.path, found.published)]
        for path, text in _texts_below(project, folder.path):
            problems += check_source(path, text, pattern)  # never weaker: a draft is public too
        return found, tuple(problems)

    return spread(one, [(len(files_below(folder.path)), folder) for folder in folders], workers)


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
