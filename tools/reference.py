"""The field reference, written from the table of fields.

python -m tools.reference            write docs/reference.md
python -m tools.reference --check    only say whether it is current (exit 1 if not)
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.model.fields import Kind, Sees, Spec, table
from sitegen.model.front import FrontMatter
from sitegen.model.network import FILES

TARGET = Path(__file__).resolve().parents[1] / "docs" / "reference.md"

PLACES = {
    "site": "content/site.yaml",
    "network": "content/network.yaml",
    "moved": "content/moved.yaml",
    "figures": "content/figures.yaml",
    "statement": "content/statement.yaml",
    "rules": "content/<year>/rules.yaml",
    "dates": "content/<year>/dates.yaml",
    "region": "regions/<id>/region.yaml",
    "edition": "regions/<id>/<year>/edition.yaml",
    "distributors": "regions/<id>/<year>/distributors.yaml",
    "venues": "regions/<id>/<year>/venues.yaml",
    "statistics": "regions/<id>/<year>/statistics.yaml",
    "media": "regions/<id>/media/media.yaml",
    "contacts": "internal/<id>/contacts.yaml",
}

WRITTEN = {
    Kind.TEXT: "text",
    Kind.NAME: "a name, or names by language",
    Kind.WORDS: "text by language",
    Kind.LINK: "web address, or addresses by language",
    Kind.URL: "web address",
    Kind.ID: "id: a-z, 0-9, hyphens",
    Kind.EMAIL: "e-mail address",
    Kind.PHONE: "telephone number",
    Kind.POSTAL_CODE: "five digits",
    Kind.DATE: "day: 2026-01-05 or 5.1.2026",
    Kind.DATE_FROM: "day, month or year (its first day)",
    Kind.DATE_TO: "day, month or year (its last day)",
    Kind.PARTIAL_DATE: "day, month or year",
    Kind.MONTH_DAY: "month-day: 06-01",
    Kind.TIME: "time: 09:30",
    Kind.YEAR: "year",
    Kind.INTEGER: "whole number",
    Kind.NUMBER: "number",
    Kind.FIGURE: "whole number, or under-5",
    Kind.YES_NO: "yes or no",
    Kind.CHOICE: "one of",
    Kind.MUNICIPALITY: "municipality, its official name",
    Kind.COVERS: "municipalities, or all",
    Kind.LANGUAGE: "language code",
    Kind.COLOUR: "colour: #rrggbb",
    Kind.FILE: "a file of media/",
    Kind.RECORD: "fields",
    Kind.RECORDS_BY_NAME: "names, each with fields",
    Kind.COUNTS: "whole numbers by language",
}

HEAD = """# Fields

Every field of every file, written from the table of fields by `python -m tools.reference`.
Each YAML file begins with `format: 1`. **Bold** fields are required. *Internal* fields are seen by
coordinators and Kaikukeskus only: no page and no document shows them, though the file itself is public.
Not so `internal/`, or the folder that the variable `SITEGEN_INTERNAL` names: it is private, git ignores it,
and only letters open it.
`edition.yaml` may also hold any field of `region.yaml` but `edition` and `aliases`; it then holds for that
year.
"""

TABLES = """## `content/<year>/populations.csv`

How many people live in each municipality, for `sitegen costs`. The first line names the columns; commas or
semicolons stand between cells.

| column | written as | example |
| --- | --- | --- |
| **`code`** | the municipality's code of three digits | `X01` |
| **`population`** | whole number without blanks | `12345` |
| **`date`** | day, month or year that the number tells of | `2025-12-31` |
| **`source`** | where the number comes from | `Keksitty rekisteri` |
| `county` | its county, where its region names none or several | `Mallimaan hyvinvointialue` |
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    told: set[type] = set()
    for stem, place in PLACES.items():
        parts.append(f"## `{place}`\n")
        parts += _records(FILES[stem], told)
    parts.append("## Front matter of `<lang>/<section>.md`\n")
    parts += _records(FrontMatter, told)
    parts.append(TABLES)
    return "\n".join(parts)


def _records(record: type, told: set[type]) -> Iterator[str]:
    """The record's table, then those of the records in it that were not shown before."""
    yield _table(record)
    told.add(record)
    for spec in table(record).values():
        if spec.record is not None and spec.record not in told:
            yield f"### `{spec.key}`\n"
            yield from _records(spec.record, told)


def _table(record: type) -> str:
    rows = ["| field | written as | suomeksi | på svenska | in English | example |", "| --- " * 6 + "|"]
    rows += [_row(spec) for spec in table(record).values()]
    return "\n".join(rows) + "\n"


def _row(spec: Spec) -> str:
    name = f"**`{spec.key}`**" if spec.required else f"`{spec.key}`"
    name += " *internal*" if spec.sees is Sees.INTERNAL else ""
    cells = (name, _written(spec), spec.fi, spec.sv, spec.en, f"`{spec.key}: {spec.example}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _written(spec: Spec) -> str:
    words = WRITTEN[spec.kind]
    if spec.kind is Kind.CHOICE:
        words += " " + ", ".join(f"`{choice}`" for choice in spec.choices)
    if spec.kind in (Kind.TEXT, Kind.NAME, Kind.WORDS):
        words += f", at most {spec.max_length} characters"
    if spec.short:
        words += f", or the `{spec.short}` alone"
    return words + ("; one or a list" if spec.many else "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or with `--check` say whether it is current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args(arguments).check
    text = reference()
    if only_check:
        return int(not TARGET.is_file() or TARGET.read_text("utf-8") != text)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
