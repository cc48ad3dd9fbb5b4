"""A tree in the making: written where it is made, whole in its place in one step, or gone."""

from pathlib import Path

import pytest

from sitegen.store.keys import digest
from sitegen.store.staging import STAGING, Staging, put_in_place, staged

FILES = {"a/index.html": b"one", "a/b/index.html": b"two", "c.txt": b"three"}


def test_it_is_a_mapping_on_disk(tmp_path: Path) -> None:
    with staged(tmp_path / "build") as tree:
        tree.update(FILES)
        assert dict(tree) == FILES
        assert {name: tree.size(name) for name in tree} == {name: len(data) for name, data in FILES.items()}
        assert tree.digests == {name: digest(data) for name, data in FILES.items()}
        del tree["c.txt"]
        assert "c.txt" not in tree
        assert not (tree.folder / "c.txt").exists()
        with pytest.raises(KeyError):
            tree["c.txt"]


def test_parts_are_joined(tmp_path: Path) -> None:
    """What another process wrote is there; only then the tree knows of it."""
    with staged(tmp_path / "build") as tree:
        tree["a/index.html"] = b"one"
        part = tree.part()
        part["a/b/index.html"] = b"two"
        assert set(tree) == {"a/index.html"}
        assert set(part) == {"a/b/index.html"}
        tree.join(part)
        assert dict(tree) == {"a/index.html": b"one", "a/b/index.html": b"two"}


def test_it_takes_the_place_of_the_old_tree(tmp_path: Path) -> None:
    out = tmp_path / "build"
    for word in (b"old", b"new"):
        with staged(out) as tree:
            tree["index.html"] = word
            put_in_place(tree, out)
        assert (out / "index.html").read_bytes() == word
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_it_is_gone_where_nobody_put_it_in_place(tmp_path: Path, fault: type[BaseException]) -> None:
    out = tmp_path / "build"
    out.mkdir()
    (out / "index.html").write_bytes(b"old")

    def fail(tree: Staging) -> None:
        tree["index.html"] = b"new"
        assert any(tmp_path.glob(f"{STAGING}*"))
        raise fault

    with pytest.raises(fault), staged(out) as tree:
        fail(tree)
    assert (out / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_what_is_written_too_late_makes_no_tree(tmp_path: Path) -> None:
    """By another process, after this one gave the build up."""
    with staged(tmp_path / "build") as tree:
        pass
    for name in ("index.html", "a/b/index.html"):
        with pytest.raises(FileNotFoundError):
            tree[name] = b"late"
    assert list(tmp_path.iterdir()) == []
