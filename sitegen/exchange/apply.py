"""An import's changes written into the YAML files; every byte that does not change stays."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.exchange.drafts import Draft
from sitegen.exchange.source import Source
from sitegen.exchange.trees import edits, shape
from sitegen.load.yaml import read_yaml
from sitegen.model.fields import table
from sitegen.project import Project
from sitegen.yaml_edit import Append, Change, Put, Remove, edit

NEW_FILE = "# yaml-language-server: $schema=../../../schemas/{stem}.json\nformat: 1\n"


class WritingError(Exception):
    """A file would not say what the workbook says: nothing is written. A fault of the program."""


def new_texts(project: Project, source: Source, drafts: tuple[Draft, ...]) -> dict[Path, str]:
    """The files that change, with their new text. Raises `WritingError`."""
    texts: dict[Path, str] = {}
    for stem in dict.fromkeys(one.stem for one in drafts if one.is_changed):
        path = project.root / source.paths[stem]
        of_file = [one for one in drafts if one.stem == stem and one.is_changed]
        of_file.sort(key=lambda one: len(one.path))  # a whole file's own fields before the items of its lists
        old = _text(path, stem)
        new = edit(old, list(_changes(of_file)))
        if new != old:
            _check(source, stem, of_file, new)
            texts[path] = new
    return texts


def write(texts: dict[Path, str]) -> None:
    """Write the files, each whole or not at all."""
    for path, text in texts.items():
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)


def _text(path: Path, stem: str) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else NEW_FILE.format(stem=stem)


def _changes(drafts: list[Draft]) -> Iterator[Change]:
    """Changes within records, then new ones, then those that go, the last of a list first: numbers hold."""
    for draft in drafts:
        if draft.old is not None and draft.new is not None:
            order = tuple(spec.key for spec in table(draft.record).values())
            for one in edits(draft.old, draft.new, draft.path):
                top = len(one.path) == len(draft.path) + 1
                yield (
                    Remove(one.path)
                    if one.new is None
                    else Put(one.path, shape(one.new), order if top else ())
                )
    for draft in drafts:
        if draft.old is None and draft.new is not None:
            yield Append(draft.path, _ordered(draft))
    gone = [draft for draft in drafts if draft.new is None]
    for draft in sorted(gone, key=lambda one: str(one.path[-1]).rjust(9), reverse=True):
        yield Remove(draft.path)


def _ordered(draft: Draft) -> dict[str, Any]:
    """A new record with its fields in the order of the table."""
    value = shape(draft.new)
    keys = [spec.key for spec in table(draft.record).values() if spec.key in value]
    return {key: value[key] for key in keys}


def _check(source: Source, stem: str, drafts: list[Draft], text: str) -> None:
    """Read what would be written: it must say exactly what was meant."""
    root, _ = read_yaml(source.paths[stem], text.encode("utf-8"))
    wanted: Any = shape(source.root(stem)) if stem in source.roots else {"format": "1"}
    for draft in drafts:
        if draft.old is not None and draft.new is not None:
            wanted = _with(wanted, draft.path, shape(draft.new))
    for draft in drafts:
        if draft.old is None:
            wanted.setdefault(str(draft.path[0]), []).append(shape(draft.new))
    gone = {draft.path for draft in drafts if draft.new is None}
    for field in {str(path[0]) for path in gone}:
        wanted[field] = [one for number, one in enumerate(wanted[field]) if (field, number) not in gone]
    if root is None or shape(root) != wanted:
        raise WritingError(source.paths[stem])


def _with(whole: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The bare value with another one at a path."""
    if not path:
        return value
    whole[path[0]] = _with(whole[path[0]], path[1:], value)
    return whole
