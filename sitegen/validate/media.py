"""The files of a region's `media/` and what media.yaml tells of them."""

from collections.abc import Iterator

from sitegen.load.nodes import Mapping, RawRegion
from sitegen.load.suggest import suggest
from sitegen.model.edition import MediaDescription
from sitegen.model.lists import MediaFileDescriptions
from sitegen.model.network import MediaFile
from sitegen.problems import Place, Problem, error, warning
from sitegen.validate.context import Checked, Context, shown
from sitegen.validate.files import read_file
from sitegen.validate.picture import picture_problem


def read_media(raw: RawRegion, context: Context) -> Checked[tuple[MediaFile, ...]]:
    """The region's pictures with their descriptions, and all problems with either."""
    described: dict[str, MediaDescription] = {}
    problems: list[Problem] = []
    if raw.media_file is not None:
        outcome = read_file(raw.media_file, MediaFileDescriptions, context)
        problems += outcome.problems
        described = dict(outcome.value.files) if outcome.value is not None else {}
    named = _named(raw)
    media = []
    for file in raw.media:
        fault = picture_problem(file.path, file.name, file.data)
        if fault is not None:
            problems.append(fault)
        if file.name not in named and "media" not in raw.broken:
            problems.append(warning("media-undescribed", Place(file.path), rule="B88", file=file.name))
        description = described.get(file.name, MediaDescription())
        place = description.at.get("", Place(file.path))
        media.append(MediaFile(file.name, file.data, description, place))
    problems += _without_file(raw, named)
    return Checked(tuple(media), tuple(problems))


def _named(raw: RawRegion) -> dict[str, Place]:
    files = raw.media_file.root.get("files") if raw.media_file is not None else None
    return {entry.key: entry.place for entry in files.entries} if isinstance(files, Mapping) else {}


def _without_file(raw: RawRegion, named: dict[str, Place]) -> Iterator[Problem]:
    names = [file.name for file in raw.media]
    for name, place in named.items():
        if name not in names:
            near = suggest(name, names)
            yield error("media-file-missing", place, rule="B89", file=shown(name), suggestion=near)
