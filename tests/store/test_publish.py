"""The published site is always whole: the one of before or the new one (BAR R01, R03, R14)."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.store.keys import digest, digest_folder
from sitegen.store.publish import (
    MANIFEST,
    Manifest,
    RefusedError,
    check_target,
    is_intact,
    publish,
    read_manifest,
    recover,
)


def site(word: str, count: int = 3) -> dict[str, bytes]:
    return {f"{word}/{number}/index.html": f"{word} {number}".encode() * 50 for number in range(count)}


def manifest(files: dict[str, bytes]) -> Manifest:
    return Manifest("key", {name: digest(data) for name, data in files.items()}, {}, "{}")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_publish_replaces_the_whole_tree(tmp_path: Path) -> None:
    out = tmp_path / "build"
    for word in ("one", "two"):
        publish(out, site(word), manifest(site(word)))
        assert tree(out) == site(word)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_manifest_tells_an_altered_tree(tmp_path: Path) -> None:
    out = tmp_path / "build"
    publish(out, site("one"), manifest(site("one")))
    kept = read_manifest(out)
    assert kept is not None
    assert is_intact(out, kept)
    (out / "one/1/index.html").write_bytes(b"edited")
    assert not is_intact(out, kept)


def test_manifest_tells_an_added_or_missing_file(tmp_path: Path) -> None:
    out = tmp_path / "build"
    publish(out, site("one"), manifest(site("one")))
    kept = read_manifest(out)
    assert kept is not None
    (out / "extra.html").write_bytes(b"")
    assert not is_intact(out, kept)
    (out / "extra.html").unlink()
    (out / "one/0/index.html").unlink()
    assert not is_intact(out, kept)


KILLED = """
import sys
from pathlib import Path
from sitegen.store.keys import digest
from sitegen.store.publish import Manifest, publish, recover
out, word = Path(sys.argv[1]), sys.argv[2]
files = {f"{word}/{n}/index.html": f"{word} {n}".encode() * 50 for n in range(150)}
print("go", flush=True)
recover(out)
publish(out, files, Manifest("key", {k: digest(v) for k, v in files.items()}, {}, "{}"))
"""


def test_a_killed_publish_leaves_old_or_new(tmp_path: Path) -> None:
    out = tmp_path / "build"
    old, new = site("old", 150), site("new", 150)
    publish(out, old, manifest(old))
    chance = random.Random(20260105)
    seen = set()
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(out), "new"], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        found = tree(out)
        assert found in (old, new)
        seen.add("new" if found == new else "old")
        recover(out)
        assert {path.name for path in tmp_path.iterdir()} == {"build"}
        publish(out, old, manifest(old))
    assert "old" in seen


def test_recover_puts_the_old_tree_back(tmp_path: Path) -> None:
    out = tmp_path / "build"
    publish(out, site("one"), manifest(site("one")))
    out.rename(tmp_path / ".sitegen-old-build-1")
    (tmp_path / ".sitegen-tmp-build-1").mkdir()
    recover(out)
    assert tree(out) == site("one")
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_a_full_disk_leaves_the_old_tree(tmp_path: Path) -> None:
    out = tmp_path / "build"
    publish(out, site("old"), manifest(site("old")))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            publish(out, {"big.html": b"x" * 5000}, manifest({}))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert tree(out) == site("old")
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_targets_that_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("content", "regions", "mine"):
        (root / name).mkdir(parents=True)
    (root / "mine/letter.txt").write_text("dear")
    (root / "file").write_text("")
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "link").symlink_to(root / "mine")
    refused = {
        Path("/"): "out-is-root",
        Path.home(): "out-is-root",
        root: "out-holds-project",
        tmp_path: "out-holds-project",
        tmp_path / "repository": "out-holds-project",
        root / "regions/build": "out-in-sources",
        root / "mine": "out-not-ours",
        root / "file": "out-not-a-folder",
        tmp_path / "link": "out-not-a-folder",
    }
    for out, reason in refused.items():
        with pytest.raises(RefusedError) as raised:
            check_target(out, root)
        assert raised.value.reason == reason
    for out in (root / "build", tmp_path / "elsewhere"):
        check_target(out, root)


def test_the_output_can_be_read_by_others(tmp_path: Path) -> None:
    out = tmp_path / "build"
    publish(out, site("one"), manifest(site("one")))
    assert out.stat().st_mode & 0o777 == 0o755


def test_digest_of_a_folder_is_of_content(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.txt").write_text("x")
    before = digest_folder(tmp_path)
    os.utime(tmp_path / "a/x.txt", (0, 0))
    (tmp_path / ".hidden").write_text("no part")
    assert digest_folder(tmp_path) == before
    (tmp_path / "a/x.txt").rename(tmp_path / "a/y.txt")
    assert digest_folder(tmp_path) != before
