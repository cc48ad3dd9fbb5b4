"""`{words}` in texts: which exist, which are wrong, and what they stand for (DESIGN section 3, C9)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.compose.tree import map_blocks, map_inlines
from sitegen.languages.table import is_known, language
from sitegen.model.document import Block, Inline, Link, Text
from sitegen.model.fields import table
from sitegen.model.national import Rules
from sitegen.model.sections import SITE_SECTIONS
from sitegen.model.statement import STATEMENT_WORDS
from sitegen.structs import replace

RULES = tuple(table(Rules))
INFLECTED = ("region_in", "region_of")
SITE_WORDS = ("owner", "updated")

_TOKEN = re.compile(r"\{\{|\{\s*([^\W\d][\w.-]*)\s*\}")


def known(section: str, lang: str, inflected_in: Iterable[str] = ()) -> frozenset[str]:
    """The words a section's text in a language may use.

    The inflected forms of the region's name exist in Finnish (its plain form too) and Swedish, and in the
    languages the region gives them for.
    """
    speech = language(lang).base or lang if is_known(lang) else lang
    forms = INFLECTED if speech in ("fi", "sv", *inflected_in) else ()
    site = SITE_WORDS if section in SITE_SECTIONS else ()
    facts = STATEMENT_WORDS if section == "statement" else ()
    return frozenset((*RULES, "region", "year", *forms, *site, *facts))


def unknown(text: str, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The offset and name of every `{word}` of a text that is not one of `words`."""
    for token in _TOKEN.finditer(text):
        if token.group(1) is not None and token.group(1) not in words:
            yield token.start(), token.group(1)


def fill(text: str, values: Mapping[str, Text]) -> str:
    """The text with its words filled in; `{{` becomes `{`. A word without a value stays as it stands."""
    if "{" not in text:
        return text
    return "".join(value.value for value in _parts(text, values))


def _parts(text: str, values: Mapping[str, Text]) -> Iterator[Text]:
    at = 0
    for token in _TOKEN.finditer(text):
        yield Text(text[at : token.start()])
        name = token.group(1)
        value = Text("{") if name is None else values.get(name, Text(token.group()))
        yield value
        at = token.end()
        # A Russian day ends with a full stop, which is also that of its sentence.
        at += value.value.endswith(".") and text.startswith(".", at) and not text.startswith("..", at)
    yield Text(text[at:])


def fill_blocks(
    blocks: Iterable[Block], values: Mapping[str, Text], links: Callable[[Link], Inline] = lambda link: link
) -> tuple[Block, ...]:
    """Blocks with their words filled in and their links changed by `links`."""
    return map_blocks(blocks, lambda inline: _fill_inline(inline, values, links))


def fill_inlines(inlines: tuple[Inline, ...], values: Mapping[str, Text]) -> tuple[Inline, ...]:
    """Inlines with their words filled in."""
    return map_inlines(inlines, lambda inline: _fill_inline(inline, values, lambda link: link))


def _fill_inline(
    inline: Inline, values: Mapping[str, Text], links: Callable[[Link], Inline]
) -> tuple[Inline, ...]:
    if isinstance(inline, Link):
        written = inline.text.value
        if "{" in written:
            inline = replace(inline, text=replace(inline.text, value=fill(written, values)))
        return (links(inline),)
    if not isinstance(inline, Text) or "{" not in inline.value:
        return (inline,)
    return tuple(_merged(inline, values))


def _merged(text: Text, values: Mapping[str, Text]) -> Iterator[Text]:
    """Parts of a text; a value that is a name of another script stays apart, so that it can be isolated."""
    run = ""
    for part in _parts(text.value, values):
        if not part.name and part.lang is None:
            run += part.value
            continue
        if run:
            yield replace(text, value=run)
        run = ""
        yield part
    if run:
        yield replace(text, value=run)
