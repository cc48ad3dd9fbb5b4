"""The nearest known word, for "did you mean"."""

import difflib
import unicodedata
from collections.abc import Iterable

CUTOFF = 0.6


def fold(word: str) -> str:
    """The word without case, accents, spaces at the ends, and with `-` for `_` and blanks inside."""
    letters = unicodedata.normalize("NFKD", word.strip().casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(plain.replace("_", " ").replace("-", " ").split())


def suggest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to the one given, empty if none is near. The same words give the same answer."""
    by_fold: dict[str, str] = {}
    for candidate in sorted(known):
        by_fold.setdefault(fold(candidate), candidate)
    folded = fold(word)
    if folded in by_fold:
        return by_fold[folded]
    near = difflib.get_close_matches(folded, sorted(by_fold), n=1, cutoff=CUTOFF)
    return by_fold[near[0]] if near else ""
