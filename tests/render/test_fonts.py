"""The faces' characters: the stored ones are those of the theme's fonts, and what is missing is named."""

import json

from sitegen.render.fonts import CHARACTERS, missing_characters, read_characters, script_of, script_within
from sitegen.render.tree_words import scripts_of, unprintable
from tests.render.print_samples import FONTS
from tests.render.sample_document import LANGUAGES, sample_document


def test_the_stored_characters_are_those_of_the_fonts() -> None:
    assert json.loads(CHARACTERS.read_text("utf-8")) == read_characters(FONTS)


def test_what_print_cannot_show_is_named() -> None:
    assert missing_characters("Hyvä 😀 漢 ŋ", "latin") == {"😀", "漢", "ŋ"}
    assert missing_characters("Čeavetjávri ŋ ŧ ǥ", "cyrillic") == set()
    assert missing_characters("بطاقة كايكو، 2026 · A", "arabic") == set()


def test_invisible_characters_are_never_missing() -> None:
    assert missing_characters("a\u00ad\u200b\u2067b\n", "latin") == set()


def test_scripts_of_languages() -> None:
    assert [script_of(lang) for lang in ("fi", "fi-simple", "ar", "ru", "se", "fa", "et")] == [
        "latin",
        "latin",
        "arabic",
        "cyrillic",
        "cyrillic",
        "arabic",
        "latin",
    ]
    assert script_within("fi", "arabic") == "arabic", "letters of two faces never meet in one word"
    assert script_within("ar", "latin") == "arabic"


def test_the_sample_can_be_printed() -> None:
    for lang in LANGUAGES:
        document = sample_document(lang)
        assert unprintable(document) == set()
        assert scripts_of(document) == (script_of(lang),)
