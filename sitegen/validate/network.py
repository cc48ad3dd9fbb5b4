"""Raw project -> network: the model of everything, with all problems of a run."""

from collections.abc import Iterable

from sitegen.languages.table import codes
from sitegen.load.nodes import RawProject
from sitegen.model.network import Network, RegionEditions
from sitegen.model.region import Region
from sitegen.model.register import Register
from sitegen.problems import Problem
from sitegen.validate.context import Context
from sitegen.validate.files import written_languages
from sitegen.validate.national import read_national
from sitegen.validate.published import national_problems
from sitegen.validate.region import Nation, ReadRegion, read_region
from sitegen.validate.rules import check_national, check_network, check_regions, check_sources


def validate(
    raw: RawProject,
    register: Register,
    sources: Iterable[tuple[str, str]] = (),
    *,
    card_codes: frozenset[str] = frozenset(),
) -> tuple[Network | None, tuple[Problem, ...]]:
    """The whole network and everything that is wrong with it: `read_nation`, each `read_region`, `join`.

    `sources` are path and text of every tracked file, comments and all, for what must never be published
    (C13, C19, BAR S36); `card_codes` the codes that Kaikukeskus gave, where they are at hand.
    """
    nation, problems = read_nation(raw, register)
    regions = tuple(read_region(one, nation) for one in raw.regions)
    network, found = join(nation, regions)
    secret = check_sources(sources, nation.national.site, card_codes)
    return network, (*problems, *found, *secret)


def read_nation(raw: RawProject, register: Register) -> tuple[Nation, tuple[Problem, ...]]:
    """What every region is checked against, and the problems of `content/`."""
    languages = written_languages(raw.site)
    context = Context(register, languages, languages or codes())
    national, problems = read_national(raw, context)
    found = list(problems)
    if national.site is not None:
        found += check_national(national.site, national.years, national.figures)
    return Nation(context, national), tuple(found)


def join(nation: Nation, regions: tuple[ReadRegion, ...]) -> tuple[Network | None, tuple[Problem, ...]]:
    """The network, and the problems of the regions, alone and beside each other.

    There is no network where `content/site.yaml` or all national years are missing or unusable; with errors
    among the problems it is only as whole as its files.
    """
    national, register = nation.national, nation.context.register
    found = [problem for region in regions for problem in region.problems]
    site_years = tuple(year.year for year in national.years)
    found += national_problems(site_years, (one.published for one in regions if one.published is not None))
    by_id = {one.id: one.region for one in regions if one.region is not None}
    found += check_regions(by_id, national.others, register)
    if national.site is None or not national.years:
        return None, tuple(found)
    kept = tuple(_region_editions(one, one.region) for one in regions if one.region is not None)
    network = Network(
        site=national.site,
        years=national.years,
        regions=kept,
        others=national.others,
        moved=national.moved,
        register=register,
        in_use=national.in_use,
        figures=national.figures,
        statement=national.statement,
    )
    return network, (*found, *check_network(network))


def _region_editions(read: ReadRegion, region: Region) -> RegionEditions:
    years = {one.year for one in read.editions}
    return RegionEditions(read.id, region, read.editions, read.published if read.published in years else None)
