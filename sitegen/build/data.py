"""Files for machines: sitemap, robots.txt, partners as JSON and CSV, feeds and calendars."""

from collections.abc import Iterator

from sitegen.build.dated import dated_files
from sitegen.model.network import Edition, Network
from sitegen.plan import Plan
from sitegen.render.open_data import network_json, partners_csv, partners_json
from sitegen.render.open_data_schema import partners_schema
from sitegen.render.sitemap import robots, sitemap


def national_files(plan: Plan, network: Network) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of those of the whole network."""
    site = network.site
    yield "sitemap.xml", sitemap(plan, site.languages, site.base_url)
    yield "robots.txt", robots(site.base_url)
    yield "partners.json", network_json(network)
    yield "partners.schema.json", partners_schema()
    yield from dated_files(plan, network, None)


def region_files(plan: Plan, network: Network, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of a region's."""
    first = edition.region.languages[0]
    yield f"{edition.region_id}/partners.json", partners_json(edition, network.register)
    yield f"{edition.region_id}/partners.csv", partners_csv(edition, network.register, first)
    yield from dated_files(plan, network, edition)
