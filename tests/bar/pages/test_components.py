"""The bar over the component page: every component with hard content, in every language (LOOK)."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.render.html import default_theme
from tests.bar.pages.components import LONG, TEMPLATE, written
from tests.bar.pages.judges.seen import SEEN
from tests.bar.pages.judges.table import faults
from tests.bar.pages.site import World, read_site
from tests.site.support.faults import none

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOLDER = default_theme() / "templates"
OF_PAGES = {"A46", "PL1", "A23"}
"""What holds of a page and not of a part: its weight, the width of its text, the order of parts."""

OF_PARTS = ("A08", "A09", "A12", "A13", "A15", "A16", "A31", "A34", "A44", "A45", "N5", "N7", "G8")
SHOWN_BY_LAYOUT = {"footer", "header", "languages", "notice", "picture", "card", "coverage", "finder"}
"""Components that come with the frame or inside another one; the finder's own tests show it at work."""


@pytest.fixture(scope="module")
def components(built_site: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> World:
    folder = tmp_path_factory.mktemp("components")
    paths = tuple(written(built_site, folder))
    return World(read_site(folder), paths, lambda: browser)


@pytest.mark.parametrize("id", [*sorted(set(SEEN) - OF_PAGES), *OF_PARTS])
def test_components_pass_the_bar(id: str, components: World) -> None:
    none(faults(id, components))


def test_the_page_holds_the_hard_content(components: World) -> None:
    for path, page in components.site.pages.items():
        word = LONG[page.language.partition("-")[0]]
        assert str(page.root.text_content()).replace("\N{SOFT HYPHEN}", "").count(word) >= 4, path


def test_the_page_shows_every_component() -> None:
    called = set(re.findall(r'from "components/([\w-]+)\.html"', (FOLDER / TEMPLATE).read_text("utf-8")))
    assert {path.stem for path in FOLDER.glob("components/*.html")} == called | SHOWN_BY_LAYOUT


def test_a_component_is_a_macro_of_its_name_with_its_style_beside_it() -> None:
    """Styles without a macro are of what many share: fields, notes, trees, the link to the content."""
    macros = {path.stem for path in FOLDER.glob("components/*.html")}
    for name in macros - {"picture", "footer", "header", "finder", "coverage"}:
        assert f"{{% macro {name}(" in (FOLDER / f"components/{name}.html").read_text("utf-8"), name
    styles = {path.stem for path in FOLDER.glob("components/*.css")}
    assert styles - macros == {"fields", "note", "skip", "tree"}
    without = {"coverage", "dates", "picture"}
    assert macros - styles == without
