"""Soft hyphens of headings."""

import pytest

from sitegen.languages.hyphens import LONGEST_WHOLE, SOFT, soften


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("Työllisyyspalveluiden", "fi"),
        ("Saavutettavuusseloste", "fi-simple"),
        ("Sysselsättningstjänsterna", "sv"),
        ("Tillgänglighetsutlåtande", "sv"),
        ("Достопримечательности", "ru"),
    ],
)
def test_a_long_word_may_break_and_stays_the_same_word(word: str, lang: str) -> None:
    soft = soften(word, lang)
    assert SOFT in soft
    assert soft.replace(SOFT, "") == word
    assert len(soft.partition(SOFT)[0]) >= 4
    assert len(soft.rpartition(SOFT)[2]) >= 4


def test_finnish_syllables_begin_with_one_consonant() -> None:
    assert soften("Työllisyyspalvelut", "fi").split(SOFT) == ["Työl", "li", "syys", "pal", "velut"]


@pytest.mark.parametrize("lang", ["fi", "sv", "en", "ru", "ar"])
def test_short_words_are_left_alone(lang: str) -> None:
    words = "Mistä kortin saa? Kaikukortti-alueet 2026"
    assert max(map(len, words.split())) > LONGEST_WHOLE
    assert soften(words, lang) == words


def test_a_language_without_rules_is_left_alone() -> None:
    assert soften("المسؤولياتالاجتماعية", "ar") == "المسؤولياتالاجتماعية"
