"""On which page a saved file shows."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest

from sitegen.build.reading import read
from sitegen.model.network import Network
from sitegen.plan import Plan, plan_site
from sitegen.project import Project
from sitegen.serve.edited import place_of_edit
from tests.site.support.run import REPOSITORY


@pytest.fixture(scope="module")
def site() -> tuple[Network, Plan]:
    network = read(Project(REPOSITORY)).network
    assert network is not None
    return network, plan_site(network)


def places(site: tuple[Network, Plan], *saved: str) -> dict[str, str]:
    query = place_of_edit([REPOSITORY / name for name in saved], REPOSITORY, *site)
    return {lang: found[0] for lang, found in parse_qs(query, keep_blank_values=True).items()}


@pytest.mark.parametrize(
    ("saved", "lang", "place"),
    [
        ("regions/mallila/2026/venues.yaml", "fi", "mallila/fi/venues/"),
        ("regions/mallila/2026/distributors.yaml", "ar", "mallila/ar/distributors/"),
        ("regions/mallila/2026/statistics.yaml", "sv", "mallila/sv/statistics/"),
        ("regions/mallila/2026/edition.yaml", "fi", "mallila/fi/"),
        ("regions/mallila/region.yaml", "fi", "mallila/fi/"),
        ("regions/mallila/2026/ar/use.md", "ar", "mallila/ar/how/"),
        ("content/2026/sv/who.md", "sv", "sv/"),
        ("content/2026/fi/privacy.md", "fi", "fi/privacy/"),
        ("content/site.yaml", "en", "en/"),
    ],
)
def test_the_page_of_a_file(site: tuple[Network, Plan], saved: str, lang: str, place: str) -> None:
    assert places(site, saved)[lang] == place


def test_a_text_is_shown_in_its_language_alone(site: tuple[Network, Plan]) -> None:
    assert set(places(site, "regions/mallila/2026/ar/use.md")) == {"ar"}
    assert len(places(site, "regions/mallila/2026/venues.yaml")) == 6


@pytest.mark.parametrize(
    "saved",
    [
        "themes/kaiku/css/base.css",
        "regions/nowhere/2026/venues.yaml",
        "regions/mallila/2025/venues.yaml",
        "x",
    ],
)
def test_what_shows_nowhere(site: tuple[Network, Plan], saved: str) -> None:
    assert places(site, saved) == {}


def test_the_first_that_shows(site: tuple[Network, Plan]) -> None:
    found = places(site, "themes/kaiku/css/base.css", "regions/mallila/2026/venues.yaml", "content/site.yaml")
    assert found["fi"] == "mallila/fi/venues/"


def test_a_file_outside_the_project(site: tuple[Network, Plan]) -> None:
    assert place_of_edit([Path("/tmp/x/regions/mallila/2026/venues.yaml")], REPOSITORY, *site) == ""
