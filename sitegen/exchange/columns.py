"""The columns of a record, from the table of fields: every field, in every language it is written in."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sitegen.languages.messages import in_language
from sitegen.languages.table import codes
from sitegen.load.nodes import Mapping, Node
from sitegen.model.fields import Kind, Spec, table
from sitegen.structs import Struct

LOCALISED = (Kind.NAME, Kind.WORDS, Kind.LINK)
FRONT = ("id", "name", "answer", "checked")


class Shape(StrEnum):
    """How a cell holds its field's value."""

    ONE = "one"  # one text
    LANGUAGE = "language"  # the text, or count, in one language
    LIST = "list"  # words with commas
    ITEMS = "items"  # a line for each, parts with |


class Column(Struct, frozen=True):
    """A field in a cell: the path of its keys in the record, its line of the table, the language of its text.

    `above` are the lines of the records it stands in.
    """

    path: tuple[str, ...]
    spec: Spec
    shape: Shape
    lang: str = ""
    above: tuple[Spec, ...] = ()
    by_name: str = ""

    @property
    def key(self) -> str:
        """What names it in the hidden row, whatever the language of the headings."""
        return ".".join((*self.path, self.lang) if self.lang else self.path)

    def heading(self, lang: str) -> str:
        """What it is called, from the table: `Address: Street address (in Swedish)`."""
        words = ": ".join(spec.about(lang) for spec in (*self.above, self.spec))
        code = self.lang or self.by_name
        return f"{words} ({in_language(code, lang)})" if code else words


def columns_of(
    record: type, languages: tuple[str, ...], entries: Iterable[Mapping], skip: frozenset[str] = frozenset()
) -> tuple[Column, ...]:
    """The columns of a record, in the order of the table, with what is filled in every year first.

    `languages` are those the region writes; a field that `entries` hold in others has their columns too.
    """
    found = tuple(_of_record(record, (), (), languages, tuple(entries), skip))
    return tuple(
        sorted(found, key=lambda one: FRONT.index(one.path[0]) if one.path[0] in FRONT else len(FRONT))
    )


def _of_record(
    record: type,
    path: tuple[str, ...],
    above: tuple[Spec, ...],
    languages: tuple[str, ...],
    nodes: tuple[Node, ...],
    skip: frozenset[str] = frozenset(),
    by_name: str = "",
) -> Iterator[Column]:
    for spec in table(record).values():
        if spec.key in skip:
            continue
        here = (*path, spec.key)
        inside = tuple(
            value for node in nodes if isinstance(node, Mapping) and (value := node.get(spec.key)) is not None
        )
        if spec.many:
            localised = spec.kind in (Kind.RECORD, *LOCALISED)
            shape = Shape.ITEMS if localised else Shape.LIST
            yield Column(here, spec, shape, above=above, by_name=by_name)
        elif spec.kind is Kind.COVERS:
            yield Column(here, spec, Shape.LIST, above=above)
        elif spec.kind is Kind.RECORD and spec.record is not None:
            yield from _of_record(spec.record, here, (*above, spec), languages, inside)
        elif spec.kind is Kind.RECORDS_BY_NAME and spec.record is not None:
            for lang in _languages(languages, inside):
                named = tuple(one for node in inside if isinstance(node, Mapping) and (one := node.get(lang)))
                yield from _of_record(
                    spec.record, (*here, lang), (*above, spec), languages, named, by_name=lang
                )
        elif spec.kind in (*LOCALISED, Kind.COUNTS):
            for lang in _languages(languages, inside):
                yield Column(here, spec, Shape.LANGUAGE, lang, above)
        else:
            yield Column(here, spec, Shape.ONE, above=above, by_name=by_name)


def _languages(languages: tuple[str, ...], nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The region's own languages, then those that stand in the data, in the order of the table."""
    written = {entry.key for node in nodes if isinstance(node, Mapping) for entry in node.entries}
    known = tuple(code for code in codes() if code in written)
    return tuple(dict.fromkeys((*languages, *known, *sorted(written - set(known)))))
