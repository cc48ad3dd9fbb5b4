"""Sort keys by language: the CLDR orders of the languages of the pages, each with its own letters first.

Own code, since no wheel of PyICU fits everywhere; the tests compare it with ICU (BAR 4.3). Numbers in names
sort by value: "Kohde 2" before "Kohde 10".
"""

import re
import unicodedata
from functools import lru_cache
from operator import ne

_BASE = " _-,;:!?./'’\"()[]@*&#%+0123456789abcdefghijklmnopqrstuvwxyz"
_NORDIC = ("fi", "sv")
# Letters that sort as another letter with an accent (a difference of the second level).
_FOLD = {
    "đ": "d",
    "ø": "o",
    "æ": "ae",
    "ß": "ss",
    "ł": "l",
    "ð": "d",
    "ı": "i",
    "œ": "oe",
    "ʒ": "z",
    "ǥ": "g",
}
_FOLD |= {"þ": "th", "ŋ": "n", "ŧ": "t", "–": "-", "—": "-"}
_NORDIC_FOLD = {"æ": "ä", "ø": "ö", "ü": "y", "ő": "ö", "ű": "y"}

_PARTS = re.compile(r"\d+|\D+")

# Letters of another script, which its language sorts before the Latin ones.
_OWN_SCRIPT = {"ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя", "ar": "ءبتثجحخدذرزسشصضطظعغفقكلمنهوي"}
# Those that sort as other letters, with their places beside it: hamza, its carriers, alif are one.
_OWN_FOLD = {"ё": (("е", 1),), "ة": (("ت", -1),), "ى": (("ي", -1),), "آ": (("ء", 0), ("ء", 6))}
_OWN_FOLD |= {letter: (("ء", place),) for place, letter in enumerate("أؤإئا", start=1)}

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]


@lru_cache(maxsize=16)
def _order(speech: str) -> dict[str, int]:
    order = {letter: (place + 1) * 100 for place, letter in enumerate(_BASE)}
    for step, letter in enumerate(_OWN_SCRIPT.get(speech, ""), start=1):
        order[letter] = order["9"] + step
    if speech != "fi":  # the root order has letters of their own here; Finnish folds them to n and t
        order["ŋ"] = order["n"] + 5
        order["ŧ"] = order["t"] + 5
    if speech in _NORDIC:
        for step, letter in enumerate("åäö", start=1):
            order[letter] = order["z"] + step * 10
    return order


@lru_cache(maxsize=65536)
def sort_key(text: str, lang: str) -> SortKey:
    """A key for `sorted`: the order a reader of `lang` expects. Capital letters and accents decide last."""
    speech = lang.partition("-")[0]
    order = _order(speech)
    first: list[int] = []
    second: list[int] = []
    third: list[bool] = []
    for part in _PARTS.findall(unicodedata.normalize("NFC", text)):
        if part.isdecimal():
            first += [order["0"], int(part) + 1, -1]
            continue
        low = part.lower()
        known = [order[letter] for letter in low if letter in order]
        if len(known) == len(low):  # the usual case of what follows: letters that are none but themselves
            first += known
            second += [0] * len(known)
            third += map(ne, part, low)
            continue
        for letter in part:
            places, accents, capitals = _weights(letter, speech)
            first += places
            second += accents
            third += capitals
    return tuple(first), tuple(second), tuple(third), text


@lru_cache(maxsize=4096)
def _weights(letter: str, speech: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...]]:
    """What a character adds to the three levels of a key."""
    order = _order(speech)
    low = letter.lower()
    letters: tuple[tuple[str, int], ...]
    if low in order:
        letters = ((low, 0),)
    elif low in _OWN_FOLD:
        letters = _OWN_FOLD[low]
    else:
        tail = _NORDIC_FOLD if speech in _NORDIC else {}
        letters = tuple((one, ord(low[0])) for one in _plain(low, tail))
    places = tuple(order.get(one, 50_000 + ord(one)) for one, _ in letters)
    return places, tuple(accent for _, accent in letters), (letter != low,) * len(places)


def _plain(letter: str, tail: dict[str, str]) -> str:
    folded = tail.get(letter) or _FOLD.get(letter)
    if folded:
        return folded
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return _FOLD.get(bare, bare) or letter
