"""One folder with a list of known files: read what is known, say what is not."""

from sitegen.load.folders import MEGABYTE, Found, Listing, read_bytes
from sitegen.load.lines import Kind, scan
from sitegen.load.markdown import read_markdown
from sitegen.load.names import TEXT_FILES, is_own_text, is_year
from sitegen.load.nodes import RawFile, RawText
from sitegen.load.unexpected import folder_is_file, unexpected_file
from sitegen.load.yaml import read_yaml
from sitegen.problems import Problem
from sitegen.structs import Struct

YAML_LIMIT = MEGABYTE
TEXT_LIMIT = 500_000
"""Before reading; a body may then have 100 kB."""


class Shelf(Struct, frozen=True):
    """The known files of a folder: YAML in the order of the known names, tables by stem, broken stems."""

    files: tuple[RawFile, ...] = ()
    tables: tuple[tuple[str, str], ...] = ()
    broken: frozenset[str] = frozenset()

    def file(self, stem: str) -> RawFile | None:
        """The YAML file of this stem, None where there is none that could be read."""
        return next((one for one in self.files if one.path.endswith(f"/{stem}.yaml")), None)

    def table(self, stem: str) -> str:
        """The text of a CSV file, empty where there is none."""
        return dict(self.tables).get(stem, "")


def read_shelf(
    listing: Listing, known: tuple[str, ...], folders: tuple[str, ...], problems: list[Problem]
) -> Shelf:
    """Read the known files of a listed folder. `folders`: names that only folders may have."""
    files: list[RawFile] = []
    tables: list[tuple[str, str]] = []
    names = frozenset(one.name for one in listing.found)
    broken = {_stem(name) for name in listing.refused if name in known}
    broken |= {_stem(one.name) for one in listing.folders if one.name in known}
    for file in listing.files:
        if file.name not in known:
            broken |= _report_unknown(file, known, folders, names, problems)
        elif file.name.endswith(".csv"):
            table = _read_table(file, problems)
            if table is None:
                broken.add(_stem(file.name))
            else:
                tables.append((_stem(file.name), table))
        else:
            read = _read_yaml(file, problems)
            if read is None:
                broken.add(_stem(file.name))
            else:
                files.append(read)
    files.sort(key=lambda one: known.index(one.path.rpartition("/")[2]))
    return Shelf(tuple(files), tuple(tables), frozenset(broken))


def read_texts(
    listing: Listing, lang: str, problems: list[Problem], *, own: bool
) -> tuple[tuple[tuple[str, str, RawText], ...], frozenset[str]]:
    """A language folder's texts, and the broken ones as `fi/what`. `own`: `own-<name>.md` is known too."""
    texts: list[tuple[str, str, RawText]] = []
    names = frozenset(one.name for one in listing.found)
    broken = {f"{lang}/{_stem(name)}" for name in listing.refused}
    known = (*TEXT_FILES, "own-*.md") if own else TEXT_FILES
    for file in listing.files:
        if file.name not in TEXT_FILES and not (own and is_own_text(file.name)):
            broken |= {f"{lang}/{stem}" for stem in _report_unknown(file, known, (), names, problems)}
            continue
        text = _read_text(file, problems)
        if text is None:
            broken.add(f"{lang}/{_stem(file.name)}")
        else:
            texts.append((lang, _stem(file.name), text))
    return tuple(texts), frozenset(broken)


def _report_unknown(
    file: Found,
    known: tuple[str, ...],
    folders: tuple[str, ...],
    names: frozenset[str],
    problems: list[Problem],
) -> set[str]:
    """Report the file; the stem it was meant to have is broken then, so that nobody calls it missing."""
    if file.name in folders or (folders and is_year(file.name)):
        problems.append(folder_is_file(file))
        return set()
    problem = unexpected_file(file, known, names)
    problems.append(problem)
    meant = dict(problem.values).get("suggestion", "")
    return {_stem(meant)} if meant and meant not in names else set()


def _read_yaml(file: Found, problems: list[Problem]) -> RawFile | None:
    data, unread = read_bytes(file, YAML_LIMIT)
    if data is None:
        problems += [unread] if unread else []
        return None
    root, found = read_yaml(file.shown, data)
    problems += found
    return None if root is None else RawFile(file.shown, root)


def _read_text(file: Found, problems: list[Problem]) -> RawText | None:
    data, unread = read_bytes(file, TEXT_LIMIT)
    if data is None:
        problems += [unread] if unread else []
        return None
    text, found = read_markdown(file.shown, data)
    problems += found
    return text


def _read_table(file: Found, problems: list[Problem]) -> str | None:
    data, unread = read_bytes(file, YAML_LIMIT)
    if data is None:
        problems += [unread] if unread else []
        return None
    source, found = scan(file.shown, data, Kind.TABLE)
    problems += found
    return None if source is None else source.text


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
