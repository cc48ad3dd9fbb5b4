"""Runs a folder of `tests/cases`: a project with faults, its problems, their words in three languages.

    case.toml          what; problems ("severity id path:line:column", in the order of the report); and files
                       that git cannot hold: [[make]] with path and one of text (and encoding), hex, repeat,
                       size, link, folder, fifo
    in/                the rest of the project
    expected.fi.txt    the report as printed; likewise sv, en

`python -m tests.cases.run` writes the expected texts anew, to be read before they are kept.
"""

import io
import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from sitegen.load.files import load_project
from sitegen.problems import Report, report
from sitegen.project import Project
from sitegen.reporting import print_report

CASES = Path(__file__).resolve().parent
LANGUAGES = ("fi", "sv", "en")


def case_folders() -> tuple[Path, ...]:
    """All cases, by name."""
    return tuple(sorted(path.parent for path in CASES.glob("*/case.toml")))


def read_case(case: Path) -> dict[str, Any]:
    """The case's data."""
    return tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))


def set_up(case: Path, root: Path) -> None:
    """Make the case's project in an empty folder."""
    if (case / "in").is_dir():
        shutil.copytree(case / "in", root, dirs_exist_ok=True)
    for one in read_case(case).get("make", []):
        _make(root / one["path"], one)


def _make(path: Path, one: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in one:
        path.symlink_to(one["link"])
    elif "fifo" in one:
        os.mkfifo(path)
    elif "folder" in one:
        path.mkdir()
    elif "size" in one:
        path.touch()
        os.truncate(path, one["size"])
    elif "hex" in one:
        path.write_bytes(bytes.fromhex(one["hex"]))
    elif "repeat" in one:
        path.write_text(_repeated(one["repeat"]), encoding="utf-8", newline="")
    else:
        path.write_bytes(one["text"].encode(one.get("encoding", "utf-8")))


def _repeated(parts: list[str | int]) -> str:
    """`["a", 3, "b"]` is `aaab`."""
    text = ""
    last = ""
    for part in parts:
        if isinstance(part, int):
            text += last * (part - 1)
        else:
            text += part
            last = part
    return text


def run_case(root: Path) -> Report:
    """Read the project and report."""
    return report(load_project(Project(root))[1])


def listed(found: Report) -> list[str]:
    """The problems as a case lists them."""
    return [f"{problem.severity} {problem.id} {problem.place}" for problem in found.problems]


def printed(found: Report, root: Path, lang: str) -> str:
    """The report as a reader sees it."""
    stream = io.StringIO()
    print_report(found, root, lang, "text", stream)
    return stream.getvalue()


def write_expected(case: Path) -> list[str]:
    """Write the expected texts of a case; gives the problems that were found."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        set_up(case, root)
        found = run_case(root)
        for lang in LANGUAGES:
            (case / f"expected.{lang}.txt").write_text(printed(found, root, lang), encoding="utf-8")
    return listed(found)


if __name__ == "__main__":
    for folder_of_case in case_folders():
        got = write_expected(folder_of_case)
        if got != read_case(folder_of_case)["problems"]:
            sys.stdout.write(f"{folder_of_case.name}:\n" + "".join(f'  "{line}",\n' for line in got))
