"""Markdown to blocks of the neutral tree, every fault of the author at its place (B84-B92, S01, S02, S42).

Only what the tree knows gets through: HTML, entities and odd addresses are reported and shown as written or
left out, so no script can reach a page. Each text is parsed once.
"""

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from sitegen.compose.markdown_blocks import blocks, check_levels
from sitegen.compose.markdown_limits import already_reported, hostile
from sitegen.compose.markdown_marks import mark, number
from sitegen.compose.markdown_reading import Reading, Source
from sitegen.model.document import Block
from sitegen.model.edition import MediaDescription
from sitegen.problems import Place, Problem, error, warning

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|(?P<number>\d{1,9})\.) +\S")
Parser = Markdown
_QUOTE_OR_HEADING = re.compile(r" {0,3}(?:>|#{1,6} )")


def parser() -> Markdown:
    """A parser for `parse`, for any number of texts."""
    # By name, extensions would be looked for in every installed package.
    made = Markdown(extensions=[TableExtension(), SaneListExtension()])
    made.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        made.inlinePatterns.deregister(name)
    made.treeprocessors.deregister("prettify")
    return made


def parse(
    body: str,
    place: Place,
    lang: str,
    *,
    words: frozenset[str] = frozenset(),
    media: Mapping[str, MediaDescription] | None = None,
    using: Markdown | None = None,
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a text and what is wrong with it.

    `place` is where the body begins; `words` are the placeholders it may hold, which stay as written; `media`
    describes the pictures it may show (None: it can show none). Headings are made to stand under one of
    level 2. A text that reading has refused gives nothing. Nothing is raised for a fault of the author.
    """
    body = body.replace("\r\n", "\n")
    if already_reported(body):
        return (), ()
    refused = hostile(body, place)
    if refused:
        return (), refused
    lines = body.split("\n")
    shown, problems = _without_code(lines, place)
    problems += _flat_lists(shown, place)
    made = using or parser()
    made.reset()
    root = _tree(made, _loosened(mark(shown).split("\n")))
    source = Source(place, tuple(lines), lang, words, media)
    reading = Reading(source, number(root), problems)
    check_levels(reading, root)
    found = blocks(reading, root)
    return found, tuple(problems)


def _tree(made: Markdown, lines: list[str]) -> Element:
    """The parser's own steps without its writer: we want the elements."""
    for step in made.preprocessors:
        lines = step.run(lines)
    root: Element = made.parser.parseDocument(lines).getroot()  # type: ignore[assignment]
    for change in made.treeprocessors:
        changed = change.run(root)
        root = root if changed is None else changed
    return root


def _without_code(lines: Sequence[str], place: Place) -> tuple[list[str], list[Problem]]:
    """The lines with fenced code blanked out: there is none in these texts (B92)."""
    shown = list(lines)
    problems: list[Problem] = []
    opened: tuple[int, str] | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if opened is None and fence is None:
            continue
        shown[index] = ""
        if opened is None and fence is not None:
            opened = (index, fence.group(1))
        elif opened is not None and line.strip().startswith(opened[1]) and not line.strip(" `~"):
            problems.append(error("markdown-code-block", _line(place, opened[0]), rule="B92"))
            opened = None
    if opened is not None:
        problems.append(error("markdown-fence-open", _line(place, opened[0]), rule="B92", fence=opened[1]))
    return shown, problems


def _line(place: Place, index: int) -> Place:
    return Place(place.path, place.line + index, 1)


def _flat_lists(lines: Sequence[str], place: Place) -> list[Problem]:
    """Items that look nested but are not: a list in a list is indented by four spaces."""
    problems: list[Problem] = []
    in_list = False
    for index, line in enumerate(lines):
        item = _ITEM.match(line)
        if item and in_list and len(item["indent"]) % 4:
            here = Place(place.path, place.line + index, len(item["indent"]) + 1)
            problems.append(warning("list-indent", here, rule="B86", spaces=len(item["indent"])))
        in_list = bool(item) or (in_list and (not line.strip() or line.startswith(" ")))
    return problems


def _loosened(lines: Sequence[str]) -> list[str]:
    """The lines, with a blank one before a list that follows a paragraph: other Markdown needs none there."""
    found: list[str] = []
    in_paragraph = False
    for line in lines:
        item = _ITEM.match(line)
        starts_list = item is not None and len(item["indent"]) < 4 and item["number"] in (None, "1")
        if starts_list and in_paragraph:
            found.append("")
        found.append(line)
        if not line.strip() or item is not None or _QUOTE_OR_HEADING.match(line):
            in_paragraph = False
        elif not found[:-1] or not found[-2].strip():
            in_paragraph = not line.startswith(" " * 4)
    return found
