"""Soft hyphens for long compounds in headings, so that they can break on a narrow screen.

Finnish by its own rule, since the library has no patterns for it; the others by the library's patterns
(F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983). The library reads all ten thousand of a language
before its first word; the few words that are this long need a few dozen, so one is read when it is met.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from pyphen import LANGUAGES

SOFT = "\N{SOFT HYPHEN}"
LONGEST_WHOLE = 14
"""Words with more letters than this get soft hyphens."""

KEEP = 4
"""So many letters at least stay together at either end."""

_NO_DIGITS = str.maketrans("", "", "0123456789")
_STEP = re.compile(r"(\d?)(\D?)")
_LIBRARY = {"sv": "sv", "en": "en_GB", "ru": "ru_RU"}
# From a word's first letter only: none of the others begins a longer one.
_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{{LONGEST_WHOLE + 1},}}")
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
    return _by_patterns(word.lower(), _patterns(speech))


def _by_patterns(word: str, patterns: Mapping[str, str]) -> list[int]:
    """Where the largest number that any pattern sets between two letters is odd."""
    whole = f".{word}."
    numbers = [0] * (len(whole) + 1)
    for first in range(len(whole)):
        for last in range(first + 1, len(whole) + 1):
            pattern = patterns.get(whole[first:last])
            if pattern is not None:
                for place, (number, _) in enumerate(_STEP.findall(pattern), start=first):
                    if number and place < len(numbers):
                        numbers[place] = max(numbers[place], int(number))
    return [place - 1 for place, number in enumerate(numbers) if number % 2]


@lru_cache(maxsize=4)
def _patterns(speech: str) -> Mapping[str, str]:
    """The library's patterns of a language by their letters alone, not yet read."""
    path = LANGUAGES[_LIBRARY[speech]]
    encoding, _, rest = path.read_bytes().partition(b"\n")
    text = rest.decode(encoding.decode("ascii").strip())
    return dict(zip(text.translate(_NO_DIGITS).split("\n"), text.split("\n"), strict=True))
