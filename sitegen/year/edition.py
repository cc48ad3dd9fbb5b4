"""`sitegen new edition REGION YEAR`: last year's folder becomes next year's.

Partners go on as `unanswered`; what belonged to last year alone is left out and named. The site stays as it
is: which year it shows is said by `edition:` in site.yaml or region.yaml.
"""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path as FilePath

from sitegen.languages.table import is_known
from sitegen.load.folders import list_folder, read_bytes
from sitegen.model.fields import table
from sitegen.model.region import Region
from sitegen.project import Project
from sitegen.structs import Struct
from sitegen.validate.published import published_year
from sitegen.yaml_edit import Change, Path, Put, Remove, Value, edit, plain
from sitegen.year.files import LARGEST, read_text, write_text, years_of

LISTS = ("distributors", "venues")
MOVED = (("valid", "from"), ("valid", "to"), ("round", "from"), ("round", "to"), ("answers_by",))
"""Dates of edition.yaml that come a year later."""
NOT_CARRIED = ("updated", "news", "events", "done", "accepted")
"""Fields of edition.yaml that are last year's alone: what happened, what was done, what was accepted then."""
REGION_ORDER = ("format", *(spec.key for spec in table(Region).values()))


class EditionError(Exception):
    """No new edition can be made. `reason` is the key of the sentence, `values` fill it."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class LeftOut(Struct, frozen=True):
    """A partner that does not go on. `reason`: stops | ended."""

    list: str
    id: str
    name: str
    reason: str


class PopUp(Struct, frozen=True):
    """A pop-up venue that needs new days, with its days of last year as they were written."""

    id: str
    name: str
    days: str


class NewEdition(Struct, frozen=True):
    """What was made and what was not carried over.

    `pinned`: region.yaml now holds the year that the site shows, else the new folder would have changed it.
    `still_new`: partners of last year that lacked their commitment or confirmation and were never listed; the
    new year is their first (C1, C2).
    """

    folder: FilePath
    year: int
    source_year: int
    shown_year: int | None
    pinned: bool
    distributors: int
    venues: int
    left_out: tuple[LeftOut, ...]
    still_new: tuple[str, ...]
    popups: tuple[PopUp, ...]
    not_carried: tuple[str, ...]
    events: tuple[str, ...]
    own_fields: tuple[str, ...]
    texts: int
    naming_the_year: tuple[str, ...]
    statistics: bool


class _List(Struct, frozen=True):
    """A list for the new year: its text, and what was left out of it."""

    text: str
    count: int
    left_out: tuple[LeftOut, ...] = ()
    still_new: tuple[str, ...] = ()
    popups: tuple[PopUp, ...] = ()


def new_edition(project: Project, region_id: str, year: int) -> NewEdition:
    """Make `regions/<id>/<year>/` from the newest year before it. Nothing that exists is overwritten.

    Raises `EditionError`, and `BrokenFileError` where last year's files cannot be read.
    """
    years = years_of(project, region_id)
    region = project.regions / region_id
    pin, shown = _shown(project, region, years, year)
    source_year = _source(years, year, shown, region / str(year))
    source = region / str(source_year)
    facts = read_text(project, source / "edition.yaml")
    lists = {
        stem: _carried(stem, read_text(project, source / f"{stem}.yaml"), source_year, year)
        for stem in LISTS
        if (source / f"{stem}.yaml").exists()
    }
    files = {f"{stem}.yaml": one.text.encode() for stem, one in lists.items()}
    files["edition.yaml"] = next_facts(facts, year - source_year).encode()
    texts = dict(_texts(project, source))
    if pin is not None:
        write_text(region / "region.yaml", pin)
    _write(region, year, files | texts)
    found = plain(facts)
    return NewEdition(
        folder=region / str(year),
        year=year,
        source_year=source_year,
        shown_year=shown,
        pinned=pin is not None,
        distributors=lists["distributors"].count if "distributors" in lists else 0,
        venues=lists["venues"].count if "venues" in lists else 0,
        left_out=tuple(one for made in lists.values() for one in made.left_out),
        still_new=tuple(one for made in lists.values() for one in made.still_new),
        popups=tuple(one for made in lists.values() for one in made.popups),
        not_carried=tuple(key for key in NOT_CARRIED if found.get(key)),
        events=tuple(_event_words(found.get("events", []))),
        own_fields=tuple(key for key in found if key in REGION_ORDER[1:]),
        texts=len(texts),
        naming_the_year=tuple(name for name, data in texts.items() if str(source_year).encode() in data),
        statistics=(source / "statistics.yaml").exists(),
    )


# ------------------------------------------------------------------ which year


def _source(years: Sequence[int], year: int, shown: int | None, folder: FilePath) -> int:
    """The year to carry on from: the newest. The new one is the next, or up to the year after the site's."""
    if not years:
        raise EditionError("no-edition")
    newest = max(years)
    if folder.exists():
        raise EditionError("edition-exists", year=year)
    if not newest < year <= max(newest, shown or 0) + 1:
        raise EditionError("edition-not-next", year=year, newest=newest, next=newest + 1)
    return newest


def _shown(
    project: Project, region: FilePath, years: tuple[int, ...], year: int
) -> tuple[str | None, int | None]:
    """The text of region.yaml with the year that the site shows now, where the new folder would change it.

    And the year that the site or the region asks for.
    """
    text = read_text(project, region / "region.yaml")
    site = plain(read_text(project, project.content / "site.yaml"))
    wanted = _year(plain(text).get("edition")) or _year(site.get("edition"))
    if wanted is None:
        return None, None
    before, after = (published_year(one, wanted) for one in (years, (*years, year)))
    if before == after or before is None:
        return None, wanted
    return edit(text, [Put(("edition",), str(before), REGION_ORDER)]), wanted


def _year(value: Value | None) -> int | None:
    return int(value) if isinstance(value, str) and re.fullmatch(r"20\d\d", value) else None


# ------------------------------------------------------------------ the files


def next_facts(text: str, years: int) -> str:
    """edition.yaml so many years later: dates moved, what was last year's alone taken out."""
    found = plain(text)
    changes: list[Change] = [Remove((key,)) for key in NOT_CARRIED if key in found]
    for path in MOVED:
        value: Value | None = found
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        if isinstance(value, str) and value:
            changes.append(Put(path, moved(value, years)))
    return edit(text, changes)


def moved(written: str, years: int) -> str:
    """A date as written, so many years later; of 29 February the 28th where that year has none."""
    later = re.sub(r"(?<!\d)20\d\d(?!\d)", lambda found: str(int(found[0]) + years), written, count=1)
    found = re.fullmatch(r"(\d{4})-02-29|29\.0?2\.(\d{4})", later)
    if found is None:
        return later
    try:
        date(int(found[1] or found[2]), 2, 29)
    except ValueError:
        return later.replace("29", "28", 1) if found[1] is None else f"{found[1]}-02-28"
    return later


def _carried(stem: str, text: str, last: int, year: int) -> _List:
    entries = plain(text).get(stem)
    if not isinstance(entries, list):
        return _List(text, 0)
    changes: list[Change] = []
    gone: list[tuple[int, LeftOut]] = []
    still_new: list[str] = []
    popups: list[PopUp] = []
    for index, entry in enumerate(entries):
        if not isinstance(entry, Mapping):
            continue
        id, name = _plain_text(entry.get("id")), _plain_text(entry.get("name"))
        reason = "ended" if entry.get("ended") else "stops" if entry.get("answer") == "stops" else ""
        if reason:
            gone.append((index, LeftOut(stem, id, name, reason)))
            continue
        changes += _entry_changes((stem, index), entry)
        if _never_listed(stem, entry, last):
            changes.append(Put((stem, index, "since"), str(year)))
            still_new.append(name)
        if "popup" in entry:
            popups.append(PopUp(id, name, _days(entry["popup"])))
    # From the end, so that each number still means the entry it was given for.
    changes += [Remove((stem, index)) for index, _ in reversed(gone)]
    left = tuple(one for _, one in gone)
    return _List(edit(text, changes), len(entries) - len(gone), left, tuple(still_new), tuple(popups))


def _entry_changes(path: Path, entry: Mapping[str, Value]) -> Iterator[Change]:
    if "answer" in entry:
        yield Put((*path, "answer"), "unanswered")
    for key in ("checked", "confirmed"):
        if key in entry:
            yield Remove((*path, key))
    if "popup" in entry:
        # The days are over, but the venue must not be shown as open all year: empty braces are an error of
        # `check` (C17) until the new days are written.
        yield Put((*path, "popup"), {})


def _never_listed(stem: str, entry: Mapping[str, Value], last: int) -> bool:
    """Whether last year was to be its first but it lacked its commitment (C1) or confirmation (C2)."""
    lacks = not entry.get("commitment") or (stem == "distributors" and not entry.get("confirmed"))
    return lacks and entry.get("since") == str(last)


def _plain_text(value: Value | None) -> str:
    """A text, or the first one of a map by language."""
    if isinstance(value, Mapping):
        value = next(iter(value.values()), "")
    return value if isinstance(value, str) else ""


def _days(value: Value) -> str:
    if not isinstance(value, Mapping):
        return value if isinstance(value, str) else ""
    return "–".join(text for key in ("from", "to") if isinstance(text := value.get(key), str))


def _event_words(events: Value) -> Iterator[str]:
    for event in events if isinstance(events, list) else ():
        if isinstance(event, Mapping):
            yield " ".join(
                part for part in (_plain_text(event.get("date")), _plain_text(event.get("id"))) if part
            )


def _texts(project: Project, source: FilePath) -> Iterator[tuple[str, bytes]]:
    """The region's own texts, byte for byte, by their path in the folder."""
    for lang in list_folder(source, project.relative(source)).folders:
        if is_known(lang.name):
            for file in list_folder(lang.path, lang.shown).files:
                data = read_bytes(file, LARGEST)[0] if file.name.endswith(".md") else None
                if data is not None:
                    yield f"{lang.name}/{file.name}", data


def _write(region: FilePath, year: int, files: Mapping[str, bytes]) -> None:
    """All files beside their place, then the whole folder at once."""
    made = region / f".{year}.new"
    shutil.rmtree(made, ignore_errors=True)
    try:
        for name, data in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        made.rename(region / str(year))
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
