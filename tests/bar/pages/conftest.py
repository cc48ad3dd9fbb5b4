"""The built site as a world to judge; its facts are gathered once by the worker that needs them."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bar.pages.site import World, read_site
from tests.site.support.kinds import pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def world(built_site: Path, request: pytest.FixtureRequest) -> World:
    """All pages of the site; a browser looks at one of every kind in every language."""

    def browser() -> "Browser":
        found: Browser = request.getfixturevalue("browser")
        return found

    return World(read_site(built_site), pages(), browser)
