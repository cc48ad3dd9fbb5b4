"""What to say of a file or folder that has no place where it lies (BAR B36, B37, B41, S04)."""

from sitegen.load.folders import Found
from sitegen.load.names import nearest_name, without_copy_mark
from sitegen.load.suggest import suggest
from sitegen.problems import Place, Problem, error, warning

_OURS = (".yaml", ".yml", ".md", ".markdown", ".csv")
_HIDING = (".txt", ".bak", ".orig", ".old")


def unexpected_file(file: Found, known: tuple[str, ...], names: frozenset[str]) -> Problem:
    """A file that is none of the known ones. `names` are all names in its folder."""
    place = Place(file.shown)
    name = file.name.casefold()
    meant = nearest_name(file.name, known)
    if name.endswith(".yml") and meant in names:
        return error("file-two-endings", place, rule="B36", name=file.name, other=meant)
    if without_copy_mark(file.name) in known:
        return error("file-copy", place, rule="B37", name=file.name, other=without_copy_mark(file.name))
    if any(name.endswith(f"{ours}{hiding}") for ours in _OURS for hiding in _HIDING):
        return error("file-two-kinds", place, rule="B37", name=file.name, suggestion=meant)
    if name.endswith((".html", ".htm", ".xhtml")):
        return error("file-html", place, rule="S04", name=file.name)
    if name.endswith(_OURS):
        return error("file-name", place, rule="B37", name=file.name, names=", ".join(known), suggestion=meant)
    return warning("file-kind", place, rule="B37", name=file.name)


def unexpected_folder(folder: Found, known_files: tuple[str, ...] = ()) -> Problem:
    """A folder where only files are read, or one with the name of a file."""
    return _named_like_file(folder, known_files) or error(
        "folder-unwanted", Place(folder.shown), rule="B37", name=folder.name
    )


def unknown_year(folder: Found, known_files: tuple[str, ...], known: tuple[str, ...]) -> Problem:
    """A folder that is no year where years are. `known` are the folders that lie beside it."""
    near = suggest(folder.name, known)
    return _named_like_file(folder, known_files) or error(
        "folder-year", Place(folder.shown), rule="B37", name=folder.name, suggestion=near
    )


def unknown_language(folder: Found, known_files: tuple[str, ...], known: tuple[str, ...]) -> Problem:
    """A folder that is no language's code where languages are."""
    near = suggest(folder.name, known)
    return _named_like_file(folder, known_files) or error(
        "folder-language",
        Place(folder.shown),
        rule="B37",
        name=folder.name,
        names=", ".join(known),
        suggestion=near,
    )


def _named_like_file(folder: Found, known_files: tuple[str, ...]) -> Problem | None:
    if folder.name in known_files or folder.name.casefold().endswith(_OURS):
        return error("file-is-folder", Place(folder.shown), rule="B41", name=folder.name)
    return None


def folder_is_file(file: Found) -> Problem:
    """A file where a folder is expected: `2026`, `fi`, `media` (B41)."""
    return error("folder-is-file", Place(file.shown), rule="B41", name=file.name)


def loose_region_file(file: Found) -> Problem:
    """A file in `regions/` itself, where every region has its folder."""
    if file.name.casefold().endswith(_OURS):
        return error("region-file-loose", Place(file.shown), rule="B37", name=file.name)
    return unexpected_file(file, (), frozenset())
