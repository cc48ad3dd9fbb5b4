"""PL5: what makes a text in plain Finnish hard to read. Notes only: a reader judges, not a count."""

import re
from collections.abc import Iterator

from sitegen.model.network import NationalYear, SectionText
from sitegen.problems import Problem, note
from sitegen.validate.rules.case import Case
from sitegen.validate.rules.words import place_in

PLAIN = "fi-simple"
MOST_WORDS = 15
"""Words of a sentence that is easily read."""

MOST_LETTERS = 15
"""Letters of a word that is easily read."""

_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:'\w+)?")
_MARKS = re.compile(r"\]\([^)]*\)|\{[a-z_]+\}|^#+ .*$", re.MULTILINE)


def plain_sections(case: Case) -> Iterator[Problem]:
    """PL5 in a region's own texts."""
    return _in_sections(case.edition.sections)


def plain_national(years: tuple[NationalYear, ...]) -> Iterator[Problem]:
    """PL5 in the national texts."""
    for year in years:
        yield from _in_sections(year.sections)


def _in_sections(sections: tuple[SectionText, ...]) -> Iterator[Problem]:
    """A note for each text with long sentences, and one for each with long words, at the first of them."""
    for section in sections:
        if section.lang != PLAIN:
            continue
        text = _MARKS.sub(lambda found: " " * len(found[0]), section.body)
        sentences = [one for one in _SENTENCE.finditer(text) if len(_WORD.findall(one[0])) > MOST_WORDS]
        words = [one for one in _WORD.finditer(text) if len(one[0]) > MOST_LETTERS]
        if sentences:
            first = sentences[0]
            start = first.start() + len(first[0]) - len(first[0].lstrip())
            yield note(
                "plain-sentence",
                place_in(section, start),
                rule="PL5",
                count=len(sentences),
                value=" ".join(first[0].split()),
                most=MOST_WORDS,
            )
        if words:
            yield note(
                "plain-word",
                place_in(section, words[0].start()),
                rule="PL5",
                count=len(words),
                value=words[0][0],
                most=MOST_LETTERS,
            )
