"""Artefacts of the published site are found by their keys, and only whole ones are believed."""

from pathlib import Path

import pytest

from sitegen.store.keys import digest
from sitegen.store.publish import Manifest, publish
from sitegen.store.published import published

FILES = {"a/index.html": b"one", "b/index.html": b"two"}
KEYS = {"a/index.html": "key of one", "b/index.html": "key of two"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    files = {name: digest(data) for name, data in FILES.items()}
    publish(folder, FILES, Manifest(build_key="", files=files, artefacts=KEYS, report=""))
    return folder


def test_artefacts_are_found_by_their_keys(out: Path) -> None:
    found = published(out)
    assert {name: found.get(key) for name, key in KEYS.items()} == FILES
    assert found.get("another key") is None


def test_what_was_edited_or_removed_is_not_believed(out: Path) -> None:
    (out / "a/index.html").write_bytes(b"edited by hand")
    (out / "b/index.html").unlink()
    found = published(out)
    assert [found.get(key) for key in KEYS.values()] == [None, None]


def test_putting_leaves_the_site_as_it_is(out: Path) -> None:
    found = published(out)
    found.put("key of three", b"three")
    assert found.get("key of three") is None
    assert published(out) == found


@pytest.mark.parametrize("manifest", [None, b"", b"{}"], ids=["none", "empty", "other"])
def test_a_folder_without_a_manifest_holds_nothing(manifest: bytes | None, tmp_path: Path) -> None:
    if manifest is not None:
        (tmp_path / ".sitegen.json").write_bytes(manifest)
    assert published(tmp_path).get("key of one") is None
