"""Code 39 as the standard has it: 44 characters, three wide elements of nine each."""

import pytest

from sitegen.cards import code39
from sitegen.cards.codes import ALPHABET, LONGEST


def test_every_character_has_its_own_three_wide_elements() -> None:
    drawn = {character: code39.elements(character) for character in ALPHABET + code39.START_STOP}
    assert len(drawn) == 44
    assert len(set(drawn.values())) == 44
    assert {len(one) for one in drawn.values()} == {9}
    assert {one.count("w") for one in drawn.values()} == {3}


@pytest.mark.parametrize(
    ("character", "elements"),
    [
        ("0", "nnnwwnwnn"),
        ("1", "wnnwnnnnw"),
        ("9", "nnwwnnwnn"),
        ("A", "wnnnnwnnw"),
        ("J", "nnnnwwwnn"),
        ("K", "wnnnnnnww"),
        ("T", "nnnnwnwwn"),
        ("U", "wwnnnnnnw"),
        ("-", "nwnnnnwnw"),
        (" ", "nwwnnnwnn"),
        ("$", "nwnwnwnnn"),
        ("/", "nwnwnnnwn"),
        ("+", "nwnnnwnwn"),
        ("%", "nnnwnwnwn"),
        ("*", "nwnnwnwnn"),
    ],
)
def test_patterns_are_the_standards(character: str, elements: str) -> None:
    assert code39.elements(character) == elements


@pytest.mark.parametrize("character", ["a", "Ä", "_", "=", "\t"])
def test_other_characters_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match="U\\+"):
        code39.elements(character)


def test_widths_follow_the_standard() -> None:
    # 16 modules a character with its gap at a ratio of 3, start and stop, no gap at the end, quiet zones
    for text in ("A", "KK000001", "A" * LONGEST):
        assert code39.width(text) == 16 * (len(text) + 2) - 1 + 2 * code39.QUIET
    first, last = code39.modules("A")[0], code39.modules("A")[-1]
    assert first == (code39.QUIET, 1)
    assert sum(last) == code39.width("A") - code39.QUIET
    assert {wide for _, wide in code39.modules("KK000001")} == {1, code39.RATIO}


def test_the_longest_code_fits_on_a_card_with_bars_a_reader_can_tell_apart() -> None:
    text = "A" * LONGEST
    assert code39.width(text) * code39.module(text) <= code39.WIDEST + 1e-9
    assert code39.module(text) >= 0.25
    assert code39.width(text + "A") * 0.25 > code39.WIDEST
    assert code39.module("KK000001") == code39.MODULE
    assert max(5, 0.15 * code39.WIDEST) <= code39.HEIGHT
