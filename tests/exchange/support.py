"""Exporting and importing in tests: a project to change, the two commands, cells by key."""

import argparse
import shutil
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.commands import export, import_
from sitegen.exchange.grid import Filled
from sitegen.languages.messages import catalogue

REPOSITORY = Path(__file__).resolve().parents[2]
REGIONS = ("mallila", "malliranta")
LANGUAGES = ("fi", "sv", "en")


def project_in(folder: Path, *regions: str) -> Path:
    """National content and some of the invented regions."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    for region in regions or REGIONS:
        shutil.copytree(REPOSITORY / "regions" / region, folder / "regions" / region)
    return folder


def yaml_files(root: Path) -> dict[str, bytes]:
    """Every file of the regions with its bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "regions").rglob("*"))
        if path.is_file()
    }


def exported(root: Path, region: str, out: Path, *more: str, lang: str = "fi") -> str:
    """`sitegen export`; what it says. It must end well."""
    code, said = run(export, [region, "--root", str(root), "--out", str(out), *more], lang)
    assert code == 0, said
    return said


def imported(root: Path, region: str, file: Path, *more: str, lang: str = "fi") -> tuple[int, str]:
    """`sitegen import`: its exit code and what it says."""
    return run(import_, [region, str(file), "--root", str(root), *more], lang)


def run(module: ModuleType, arguments: list[str], lang: str) -> tuple[int, str]:
    """A command as the command line runs it."""
    say = catalogue("cli", lang)
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path)
    module.add(parser, say)
    stream = StringIO()
    with redirect_stdout(stream):
        code: int = module.run(parser.parse_args(arguments), say)
    return code, stream.getvalue()


class Book:
    """A workbook that a coordinator fills: cells by sheet, row's id and key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        """The sheet of a name in keys."""
        for sheet in self.book.worksheets:
            key = str(sheet.cell(2, 1).value or "").partition(" ")[0]
            if key.rpartition("/")[2] == name:
                return sheet
        raise KeyError(name)

    def column(self, name: str, key: str) -> int:
        """The number of a key's column."""
        for cell in self.sheet(name)[2]:
            if str(cell.value or "").rpartition(" ")[2] == key:
                return int(cell.column or 0)
        raise KeyError(key)

    def row(self, name: str, id: str, key: str = "id") -> int:
        """The row whose cell of `key` holds an id."""
        sheet, column = self.sheet(name), self.column(name, key)
        return next(n for n in range(3, sheet.max_row + 1) if sheet.cell(n, column).value == id)

    def empty_row(self, name: str) -> int:
        """The first empty row."""
        sheet = self.sheet(name)
        return next(
            n for n in range(3, 10_000) if all(cell.value is None for cell in sheet[n][: sheet.max_column])
        )

    def put(self, name: str, row: int, values: Mapping[str, object]) -> str:
        """Write cells by key; the last one's place as problems name it."""
        sheet, place = self.sheet(name), ""
        for key, value in values.items():
            cell = sheet.cell(row, self.column(name, key))
            cell.value = value  # type: ignore[assignment]
            place = f"{sheet.title}!{cell.coordinate}"
        return place

    def fact(self, key: str, value: object) -> str:
        """Write a fact of the region or year."""
        return self.put("facts", self.row("facts", key, "key"), {"value": value})

    def save(self, path: Path | None = None) -> Path:
        """Save it, under its own name unless another is given."""
        self.book.save(path or self.path)
        return path or self.path


def texts(sheets: tuple[Filled, ...]) -> Iterator[str]:
    """All texts of read sheets."""
    for sheet in sheets:
        for row in sheet.rows:
            yield from row.cells.values()
