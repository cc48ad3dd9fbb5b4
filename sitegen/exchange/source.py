"""What a region and year hold now: the raw files of one edition and the surroundings of its values."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field

from sitegen.languages.table import codes
from sitegen.load.files import load_project
from sitegen.load.nodes import Mapping, Node, RawEdition, RawFile, RawRegion, Scalar, Sequence
from sitegen.load.register import load_register
from sitegen.model.register import Register
from sitegen.problems import Place, Problem, Severity, error
from sitegen.project import Project
from sitegen.validate.context import Context
from sitegen.validate.files import says_yes, written_languages

PARTNERS = ("distributors", "venues")
FILES = ("region", "edition", *PARTNERS)
EMPTY = Mapping((), Place())


@dataclass(frozen=True, slots=True)
class Source:
    """A region's edition: roots of its YAML files by stem with their paths, and what values are checked with.

    `years` are all its editions. A list that has no file has no root.
    """

    region: str
    year: int
    years: tuple[int, ...]
    roots: Lookup[str, Mapping]
    paths: Lookup[str, str]
    context: Context = field(repr=False)

    def root(self, stem: str) -> Mapping:
        """The fields of a file, none where there is no such file."""
        return self.roots.get(stem, EMPTY)

    def home_of(self, field: str) -> str:
        """The file that a field of the region is written in: edition.yaml where it holds it for the year."""
        return "edition" if self.root("edition").get(field) is not None else "region"

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of the region's municipalities, as they are written."""
        node = self.root(self.home_of("municipalities")).get("municipalities")
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(one.value for one in items if isinstance(one, Scalar))

    def entries(self, stem: str, field: str) -> tuple[Mapping, ...]:
        """The records of a list in a file."""
        return tuple(one for one in self.items(stem, field) if isinstance(one, Mapping))

    def items(self, stem: str, field: str) -> tuple[Node, ...]:
        """The items of a list in a file, whatever their shape: numbers of a path count these."""
        node = self.root(stem).get(field)
        if isinstance(node, Sequence):
            return node.items
        return (node,) if isinstance(node, Mapping) else ()


def load_source(
    project: Project, region: str, year: int | None = None
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The edition of a year, else the newest; None with what stops it: unreadable files, no such year."""
    raw, loading = load_project(project)
    register, _ = load_register(raw.municipalities)
    found = next((one for one in raw.regions if one.id == region), None)
    if found is None:
        here = tuple(one for one in loading if one.place.path.startswith(f"regions/{region}"))
        return None, here or (error("exchange-no-region", Place(f"regions/{region}")),)
    years = tuple(sorted(one.year for one in found.editions))
    edition = next((one for one in found.editions if one.year == (year or max(years, default=0))), None)
    if edition is None:
        known = ", ".join(str(one) for one in years)
        return None, (error("exchange-no-edition", Place(found.path), year=year or "", known=known),)
    source = _source(found, edition, years, raw.site, register)
    unreadable = tuple(
        one for one in loading if one.severity is Severity.ERROR and one.place.path in source.paths.values()
    )
    problems = (*unreadable, *_ids(source))
    return (None, problems) if problems else (source, ())


def _source(
    region: RawRegion, edition: RawEdition, years: tuple[int, ...], site: RawFile | None, register: Register
) -> Source:
    roots = {"region": region.region.root} if region.region is not None else {}
    roots |= {file.path.rpartition("/")[2].removesuffix(".yaml"): file.root for file in edition.files}
    paths = {stem: f"{edition.path}/{stem}.yaml" for stem in FILES} | {"region": f"{region.path}/region.yaml"}
    national = written_languages(site)
    own = next((file for file in edition.files if file.path == paths["edition"]), None)
    context = Context(
        register=register,
        languages=written_languages(own) or written_languages(region.region) or national,
        allowed=national or codes(),
        media=tuple(file.name for file in region.media),
        invented=says_yes(region.region, "invented"),
    )
    return Source(region.id, edition.year, years, roots, paths, context)


def _ids(source: Source) -> Iterator[Problem]:
    """Rows are found again by their id: every partner has one of its own."""
    for stem in PARTNERS:
        entries = source.entries(stem, stem)
        ids = [text_at(one, "id") for one in entries]
        twice = {id for id, count in Counter(ids).items() if count > 1}
        for entry, id in zip(entries, ids, strict=True):
            if not id:
                yield error("exchange-no-id", entry.place)
            elif id in twice:
                yield error("exchange-id-twice", entry.place, value=id)


def text_at(entry: Mapping, key: str) -> str:
    """The text of a plain field, empty where there is none."""
    node = entry.get(key)
    return node.value.strip() if isinstance(node, Scalar) else ""
