"""Every address elsewhere that the content names, with whose it is and where it is written."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.model.fields import Kind, Sees, place_of, table
from sitegen.model.network import Edition, Network, SectionText
from sitegen.model.partner import Partner
from sitegen.model.text import Localised
from sitegen.problems import Place
from sitegen.structs import Struct

_MARKDOWN = re.compile(r"\]\((https?://[^)\s]+)\)|<(https?://[^>\s]+)>")
_ADDRESSES = ("http://", "https://")


class Outgoing(Struct, frozen=True, order=True):
    """An address that the content names. `partner`: whose it is, empty for the region's or the site's own."""

    region: str
    partner: str
    url: str
    place: Place


def outgoing(network: Network, regions: Iterable[str] = ()) -> tuple[Outgoing, ...]:
    """All addresses of what is published, each once where it is written, by region and partner.

    `regions` empty: all, with the national ones.
    """
    asked = tuple(regions)
    found = set() if asked else set(_national(network))
    for edition in network.published:
        if not asked or edition.region_id in asked:
            found |= set(_of_edition(edition))
    return tuple(sorted(found))


def _national(network: Network) -> Iterator[Outgoing]:
    records: list[Any] = [network.site, *network.others]
    for year in network.years:
        records += [one for one in (year.rules,) if one is not None]
        yield from _texts(year.sections, "")
    for record in records:
        yield from _of_record(record, "", "")


def _of_edition(edition: Edition) -> Iterator[Outgoing]:
    region = edition.region_id
    for record in (edition.region, edition.facts, *edition.figures):
        yield from _of_record(record, region, "")
    partners: tuple[Partner, ...] = (*edition.listed_distributors, *edition.listed_venues)
    for partner in partners:
        yield from _of_record(partner, region, partner.name.values[0][1])
    yield from _texts(edition.sections, region)


def _texts(sections: Iterable[SectionText], region: str) -> Iterator[Outgoing]:
    """Links in Markdown, at their line and column."""
    for section in sections:
        for match in _MARKDOWN.finditer(section.body):
            url = match[1] or match[2]
            before = section.body[: match.start(1 if match[1] else 2)]
            line = section.place.line + before.count("\n")
            column = len(before) - (before.rfind("\n") + 1) + 1
            yield Outgoing(region, "", url, Place(section.place.path, line, column))


def _of_record(record: Any, region: str, partner: str) -> Iterator[Outgoing]:
    """The public addresses of a record and of the records in it."""
    for name, spec in table(type(record)).items():
        value = getattr(record, name)
        if spec.sees is Sees.INTERNAL or value is None:
            continue
        if spec.kind is Kind.RECORD:
            for inner in value if spec.many else (value,):
                yield from _of_record(inner, region, partner)
        elif spec.kind in (Kind.LINK, Kind.URL):
            for url in _urls(value):
                if url.startswith(_ADDRESSES):
                    yield Outgoing(region, partner, url, place_of(record, name))


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, Localised):
        yield from (url for _, url in value.values)
    elif isinstance(value, str):
        yield value
    else:
        for one in value:
            yield from _urls(one)
