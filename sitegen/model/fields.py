"""The one table of fields: every field of format 1 is one line in a record class of this folder.

A record is a frozen value (`Record`) whose attributes are made by `described(...)`. The line says how the field is
written (Kind), what it means in Finnish, Swedish and English, an example, who sees it and whether it is
required. Reading and checking (`validate/`), JSON Schemas, the reference page, Excel headings, hints in
problems and the list of public fields all come from these lines; nothing about a field stands elsewhere.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any, dataclass_transform

from sitegen.problems import Place
from sitegen.structs import Struct, StructMeta, field, replace


class Kind(StrEnum):
    """How a value is written, and in brackets what it becomes in the model."""

    TEXT = "text"  # one line of plain text [str]
    NAME = "name"  # a name: plain, or parallel names by language [Localised]
    WORDS = "words"  # text by language [Localised]
    LINK = "link"  # https address, plain or by language [Localised]
    URL = "url"  # https address [str]
    ID = "id"  # a-z 0-9 - [str]
    EMAIL = "email"  # an address [str]
    PHONE = "phone"  # a telephone number [PhoneNumber]
    POSTAL_CODE = "postal-code"  # five digits [str]
    DATE = "date"  # 2026-01-05 or 5.1.2026 [date]
    DATE_FROM = "date-from"  # a day, or a month or year: its first day [date]
    DATE_TO = "date-to"  # a day, or a month or year: its last day [date]
    PARTIAL_DATE = "partial-date"  # a day, month or year [str: 2026-01-05, 2026-01, 2026]
    MONTH_DAY = "month-day"  # 06-01: a day of every year [tuple[int, int]: month, day]
    TIME = "time"  # 09:30 [time]
    YEAR = "year"  # 2026 [int]
    INTEGER = "integer"  # 0 or more [int]
    NUMBER = "number"  # 0 or more, decimals with . or , [Decimal]
    FIGURE = "figure"  # an integer, or under-5 [int | None: None is under-5]
    YES_NO = "yes-no"  # yes/no [bool]
    CHOICE = "choice"  # one of choices [str]
    MUNICIPALITY = "municipality"  # official name, fi or sv [str: its code]
    COVERS = "covers"  # municipalities or all [tuple[str, ...]: codes, or ("all",)]
    LANGUAGE = "language"  # code of the table of languages [str]
    COLOUR = "colour"  # "#0f5a86" [str]
    FILE = "file"  # a file of media/ [str]
    RECORD = "record"  # fields of `record` [the record]
    RECORDS_BY_NAME = "records-by-name"  # names to records [tuple[tuple[str, record], ...]]
    COUNTS = "counts"  # languages to integers [tuple[tuple[str, int], ...]]


class Sees(StrEnum):
    """Who sees a field: everybody, or only the coordinators and Kaikukeskus (status, letters)."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Spec(Struct, frozen=True):
    """One line of the table. `key` is the name in YAML. `short`: the record's field that a plain value fills."""

    kind: Kind
    fi: str
    sv: str
    en: str
    example: str
    sees: Sees = Sees.PUBLIC
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    record: type | None = None
    short: str = ""
    max_length: int = 600
    key: str = ""

    def about(self, lang: str) -> str:
        """What the field means, in fi, sv or en."""
        return {"fi": self.fi, "sv": self.sv}.get(lang, self.en)


class _Line(Struct, frozen=True):
    """What stands in a record's class until it is made: the line of a field, and its value where none is given."""

    spec: Spec
    default: Any


@dataclass_transform(kw_only_default=True, frozen_default=True)
class RecordMeta(StructMeta):
    """Makes the classes of records: takes the lines out of their bodies and keeps them as their table."""

    __lines__: Mapping[str, Spec]
    """The lines by attribute name, in order."""
    __told__: Callable[[Any], Any]
    """The values of a record's fields, for comparisons: where they stand (`at`) is none of them."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any
    ) -> "RecordMeta":
        """The class of a record, its lines after those of the record it extends."""
        lines: dict[str, Spec] = {}
        for base in bases:
            lines |= getattr(base, "__lines__", {})
        for key, value in body.items():
            if isinstance(value, _Line):
                lines[key] = replace(value.spec, key=key.removesuffix("_"))
                body[key] = value.default
        made = super().__new__(mcs, name, bases, body, **options)
        made.__lines__ = lines
        made.__told__ = attrgetter(*lines, "__class__")  # with one more it gives a tuple, whatever the lines
        return made


class Record(Struct, metaclass=RecordMeta, frozen=True):
    """The base of all records. Two are equal whose fields are, wherever they stand.

    Made with names only; the values could stand in their order too, and so a record travels between processes.
    """

    def __eq__(self, other: object) -> bool:
        told = type(self).__told__
        return type(other) is type(self) and told(self) == told(other)

    def __hash__(self) -> int:
        return hash(type(self).__told__(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in type(self).__lines__)
        return f"{type(self).__name__}({', '.join(shown)})"


def described(
    kind: Kind,
    fi: str,
    sv: str,
    en: str,
    example: str,
    *,
    default: Any = None,
    sees: Sees = Sees.PUBLIC,
    many: bool = False,
    required: bool = False,
    choices: tuple[str, ...] = (),
    record: type | None = None,
    short: str = "",
    max_length: int = 600,
) -> Any:
    """A field of a record: its line in the table. `many`: one value or a list; the model holds a tuple."""
    spec = Spec(kind, fi, sv, en, example, sees, many, required, choices, record, short, max_length)
    empty = () if many or kind in (Kind.COVERS, Kind.COUNTS, Kind.RECORDS_BY_NAME) else None
    return _Line(spec, empty if default is None else default)


def places() -> Any:
    """The attribute `at` of a record: where each of its fields stands, and under "" the record itself."""
    return field(default_factory=dict)


def table(record: type[Any]) -> Mapping[str, Spec]:
    """The lines of a record by attribute name, in order. A trailing _ of an attribute is no part of its key (`from_`)."""
    lines: Mapping[str, Spec] = record.__lines__
    return lines


def place_of(record: Any, *names: str) -> Place:
    """Where a field of a record stands; where it is not given, the record itself."""
    at: Mapping[str, Place] = record.at
    return next((at[name] for name in names if name in at), at.get("", Place()))
