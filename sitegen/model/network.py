"""The whole network: the national site, its rules and texts, and every region with its editions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.edition import EditionFacts, MediaDescription, Statistic
from sitegen.model.internal import ContactsFile
from sitegen.model.lists import DistributorsFile, MediaFileDescriptions, StatisticsFile, VenuesFile
from sitegen.model.national import (
    SMALLEST_FIGURE,
    DatesFile,
    FiguresFile,
    Move,
    MovedFile,
    NationalDate,
    NetworkFile,
    NetworkSize,
    OtherMunicipality,
    RulesFile,
    Site,
)
from sitegen.model.partner import Distributor, Partner, Venue, is_listed
from sitegen.model.region import Region
from sitegen.model.register import Population, Register
from sitegen.model.statement import StatementFile
from sitegen.problems import Place
from sitegen.structs import Struct

FILES: Mapping[str, type] = {
    "site": Site,
    "rules": RulesFile,
    "dates": DatesFile,
    "network": NetworkFile,
    "figures": FiguresFile,
    "moved": MovedFile,
    "statement": StatementFile,
    "region": Region,
    "edition": EditionFacts,
    "distributors": DistributorsFile,
    "venues": VenuesFile,
    "statistics": StatisticsFile,
    "media": MediaFileDescriptions,
    "contacts": ContactsFile,
}
"""The kinds of YAML files by the stem of their name."""


class SectionText(Struct, frozen=True):
    """A Markdown text. `body` begins at `place`; `digest` is what `translated_from` of its translations names."""

    name: str
    lang: str
    title: str
    body: str
    place: Place
    digest: str
    add: str = ""
    review: str = ""
    translated_from: str = ""


class MediaFile(Struct, frozen=True):
    """A picture of a region with what it tells."""

    name: str
    data: bytes
    description: MediaDescription
    place: Place


class NationalYear(Struct, frozen=True):
    """The national content of a year."""

    year: int
    rules: RulesFile | None
    dates: tuple[NationalDate, ...]
    sections: tuple[SectionText, ...]
    populations: tuple[Population, ...] = ()


class Edition(Struct, frozen=True):
    """A region in a year, with the region's fields as they hold that year."""

    region_id: str
    year: int
    region: Region
    facts: EditionFacts
    distributors: tuple[Distributor, ...]
    venues: tuple[Venue, ...]
    figures: tuple[Statistic, ...]
    sections: tuple[SectionText, ...]
    media: tuple[MediaFile, ...]
    path: str

    @property
    def listed_distributors(self) -> tuple[Distributor, ...]:
        """Those that reach public output (`is_listed`)."""
        return tuple(partner for partner in self.distributors if is_listed(partner, self.year))

    @property
    def listed_venues(self) -> tuple[Venue, ...]:
        """Those that reach public output (`is_listed`)."""
        return tuple(partner for partner in self.venues if is_listed(partner, self.year))

    @property
    def partners(self) -> tuple[Partner, ...]:
        """All of both lists, listed or not."""
        return (*self.distributors, *self.venues)


class RegionEditions(Struct, frozen=True):
    """A region with all its years. `published` is the year whose edition is on the site; None: it is not published."""

    id: str
    region: Region
    editions: tuple[Edition, ...]
    published: int | None

    def edition(self, year: int | None) -> Edition | None:
        """The edition of a year."""
        return next((edition for edition in self.editions if edition.year == year), None)

    @property
    def current(self) -> Edition | None:
        """The edition on the site."""
        return self.edition(self.published)


@dataclass(frozen=True, slots=True)
class Network:
    """Everything that is known, checked."""

    site: Site
    years: tuple[NationalYear, ...]
    regions: tuple[RegionEditions, ...]
    others: tuple[OtherMunicipality, ...]
    moved: tuple[Move, ...]
    register: Register = field(repr=False)
    in_use: NetworkSize | None = None
    figures: FiguresFile | None = None
    statement: StatementFile | None = None

    def smallest_figure(self, year: int) -> int:
        """The smallest figure that is shown as it is (rules: `figure_min`)."""
        file = self.national(year).rules if self.years else None
        return file.rules.figure_min if file else SMALLEST_FIGURE

    def national(self, year: int) -> NationalYear:
        """The national content for a year: the nearest earlier one that exists, else the nearest later (DESIGN section 2)."""
        earlier = [one for one in self.years if one.year <= year]
        return earlier[-1] if earlier else self.years[0]

    def region(self, region_id: str) -> RegionEditions | None:
        """A region by its id."""
        return next((entry for entry in self.regions if entry.id == region_id), None)

    @property
    def published(self) -> tuple[Edition, ...]:
        """The editions on the site; samples only where the site shows them."""
        editions = (entry.current for entry in self.regions)
        hidden = self.site.samples == "hide"
        return tuple(one for one in editions if one is not None and not (hidden and one.region.is_sample))
