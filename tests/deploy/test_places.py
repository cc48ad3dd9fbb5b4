"""Publishing to a folder and, by rsync, to a server: the same rules as for a branch."""

import shutil
from pathlib import Path

import pytest

from sitegen.deploy.folder import Folder
from sitegen.deploy.rsync import Server
from sitegen.deploy.target import DeployError, Target, stamp
from sitegen.project import Project
from sitegen.store.keys import digest
from sitegen.store.publish import MANIFEST, Manifest, encode_manifest
from tests.site.support.projects import change
from tests.site.support.run import sitegen, succeeded
from tests.site.support.trees import tree

SHELL = """#!/bin/sh
# In the place of ssh: runs what rsync asks for on this machine.
shift
exec "$@"
"""


def site(word: str, *more: str) -> dict[str, bytes]:
    files = {name: word.encode() for name in ("index.html", "a/b.txt", *more)}
    manifest = Manifest("", {name: digest(data) for name, data in files.items()}, {}, "{}")
    return files | {MANIFEST: encode_manifest(manifest), ".sitegen-published.json": stamp("abc", word)}


@pytest.fixture(params=["folder", "rsync", "ssh"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Target:
    """An empty place of each kind, all in `www`; the third through a remote shell."""
    (tmp_path / "project").mkdir()
    if request.param == "folder":
        return Folder(Project(tmp_path / "project"), tmp_path / "www")
    (tmp_path / "www").mkdir()
    if request.param == "ssh":
        shell = tmp_path / "shell"
        shell.write_text(SHELL, "utf-8")
        shell.chmod(0o755)
        monkeypatch.setenv("RSYNC_RSH", str(shell))
        return Server(f"host:{tmp_path}/www")
    return Server(str(tmp_path / "www"))


def test_what_is_put_stands_and_what_is_gone_is_gone(target: Target, tmp_path: Path) -> None:
    assert target.standing() is None
    first = target.put(site("one", "old/page.html"), None)
    standing = target.standing()
    assert standing is not None
    assert (standing.id, standing.source, standing.when) == (first, "abc", "one")
    assert dict(target.files()) == dict.fromkeys(("index.html", "a/b.txt", "old/page.html"), b"one")
    second = target.put(site("two"), standing)
    assert second != first
    found = {path.relative_to(tmp_path / "www").as_posix() for path in (tmp_path / "www").rglob("*")}
    assert found == {"index.html", "a", "a/b.txt", ".sitegen.json", ".sitegen-published.json"}
    assert (tmp_path / "www/a/b.txt").read_bytes() == b"two"


def test_somebody_who_was_quicker_is_not_overtaken(target: Target) -> None:
    target.put(site("one"), None)
    seen = target.standing()
    theirs = target.put(site("theirs"), seen)
    for over in (seen, None):
        with pytest.raises(DeployError) as refused:
            target.put(site("ours"), over)
        assert refused.value.reason == "overtaken"
    standing = target.standing()
    assert standing is not None
    assert standing.id == theirs


def test_somebodys_files_are_not_removed(target: Target, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir(exist_ok=True)
    (tmp_path / "www/thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(DeployError) as refused:
        target.standing()
    assert refused.value.reason == "not-ours-folder"
    assert (tmp_path / "www/thesis.txt").read_text("utf-8") == "mine"


def test_the_command_publishes_to_a_folder(project: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    done = succeeded(sitegen("deploy", "--folder", www, "--lang", "fi", cwd=project))
    assert "Julkaistu" in done.stdout
    put, built = tree(www), tree(project / "build")
    assert put.keys() - built.keys() == {".sitegen-published.json"}
    assert {name for name in built if put[name] != built[name]} <= {MANIFEST}
    change(project / "regions/kemi/2026/venues.yaml", "016 000 303", "016 000 304")
    stale = sitegen("deploy", "--folder", www, "--lang", "fi", cwd=project)
    assert stale.returncode == 1
    assert "sitegen build" in stale.stdout
    assert tree(www) == put


def test_another_machine_names_what_it_replaces(project: Path, tmp_path: Path) -> None:
    """Without git nobody can tell whose files are newer: the one who replaces says so."""
    www, other = tmp_path / "www", tmp_path / "other"
    shutil.copytree(project, other)
    succeeded(sitegen("deploy", "--folder", www, cwd=project))
    (www / ".sitegen-published.json").write_bytes(stamp("", "2026-11-03T10:00:00+00:00"))
    refused = sitegen("deploy", "--folder", www, "--lang", "sv", cwd=other)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "3.11.2026" in refused.stderr
    id = refused.stderr.partition("--over ")[2].split()[0]
    assert (
        "redan densamma"
        in succeeded(sitegen("deploy", "--folder", www, "--over", id, "--lang", "sv", cwd=other)).stdout
    )


def test_rsync_publishes_and_is_missed_where_it_is_not(project: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    succeeded(sitegen("deploy", "--rsync", www, cwd=project))
    assert tree(project / "build").keys() <= tree(www).keys()
    empty = tmp_path / "empty"
    empty.mkdir()
    done = sitegen("deploy", "--rsync", www, "--lang", "en", cwd=project, env={"PATH": str(empty)})
    assert done.returncode == 3
    assert "The program rsync is not on this machine" in done.stderr
    away = sitegen("deploy", "--rsync", "rsync://127.0.0.1:9/www", "--lang", "en", cwd=project)
    assert away.returncode == 3
    assert "could not be reached" in away.stderr


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--folder", "www", "--rsync", "x:/y"), 2),
        (("--dry-run", "--restore"), 2),
        (("--over", "abc"), 2),
        (("--folder", "regions"), 1),
        (("--folder", "."), 1),
        (("--folder", "content/site.yaml"), 1),
        (("--restore", "--folder", "www", "--out", "regions"), 2),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_wrong_use_is_told_and_changes_nothing(
    arguments: tuple[str, ...], code: int, lang: str, small_site: Path
) -> None:
    before = tree(small_site)
    done = sitegen("deploy", *arguments, "--lang", lang, cwd=small_site)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert tree(small_site) == before
