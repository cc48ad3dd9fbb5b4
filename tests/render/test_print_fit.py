"""A poster's big words: as large as fits, never more than the page holds."""

from functools import cache

import pytest
from fontTools.ttLib import TTFont

from sitegen.render.fonts import FACES, Script
from sitegen.render.print_fit import SMALLEST, WIDTH, em, fit, text_lines
from tests.render.print_samples import FONTS

TITLES: tuple[tuple[str, Script], ...] = (
    ("Kaikukortti avaa ovia", "latin"),
    ("Kaikukortet öppnar dörrar", "latin"),
    ("Kaikukortti opens doors", "latin"),
    ("Kaikukortilla pääset mukaan", "latin"),
    ("Kaikukortti открывает двери", "cyrillic"),
    ("Kaikukortti تفتح لك الأبواب", "arabic"),
)
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ -.,!"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
SENTENCE = "Teatteriin, museoon, uimaan, otteluun tai kurssille ilman pääsymaksua, kun rahat ovat tiukalla."


@cache
def widths(script: Script) -> dict[str, float]:
    with TTFont(FONTS / FACES[script][-1], lazy=True) as face:
        names, lengths, unit = face.getBestCmap(), face["hmtx"], face["head"].unitsPerEm
        return {chr(code): lengths[name][0] / unit for code, name in names.items()}


@pytest.mark.parametrize(("letters", "script"), [(LETTERS, "latin"), (LETTERS + CYRILLIC, "cyrillic")])
def test_no_letter_is_wider_than_thought(letters: str, script: Script) -> None:
    wider = {
        char: (widths(script)[char], em(char, script))
        for char in letters
        if widths(script)[char] > em(char, script) + 0.01
    }
    assert wider == {}


@pytest.mark.parametrize(("title", "script"), TITLES)
def test_the_national_words_are_read_at_four_metres(title: str, script: Script) -> None:
    found = fit(title, SENTENCE, 72, script)
    assert found.size >= SMALLEST
    assert found.rows >= 1
    longest = max(em(word, script) for word in title.split())
    assert longest * found.size * 25.4 / 72 <= WIDTH


def test_short_words_leave_more_room_for_tiles() -> None:
    assert fit("Hei", "Tule.", 60, "latin").rows == 3
    assert fit("Kaikukortet öppnar dörrar", SENTENCE, 60, "latin").rows == 1


def test_long_words_are_smaller_and_not_cut() -> None:
    found = fit("Kulttuurihyvinvointipalveluiden kortti", SENTENCE, 60, "latin")
    assert found.size < SMALLEST
    assert em("Kulttuurihyvinvointipalveluiden", "latin") * found.size * 25.4 / 72 <= WIDTH


def test_lines_of_text() -> None:
    assert text_lines("", 12, 100, "latin") == 1
    assert text_lines("x" * 100, 12, 100, "latin") == 3
