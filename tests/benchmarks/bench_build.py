"""How long a network of 25 regions takes, and how much memory: `make bench` (DESIGN section 5).

Everything runs in fresh processes on a generated project. The table is printed; under `make bench` it is also
written to RESULTS.md beside this file. A target that is missed fails the run, after everything was measured.
"""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.memory import Run, measured
from tests.benchmarks.network import DISTRIBUTORS, LANGUAGES, REGIONS, VENUES, make_network
from tests.benchmarks.table import Table, tell
from tests.site.support.projects import change
from tests.site.support.run import REPOSITORY, command, environment

RESULTS = Path(__file__).with_name("RESULTS.md")
ROUNDS = 3
ABOUT = f"""# Benchmarks

{REGIONS} generated regions in {len(LANGUAGES)} languages, each with {DISTRIBUTORS} distributors and
{VENUES} venues. Fresh processes; the best of {ROUNDS} where one is quick.
Cold: nothing is built or cached; modules and templates are compiled, as they are after any first run.
Memory: the largest sum of PSS over all processes.
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


def build(project: Path, *options: str, watch: bool = False) -> Run:
    """The command as people give it."""
    return measured(command(["build", "--lang", "en", *options]), project, environment(), watch=watch)


def forget(project: Path) -> None:
    """Nothing made, nothing kept. Moved away: ext4 is slow at new files just after many were removed."""
    for folder in ("build", ".sitegen-cache"):
        if (project / folder).exists():
            (project / folder).rename(Path(tempfile.mkdtemp(dir=project.parent)) / folder)


def best(runs: list[Run]) -> Run:
    return min(runs, key=lambda run: run.seconds)


def test_pages_alone(network: Path, table: Table) -> None:
    runs = []
    for _ in range(ROUNDS):
        forget(network)
        runs.append(build(network, "--no-documents"))
    pages = sum(1 for _ in (network / "build").rglob("*.html"))
    assert pages > REGIONS * len(LANGUAGES) * 9
    table.add("pages", pages, "pages")
    forget(network)
    watched = build(network, "--no-documents", watch=True)
    met = [
        table.add("cold, pages only", best(runs).seconds, "s", 2),
        table.add("peak memory, pages only", watched.peak, "MiB", 300),
    ]
    assert all(met)


def test_all_documents(network: Path, table: Table) -> None:
    forget(network)
    cold = build(network, watch=True)
    documents = sum(1 for path in (network / "build").rglob("kaikukortti-*"))
    assert documents == REGIONS * len(LANGUAGES) * 6
    table.add("documents", documents, "documents")
    table.add("cold, with all documents", cold.seconds, "s")
    nothing = best([build(network) for _ in range(ROUNDS)])
    assert "Nothing has changed" in nothing.output
    change(network / "regions/alue-07/2026/venues.yaml", "kohde-1@", "toinen-1@")
    one = build(network)
    table.add("one detail of a partner changed", one.seconds, "s")
    met = [
        table.add("nothing changed", nothing.seconds, "s", 0.5),
        table.add("peak memory, all documents", cold.peak, "MiB", 300),
    ]
    assert all(met)


def test_one_phone_number(network: Path, table: Table) -> None:
    if not (network / "build/.sitegen.json").is_file():
        build(network)
    before = keys(network)
    path = network / "regions/alue-03/2026/venues.yaml"
    number = path.read_text("utf-8").partition('phone: "')[2].partition('"')[0]
    change(path, f'"{number}"', '"016 555 001"')
    table.add("one phone number changed", build(network).seconds, "s")
    changed = {name for name, key in keys(network).items() if before.get(name) != key}
    table.add("one phone number changed: artefacts made", len(changed), "files")
    assert {name.partition("/")[0] for name in changed} <= {"alue-03", *LANGUAGES}


def keys(project: Path) -> dict[str, str]:
    """The keys of all artefacts of a site."""
    found: dict[str, str] = json.loads((project / "build/.sitegen.json").read_text("utf-8"))["artefacts"]
    return found


def test_our_share_of_a_document(network: Path, table: Table) -> None:
    shares, alone = [], []
    for _ in range(2):
        run = measured(
            [sys.executable, "-m", "tests.benchmarks.share", str(network)],
            REPOSITORY,
            environment(),
            watch=False,
        )
        said = json.loads(run.output.splitlines()[-1])
        shares.append((said["ours"] / said["plain"] - 1) * 100)
        alone.append(said["plain"] / said["documents"])
    table.add("a document by WeasyPrint alone, in the pool", min(alone), "s")
    assert table.add("our share over it", min(shares), "%", 15)
