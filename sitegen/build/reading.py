"""From files to a checked network: what `check` does and `build` begins with."""

from sitegen.build.begin import Begun, Memory, begun
from sitegen.compose.texts import Texts, parse_national, parse_texts
from sitegen.model.network import Network
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.structs import Struct, replace
from sitegen.validate.network import join
from sitegen.validate.published import weakened

__all__ = ["Memory", "Reading", "finish", "read", "region_of"]


class Reading(Struct, frozen=True):
    """What was read. Without a network there is nothing to build: the problems say why."""

    network: Network | None
    texts: Texts
    problems: tuple[Problem, ...]


def read(
    project: Project,
    edition: int | None = None,
    base_url: str | None = None,
    workers: int | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Load, validate and parse everything (`begin.begun` tells of the arguments)."""
    with begun(project, edition, workers, memory) as beginning:
        return finish(beginning, base_url)


def finish(beginning: Begun, base_url: str | None = None) -> Reading:
    """Join the regions to a network and parse its texts. `base_url`: instead of the site's own."""
    national = parse_national(beginning.nation.national.years)  # while regions are read
    regions, reading = beginning.regions()
    network, joining = join(beginning.nation, regions)
    problems = (*beginning.problems, *reading, *joining)
    if network is None:
        return Reading(None, Texts({}, {}), problems)
    if base_url is not None:
        network = replace(network, site=replace(network.site, base_url=base_url))
    texts, writing = parse_texts(network, national)
    for entry in network.regions:
        writing = tuple(weakened(writing, f"regions/{entry.id}", entry.published))
    return Reading(network, texts, (*problems, *writing))


def region_of(problem: Problem) -> str | None:
    """The region whose file a problem stands in; None for what belongs to the whole network."""
    parts = problem.place.path.split("/")
    return parts[1] if parts[0] == "regions" and len(parts) > 1 else None
