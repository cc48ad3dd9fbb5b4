"""The tree of each template is the one that was looked at (BAR A45); `trees.py` writes them anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bar.pages.trees import FOLDER, TEMPLATES, tree
from tests.site.support.browser import Visitor, visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    with visitor(browser, site_address) as seen:
        yield seen


@pytest.mark.parametrize("name", TEMPLATES)
def test_a45_the_tree_of_a_template(name: str, reader: Visitor, built_site: Path) -> None:
    assert (built_site / TEMPLATES[name]).is_file(), "this page is not made"
    reader.visit(TEMPLATES[name])
    assert tree(reader.page) == (FOLDER / f"{name}.txt").read_text("utf-8")


def test_every_tree_has_its_template() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(TEMPLATES)


def test_a_lost_heading_changes_the_tree(reader: Visitor) -> None:
    reader.visit(TEMPLATES["venues"])
    before = tree(reader.page)
    reader.page.evaluate(
        "() => document.querySelectorAll('h3').forEach(one => one.setAttribute('role', 'presentation'))"
    )
    assert tree(reader.page) != before
