"""Our sort keys against ICU, the oracle, over names and random words (BAR 4.3)."""

import random

import icu
import pytest

from sitegen.languages.sorting import sort_key
from sitegen.languages.table import codes

LETTERS = "aabcdeefghijklmnoopqrstuvwxyzåäöÅÄÖéšžüøæABCMVWZ"
OWN_LETTERS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЁЖЯ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءؤئ",
}
NAMES = ["Vaasa", "Virrat", "Wirrat", "Zeta", "Åbo", "Äänekoski", "Örebro", "Aalto", "Zulu", "Åland", "Ängel"]


def oracle(lang: str) -> icu.Collator:
    collator = icu.Collator.createInstance(icu.Locale(lang))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return collator


def words(seed: int, letters: str = LETTERS) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choice(letters) for _ in range(chance.randint(1, 7))) for _ in range(1500)]


@pytest.mark.parametrize("lang", codes())
def test_same_order_as_icu(lang: str) -> None:
    collator = oracle(lang)
    letters = LETTERS + 3 * OWN_LETTERS.get(lang, "")
    for one, other in zip(words(1, letters), words(2, letters), strict=True):
        ours = (sort_key(one, lang)[:3] > sort_key(other, lang)[:3]) - (
            sort_key(one, lang)[:3] < sort_key(other, lang)[:3]
        )
        assert ours == collator.compare(one, other), (one, other)


@pytest.mark.parametrize("lang", ["fi", "sv", "en", "fi-simple"])
def test_names_sort_as_icu_sorts_them(lang: str) -> None:
    expected = sorted(NAMES, key=oracle(lang.partition("-")[0]).getSortKey)
    assert sorted(NAMES, key=lambda name: sort_key(name, lang)) == expected


@pytest.mark.parametrize("lang", ["fi", "sv", "en", "ar", "ru"])
def test_numbers_sort_by_value(lang: str) -> None:
    names = ["Kohde 10", "Kohde 2", "Kohde 1"]
    assert sorted(names, key=lambda name: sort_key(name, lang)) == ["Kohde 1", "Kohde 2", "Kohde 10"]


@pytest.mark.parametrize(("lang", "names"), [("ru", "Ёлка Арка Яр Жук"), ("ar", "يد باب ألف تاج")])
def test_other_scripts_sort_as_icu_sorts_them(lang: str, names: str) -> None:
    expected = sorted(names.split(), key=oracle(lang).getSortKey)
    assert sorted(names.split(), key=lambda name: sort_key(name, lang)) == expected
