"""The faces of print: which files a script is set in, and which characters all of them have (BAR B74, P14).

One full TTF for each weight of a script; letters of two faces never meet in one word. So a document in
Russian, or in a Sámi language, is set in Noto Sans from its first letter to its last.
"""

import json
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from sitegen.languages import table

Script = Literal["latin", "cyrillic", "arabic"]

FACES: dict[Script, tuple[str, ...]] = {
    "latin": (
        "AtkinsonHyperlegibleNext_400Regular.ttf",
        "AtkinsonHyperlegibleNext_600SemiBold.ttf",
        "AtkinsonHyperlegibleNext_800ExtraBold.ttf",
    ),
    "cyrillic": ("NotoSans_400Regular.ttf", "NotoSans_600SemiBold.ttf", "NotoSans_800ExtraBold.ttf"),
    "arabic": (
        "IBMPlexSansArabic_400Regular.ttf",
        "IBMPlexSansArabic_600SemiBold.ttf",
        "IBMPlexSansArabic_700Bold.ttf",
    ),
}

# Languages that are quoted only. The Sámi languages need letters that the Latin face lacks.
_QUOTED: dict[str, Script] = {
    **dict.fromkeys(("be", "bg", "mk", "sr", "uk", "se", "sma", "smj", "smn", "sms"), "cyrillic"),
    **dict.fromkeys(("ckb", "fa", "ps", "ur"), "arabic"),
}

CHARACTERS = Path(__file__).with_name("font_characters.json")


def script_of(lang: str) -> Script:
    """The script, that is the set of faces, of a language."""
    if table.is_known(lang):
        return table.language(lang).script
    return _QUOTED.get(lang.partition("-")[0], "latin")


def script_within(lang: str, document: Script) -> Script:
    """The faces of a text of this language inside a document: Latin text takes those of the document."""
    own = script_of(lang)
    return document if own == "latin" else own


def missing_characters(text: str, script: Script) -> set[str]:
    """The characters of a text that print cannot show in this script. Invisible ones are never missing."""
    known = _characters()[script]
    return {
        char
        for char in set(text)
        if ord(char) not in known and unicodedata.category(char) not in ("Cc", "Cf")
    }


def unprintable_characters(text: str) -> set[str]:
    """The characters of a text that no script's faces show."""
    return {
        char
        for char in set(text)
        if ord(char) not in _all_characters() and unicodedata.category(char) not in ("Cc", "Cf")
    }


@cache
def _all_characters() -> frozenset[int]:
    return frozenset().union(*_characters().values())


@cache
def _characters() -> dict[Script, frozenset[int]]:
    stored: dict[Script, list[list[int]]] = json.loads(CHARACTERS.read_text("utf-8"))
    return {
        script: frozenset(code for first, last in ranges for code in range(first, last + 1))
        for script, ranges in stored.items()
    }


def read_characters(folder: Path) -> dict[Script, list[list[int]]]:
    """For each script the ranges of characters that all its faces in the folder have, read from the fonts."""
    from fontTools.ttLib import TTFont

    found: dict[Script, list[list[int]]] = {}
    for script, names in FACES.items():
        maps = []
        for name in names:
            with TTFont(folder / name, lazy=True) as face:
                maps.append(set(face.getBestCmap()))
        found[script] = _ranges(set.intersection(*maps))
    return found


def write_characters(folder: Path) -> None:
    """Write the data file from the fonts in the folder (`make fonts`)."""
    CHARACTERS.write_text(json.dumps(read_characters(folder), separators=(",", ":")) + "\n", "utf-8")


def _ranges(codes: Iterable[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges
