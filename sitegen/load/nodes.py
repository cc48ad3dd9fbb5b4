"""Raw values as they stand in a file: text, lists and fields, each with its place."""

from sitegen.problems import Place
from sitegen.structs import Struct


class Scalar(Struct, frozen=True, gc=False):
    """A text as written, NFC, never typed. `quoted`: in quotes or a block, so even `""` is on purpose."""

    value: str
    place: Place
    quoted: bool = False


class Sequence(Struct, frozen=True, gc=False):
    """A list."""

    items: "tuple[Node, ...]"
    place: Place


class Entry(Struct, frozen=True, gc=False):
    """A field: its key with the key's place, and its value."""

    key: str
    place: Place
    value: "Node"


class Mapping(Struct, frozen=True, gc=False):
    """Fields in the order written; keys are unique (B15)."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value of a field, None where it is not given."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping


class RawText(Struct, frozen=True):
    """A Markdown file: front matter (None where it has none) and body with the number of its first line."""

    path: str
    front: Mapping | None
    body: str
    body_line: int


class RawFile(Struct, frozen=True):
    """A YAML file that could be read."""

    path: str
    root: Mapping


class RawMedia(Struct, frozen=True):
    """A file of a `media/` folder: its path from the root, name and bytes."""

    path: str
    name: str
    data: bytes


class RawEdition(Struct, frozen=True):
    """One year of a region: YAML files by stem (edition, venues …), texts by (language, name)."""

    year: int
    path: str
    files: tuple[RawFile, ...]
    texts: tuple[tuple[str, str, RawText], ...]
    broken: frozenset[str] = frozenset()
    """Stems of the files that exist but could not be read: not "missing", and already reported."""


class RawRegion(Struct, frozen=True):
    """A folder of `regions/`."""

    id: str
    path: str
    region: RawFile | None
    editions: tuple[RawEdition, ...]
    media: tuple[RawMedia, ...]
    media_file: RawFile | None
    broken: frozenset[str] = frozenset()


class RawYear(Struct, frozen=True):
    """National content of a year: rules, dates, texts by (language, name), populations as text."""

    year: int
    path: str
    files: tuple[RawFile, ...]
    texts: tuple[tuple[str, str, RawText], ...]
    broken: frozenset[str] = frozenset()
    populations: str = ""


class RawProject(Struct, frozen=True):
    """Everything that was read."""

    site: RawFile | None
    network: RawFile | None
    moved: RawFile | None
    years: tuple[RawYear, ...]
    regions: tuple[RawRegion, ...]
    municipalities: str = ""
    """The text of `content/municipalities.csv`, empty where there is none."""
    statement: RawFile | None = None
    broken: frozenset[str] = frozenset()
    figures: RawFile | None = None
