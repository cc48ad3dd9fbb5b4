"""A region's and the nation's texts: what is missing, older than its source, or waits for its reader."""

from collections.abc import Iterator

from sitegen.languages.choose import chain
from sitegen.model.network import Edition, NationalYear, Network, SectionText
from sitegen.model.sections import CARDHOLDER_SECTIONS, OWN_PREFIX
from sitegen.structs import Struct

AWAITING = "awaiting"


class Outdated(Struct, frozen=True):
    """A text whose source has changed since: paths of both."""

    path: str
    source: str


def source_of(section: SectionText, network: Network, edition: Edition | None) -> SectionText | None:
    """The text that a text is a translation of, or that a region's text replaces; None where there is none.

    A translation's source is the same section in the first language. A region's own first text has one only
    where it replaces the national text: that one, in its language.
    """
    if edition is None:
        year = next((one for one in network.years if section in one.sections), None)
        main = network.site.languages[0]
        return _section(year.sections, section.name, main) if year and section.lang != main else None
    if section.lang != edition.region.languages[0]:
        return _section(edition.sections, section.name, edition.region.languages[0])
    if section.add or section.name.startswith(OWN_PREFIX):
        return None
    return _section(network.national(edition.year).sections, section.name, section.lang)


def _section(sections: tuple[SectionText, ...], name: str, lang: str) -> SectionText | None:
    return next((one for one in sections if one.name == name and one.lang == lang), None)


def outdated(network: Network, edition: Edition) -> tuple[Outdated, ...]:
    """The region's texts of a year that are older than their source."""
    return tuple(_outdated(edition.sections, network, edition))


def outdated_nationally(network: Network, year: NationalYear) -> tuple[Outdated, ...]:
    """The national translations of a year that are older than their source."""
    return tuple(_outdated(year.sections, network, None))


def _outdated(
    sections: tuple[SectionText, ...], network: Network, edition: Edition | None
) -> Iterator[Outdated]:
    for section in sections:
        source = source_of(section, network, edition) if section.translated_from else None
        if source is not None and source.digest != section.translated_from:
            yield Outdated(section.place.path, source.place.path)


def missing(edition: Edition) -> tuple[str, ...]:
    """Paths of the region's own texts that are not written in a language which the region writes."""
    names = sorted({section.name for section in edition.sections})
    there = {(section.name, section.lang) for section in edition.sections}
    return tuple(
        f"{edition.path}/{lang}/{name}.md"
        for name in names
        for lang in edition.region.languages
        if (name, lang) not in there
    )


def missing_nationally(network: Network, year: NationalYear) -> tuple[str, ...]:
    """Paths of the national texts for cardholders that a national language lacks."""
    there = {(section.name, section.lang) for section in year.sections}
    names = {section.name for section in year.sections} & set(CARDHOLDER_SECTIONS)
    return tuple(
        f"content/{year.year}/{lang}/{name}.md"
        for lang in network.site.languages
        for name in sorted(names)
        if (name, lang) not in there and any((name, other) in there for other in chain(lang))
    )


def awaiting(edition: Edition) -> tuple[str, ...]:
    """Paths of the region's texts that wait for a native reader."""
    return tuple(one.place.path for one in edition.sections if one.review == AWAITING)
