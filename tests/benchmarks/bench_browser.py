"""The pages on a slow telephone: the finder over a thousand venues, and the heaviest pages: `make bench`.

A phone profile by the browser's own protocol: 360 px, processor four times slower, 1.6 Mbit/s with 150 ms
to the server. Typing to paint is the browser's own figure (Event Timing: from the key to the next frame, in
steps of 8 ms) for each letter of a word and each letter taken away again; of a few rounds the best counts,
since other work on the machine only ever adds.
"""

import gzip
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.network import REGIONS, VENUES, make_network
from tests.benchmarks.table import Table, tell
from tests.render.many_venues import a_thousand
from tests.site.support.browser import Visitor, visitor
from tests.site.support.run import sitegen, succeeded
from tests.site.support.server import served

RESULTS = Path(__file__).with_name("RESULTS-browser.md")
ROUNDS = 5
SLOWER = 4
WORD = "koehauki museo"
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
ABOUT = f"""# Pages on a slow telephone

A telephone of 360 px by the browser's protocol: processor {SLOWER} times slower, 1.6 Mbit/s, 150 ms to the
server. The finder works on {REGIONS * VENUES} venues. The best of {ROUNDS} rounds; {platform.machine()}.
Written by `make bench`.
"""
LISTEN = """() => { window.keys = [];
  new PerformanceObserver(list => { for (const one of list.getEntries())
    if (one.name === 'keydown') keys.push(one.duration);
  }).observe({type: 'event', durationThreshold: 16}); }"""
SHOWN = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
  const find = name => performance.getEntriesByName(name)[0];
  const page = performance.getEntriesByType('navigation')[0];
  done({first: find('first-contentful-paint').startTime, whole: page.loadEventEnd});
}, 500)))"""
MOVED = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300); })"""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the generated network, pages only."""
    project = make_network(tmp_path_factory.mktemp("bench") / "network")
    succeeded(sitegen("build", "--no-documents", "--lang", "en", cwd=project))
    return project / "build"


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    made = Table()
    yield made
    tell(request.config, made, RESULTS, ABOUT)


@contextmanager
def phone(browser: Browser, base: str, slower: int = SLOWER) -> Iterator[Visitor]:
    with visitor(browser, base, **PHONE) as seen:
        session = seen.page.context.new_cdp_session(seen.page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        yield seen


def typed(seen: Visitor) -> list[float]:
    """Milliseconds from key to paint: a word, letter by letter, and away again. 16 means at most that."""
    seen.visit("fi/venues/")
    seen.page.focus("#finder-q")
    seen.page.wait_for_timeout(2500)
    times = []
    for key in [*WORD, *["Backspace"] * len(WORD)]:
        seen.page.evaluate(LISTEN)
        seen.page.keyboard.press("Space" if key == " " else key)
        seen.page.wait_for_timeout(350)
        times.append(max(seen.page.evaluate("keys"), default=16.0))
    assert seen.page.inner_text("#found").startswith("1 000 kohdetta".replace(" ", "\xa0", 1))
    return times


def test_typing_to_paint(network: Path, browser: Browser, table: Table) -> None:
    rounds = []
    with served(network) as base:
        for _ in range(ROUNDS):
            with phone(browser, base) as seen:
                rounds.append(typed(seen))
    best = [min(times) for times in zip(*rounds, strict=True)]
    table.add("finder, letter to paint: median", median(best), "ms")
    assert table.add("finder, letter to paint: slowest letter", max(best), "ms", 50)


def test_the_partners_file(network: Path, table: Table) -> None:
    from sitegen.render.open_data import network_json
    from tests.builders import network as model

    size = len(gzip.compress(network_json(model(a_thousand())), 6))
    generated = len(gzip.compress((network / "partners.json").read_bytes(), 6))
    table.add("partners.json of the generated network, compressed", generated / 1000, "kB")
    assert table.add("partners.json, a thousand venues of different words", size / 1000, "kB", 60)


def test_the_heaviest_pages(network: Path, built_site: Path, browser: Browser, table: Table) -> None:
    """The largest page of the generated network and the largest of the shipped regions."""
    for site, name in ((network, "generated"), (built_site, "shipped")):
        page = max(site.rglob("*.html"), key=lambda path: len(gzip.compress(path.read_bytes(), 6)))
        path = page.relative_to(site).as_posix()
        with served(site) as base:
            found = []
            for _ in range(ROUNDS):
                with phone(browser, base) as seen:
                    seen.visit(path)
                    found.append(seen.page.evaluate(SHOWN) | {"moved": seen.page.evaluate(MOVED)})
        about = f"heaviest page, {name} ({path.removesuffix('/index.html')})"
        table.add(f"{about}: HTML, compressed", len(gzip.compress(page.read_bytes(), 6)) / 1000, "kB", 30)
        table.add(f"{about}: first words seen", min(one["first"] for one in found) / 1000, "s")
        table.add(f"{about}: whole", min(one["whole"] for one in found) / 1000, "s")
        assert table.add(f"{about}: layout shift", max(one["moved"] for one in found), "", 0.01)
