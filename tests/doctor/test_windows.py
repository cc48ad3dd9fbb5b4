"""Windows without administrator's rights, as far as it can be had here: all but PDF works (BAR R12)."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.deploy.projects import small_project
from tests.site.support.run import command, environment, sitegen, succeeded
from tests.site.support.trees import differences, tree

LAPTOP = {
    "PYTHONPATH": str(Path(__file__).with_name("windows")),
    "PYTHONIOENCODING": "cp1252",
    "PYTHONUTF8": "0",
    "LC_ALL": "C",
}
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')


def with_windows_line_ends(root: Path) -> None:
    """All texts as an editor on Windows saves them."""
    for path in root.rglob("*"):
        if path.suffix in (".yaml", ".md", ".csv"):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_project(tmp_path_factory.mktemp("laptop") / "Omat tiedostot ÄÖ" / "kaiku")
    with_windows_line_ends(root)
    return root


@pytest.fixture(scope="module")
def built(laptop: Path) -> Path:
    done = succeeded(sitegen("build", "--lang", "en", cwd=laptop, env=LAPTOP))
    assert "PDF brochures could not be made" in done.stdout, "one sentence about what is not possible"
    return laptop / "build"


def test_pages_and_word_files_are_made_and_are_the_same(built: Path, small_site: Path) -> None:
    """Word files, lists and pages without links to PDF equal those of any other machine."""
    ours, theirs = tree(built), tree(small_site / "build")
    assert {name for name in theirs if name.endswith(".docx")} <= ours.keys()
    assert not any(name.endswith(".pdf") for name in ours)
    same = [
        name
        for name in ours
        if name.endswith((".docx", ".csv", ".json", ".xml", ".css", "venues/index.html"))
    ]
    assert [name for name in same if ".sitegen" not in name and ours[name] != theirs[name]] == []
    assert len(same) > 20


def test_the_preview_of_it_all_is_warm_and_stays_the_same(built: Path, laptop: Path) -> None:
    before = tree(built)
    succeeded(sitegen("build", "--lang", "en", cwd=laptop, env=LAPTOP))
    assert differences(before, tree(built)) == []


COMMANDS = (
    ("check",),
    ("check", "--format", "github"),
    ("doctor",),
    ("status", "kemi", "--today", "2026-10-01"),
    ("new", "edition", "tornio", "2027"),
    ("changes", "tornio", "2026", "2027"),
    ("export", "kemi", "--out", "kemi.xlsx"),
    ("import", "kemi", "kemi.xlsx"),
)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_commands_work_on_its_console(encoding: str, tmp_path: Path) -> None:
    root = small_project(tmp_path / "kaiku")
    with_windows_line_ends(root)
    for arguments in COMMANDS:
        done = subprocess.run(
            command([*arguments, "--lang", "fi"]),
            cwd=root,
            env=environment({**LAPTOP, "PYTHONIOENCODING": encoding}),
            capture_output=True,
            check=False,
            timeout=60,
        )
        said = done.stderr.decode(encoding)
        # The doctor finds what is missing; nothing of it is in the way.
        assert done.returncode == 0, f"{arguments}: {said}"
        assert done.stdout.decode(encoding)
        assert "Traceback" not in said


def test_a_site_without_pdf_is_not_published_from_there(built: Path, laptop: Path, tmp_path: Path) -> None:
    done = sitegen("deploy", "--folder", tmp_path / "www", "--lang", "en", cwd=laptop, env=LAPTOP)
    assert done.returncode == 1
    assert "This document is missing" in done.stdout
    assert not (tmp_path / "www").exists()


def test_names_in_the_site_do_on_windows(built_site: Path) -> None:
    names = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*")]
    parts = {part for name in names for part in name.split("/")}
    assert [part for part in parts if RESERVED.fullmatch(part) or FORBIDDEN.search(part)] == []
    assert [name for name, count in Counter(name.casefold() for name in names).items() if count > 1] == []


def test_the_simulation_takes_away_what_windows_lacks() -> None:
    code = (
        "import os, signal, multiprocessing, importlib\n"
        "assert not hasattr(os, 'fork') and not hasattr(signal, 'pthread_sigmask')\n"
        "assert multiprocessing.get_all_start_methods() == ['spawn']\n"
        "try: import weasyprint\n"
        "except OSError: print('without')\n"
    )
    env = {**os.environ, **LAPTOP}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.strip() == "without", done.stderr
