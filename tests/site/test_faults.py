"""A mistake, a kill or a full disk leaves the site of before, byte for byte (BAR R01, R03, R15, R16)."""

import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.site.support.outcome import build
from tests.site.support.projects import change, copy_project
from tests.site.support.run import command, environment, sitegen
from tests.site.support.trees import differences, tree

pytestmark = pytest.mark.slow

TORNIO, MALLILA = Path("regions/tornio"), Path("regions/mallila")
BREAKS = {
    "an unknown field": (
        MALLILA / "2026/venues.yaml",
        "offer:\n      fi: Kurssit",
        "ofer:\n      fi: Kurssit",
    ),
    "a bad phone": (MALLILA / "2026/venues.yaml", "016 000 331", "016 abc"),
    "a syntax error": (MALLILA / "region.yaml", "kind: group", "kind: [group"),
    "a dead link": (MALLILA / "2026/fi/use.md", "\n", "\n[x](page:nowhere)\n"),
    "no title": (Path("content/site.yaml"), "title:", "titel:"),
}


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site that stands."""
    project = copy_project(tmp_path_factory.mktemp("standing") / "project")
    assert build(project, project / "build", documents=False).published
    return project


@pytest.fixture
def project(standing: Path, tmp_path: Path) -> Path:
    shutil.copytree(standing, tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("fault", BREAKS)
def test_a_mistake_leaves_the_site_of_before(fault: str, project: Path) -> None:
    path, old, new = BREAKS[fault]
    before = tree(project / "build")
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), "utf-8")
    done = sitegen("build", "--no-documents", "--lang", "en", cwd=project)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{path}:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert differences(before, tree(project / "build")) == []


def test_keep_going_publishes_the_others_and_leaves_the_broken_one(project: Path) -> None:
    out = project / "build"
    before = tree(out)
    change(project / MALLILA / "2026/venues.yaml", "016 000 331", "016 abc")
    change(project / TORNIO / "2026/venues.yaml", "fi: Jalkapallo-ottelut", "fi: Jalkapallo ja futsal")
    made = build(project, out, documents=False, keep_going=True)
    after = tree(out)
    assert (made.exit_code, made.published, made.left) == (1, True, ("mallila",))
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert "tornio/fi/venues/index.html" in changed
    assert [name for name in changed if name.startswith("mallila/")] == []
    again = build(project, out, documents=False, keep_going=True)
    assert (again.exit_code, again.left) == (1, ("mallila",))
    assert differences(after, tree(out)) == []


def test_keep_going_is_refused_where_the_broken_region_does_not_stand(project: Path) -> None:
    shutil.rmtree(project / "build")
    change(project / MALLILA / "2026/venues.yaml", "016 000 331", "016 abc")
    made = build(project, project / "build", documents=False, keep_going=True)
    assert (made.exit_code, made.published) == (1, False)
    assert not (project / "build").exists()


def test_one_region_is_built_and_the_rest_kept(project: Path) -> None:
    out = project / "build"
    before = tree(out)
    change(project / TORNIO / "2026/venues.yaml", "fi: Jalkapallo-ottelut", "fi: Jalkapallo ja futsal")
    change(project / MALLILA / "2026/venues.yaml", "016 000 331", "016 000 391")
    made = build(project, out, documents=False, regions=["tornio"])
    changed = {name for name in tree(out) if before.get(name) != tree(out)[name]}
    assert made.published
    assert "tornio/fi/venues/index.html" in changed
    assert [name for name in changed if name.startswith("mallila/")] == []
    build(project, out, documents=False)
    assert "016 000 391" in shown(out / "mallila/fi/venues/index.html")


def shown(page: Path) -> str:
    """A page's text, with the spaces in telephone numbers as they are written in the files."""
    return page.read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")


def killed(project: Path, after: float, sign: signal.Signals) -> int:
    """Start a build, send it a signal after so many seconds, and give its exit code."""
    started = subprocess.Popen(
        command(["build", "--no-documents"]),
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        started.wait(after)
    except subprocess.TimeoutExpired:
        started.send_signal(sign)
    return started.wait(20)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda sign: sign.name)
def test_a_build_that_is_stopped_leaves_the_old_site_or_the_new(sign: signal.Signals, project: Path) -> None:
    out = project / "build"
    old = tree(out)
    change(project / "content/site.yaml", "title: {fi: Kaikukortti,", "title: {fi: Kaikukortti-sivut,")
    start = time.monotonic()
    new_project = project.with_name("new")
    shutil.copytree(project, new_project)
    build(new_project, new_project / "build", documents=False)
    whole, new = time.monotonic() - start, tree(new_project / "build")
    chance = random.Random(20260105)
    ends = set()
    for _ in range(4):
        killed(project, chance.uniform(0.1, whole), sign)
        assert tree(out) in (old, new)
        ends.add(tree(out) == new)
        if sign is not signal.SIGKILL:
            assert sorted(path.name for path in project.glob(".sitegen-tmp*")) == []
    assert build(project, out, documents=False).published
    assert differences(tree(out), new) == []
    left = {path.name for path in project.iterdir()}
    assert {name for name in left if name.startswith((".sitegen-tmp", ".sitegen-old"))} == set()


def test_a_full_disk_is_said_in_one_sentence(project: Path) -> None:
    out = project / "build"
    before = tree(out)
    change(project / "content/site.yaml", "title: {fi: Kaikukortti,", "title: {fi: Kaikukortti-sivut,")
    done = subprocess.run(
        command(["build", "--no-documents", "--lang", "en"]),
        cwd=project,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        # No file may grow over four kilobytes: every write of a page fails, as on a full disk.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode not in (0, -signal.SIGXFSZ), done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "The site of before is safe." in done.stderr
    assert differences(before, tree(out)) == []
    assert [path.name for path in project.glob(".sitegen-tmp*")] == []


def test_two_builds_at_once_give_one_whole_site(project: Path) -> None:
    change(project / "content/site.yaml", "title: {fi: Kaikukortti,", "title: {fi: Kaikukortti-sivut,")
    both = [
        subprocess.Popen(
            command(["build", "--no-documents"]), cwd=project, env=environment(), stdout=subprocess.DEVNULL
        )
        for _ in range(2)
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    after = tree(project / "build")
    assert build(project, project / "build", documents=False).unchanged
    assert differences(after, tree(project / "build")) == []


@pytest.mark.parametrize("target", ["", "content", "regions/new", "somebody"])
def test_no_folder_but_ours_is_replaced(target: str, project: Path) -> None:
    (project / "somebody").mkdir()
    (project / "somebody/letter.txt").write_text("keep me", "utf-8")
    before = tree(project)
    done = sitegen("build", "--no-documents", "--lang", "en", "--out", project / target, cwd=project)
    assert done.returncode == 2, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert differences(before, tree(project)) == []
