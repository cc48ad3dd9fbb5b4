"""Raw values as they stand in a file: text, lists and fields, each with its place."""

from dataclasses import dataclass

from sitegen.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, NFC, never typed. `quoted`: in quotes or a block, so even `""` is on purpose."""

    value: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its key with the key's place, and its value."""

    key: str
    place: Place
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order written; keys are unique (B15)."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value of a field, None where it is not given."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class RawText:
    """A Markdown file: front matter (None where it has none) and body with the number of its first line."""

    path: str
    front: Mapping | None
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class RawFile:
    """A YAML file that could be read."""

    path: str
    root: Mapping


@dataclass(frozen=True, slots=True)
class RawMedia:
    """A file of a `media/` folder: its path from the root, name and bytes."""

    path: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RawEdition:
    """One year of a region: YAML files by stem (edition, venues …), texts by (language, name)."""

    year: int
    path: str
    files: tuple[RawFile, ...]
    texts: tuple[tuple[str, str, RawText], ...]
    broken: frozenset[str] = frozenset()
    """Stems of the files that exist but could not be read: not "missing", and already reported."""


@dataclass(frozen=True, slots=True)
class RawRegion:
    """A folder of `regions/`."""

    id: str
    path: str
    region: RawFile | None
    editions: tuple[RawEdition, ...]
    media: tuple[RawMedia, ...]
    media_file: RawFile | None
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RawYear:
    """National content of a year: rules, dates, texts by (language, name), populations as text."""

    year: int
    path: str
    files: tuple[RawFile, ...]
    texts: tuple[tuple[str, str, RawText], ...]
    broken: frozenset[str] = frozenset()
    populations: str = ""


@dataclass(frozen=True, slots=True)
class RawProject:
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
