"""Letters broken by reading UTF-8 as Windows-1252, `HÃ¤meenlinna` (BAR B32)."""

import re

from sitegen.problems import Place, Problem, warning

# What the second byte of a letter becomes in Windows-1252; the first one becomes Ã, Â or â, in Cyrillic and
# Arabic texts Ð, Ñ, Ø, Ù. Those stand in Nordic names too (a quoted ”Ø”), so two in a row are asked for.
_SECOND = r"[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
_FIRST = ("Ã", "Â", "â€", "Ð", "Ñ", "Ø", "Ù")
_BROKEN = re.compile(rf"[ÂÃ]{_SECOND}|â€{_SECOND}|(?:[ÐÑ]{_SECOND}){{2}}|(?:[ØÙ]{_SECOND}){{2}}")
_WORD = re.compile(r"\S+")


def find_mojibake(path: str, text: str) -> tuple[Problem, ...]:
    """A warning for each word that reads right once its letters are put back, with that word."""
    # Seven plain searches are many times faster than the pattern, and nearly every text ends here.
    if not any(letter in text for letter in _FIRST):
        return ()
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not _BROKEN.search(line):
            continue
        for match in _WORD.finditer(line):
            mended = mend(match.group())
            if mended:
                place = Place(path, number, match.start() + 1)
                problems.append(warning("mojibake", place, rule="B32", word=match.group(), suggestion=mended))
    return tuple(problems)


def mend(word: str) -> str:
    """The word with its letters put back, empty if it is not a broken one."""
    if not _BROKEN.search(word):
        return ""
    try:
        return bytes(_byte(letter) for letter in word).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return ""


def _byte(letter: str) -> int:
    """A Windows-1252 letter's byte; the five unused bytes stand for themselves. ValueError if it has none."""
    try:
        return letter.encode("cp1252")[0]
    except UnicodeEncodeError:
        if ord(letter) > 0xFF:
            raise ValueError(letter) from None
        return ord(letter)
