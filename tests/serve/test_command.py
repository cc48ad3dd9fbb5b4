"""`sitegen serve` as a command: bad input in three languages, how it ends, nothing of it is published."""

import signal
import socket
from pathlib import Path

import pytest

from tests.serve.support import end, serving
from tests.site.support.projects import copy_project
from tests.site.support.run import sitegen


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("command") / "project", ("mallila",))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--port", "70000"), ("70000", "70000", "70000")),
        (("--port", "-1"), ("-1", "-1", "-1")),
        (("--port", "x"), ("x", "x", "x")),
        (("--today", "31.2.2026"), ("31.2.2026", "31.2.2026", "31.2.2026")),
        (("--host", "192.0.2.1"), ("192.0.2.1", "192.0.2.1", "192.0.2.1")),
        (("--host", "no such host"), ("no such host", "no such host", "no such host")),
        (("--nonsense",), ("--nonsense", "--nonsense", "--nonsense")),
    ],
)
def test_bad_input_is_refused(project: Path, options: tuple[str, ...], said: tuple[str, str, str]) -> None:
    found = []
    for lang, part in zip(("fi", "sv", "en"), said, strict=True):
        done = sitegen("serve", "--root", project, "--lang", lang, *options)
        assert done.returncode == 2, done.stdout + done.stderr
        assert part in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        found.append(done.stdout + done.stderr)
    assert len(set(found)) == 3, "each in its language"


def test_a_port_that_is_taken(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = sitegen("serve", "--root", project, "--lang", "en", "--port", str(port))
    assert done.returncode == 2
    assert f"--port {port + 1}" in done.stdout + done.stderr


def test_no_project(tmp_path: Path) -> None:
    done = sitegen("serve", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_help_names_every_option() -> None:
    for lang in ("fi", "sv", "en"):
        done = sitegen("serve", "--help", "--lang", lang)
        assert done.returncode == 0
        for option in ("--port", "--host", "--edition", "--today", "--open", "--navigate"):
            assert option in done.stdout


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told_also_at_work(project: Path, by: signal.Signals) -> None:
    with serving(project) as served:
        served.ask("/mallila/fi/materials/")
        assert end(served, by) == 0
        assert "Traceback" not in served.said


def test_it_writes_nothing_but_its_cache(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("mallila",))
    before = set(project.rglob("*"))
    with serving(project) as served:
        assert served.ask("/mallila/fi/brochure.docx")[0] == 200
    made = {path.relative_to(project).parts[0] for path in set(project.rglob("*")) - before}
    assert made == {".sitegen-cache"}


@pytest.mark.slow
def test_nothing_of_the_preview_is_in_a_built_site(built_site: Path) -> None:
    for path in (one for kind in ("html", "js", "css") for one in built_site.rglob(f"*.{kind}")):
        text = path.read_text("utf-8")
        assert "__sitegen" not in text, path
        assert "livereload" not in text, path
