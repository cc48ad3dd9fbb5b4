"""Links from one file of the site to another."""

import posixpath

import pytest

from sitegen.plan import relative

PATHS = (
    *("index.html", "404.html", "sitemap.xml", "fi/index.html", "fi/venues/index.html"),
    *("tornio/index.html", "tornio/fi/index.html", "tornio/fi/venues/index.html", "tornio/fi/a-index.html"),
    *("tornio/fin/index.html", "tornio/sv/how/index.html", "tornio/partners.json", "assets/kaiku-1.css"),
)


@pytest.mark.parametrize("source", PATHS)
@pytest.mark.parametrize("target", PATHS)
def test_a_relative_link_leads_to_its_target(source: str, target: str) -> None:
    """A folder's page is linked by the folder, and no link is longer than it must be."""
    link = relative(source, target)
    found = posixpath.normpath(posixpath.join(posixpath.dirname(source), link or "."))
    folder, name = posixpath.split(target)
    assert found == ((folder or ".") if name == "index.html" else target)
    shortest = posixpath.relpath(target, posixpath.dirname(source) or ".")
    assert link == (shortest.removesuffix("index.html") or "./" if name == "index.html" else shortest)
