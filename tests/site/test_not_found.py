"""The page for lost addresses, in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.support.browser import visitor
from tests.site.support.projects import copy_project
from tests.site.support.run import sitegen, succeeded
from tests.site.support.server import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_404_page_works_at_any_depth_below_a_path(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("tornio",))
    out = tmp_path / "out"
    public = "https://kaikukortti.example/kokeilu/"
    succeeded(sitegen("build", "--no-documents", "--base-url", public, "--out", out, cwd=project))
    with served(out, "/kokeilu/") as address, visitor(browser, address) as seen:
        seen.visit("nowhere/at/all/")
        links = seen.page.evaluate("() => [...document.querySelectorAll('main a')].map(link => link.href)")
        assert links
        targets = [link.removeprefix(address).partition("#")[0] for link in links]
        assert [link for link in targets if not (out / link).exists()] == []
        assert seen.elsewhere == []
        sheets = seen.page.evaluate("() => document.styleSheets.length")
        assert sheets > 0, "the page's style sheet was not found"
