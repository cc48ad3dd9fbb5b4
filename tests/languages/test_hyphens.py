"""Soft hyphens of headings."""

import re
from itertools import pairwise

import pytest
from pyphen import Pyphen

from sitegen.languages.hyphens import KEEP, LONGEST_WHOLE, SOFT, soften
from tests.site.support.run import REPOSITORY


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


@pytest.mark.parametrize(("lang", "code"), [("sv", "sv"), ("en", "en_GB"), ("ru", "ru_RU")])
def test_words_break_where_the_library_breaks_them(lang: str, code: str) -> None:
    library = Pyphen(lang=code)
    texts = (path.read_text("utf-8") for path in sorted((REPOSITORY / "content").rglob("*.md")))
    words = re.findall(r"[^\W\d_]{6,}", " ".join(texts))
    found = {one + two for one, two in pairwise(words) if len(one + two) > LONGEST_WHOLE}
    assert len(found) > 1000
    for word in sorted(found)[::10]:
        places = [place for place in library.positions(word) if KEEP <= place <= len(word) - KEEP]
        parts = [word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True)]
        assert soften(word, lang) == SOFT.join(parts)
