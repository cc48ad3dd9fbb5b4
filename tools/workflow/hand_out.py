"""Files that a browser asks for, laid into `handed-out/` to be downloaded.

    python -m tools.workflow.hand_out workbook REGION YEAR    the year as a workbook
    python -m tools.workflow.hand_out documents REGION YEAR   its documents and the print house's files

A year whose folder is not there yet is made first, as `sitegen new edition` does; nothing of it is kept.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from sitegen.project import Project
from tools.workflow.common import (
    StepError,
    known_region,
    known_year,
    language_of,
    network_of,
    project,
    say,
    sitegen,
    summary,
)

FOLDER = "handed-out"
DOCUMENTS = (".pdf", ".docx")


def workbook(where: Project, region: str, year: str) -> Path:
    """The workbook. Raises `StepError` with what stands in its way."""
    out = _folder(where) / f"{region}-{year}.xlsx"
    _run(where, "export", region, "--edition", year, "--out", str(out))
    return out


def documents(where: Project, region: str, year: str) -> Path:
    """The documents with the year in their name, by language, and the print house's files."""
    if not (where.regions / region / year).is_dir():
        _run(where, "new", "edition", region, year)
    out = _folder(where)
    _run(where, "build", region, "--edition", year, "--print")
    for path in sorted((where.build / region).rglob("kaikukortti-*")):
        if path.suffix in DOCUMENTS:
            target = out / path.relative_to(where.build)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    printed = where.root / "build-print"
    if printed.is_dir():
        shutil.copytree(printed, out / "print")
    return out


def _folder(where: Project) -> Path:
    folder = where.root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _run(where: Project, *arguments: str) -> None:
    lang = language_of(network_of(where), arguments[2] if arguments[0] == "new" else arguments[1])
    done = sitegen(*arguments, "--lang", lang, cwd=where.root)
    said = done.stdout + done.stderr
    say(said)
    if done.returncode:
        summary(f"```\n{said.replace('```', '')}\n```")
        raise StepError(said)


def main(arguments: Sequence[str]) -> int:
    """Make what is asked for."""
    what, region, year = arguments
    where = project()
    make = {"workbook": workbook, "documents": documents}[what]
    made = make(where, known_region(where, region), known_year(year))
    say(where.relative(made))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StepError as stopped:
        say(f"::error::{(str(stopped).splitlines() or [''])[0]}")
        sys.exit(1)
