"""Whatever happens to the files, the preview goes on; at rest it is what a clean build makes (BAR R17)."""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.serve.support import BASE, Served, serving, under_base
from tests.site.support.projects import change, copy_project, copy_theme
from tests.site.support.run import sitegen, succeeded

VENUES = "regions/mallila/2026/venues.yaml"
LISTED = f"{BASE}mallila/fi/venues/"
OFFER = "fi: Kurssit ja luennot"
ADDED = re.compile(rb'<link rel="stylesheet" href="/__sitegen/preview.css">.*?</script></body>', re.DOTALL)
SAVES, SECONDS = 1000, 10


def shows(served: Served, text: str) -> None:
    """The text comes onto the list of venues."""
    served.wait(lambda: text in served.text(LISTED))


def rename_over(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.part")
    new.write_text(text, "utf-8")
    new.replace(path)


def truncate_and_write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(0.05)
        file.write(text[len(text) // 2 :])


def with_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(path.name + "~"))
    path.with_name("4913").touch()
    path.with_name("4913").unlink()
    path.write_text(text, "utf-8")


def in_place_of_a_deleted(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.05)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("way", [rename_over, truncate_and_write, with_backup, in_place_of_a_deleted])
def test_every_way_of_saving_is_shown(
    served: Served, restored: Path, way: Callable[[Path, str], None]
) -> None:
    path = restored / VENUES
    before = len(served.lines)
    way(path, path.read_text("utf-8").replace(OFFER, f"fi: Tapa {way.__name__}"))
    shows(served, f"Tapa {way.__name__}")
    assert not any("rror" in line for line in served.lines[before:]), served.said


def test_a_file_that_is_half_there_is_told_and_then_forgotten(served: Served, restored: Path) -> None:
    path = restored / VENUES
    text = path.read_text("utf-8").replace(OFFER, "fi: Nyt kokonaan")
    path.write_text(text[: text.index("fi: Nyt")] + "fi: [", "utf-8")
    served.wait(lambda: 'role="alert"' in served.text(LISTED))
    path.write_text(text, "utf-8")
    shows(served, "Nyt kokonaan")
    served.wait(lambda: 'role="alert"' not in served.text(LISTED))


def test_what_synchronising_leaves_behind(served: Served, restored: Path) -> None:
    folder = (restored / VENUES).parent
    before = served.builds
    for name in (
        "~$venues.yaml",
        ".~lock.venues.yaml#",
        "venues.yaml.tmp",
        ".dropbox",
        "desktop.ini",
        "venues.yaml.part",
    ):
        (folder / name).write_text("half", "utf-8")
    time.sleep(1)
    assert served.builds == before, "nobody's work is read anew"
    served.wait_for_build(lambda: shutil.copy(folder / "venues.yaml", folder / "venues (1).yaml"))
    served.wait(lambda: "venues (1).yaml" in served.text(LISTED))
    served.wait_for_build((folder / "venues (1).yaml").unlink)
    served.wait(lambda: 'role="alert"' not in served.text(LISTED))


def test_folders_deleted_and_made_again(served: Served, restored: Path, tmp_path: Path) -> None:
    def main() -> str:
        return served.text(LISTED).partition("<main")[2].partition("</main>")[0]

    before = main()
    for number, name in enumerate(("regions/mallila/2026", "regions", "content")):
        kept = shutil.copytree(restored / name, tmp_path / str(number))
        served.wait_for_build(partial(shutil.rmtree, restored / name))
        served.ask(LISTED)
        served.wait_for_build(partial(shutil.copytree, kept, restored / name))
        served.wait(lambda: main() == before)


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


def test_another_branch_checked_out(served: Served, restored: Path) -> None:
    git(restored, "init", "-q", "-b", "one")
    git(restored, "add", "content", "regions", "themes")
    git(restored, "commit", "-q", "-m", "one")
    git(restored, "checkout", "-q", "-b", "two")
    change(restored / VENUES, OFFER, "fi: Toisen haaran tarjous")
    change(restored / "regions/mallila/region.yaml", "  fi: Mallila\n", "  fi: Haarala\n")
    (restored / "regions/mallila/2026/statistics.yaml").unlink()
    git(restored, "commit", "-q", "-a", "-m", "two")
    shows(served, "Toisen haaran tarjous")
    for _ in range(3):
        git(restored, "checkout", "-q", "one")
        shows(served, "Kurssit ja luennot")
        git(restored, "checkout", "-q", "two")
        shows(served, "Haarala")
    git(restored, "checkout", "-q", "one")
    shows(served, "Kurssit ja luennot")
    shutil.rmtree(restored / ".git")


def test_a_theme_that_breaks_is_told_and_mended(served: Served, restored: Path) -> None:
    layout = restored / "themes/kaiku/templates/layout.html"
    served.wait_for_build(lambda: change(layout, "<title>{{ f.title }}", "<title>{{ f.title"))
    status, _, data = served.ask(LISTED)
    assert status == 500
    assert re.search(rb"templates/layout\.html:\d+: ", data)
    assert b"sg-preview" in data
    served.wait_for_build(lambda: change(layout, "<title>{{ f.title", "<title>{{ f.title }}"))
    assert served.ask(LISTED)[0] == 200
    css = restored / "themes/kaiku/css/tokens.css"
    css.rename(css.with_suffix(".away"))
    served.wait(lambda: "tokens.css" in served.text(LISTED))
    assert served.ask(LISTED)[0] == 200, "the last good page stays"
    css.with_suffix(".away").rename(css)
    served.wait(lambda: 'role="alert"' not in served.text(LISTED))


def pristine(page: bytes) -> bytes:
    """A page as it would be published."""
    return ADDED.sub(b"</body>", page).replace(b" connect-src 'self';", b"", 1)


@pytest.mark.slow
def test_a_thousand_saves_in_ten_seconds_then_a_clean_build(tmp_path: Path) -> None:
    project = under_base(copy_project(tmp_path / "project", ("mallila",)))
    copy_theme(project)
    with serving(project) as served:
        path = project / VENUES
        text = path.read_text("utf-8")
        before, began = served.builds, time.monotonic()
        asking = threading.Event()
        reader = threading.Thread(target=_look_on, args=(served, asking), daemon=True)
        reader.start()
        for number in range(SAVES):
            new = text.replace(OFFER, f"fi: Talletus {number}")
            (rename_over if number % 2 else truncate_at_once)(path, new if number % 50 else new + "rikki\n")
            time.sleep(max(0.0, began + number * SECONDS / SAVES - time.monotonic()))
        shows(served, f"Talletus {SAVES - 1}")
        asking.set()
        reader.join(10)
        assert served.builds - before <= SECONDS + 2, served.said
        succeeded(sitegen("build", "--root", project, "--out", tmp_path / "out"))
        built = {one.relative_to(tmp_path / "out").as_posix(): one for one in (tmp_path / "out").rglob("*")}
        names = [name for name, one in built.items() if one.is_file() and not name.startswith(".")]
        assert len(names) > 100
        for name in names:
            served.ask(BASE + name)
        for name in names:
            served.wait(partial(_is_as_built, served, name, built[name].read_bytes()))


def _is_as_built(served: Served, name: str, expected: bytes) -> bool:
    return pristine(served.ask(BASE + name)[2]) == expected


def truncate_at_once(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _look_on(served: Served, ended: threading.Event) -> None:
    """Somebody reads the page all the while; it is there every time."""
    while not ended.wait(0.1):
        assert served.ask(LISTED)[0] == 200
