"""The whole way of a coordinator in a real browser: edit, see, break, read, mend, publish, look."""

import contextlib
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.deploy.crawl import crawl
from tests.deploy.projects import small_project
from tests.deploy.remotes import ENVIRONMENT, bare, exported, tip
from tests.site.support.browser import visitor
from tests.site.support.projects import change
from tests.site.support.run import command, environment, sitegen, succeeded
from tests.site.support.server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 60.0
VENUES = "regions/kemi/2026/venues.yaml"


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    """`sitegen serve` on a free port until the walk is over; the address of its root."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        command(["serve", "--port", str(port), "--lang", "fi"]),
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            until(lambda: answers(port), "the preview answers")
            yield f"http://127.0.0.1:{port}/"
        finally:
            started.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                started.wait(10)
            started.kill()


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def opened(page: "Page", url: str) -> bool:
    answer = page.goto(url)
    return answer is not None and answer.ok


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds, a browser's patience long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(Exception):  # a page in the middle of a reload
            if holds():
                return
        time.sleep(0.2)
    pytest.fail(f"waited {PATIENCE:.0f} s: {what}", pytrace=False)


def shows(page: "Page", words: str) -> bool:
    return words in page.inner_text("body").replace("\N{NO-BREAK SPACE}", " ")


def test_from_an_edit_to_the_published_page(browser: "Browser", tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", "https://kaikukortti.example/repo/")
    remote = bare(tmp_path / "remote.git")
    with previewed(project) as address, visitor(browser, address) as guest:
        page = guest.page
        until(lambda: opened(page, f"{address}repo/kemi/fi/venues/"), "the preview shows the page")
        assert shows(page, "Kemin sali")
        change(project / VENUES, "fi: Esitykset", "fi: Esitykset ja kuorot")
        until(lambda: shows(page, "Esitykset ja kuorot"), "the edit is seen without asking for it")
        change(project / VENUES, "016 000 302", "016 abc")
        until(lambda: page.locator("[role=alert]").count() > 0, "the mistake is told in the page")
        assert f"{VENUES}:9:12" in page.locator("[role=alert]").first.inner_text()
        refused = sitegen("build", "--lang", "fi", cwd=project)
        assert refused.returncode == 1
        change(project / VENUES, "016 abc", "016 000 305")
        until(lambda: page.locator("[role=alert]").count() == 0, "the mended page is shown")
        until(lambda: shows(page, "016 000 305"), "the new number is seen")
    succeeded(sitegen("build", cwd=project))
    succeeded(sitegen("deploy", "--remote", str(remote), cwd=project, env=ENVIRONMENT))
    site = exported(remote, tip(remote), tmp_path / "published")
    with served(site, below="/repo/") as address:
        with visitor(browser, address) as guest:
            guest.visit("kemi/fi/venues/index.html")
            assert shows(guest.page, "016 000 305")
            assert shows(guest.page, "Esitykset ja kuorot")
            assert not opened(guest.page, address + "kemi/fi/nowhere/")
            assert guest.page.locator("h1").count() == 1
            assert [one for one in guest.complaints if "404" not in one] == [], "it has its styles"
        seen, failed = crawl(browser, address)
    assert failed == []
    everything = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    visited = {url.removeprefix(address) + "index.html" for url in seen if url.endswith("/")}
    assert everything - visited == set(), "every page is reached"
    assert f"{address}kemi/fi/brochure.pdf" in seen or any(url.endswith(".pdf") for url in seen)


def test_at_the_root_of_a_domain_too(browser: "Browser", small_site: Path) -> None:
    with served(small_site / "build") as address:
        seen, failed = crawl(browser, address)
    assert failed == []
    assert len(seen) > 100
