"""Soft hyphens for long compounds in headings, so that they can break on a narrow screen.

Finnish by its own rule, since the library has no patterns for it; the others by the library's patterns.
"""

import re
from functools import lru_cache

from pyphen import Pyphen

SOFT = "\N{SOFT HYPHEN}"
LONGEST_WHOLE = 14
"""Words with more letters than this get soft hyphens."""

KEEP = 4
"""So many letters at least stay together at either end."""

_LIBRARY = {"sv": "sv", "en": "en_GB", "ru": "ru_RU"}
_WORD = re.compile(rf"[^\W\d_]{{{LONGEST_WHOLE + 1},}}")
_VOWELS = "aeiouyåäö"
# A syllable begins with the one consonant before a vowel.
_FINNISH = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)


def read_rules(lang: str) -> None:
    """Read a language's rules now instead of with its first word."""
    speech = lang.partition("-")[0]
    if speech in _LIBRARY:
        _patterns(speech)


def soften(text: str, lang: str) -> str:
    """The text with soft hyphens in its long words; unchanged in a language without rules here."""
    speech = lang.partition("-")[0]
    if speech != "fi" and speech not in _LIBRARY:
        return text
    return _WORD.sub(lambda word: _divide(word[0], speech), text)


@lru_cache(maxsize=1024)
def _divide(word: str, speech: str) -> str:
    places = [at for at in _places(word, speech) if KEEP <= at <= len(word) - KEEP]
    parts = [word[first:last] for first, last in zip([0, *places], [*places, len(word)], strict=True)]
    return SOFT.join(parts)


def _places(word: str, speech: str) -> list[int]:
    if speech == "fi":
        return [found.start() for found in _FINNISH.finditer(word)]
    return list(map(int, _patterns(speech).positions(word)))


@lru_cache(maxsize=4)
def _patterns(speech: str) -> Pyphen:
    return Pyphen(lang=_LIBRARY[speech])
