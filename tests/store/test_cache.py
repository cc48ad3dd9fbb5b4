"""What the cache gives is what was put, or nothing (BAR R02, R09)."""

from pathlib import Path

import pytest

from sitegen.store.cache import Cache, write_atomic


def stored(cache: Cache) -> Path:
    assert cache.folder is not None
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return path


def test_gives_back_the_bytes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("ab12", b"\x00data\n\n")
    assert cache.get("ab12") == b"\x00data\n\n"
    assert cache.get("ab13") is None


@pytest.mark.parametrize("damage", [b"", b"sitegen 1\n", b"sitegen 0\nabc\ndata", b"\xff\xfe\n\n"])
def test_damaged_objects_are_not_used(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("ab12", b"data")
    stored(cache).write_bytes(damage)
    assert cache.get("ab12") is None


def test_flipped_bytes_are_noticed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("ab12", b"data")
    path = stored(cache)
    path.write_bytes(path.read_bytes().replace(b"data", b"date"))
    assert cache.get("ab12") is None


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "objects").write_text("in the way")
    cache = Cache(tmp_path)
    cache.put("ab12", b"data")
    assert cache.get("ab12") is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put("ab12", b"data")
    assert cache.get("ab12") is None


def test_atomic_write_leaves_no_part(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a/b.txt", b"whole")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
