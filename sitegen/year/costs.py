"""The upkeep costs of Kaikukanta: half by municipalities, half by counties, by population (DOMAIN section 3).

How it comes out to the cent: the total is halved, and an odd cent is the municipalities'. Each half is shared
by population with the largest remainder method (`apportion`): the municipalities' among municipalities, the
counties' among counties, a county counted by the people of its municipalities in the network. A county's
share is shared once more among its regions, so that each region's amount is known. A region that agreed on
another split shares its own amount by it; nobody else's changes. Sums are the total at every step.
"""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.model.fields import place_of
from sitegen.model.network import Edition, Network, RegionEditions
from sitegen.model.region import Region
from sitegen.model.register import Population
from sitegen.model.text import Localised, same_everywhere
from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct
from sitegen.year.apportion import apportion

BEARING = ("pilot", "permanent")
"""Phases of regions that use Kaikukanta; those of preparing and ended ones share no costs."""


class Payer(Struct, frozen=True):
    """A municipality (with its code) or a county in a region: for how many people it pays, and its cents."""

    name: Localised
    code: str
    people: int
    cents: int


class Part(Struct, frozen=True):
    """A region's part. `split`: the municipalities' share in per cent where the region agreed otherwise.

    Of municipalities that have no region here there is one part without `edition`.
    """

    id: str
    name: Localised | None
    edition: Edition | None
    municipalities: tuple[Payer, ...]
    counties: tuple[Payer, ...]
    split: int | None

    @property
    def people(self) -> int:
        """How many people live there."""
        return sum(one.people for one in self.municipalities)

    @property
    def cents(self) -> int:
        """What the region pays in all."""
        return total(self.municipalities) + total(self.counties)


class LeftOut(Struct, frozen=True):
    """A region that bears no costs. `reason`: sample | preparing | ended | later (its first year is)."""

    name: Localised
    reason: str


class Costs(Struct, frozen=True):
    """Who pays what. `sources`: pairs of date and source of the populations."""

    year: int
    cents: int
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[tuple[str, str], ...]

    @property
    def municipalities(self) -> tuple[Payer, ...]:
        """All municipalities."""
        return tuple(one for part in self.parts for one in part.municipalities)

    @property
    def counties(self) -> tuple[Payer, ...]:
        """All counties, each once with what it pays for all its regions."""
        found: dict[Localised, list[Payer]] = {}
        for one in (payer for part in self.parts for payer in part.counties):
            found.setdefault(one.name, []).append(one)
        return tuple(Payer(name, "", people(several), total(several)) for name, several in found.items())

    def part(self, region_id: str) -> Part | None:
        """The part of a region; None where it bears none."""
        return next((one for one in self.parts if one.id == region_id), None)


class _Home(Struct, frozen=True):
    """A municipality with its population, county and the number of its part."""

    population: Population
    county: Localised
    part: int


class _Bearer(Struct, frozen=True):
    """A region, or the municipalities without one, that bears costs. `at`: where each is written."""

    id: str
    edition: Edition | None
    codes: tuple[str, ...]
    at: tuple[Place, ...]


def costs(network: Network, year: int, cents: int) -> tuple[Costs | None, tuple[Problem, ...]]:
    """Share the cents of a year; None with the problems where a population or a county is not known."""
    left_out, bearers = _bearers(network, year)
    tables = (one.populations for one in network.years if one.year == year)
    known = {one.code: one for table in tables for one in table}
    homes: list[_Home] = []
    problems: list[Problem] = []
    if not bearers:
        problems.append(error("costs-nobody", Place("regions"), year=year))
    for number, bearer in enumerate(bearers):
        for code, place in zip(bearer.codes, bearer.at, strict=True):
            name = network.register.name(code, "fi")
            population = known.get(code)
            if any(one.population.code == code for one in homes):
                problems.append(error("costs-twice", place, municipality=name))
            elif population is None:
                problems.append(_unknown(code, name, year))
            else:
                county = _county(population, bearer, network)
                if isinstance(county, Problem):
                    problems.append(county)
                else:
                    homes.append(_Home(population, county, number))
    if problems:
        return None, tuple(problems)
    parts = _parts(bearers, homes, cents, network)
    sources = tuple(dict.fromkeys((one.population.date, one.population.source) for one in homes))
    return Costs(year, cents, parts, left_out, sources), ()


def _unknown(code: str, name: str, year: int) -> Problem:
    place = Place(f"content/{year}/populations.csv")
    return error("costs-no-population", place, municipality=name, code=code, year=year)


def _bearers(network: Network, year: int) -> tuple[tuple[LeftOut, ...], tuple[_Bearer, ...]]:
    left: list[LeftOut] = []
    found: list[_Bearer] = []
    for entry in network.regions:
        edition = edition_of(entry, year)
        region = edition.region if edition else entry.region
        reason = _reason(region, edition)
        if reason or edition is None:
            left.append(LeftOut(region.name, reason))
            continue
        at = place_of(region, "municipalities")
        found.append(_Bearer(entry.id, edition, region.municipalities, (at,) * len(region.municipalities)))
    here = {code for entry in network.regions for code in entry.region.municipalities}
    others = tuple(one for one in network.others if one.municipality not in here)
    if others:
        at_others = tuple(place_of(one, "municipality") for one in others)
        found.append(_Bearer("", None, tuple(one.municipality for one in others), at_others))
    return tuple(left), tuple(found)


def edition_of(entry: RegionEditions, year: int) -> Edition | None:
    """The region's facts for the year: its edition, else the newest earlier one."""
    return max((one for one in entry.editions if one.year <= year), key=lambda one: one.year, default=None)


def _reason(region: Region, edition: Edition | None) -> str:
    if region.is_sample:
        return "sample"
    if region.phase not in BEARING:
        return region.phase or "preparing"
    return "" if edition else "later"


def _county(population: Population, bearer: _Bearer, network: Network) -> Localised | Problem:
    """The county of a municipality: the table's, else the region's only one."""
    own = bearer.edition.region.wellbeing_counties if bearer.edition else ()
    name = network.register.name(population.code, "fi")
    if not population.county:
        if len(own) == 1:
            return _as_known(own[0], network)
        id = "costs-which-county" if own else "costs-no-county"
        return error(id, population.place, municipality=name, known=", ".join(_names(own)))
    if own and not any(_is_called(one, population.county) for one in own):
        return error(
            "costs-other-county",
            population.place,
            municipality=name,
            value=population.county,
            known=", ".join(_names(own)),
        )
    return _as_known(same_everywhere(population.county), network)


def _as_known(county: Localised, network: Network) -> Localised:
    """The county as the first region writes it that has one of its names."""
    names = {name for _, name in county.values}
    written = [one for entry in network.regions for one in entry.region.wellbeing_counties]
    for one in written:
        if any(_is_called(one, name) for name in names):
            names |= {name for _, name in one.values}
    return next((one for one in written if any(_is_called(one, name) for name in names)), county)


def _is_called(county: Localised, name: str) -> bool:
    return name.casefold() in {value.casefold() for _, value in county.values}


def _names(counties: Iterable[Localised]) -> Iterator[str]:
    return (one.values[0][1] for one in counties)


def _parts(
    bearers: Sequence[_Bearer], homes: Sequence[_Home], cents: int, network: Network
) -> tuple[Part, ...]:
    for_counties = cents // 2
    shares = apportion(cents - for_counties, [one.population.people for one in homes])
    counties = _county_shares(homes, for_counties)
    return tuple(
        _part(
            bearer,
            [(one, share) for one, share in zip(homes, shares, strict=True) if one.part == number],
            {county: amount for (county, part), amount in counties.items() if part == number},
            network,
        )
        for number, bearer in enumerate(bearers)
    )


def _county_shares(homes: Sequence[_Home], cents: int) -> dict[tuple[Localised, int], int]:
    """What each county pays for each of its parts."""
    counties = tuple(dict.fromkeys(one.county for one in homes))
    within = {name: [one for one in homes if one.county == name] for name in counties}
    shares = apportion(cents, [sum(one.population.people for one in within[name]) for name in counties])
    found: dict[tuple[Localised, int], int] = {}
    for name, share in zip(counties, shares, strict=True):
        parts = tuple(dict.fromkeys(one.part for one in within[name]))
        weights = [sum(one.population.people for one in within[name] if one.part == part) for part in parts]
        found |= {(name, part): amount for part, amount in zip(parts, apportion(share, weights), strict=True)}
    return found


def _part(
    bearer: _Bearer,
    homes: Sequence[tuple[_Home, int]],
    counties: dict[Localised, int],
    network: Network,
) -> Part:
    populations = [home.population for home, _ in homes]
    in_county = [
        sum(home.population.people for home, _ in homes if home.county == county) for county in counties
    ]
    own, theirs = tuple(share for _, share in homes), tuple(counties.values())
    split = _own_split(bearer.edition)
    if split is not None:
        side = apportion(sum(own) + sum(theirs), [split, 100 - split])
        own = apportion(side[0], [one.people for one in populations])
        theirs = apportion(side[1], in_county)
    return Part(
        id=bearer.id,
        name=bearer.edition.region.name if bearer.edition else None,
        edition=bearer.edition,
        municipalities=tuple(
            Payer(network.register.names(one.code), one.code, one.people, share)
            for one, share in zip(populations, own, strict=True)
        ),
        counties=tuple(
            Payer(county, "", living, share)
            for county, living, share in zip(counties, in_county, theirs, strict=True)
        ),
        split=split,
    )


def _own_split(edition: Edition | None) -> int | None:
    given = edition.facts.cost_split if edition else None
    return given.municipalities if given else None


def total(payers: Iterable[Payer]) -> int:
    """What they pay together."""
    return sum(one.cents for one in payers)


def people(payers: Iterable[Payer]) -> int:
    """How many people they count for."""
    return sum(one.people for one in payers)
