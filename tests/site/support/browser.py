"""Chromium without a network: every request that leaves the site is refused and remembered (BAR S27-S29)."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--mute-audio",
)


@dataclass
class Visitor:
    """A page of the browser, the addresses it asked for elsewhere, and what its console complained of."""

    page: Page
    base: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Open a page of the site and wait until all of it is there."""
        self.elsewhere.clear()
        self.complaints.clear()
        self.page.goto(self.base + path.removesuffix("index.html"), wait_until="load")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "chromium is not installed; `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visitor(browser: Browser, base: str, **options: Any) -> Iterator[Visitor]:
    """A new context with one page, at a desk's width unless told otherwise."""
    options = {"viewport": {"width": 1280, "height": 900}, "locale": "fi-FI", **options}
    context: BrowserContext = browser.new_context(**options)
    try:
        seen = Visitor(context.new_page(), base)
        # Requests of the site itself do not come to us at all: that is what makes a visit quick.
        elsewhere = re.compile(rf"^(?!{re.escape(base)}|data:)")
        context.route(elsewhere, lambda route: _refuse(route, seen))
        seen.page.on("console", lambda message: _listen(seen, message.type, message.text))
        seen.page.on("pageerror", lambda fault: seen.complaints.append(str(fault)))
        yield seen
    finally:
        context.close()


def _refuse(route: Route, seen: Visitor) -> None:
    seen.elsewhere.append(route.request.url)
    route.abort()


def _listen(seen: Visitor, type: str, text: str) -> None:
    if type in ("error", "warning"):
        seen.complaints.append(f"{type}: {text}")
