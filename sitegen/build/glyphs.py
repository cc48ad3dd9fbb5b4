"""Characters that no print font has, found where they are written, not in a PDF (BAR B74, P14)."""

import unicodedata
from collections.abc import Iterator

from sitegen.load.nodes import Mapping, Node, RawProject, RawText, Scalar, Sequence
from sitegen.problems import Place, Problem, error
from sitegen.render.fonts import unprintable_characters


def glyph_problems(raw: RawProject) -> Iterator[Problem]:
    """One error for each such character and file: it would be a gap on paper."""
    for path, found in _texts(raw):
        seen: set[str] = set()
        for place, text in found:
            if text.isascii():
                continue
            for character in sorted(unprintable_characters(text) - seen):
                seen.add(character)
                yield _problem(character, text, place, path)


def _problem(character: str, text: str, place: Place, path: str) -> Problem:
    name = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X} {name}".strip()
    exact = Place(path, place.line, place.column + text.index(character))
    return error("glyph-missing", exact, rule="B74", character=character, code=code)


def _texts(raw: RawProject) -> Iterator[tuple[str, Iterator[tuple[Place, str]]]]:
    """Every file's pieces of text with their places. What only coordinators see is printed in letters too."""
    files = [raw.site, raw.network]
    texts: list[RawText] = []
    for year in raw.years:
        files += year.files
        texts += [text for _, _, text in year.texts]
    for region in raw.regions:
        files += [region.region, region.media_file]
        for edition in region.editions:
            files += edition.files
            texts += [text for _, _, text in edition.texts]
    for file in files:
        if file is not None:
            yield file.path, _scalars(file.root)
    for text in texts:
        yield text.path, _lines(text)


def _scalars(node: Node) -> Iterator[tuple[Place, str]]:
    match node:
        case Scalar():
            yield node.place, node.value
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Mapping():
            for entry in node.entries:
                yield from _scalars(entry.value)


def _lines(text: RawText) -> Iterator[tuple[Place, str]]:
    if text.front is not None:
        yield from _scalars(text.front)
    for number, line in enumerate(text.body.splitlines(), start=text.body_line):
        yield Place(text.path, number, 1), line
