"""The list of everything leaves nothing out, whatever pages there are."""

import pytest
from lxml import html as lxml_html

from sitegen.build.reading import read
from sitegen.languages.messages import catalogue
from sitegen.model.network import Network
from sitegen.plan import plan_site
from sitegen.project import Project
from sitegen.serve.overview import overview
from tests.site.support.run import REPOSITORY


@pytest.fixture(scope="module")
def network() -> Network:
    found = read(Project(REPOSITORY)).network
    assert found is not None
    return found


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_file_of_the_site_is_linked_and_named(network: Network, lang: str) -> None:
    plan = plan_site(network)
    page = lxml_html.document_fromstring(
        overview(network, plan, "/x/", ("/style.css",), catalogue("cli", lang))
    )
    links = {link.get("href") for link in page.iter("a")}
    wanted = {"/x/" + one.path.removesuffix("index.html") for one in plan.artefacts if one.kind != "copy"}
    assert wanted <= links
    assert {link for link in links if link and link.startswith("/x/")} == wanted
    names = [str(cell.xpath("string()")).strip() for cell in page.iter("th")]
    assert all(names)
    slugs = {one.slug for one in plan.artefacts if one.kind == "page"}
    assert not slugs & set(names), "every page has a name"


def test_checklists_of_every_year(network: Network) -> None:
    page = lxml_html.document_fromstring(
        overview(network, plan_site(network), "/", (), catalogue("cli", "fi"))
    )
    links = {link.get("href") for link in page.iter("a")}
    for entry in network.regions:
        for edition in entry.editions:
            assert f"/__sitegen/status/{entry.id}/{edition.year}/" in links


def test_without_a_site_there_is_a_sentence() -> None:
    say = catalogue("cli", "sv")
    assert say.get("preview.nothing") in overview(None, None, "/", (), say)
