"""Publishing to a branch of a bare repository: whole or not at all, never over somebody's newer publish."""

import json
import os
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from sitegen.deploy.branch import Branch
from sitegen.deploy.run import pages_address
from sitegen.deploy.target import DeployError, stamp
from sitegen.project import Project
from sitegen.store.keys import digest
from sitegen.store.publish import MANIFEST, Manifest, encode_manifest
from tests.deploy.remotes import ENVIRONMENT, bare, committed, exported, files_at, git, tip
from tests.site.support.projects import change
from tests.site.support.run import command, environment, sitegen, succeeded
from tests.site.support.trees import tree


def site(word: str) -> dict[str, bytes]:
    files = {"index.html": word.encode(), "a/b c.txt": b"\x00\xff", "empty": b""}
    manifest = Manifest("", {name: digest(data) for name, data in files.items()}, {}, "{}")
    return files | {MANIFEST: encode_manifest(manifest), ".sitegen-published.json": stamp("", "now")}


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    (tmp_path / "project/content").mkdir(parents=True)
    (tmp_path / "project/content/site.yaml").touch()
    return Branch(Project(tmp_path / "project"), str(bare(tmp_path / "remote.git")), "gh-pages")


def test_the_first_and_the_next_publish(branch: Branch, tmp_path: Path) -> None:
    remote = Path(branch.url)
    assert branch.standing() is None
    first = branch.put(site("one"), None)
    standing = branch.standing()
    assert standing is not None
    assert standing.id == first == tip(remote)
    second = branch.put({name: data for name, data in site("two").items() if name != "empty"}, standing)
    assert git("rev-parse", f"{second}^", cwd=remote) == first, "history is kept"
    shown = exported(remote, second, tmp_path / "shown")
    assert (shown / "index.html").read_bytes() == b"two"
    assert (shown / "a/b c.txt").read_bytes() == b"\x00\xff"
    assert files_at(remote, second) == {
        *("index.html", "a/b c.txt", ".nojekyll", ".sitegen.json", ".sitegen-published.json"),
    }
    assert set(branch.files()) == {"index.html", "a/b c.txt"}


def test_somebody_who_was_quicker_is_not_overtaken(branch: Branch) -> None:
    branch.put(site("one"), None)
    seen = branch.standing()
    quicker = branch.put(site("theirs"), seen)
    with pytest.raises(DeployError) as refused:
        branch.put(site("ours"), seen)
    assert refused.value.reason == "overtaken"
    with pytest.raises(DeployError, match="overtaken"):
        branch.put(site("ours"), None)
    assert tip(Path(branch.url)) == quicker


def test_a_branch_that_sitegen_did_not_publish_is_told(branch: Branch, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "thesis.txt").write_text("mine", "utf-8")
    committed(work)
    git("push", "--quiet", branch.url, "main:gh-pages", cwd=work)
    standing = branch.standing()
    assert standing is not None
    assert standing.manifest is None


def test_a_domain_of_its_own_is_kept(branch: Branch) -> None:
    branch.put(site("one") | {"CNAME": b"kaikukortti.example\n"}, None)
    standing = branch.standing()
    assert branch.domain(standing) == "kaikukortti.example"
    second = branch.put(site("two"), standing)
    assert "CNAME" in files_at(Path(branch.url), second)


def test_a_password_in_the_address_is_not_shown(tmp_path: Path) -> None:
    shown = Branch(Project(tmp_path), "https://user:secret@git.example/o/r.git", "gh-pages").name
    assert shown == "https://git.example/o/r.git (gh-pages)"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/Owner/Repo.git", "https://owner.github.io/Repo/"),
        ("git@github.com:owner/repo.git", "https://owner.github.io/repo/"),
        ("ssh://git@github.com/owner/owner.github.io", "https://owner.github.io/"),
        ("https://git.example/owner/repo.git", ""),
        ("/srv/repo.git", ""),
    ],
)
def test_where_github_shows_a_repository(url: str, address: str) -> None:
    assert pages_address(url) == address


# ------------------------------------------------------------------ the command


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return sitegen("deploy", *arguments, "--lang", "en", cwd=cwd, env=ENVIRONMENT)


def test_the_command_publishes_what_was_built_and_nothing_twice(project: Path, tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote.git")
    commit = committed(project)
    git("remote", "add", "origin", str(remote), cwd=project)
    dry = succeeded(run("--dry-run", cwd=project))
    assert "Would be published" in dry.stdout
    assert tip(remote) == ""
    done = succeeded(run(cwd=project))
    assert "https://kaikukortti.example/" in done.stdout
    first = tip(remote)
    shown = tree(exported(remote, first, tmp_path / "shown"))
    built = tree(project / "build")
    assert {name: shown[name] for name in built if name != MANIFEST} == {
        name: key for name, key in built.items() if name != MANIFEST
    }
    stamped = json.loads(git("show", f"{first}:.sitegen-published.json", cwd=remote))
    assert stamped["source"] == commit
    again = succeeded(run(cwd=project))
    assert "the same already" in again.stdout
    assert tip(remote) == first
    assert git("status", "--porcelain", cwd=project) == "", "the project's own files are not touched"
    assert git("branch", "--format=%(refname)", cwd=project) == "refs/heads/main"


def test_who_has_not_the_others_changes_is_refused(project: Path, tmp_path: Path) -> None:
    """Two people, one branch: the second gets the first's changes before, or names what is replaced."""
    remote = bare(tmp_path / "remote.git")
    committed(project)
    git("push", "--quiet", str(remote), "main", cwd=project)
    mine, theirs = project, tmp_path / "theirs"
    git("clone", "--quiet", str(remote), str(theirs), cwd=tmp_path)
    change(theirs / "regions/kemi/2026/venues.yaml", "016 000 303", "016 000 304")
    committed(theirs, "Another number")
    succeeded(sitegen("build", cwd=theirs))
    succeeded(run(cwd=theirs))
    standing = tip(remote)
    refused = run("--remote", str(remote), cwd=mine)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f"--over {standing[:12]}" in refused.stderr
    assert "as it was" in refused.stderr
    assert re.search(r"\(\d{1,2}\s\w+\s\d{4} at \d{1,2}:\d\d\)", refused.stderr)  # no stamp of a machine
    assert tip(remote) == standing
    wrong = run("--remote", str(remote), "--over", "0" * 12, cwd=mine)
    assert wrong.returncode == 1
    git("push", "--quiet", "origin", "main", cwd=theirs)
    git("pull", "--quiet", str(remote), "main", cwd=mine)
    succeeded(sitegen("build", cwd=mine))
    assert "the same already" in succeeded(run("--remote", str(remote), cwd=mine)).stdout
    change(mine / "regions/kemi/2026/venues.yaml", "016 000 304", "016 000 305")
    succeeded(sitegen("build", "--no-documents", cwd=mine))
    unbuilt = run("--remote", str(remote), cwd=mine)
    assert unbuilt.returncode == 1
    assert "without brochures" in unbuilt.stdout
    succeeded(sitegen("build", cwd=mine))
    succeeded(run("--remote", str(remote), cwd=mine))
    assert tip(remote) != standing


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_broken_site_is_not_published(lang: str, project: Path, tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote.git")
    (project / "build/kemi/fi/index.html").unlink()
    done = sitegen("deploy", "--remote", str(remote), "--lang", lang, cwd=project, env=ENVIRONMENT)
    assert done.returncode == 1
    assert "build/kemi/fi/index.html" in done.stdout
    assert done.stderr.strip()
    assert tip(remote) == ""


def test_what_cannot_be_reached_or_is_not_there_is_told(project: Path, tmp_path: Path) -> None:
    nobody = run("--remote", "nobody", cwd=project)
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert "There is no git remote nobody" in nobody.stderr
    away = run("--remote", str(tmp_path / "away.git") + "/", cwd=project)
    assert (away.returncode, away.stdout) == (3, "")
    assert "could not be reached" in away.stderr
    path = tmp_path / "empty"
    path.mkdir()
    without = sitegen("deploy", "--lang", "en", cwd=project, env={"PATH": str(path)})
    assert (without.returncode, without.stdout) == (3, "")
    assert "The program git is not on this machine" in without.stderr
    for one in (nobody, away, without):
        assert "Traceback" not in one.stderr


def test_the_published_site_can_be_fetched_back(project: Path, tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote.git")
    assert "Nothing is published" in succeeded(run("--restore", "--remote", str(remote), cwd=project)).stdout
    succeeded(run("--remote", str(remote), cwd=project))
    before = tree(project / "build")
    other = tmp_path / "other"
    succeeded(run("--restore", "--remote", str(remote), "--out", other, cwd=project))
    assert tree(other) == before


@pytest.mark.slow
def test_being_killed_leaves_the_remote_whole(project: Path, tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote.git")
    succeeded(run("--remote", str(remote), cwd=project))
    old = tip(remote)
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nsleep 0.5\n", "utf-8")
    hook.chmod(0o755)
    change(project / "regions/kemi/2026/venues.yaml", "016 000 303", "016 000 304")
    succeeded(sitegen("build", cwd=project))
    started = time.monotonic()
    chance = random.Random(20260105)
    whole = 4.0
    for _ in range(4):
        process = subprocess.Popen(
            command(["deploy", "--remote", str(remote)]),
            cwd=project,
            env=environment(ENVIRONMENT),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.3, whole))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(20)
        time.sleep(0.7)
        git("fsck", "--connectivity-only", cwd=remote)
        assert tip(remote) == old or git("rev-parse", f"{tip(remote)}^", cwd=remote) == old
    succeeded(run("--remote", str(remote), "--over", tip(remote), cwd=project))
    assert git("rev-parse", f"{tip(remote)}^", cwd=remote) == old
    assert time.monotonic() - started < 120
