"""All files of a project -> raw values with places, and every problem of reading them (DESIGN 2 and 3)."""

import gc

from sitegen.languages.table import codes, is_known
from sitegen.load.folders import MEGABYTE, Found, Listing, list_folder, read_bytes
from sitegen.load.names import (
    CONTENT_FILES,
    EDITION_FILES,
    INBOX,
    MEDIA,
    MEDIA_FILE,
    REGION_FILES,
    YEAR_FILES,
    as_id,
    is_region_id,
    is_reserved,
    is_year,
)
from sitegen.load.nodes import RawEdition, RawMedia, RawProject, RawRegion, RawText, RawYear
from sitegen.load.shelf import Shelf, read_shelf, read_texts
from sitegen.load.unexpected import loose_region_file, unexpected_folder, unknown_language, unknown_year
from sitegen.problems import Place, Problem, error
from sitegen.project import Project
from sitegen.structs import Struct, replace

MEDIA_LIMIT = 10 * MEGABYTE
"""S10."""

Texts = tuple[tuple[str, str, RawText], ...]


class Loaded(Struct, frozen=True):
    """What `content/` holds (a project without regions), and the folders of the regions by id."""

    raw: RawProject
    folders: tuple[Found, ...]
    problems: tuple[Problem, ...]


def load_project(project: Project) -> tuple[RawProject, tuple[Problem, ...]]:
    """Read `content/` and `regions/`. Whatever lies there, values and problems come back, no exception."""
    nation = load_nation(project)
    loaded = [load_region(folder) for folder in nation.folders]
    problems = (*nation.problems, *(one for _, found in loaded for one in found))
    return replace(nation.raw, regions=tuple(region for region, _ in loaded)), problems


def load_nation(project: Project) -> Loaded:
    """Read `content/` and look which regions there are."""
    problems: list[Problem] = []
    listing = _list(project, "content", problems)
    shelf = read_shelf(listing, CONTENT_FILES, (), problems)
    years = _years(listing, CONTENT_FILES, (), problems)
    raw = RawProject(
        site=shelf.file("site"),
        network=shelf.file("network"),
        moved=shelf.file("moved"),
        figures=shelf.file("figures"),
        statement=shelf.file("statement"),
        years=tuple(_load_year(folder, problems) for folder in years),
        regions=(),
        municipalities=shelf.table("municipalities"),
        broken=shelf.broken,
    )
    folders = _region_folders(project, problems)
    return Loaded(raw, folders, tuple(problems))


def load_region(folder: Found) -> tuple[RawRegion, tuple[Problem, ...]]:
    """Read a region's folder."""
    problems: list[Problem] = []
    # Tens of thousands of small values are made here and none is thrown away: looking for garbage among
    # them would take a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        region = _load_region(folder, problems)
    finally:
        if collecting:
            gc.enable()
    return region, tuple(problems)


def _load_year(folder: Found, problems: list[Problem]) -> RawYear:
    shelf, texts, broken = _load_texts_and_files(folder, YEAR_FILES, problems, own=False)
    populations = shelf.table("populations")
    return RawYear(int(folder.name), folder.shown, shelf.files, texts, broken, populations)


def _region_folders(project: Project, problems: list[Problem]) -> tuple[Found, ...]:
    listing = _list(project, "regions", problems)
    problems += [loose_region_file(file) for file in listing.files]
    faults = [_id_problem(folder) for folder in listing.folders]
    problems += [fault for fault in faults if fault is not None]
    return tuple(folder for folder, fault in zip(listing.folders, faults, strict=True) if fault is None)


def _id_problem(folder: Found) -> Problem | None:
    """B43: the folder's name is the region's id and its address."""
    if not is_region_id(folder.name):
        return error(
            "region-id-letters",
            Place(folder.shown),
            rule="B43",
            name=folder.name,
            suggestion=as_id(folder.name),
        )
    if is_reserved(folder.name):
        return error("region-id-reserved", Place(folder.shown), rule="B43", name=folder.name)
    return None


def _load_region(folder: Found, problems: list[Problem]) -> RawRegion:
    listing = list_folder(folder.path, folder.shown)
    problems += listing.problems
    folders = (MEDIA, INBOX)
    shelf = read_shelf(listing, REGION_FILES, folders, problems)
    editions = [_load_edition(year, problems) for year in _years(listing, REGION_FILES, folders, problems)]
    media_folder = next((one for one in listing.folders if one.name == MEDIA), None)
    media_shelf, media = _load_media(media_folder, problems) if media_folder else (Shelf(), ())
    return RawRegion(
        id=folder.name,
        path=folder.shown,
        region=shelf.file("region"),
        editions=tuple(editions),
        media=media,
        media_file=media_shelf.file("media"),
        broken=shelf.broken | media_shelf.broken,
    )


def _load_edition(folder: Found, problems: list[Problem]) -> RawEdition:
    shelf, texts, broken = _load_texts_and_files(folder, EDITION_FILES, problems, own=True)
    return RawEdition(int(folder.name), folder.shown, shelf.files, texts, broken)


def _load_texts_and_files(
    folder: Found, known: tuple[str, ...], problems: list[Problem], *, own: bool
) -> tuple[Shelf, Texts, frozenset[str]]:
    """A year's folder: known files and one folder for each language."""
    listing = list_folder(folder.path, folder.shown)
    problems += listing.problems
    shelf = read_shelf(listing, known, codes(), problems)
    texts: Texts = ()
    broken = shelf.broken
    for lang in listing.folders:
        if not is_known(lang.name):
            problems.append(unknown_language(lang, known, codes()))
            continue
        inside = list_folder(lang.path, lang.shown)
        problems += inside.problems
        problems += [unexpected_folder(one) for one in inside.folders]
        read, unread = read_texts(inside, lang.name, problems, own=own)
        texts += read
        broken |= unread
    return shelf, texts, broken


def _load_media(folder: Found, problems: list[Problem]) -> tuple[Shelf, tuple[RawMedia, ...]]:
    listing = list_folder(folder.path, folder.shown)
    problems += listing.problems
    problems += [unexpected_folder(one, (MEDIA_FILE,)) for one in listing.folders]
    described = tuple(
        one for one in listing.files if one.name.endswith((".yaml", ".yml", ".md", ".csv", ".txt"))
    )
    shelf = read_shelf(Listing(described, listing.refused, ()), (MEDIA_FILE,), (), problems)
    media = []
    for file in listing.files:
        if file in described:
            continue
        data, unread = read_bytes(file, MEDIA_LIMIT)
        if unread is not None:
            problems.append(unread)
        if data is not None:
            media.append(RawMedia(file.shown, file.name, data))
    return shelf, tuple(media)


def _years(
    listing: Listing, known: tuple[str, ...], folders: tuple[str, ...], problems: list[Problem]
) -> tuple[Found, ...]:
    """The folders of years; any other that is not among `folders` is reported."""
    years = tuple(one for one in listing.folders if is_year(one.name))
    names = (*folders, *(one.name for one in years))
    problems += [
        unknown_year(one, known, names)
        for one in listing.folders
        if one not in years and one.name not in folders
    ]
    return years


def _list(project: Project, name: str, problems: list[Problem]) -> Listing:
    listing = list_folder(project.root / name, name)
    problems += listing.problems
    return listing
