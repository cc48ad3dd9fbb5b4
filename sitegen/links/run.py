"""`sitegen check --links --external`: gather, try what is not remembered, tell."""

from collections.abc import Callable
from datetime import date

from sitegen.links.client import Manners, try_all
from sitegen.links.gather import Outgoing, outgoing
from sitegen.links.remembered import Remembered
from sitegen.links.telling import problems
from sitegen.model.network import Network
from sitegen.problems import Problem
from sitegen.project import Project
from sitegen.structs import Struct

FILE = "links.json"
DAYS = 7


class Looked(Struct, frozen=True):
    """What was found: how many addresses, how many of them tried now, and what is wrong with which."""

    addresses: int
    tried: int
    found: tuple[tuple[Outgoing, Problem], ...]


def look(
    project: Project,
    network: Network,
    regions: tuple[str, ...],
    manners: Manners,
    today: date,
    tell: Callable[[int, int], None],
) -> Looked:
    """Try every address elsewhere that the published content names. Raises `OSError`."""
    own = network.site.base_url
    links = tuple(one for one in outgoing(network, regions) if not one.url.startswith(own))
    memory = Remembered(project.cache / FILE)
    known = memory.known(today, DAYS)
    urls = {one.url for one in links}
    tried = try_all(urls - known.keys(), own, manners, tell)
    memory.keep(tried, today, DAYS)
    return Looked(len(urls), len(tried), tuple(problems(links, known | tried)))
