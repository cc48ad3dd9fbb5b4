"""Reading and changing content files: faults are told with their line, files are written whole or not."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sitegen.load.folders import Found, list_folder, read_bytes
from sitegen.load.names import is_year
from sitegen.load.yaml import read_yaml
from sitegen.problems import Place, Problem, Severity, error
from sitegen.project import Project

LARGEST = 2_000_000


class BrokenFileError(Exception):
    """Files that cannot be changed before they are mended; `problems` say where and why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(sorted({str(one.place) for one in self.problems})))


def years_of(project: Project, region_id: str) -> tuple[int, ...]:
    """The years a region has a folder for, oldest first."""
    folder = project.regions / region_id
    listed = list_folder(folder, project.relative(folder))
    return tuple(sorted(int(one.name) for one in listed.folders if is_year(one.name)))


def read_text(project: Project, path: Path) -> str:
    """The text of a YAML file that has no fault of form; its mark and line ends are kept.

    Raises `BrokenFileError`, for a missing file too.
    """
    shown = project.relative(path)
    if not path.exists():
        raise BrokenFileError([error("file-absent", Place(path.parent.name and shown), file=shown)])
    data, problem = read_bytes(Found(path.name, shown, path, False), LARGEST)
    if data is None:
        raise BrokenFileError([problem] if problem else [])
    _, problems = read_yaml(shown, data)
    faults = [one for one in problems if one.severity is Severity.ERROR]
    if faults:
        raise BrokenFileError(faults)
    return data.decode("utf-8")


def write_text(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all; the file keeps its rights."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    made = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
        made.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
