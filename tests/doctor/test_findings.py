"""What the doctor says of machines of every kind, in every language, and of the one that the tests run on."""

import json
import re
from pathlib import Path, PureWindowsPath

import pytest

from sitegen.doctor.findings import LONGEST, State, findings
from sitegen.doctor.machine import Machine, this_machine
from sitegen.languages.messages import catalogue
from sitegen.structs import replace
from tests.site.support.run import REPOSITORY, sitegen, succeeded

WELL = Machine(
    system="linux",
    python=(3, 11),
    packages=(),
    has_pango=True,
    has_subset=True,
    programs=("git", "rsync"),
    encoding="utf-8",
    root=Path("/home/koe/kaiku"),
    is_debian=True,
)
LAPTOP = replace(
    WELL,
    system="win32",
    has_pango=False,
    has_subset=False,
    programs=(),
    encoding="cp437",
    root=PureWindowsPath(r"C:\Users\koe\kaiku"),
    is_debian=False,
)
CHANGES: dict[str, tuple[dict[str, object], State]] = {
    "python": ({"python": (3, 9)}, State.STOP),
    "packages": ({"packages": ("httpx",)}, State.STOP),
    "pango": ({"has_pango": False}, State.MISSING),
    "subset": ({"has_subset": False}, State.HINT),
    "git": ({"programs": ("rsync",)}, State.MISSING),
    "rsync": ({"programs": ("git",)}, State.HINT),
    "console": ({"encoding": "ascii"}, State.HINT),
    "read-only": ({"writable": False}, State.STOP),
    "disk": ({"free": 1000}, State.MISSING),
    "case": ({"folds_case": True}, State.HINT),
    "synced": ({"root": Path("/home/koe/OneDrive - Tornio/kaiku")}, State.HINT),
    "internal": ({"internal": Path("/not/there")}, State.MISSING),
    "no-project": ({"root": None}, State.HINT),
}


def states(machine: Machine) -> dict[str, State]:
    return {one.id: one.state for one in findings(machine) if one.state is not State.OK}


def test_a_machine_that_has_all_is_well() -> None:
    assert states(WELL) == {}


@pytest.mark.parametrize("id", CHANGES)
def test_what_is_missing_is_said(id: str) -> None:
    changed, state = CHANGES[id]
    assert states(replace(WELL, **changed)) == {id: state}


def test_a_windows_laptop_makes_all_but_documents() -> None:
    assert states(LAPTOP) == {
        "pango": State.MISSING,
        "git": State.MISSING,
        "rsync": State.HINT,
        "console": State.HINT,
    }
    long = replace(LAPTOP, root=PureWindowsPath("C:\\" + "pitkä kansio\\" * 10))
    assert states(long)["path"] is State.MISSING
    assert states(replace(LAPTOP, programs=("git",), autocrlf="false"))["line-ends"] is State.HINT


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_advice_has_its_words(lang: str) -> None:
    say = catalogue("cli", lang)
    kinds = (
        WELL,
        replace(WELL, is_admin=False),
        replace(WELL, is_debian=False),
        replace(WELL, system="darwin", is_debian=False),
        LAPTOP,
        replace(LAPTOP, programs=("git",), autocrlf="false", has_pango=True),
        replace(LAPTOP, root=PureWindowsPath("C:\\" + "x" * 200)),
    )
    for machine in kinds:
        for changed, _ in (*CHANGES.values(), ({}, State.OK)):
            for one in findings(replace(machine, **changed)):
                words = say.get(f"doctor.{one.id}", **dict(one.values))
                assert words
                assert (one.how == "") == (one.state is State.OK), one.id
                assert not one.how or say.get(f"doctor.how.{one.how}", **dict(one.values))
    windows = say.get("doctor.how.git.windows") + say.get("doctor.how.python.windows")
    assert not re.search(r"sudo|apt|brew", windows)


def test_this_machine_is_looked_at() -> None:
    found = this_machine(REPOSITORY, "utf-8")
    assert (found.packages, found.has_pango, found.writable, found.folds_case) == ((), True, True, False)
    assert "git" in found.programs


def test_the_command_speaks_and_counts(tmp_path: Path) -> None:
    told = {lang: succeeded(sitegen("doctor", "--lang", lang)).stdout for lang in ("fi", "sv", "en")}
    assert len(set(told.values())) == 3
    away = succeeded(sitegen("doctor", "--lang", "en", cwd=tmp_path)).stdout
    assert "not a site's folder" in away
    listed = json.loads(succeeded(sitegen("doctor", "--format", "json", "--lang", "sv")).stdout)
    assert {frozenset(one) for one in listed} == {frozenset({"id", "state", "found", "how"})}
    assert sitegen("doctor", "--format", "xml", cwd=tmp_path).returncode == 2


def test_it_runs_where_no_package_is_installed(tmp_path: Path) -> None:
    """Its own dependencies are what it may have to miss: only Python's library is used."""
    import subprocess
    import sys

    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from sitegen.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(REPOSITORY), "doctor", "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "In the way: Packages are missing" in done.stdout


def test_the_longest_path_of_the_site_is_as_long_as_said(built_site: Path) -> None:
    paths = ["build/" + path.relative_to(built_site).as_posix() for path in built_site.rglob("*")]
    assert max(map(len, paths)) <= LONGEST
