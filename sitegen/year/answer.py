"""`sitegen answer REGION ID continues|stops`: what a partner said is written in its entry."""

from datetime import date
from pathlib import Path

from sitegen.load.suggest import suggest
from sitegen.model.fields import table
from sitegen.model.partner import Distributor, Venue
from sitegen.project import Project
from sitegen.structs import Struct
from sitegen.yaml_edit import Change, Put, Value, edit, plain, value_at
from sitegen.year.edition import LISTS
from sitegen.year.files import read_text, write_text, years_of

ORDER = {
    "distributors": tuple(spec.key for spec in table(Distributor).values()),
    "venues": tuple(spec.key for spec in table(Venue).values()),
}


class UnknownPartnerError(Exception):
    """No list of the year has the id; `suggestion` is the nearest one, or empty."""

    def __init__(self, partner_id: str, suggestion: str) -> None:
        super().__init__(partner_id)
        self.suggestion = suggestion


class NoEditionError(Exception):
    """The region has no folder of the year."""


class Recorded(Struct, frozen=True):
    """What was written: year, name, and the files, each with the answer that stood there before."""

    year: int
    name: str
    files: tuple[tuple[Path, str], ...]


def record_answer(
    project: Project,
    region_id: str,
    partner_id: str,
    answer: str,
    year: int | None = None,
    checked: date | None = None,
) -> Recorded:
    """Write a partner's answer in the newest edition, or that of `year`; in both lists if it has two roles.

    `checked`: the day its contact details were verified, written too. Raises `NoEditionError`,
    `UnknownPartnerError`, and `BrokenFileError` where the files cannot be read.
    """
    years = years_of(project, region_id)
    if not years or (year is not None and year not in years):
        raise NoEditionError(region_id)
    folder = project.regions / region_id / str(year or max(years))
    texts = {stem: read_text(project, path) for stem in LISTS if (path := folder / f"{stem}.yaml").exists()}
    known = {stem: value_at(text, (stem, partner_id)) for stem, text in texts.items()}
    holding = [stem for stem, entry in known.items() if isinstance(entry, dict)]
    if not holding:
        raise UnknownPartnerError(partner_id, suggest(partner_id, _ids(texts)))
    files: list[tuple[Path, str]] = []
    for stem in holding:
        changes: list[Change] = [Put((stem, partner_id, "answer"), answer, ORDER[stem])]
        if checked is not None:
            changes.append(Put((stem, partner_id, "checked"), checked.isoformat(), ORDER[stem]))
        made = edit(texts[stem], changes)
        if made != texts[stem]:
            write_text(folder / f"{stem}.yaml", made)
        before = value_at(texts[stem], (stem, partner_id, "answer"))
        files.append((folder / f"{stem}.yaml", before if isinstance(before, str) else ""))
    return Recorded(int(folder.name), _name(known[holding[0]]), tuple(files))


def _ids(texts: dict[str, str]) -> list[str]:
    found: list[str] = []
    for stem, text in texts.items():
        entries = plain(text).get(stem)
        for entry in entries if isinstance(entries, list) else ():
            id = entry.get("id") if isinstance(entry, dict) else None
            found += [id] if isinstance(id, str) else []
    return found


def _name(entry: Value | None) -> str:
    name = entry.get("name", "") if isinstance(entry, dict) else ""
    if isinstance(name, dict):
        name = next(iter(name.values()), "")
    return name if isinstance(name, str) else ""
