"""Characters that no print font has, found where they are written, not in a PDF (BAR B74, P14)."""

import unicodedata
from collections.abc import Iterator

from sitegen.load.nodes import Node, RawProject, RawText, Scalar, Sequence
from sitegen.problems import Place, Problem, error
from sitegen.render.fonts import unprintable_characters


def glyph_problems(raw: RawProject) -> Iterator[Problem]:
    """One error for each such character and file: it would be a gap on paper."""
    for path, texts in _texts(raw):
        if not unprintable_characters("".join([one.value for one in texts if not one.value.isascii()])):
            continue
        seen: set[str] = set()
        for text in texts:
            for character in sorted(unprintable_characters(text.value) - seen):
                seen.add(character)
                yield _problem(character, text.value, text.place, path)


def _problem(character: str, text: str, place: Place, path: str) -> Problem:
    name = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X} {name}".strip()
    exact = Place(path, place.line, place.column + text.index(character))
    return error("glyph-missing", exact, rule="B74", character=character, code=code)


def _texts(raw: RawProject) -> Iterator[tuple[str, list[Scalar]]]:
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
            found: list[Scalar] = []
            _gather(file.root, found)
            yield file.path, found
    for text in texts:
        yield text.path, _lines(text)


def _gather(node: Node, found: list[Scalar]) -> None:
    """Add the texts of a node, in order."""
    if isinstance(node, Scalar):
        found.append(node)
        return
    for value in node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]:
        if isinstance(value, Scalar):
            found.append(value)
        else:
            _gather(value, found)


def _lines(text: RawText) -> list[Scalar]:
    found: list[Scalar] = []
    if text.front is not None:
        _gather(text.front, found)
    lines = enumerate(text.body.splitlines(), start=text.body_line)
    return found + [Scalar(line, Place(text.path, number, 1)) for number, line in lines]
