"""What a rule looks at, and small helpers that rules share."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sitegen.model.edition import Statistic
from sitegen.model.fields import Kind, Sees, Spec, table
from sitegen.model.national import Site
from sitegen.model.network import Edition, NationalYear
from sitegen.model.partner import Partner
from sitegen.model.region import Region
from sitegen.model.register import Register
from sitegen.model.text import Localised
from sitegen.structs import Struct

_OF_TEXTS = frozenset({Kind.NAME, Kind.WORDS, Kind.LINK, Kind.RECORD})


class Case(Struct, frozen=True):
    """An edition with what surrounds it.

    `older` are the region's earlier editions, oldest first. `complete`: no entry of the edition's lists fell
    out for an error, so that counting them means something.
    """

    edition: Edition
    older: tuple[Edition, ...]
    site: Site
    national: NationalYear
    register: Register
    complete: bool

    @property
    def region(self) -> Region:
        """The region as it holds in this year."""
        return self.edition.region


def called(partner: Partner) -> str:
    """A partner's name as messages use it: the first one written."""
    return partner.name.values[0][1]


def texts_of(record: Any) -> Iterator[tuple[Any, str, Spec, Localised]]:
    """Every public text of a record and the records in it: the record, the attribute, its line, the text."""
    kind: type = type(record)
    for name, spec in _text_lines(kind):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, Localised):
            yield record, name, spec, value
        elif spec.kind is Kind.RECORD:
            for inner in value if spec.many else (value,):
                yield from texts_of(inner)
        elif spec.kind is Kind.NAME:
            for text in value:
                yield record, name, spec, text


@lru_cache(maxsize=128)
def _text_lines(record: type) -> tuple[tuple[str, Spec], ...]:
    """The lines of a record that can hold public texts."""
    return tuple(
        (name, spec)
        for name, spec in table(record).items()
        if spec.sees is not Sees.INTERNAL and spec.kind in _OF_TEXTS
    )


def public_records(edition: Edition) -> Iterator[Any]:
    """The records of an edition that reach public output."""
    yield edition.region
    yield edition.facts
    yield from edition.listed_distributors
    yield from edition.listed_venues
    figures: tuple[Statistic, ...] = edition.figures
    yield from figures
    for file in edition.media:
        yield file.description
