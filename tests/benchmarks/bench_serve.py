"""How long the preview lets people wait, at 25 regions: `make bench` (issue of the preview, BAR R17).

From the command to the first page with nothing kept, from the command to that page once more, and from a save
to the browser: the page that shows it, with all other pages' documents still unmade.
"""

import os
import platform
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.benchmarks.memory import family, pss
from tests.benchmarks.network import DISTRIBUTORS, LANGUAGES, REGIONS, VENUES, make_network
from tests.benchmarks.table import Table, tell
from tests.serve.support import Served, serving
from tests.site.support.browser import visitor

RESULTS = Path(__file__).with_name("RESULTS-serve.md")
ROUNDS = 3
PAGE = "/alue-07/fi/venues/"
VENUES_FILE = "regions/alue-07/2026/venues.yaml"
ABOUT = f"""# The preview

{REGIONS} generated regions in {len(LANGUAGES)} languages, each with {DISTRIBUTORS} distributors and
{VENUES} venues; the best of {ROUNDS}. Nothing is built before.
Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}.
Written by `make bench`.
"""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_network(tmp_path_factory.mktemp("bench") / "network")


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    made = Table()
    yield made
    tell(request.config, made, RESULTS, ABOUT)


def free_port() -> int:
    """One that nobody has at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def first_answer(network: Path, page: str) -> float:
    """Seconds from the command to a page."""
    found: list[float] = []
    port = free_port()

    def ask() -> None:
        while not found:
            line = HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                line.request("GET", page)
                assert line.getresponse().status == 200
                found.append(time.perf_counter() - began)
            except ConnectionRefusedError:
                time.sleep(0.01)
            finally:
                line.close()

    began = time.perf_counter()
    asking = threading.Thread(target=ask)
    asking.start()
    with serving(network, "--port", str(port)):
        asking.join()
    return found[0]


def test_start(network: Path, table: Table) -> None:
    def cold() -> float:
        shutil.rmtree(network / ".sitegen-cache", ignore_errors=True)
        return first_answer(network, PAGE)

    met = [
        table.add("from the command to the first page", min(cold() for _ in range(ROUNDS)), "s", 3),
        table.add(
            "from the command to the first page, pages kept",
            min(first_answer(network, PAGE) for _ in range(ROUNDS)),
            "s",
            3,
        ),
    ]
    assert all(met)


def save(served: Served, text: str, old: str, new: str) -> float:
    """Save a list with another offer; when that was."""
    path = served.project / VENUES_FILE
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return time.perf_counter()


def test_save(network: Path, table: Table, browser: Browser) -> None:
    text = (network / VENUES_FILE).read_text("utf-8")
    old = text.partition("fi: ")[2].partition('"')[2].partition('"')[0]
    with serving(network) as served, visitor(browser, served.address) as seen:
        seen.visit(PAGE)
        shown, mistakes, mended = [], [], []
        for number in range(ROUNDS):
            new = f"Talletus numero {number}"
            began = save(served, text, f'"{old}"', f'"{new}"')
            expect(seen.page.get_by_text(new).first).to_be_attached()
            shown.append(time.perf_counter() - began)
            began = save(served, text, f'"{old}"', "[")
            expect(seen.page.get_by_role("alert")).to_be_visible()
            mistakes.append(time.perf_counter() - began)
            began = save(served, text, f'"{old}"', f'"{new}"')
            expect(seen.page.get_by_role("alert")).to_have_count(0)
            mended.append(time.perf_counter() - began)
        memory = sum(pss(pid) for pid in family(served.process.pid))
    met = [
        table.add("from a save to the browser", min(shown), "s", 1),
        table.add("from a mistake to its report in the browser", min(mistakes), "s", 1),
        table.add("from mending it to the page without a report", min(mended), "s", 1),
        table.add("memory of all processes then", memory, "MiB"),
    ]
    assert all(met)


def test_style(network: Path, table: Table, browser: Browser) -> None:
    css = network / "themes/kaiku/css/base.css"
    shutil.copytree(Path(__file__).parents[2] / "themes/kaiku", network / "themes/kaiku", dirs_exist_ok=True)
    text = css.read_text("utf-8")
    taken = []
    with serving(network) as served, visitor(browser, served.address) as seen:
        seen.visit(PAGE)
        for number in range(ROUNDS):
            css.write_text(f"{text}\nbody {{ outline: {number + 3}px solid red }}\n", "utf-8")
            began = time.perf_counter()
            expect(seen.page.locator("body")).to_have_css("outline-width", f"{number + 3}px")
            taken.append(time.perf_counter() - began)
    assert table.add("from another style to the browser, without a reload", min(taken), "s", 1)
