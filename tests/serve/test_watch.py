"""Every way to save is noticed as one batch, once it has come to rest: editors, synchronisers, git (R17)."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serve.watch import PATIENCE, Watch

SETTLED = 0.4
"""More than the program's own: these tests must not mind a busy machine."""
LIST = "regions/a/2026/venues.yaml"


class Noticed:
    """A watch in a thread of its own, and the batches it gave."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.batches: list[set[str]] = []
        self.ended = threading.Event()
        watch = Watch(lambda: (root / "content", root / "regions"), SETTLED)
        self.thread = threading.Thread(target=self._follow, args=(watch,), daemon=True)
        self.thread.start()

    def _follow(self, watch: Watch) -> None:
        for batch in watch.batches(self.ended.is_set):
            self.batches.append({path.relative_to(self.root).as_posix() for path in batch})

    def after(self, save: Callable[[], object]) -> set[str]:
        """The paths of the one batch that a save makes."""
        known = len(self.batches)
        save()
        end = time.monotonic() + 10
        while len(self.batches) == known:
            assert time.monotonic() < end, "nothing was noticed"
            time.sleep(0.01)
        time.sleep(2 * SETTLED)
        assert len(self.batches) == known + 1, self.batches[known:]
        return self.batches[-1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/site.yaml", LIST, "regions/b/2026/venues.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("format: 1\n", "utf-8")
    return tmp_path


@pytest.fixture
def noticed(root: Path) -> Iterator[Noticed]:
    made = Noticed(root)
    yield made
    made.ended.set()
    made.thread.join(10)


def rename_over(path: Path) -> None:
    """As vim, Word and most editors do."""
    new = path.with_name(path.name + ".tmp")
    new.write_text("renamed\n", "utf-8")
    new.replace(path)


def with_backup(path: Path) -> None:
    """As vim with `backupcopy=no` and emacs: the old file becomes the backup."""
    path.rename(path.with_name(path.name + "~"))
    path.with_name("4913").write_text("", "utf-8")
    path.with_name("4913").unlink()
    path.with_name(f".{path.name}.swp").write_text("x", "utf-8")
    path.write_text("anew\n", "utf-8")


def truncate_and_write(path: Path) -> None:
    """As notepad, with a pause in the middle."""
    with path.open("w", encoding="utf-8") as file:
        file.write("half")
        file.flush()
        time.sleep(0.05)
        file.write(" and half\n")


def same_size_and_time(path: Path) -> None:
    """As copies that keep their times: only the system's own note of a change tells."""
    known = path.stat()
    path.write_text("other: 1\n"[: known.st_size].ljust(known.st_size), "utf-8")
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))


@pytest.mark.parametrize("way", [rename_over, with_backup, truncate_and_write, same_size_and_time])
def test_a_save_is_one_batch(noticed: Noticed, root: Path, way: Callable[[Path], None]) -> None:
    assert noticed.after(lambda: way(root / LIST)) == {LIST}


def test_what_programs_leave_beside_is_not_noticed(noticed: Noticed, root: Path) -> None:
    folder = (root / LIST).parent
    for name in (
        "venues.yaml~",
        ".venues.yaml.swp",
        "4913",
        "~$venues.yaml",
        "venues.yaml.tmp",
        "x.part",
        "#x#",
    ):
        (folder / name).write_text("x", "utf-8")
    (root / "regions/.git").mkdir()
    (root / "regions/.git/index").write_text("x", "utf-8")
    assert noticed.after(lambda: (root / LIST).write_text("a\n", "utf-8")) == {LIST}


def test_a_folder_may_go_and_come_back(noticed: Noticed, root: Path) -> None:
    assert noticed.after(lambda: shutil.rmtree(root / "regions")) == {LIST, "regions/b/2026/venues.yaml"}

    def back() -> None:
        (root / LIST).parent.mkdir(parents=True)
        (root / LIST).write_text("back\n", "utf-8")

    assert noticed.after(back) == {LIST}


def test_a_burst_is_one_batch(noticed: Noticed, root: Path) -> None:
    def burst() -> None:
        for number in range(200):
            (root / LIST).write_text(f"{number}\n" * 3, "utf-8")
            (root / f"regions/b/2026/{number % 7}.yaml").write_text(f"{number}\n", "utf-8")

    assert noticed.after(burst) == {LIST, *(f"regions/b/2026/{number}.yaml" for number in range(7))}


def test_saves_without_an_end_are_given_in_between(noticed: Noticed, root: Path) -> None:
    until = time.monotonic() + 2 * PATIENCE + 1
    number = 0
    while time.monotonic() < until:
        number += 1
        (root / LIST).write_text(f"{number}\n", "utf-8")
        time.sleep(0.02)
    assert 1 <= len(noticed.batches) <= 4


def test_what_is_as_before_is_no_batch(noticed: Noticed, root: Path) -> None:
    def there_and_back() -> None:
        (root / "regions/a/new.yaml").write_text("x", "utf-8")
        (root / "regions/a/new.yaml").unlink()
        time.sleep(0.4)
        (root / LIST).write_text("b\n", "utf-8")

    assert noticed.after(there_and_back) == {LIST}


def test_links_are_not_followed(
    noticed: Noticed, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.yaml").write_text("x", "utf-8")
    assert noticed.after(lambda: (root / "regions/link").symlink_to(outside)) == {"regions/link"}
    (outside / "x.yaml").write_text("y", "utf-8")
    assert noticed.after(lambda: (root / LIST).write_text("c\n", "utf-8")) == {LIST}


def test_saved_since_the_last_batch(root: Path) -> None:
    watch = Watch(lambda: (root / "content",))
    assert not watch.has_moved()
    (root / "content/site.yaml").write_text("x\n", "utf-8")
    assert watch.has_moved()
