"""The words of the pages: all in all six languages, with the same places to fill and all plural forms."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import sitegen
from sitegen.languages.table import codes, language

CATALOGUES = Path(sitegen.__file__).parent / "languages" / "catalogues"
PLACES = re.compile(r"\{(\w+)\}")
FORMS_OF_THE_NAME = {"region", "region_in", "region_of"}


def read(lang: str) -> dict[str, tuple[str, ...]]:
    with (CATALOGUES / lang / "ui.po").open(encoding="utf-8") as file:
        found = read_po(file, locale=language(lang).locale, abort_invalid=True)
    return {
        one.id if isinstance(one.id, str) else one.id[0]: (
            (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        )
        for one in found
        if one.id
    }


ALL = {lang: read(lang) for lang in codes()}


@pytest.mark.parametrize("lang", codes())
def test_every_language_has_every_word(lang: str) -> None:
    assert set(ALL[lang]) == set(ALL["fi"])
    assert not [key for key, forms in ALL[lang].items() if not all(form.strip() for form in forms)]


@pytest.mark.parametrize("lang", codes())
def test_every_plural_has_the_forms_of_its_language(lang: str) -> None:
    expected = {"ar": 6, "ru": 3}.get(lang, 2)
    plurals = [forms for key, forms in ALL["fi"].items() if len(forms) > 1 and key]
    assert plurals
    for key, forms in ALL["fi"].items():
        if len(forms) > 1:
            assert len(ALL[lang][key]) == expected, key


@pytest.mark.parametrize("lang", codes())
def test_the_places_to_fill_are_those_of_finnish(lang: str) -> None:
    """Plain language may leave out a number."""

    def places(forms: tuple[str, ...]) -> set[str]:
        found = {place for form in forms for place in PLACES.findall(form)}
        return {"region" if place in FORMS_OF_THE_NAME else place for place in found}

    wrong = {
        key: (places(forms), places(ALL[lang][key]))
        for key, forms in ALL["fi"].items()
        if places(forms) - {"count"} != places(ALL[lang][key]) - {"count"}
    }
    if lang == "fi-simple":
        wrong = {key: both for key, both in wrong.items() if not both[1] <= both[0]}
    assert wrong == {}


@pytest.mark.parametrize("lang", ["ar", "ru", "en"])
def test_languages_without_forms_of_names_use_the_bare_one(lang: str) -> None:
    used = {place for forms in ALL[lang].values() for form in forms for place in PLACES.findall(form)}
    assert not used & {"region_in", "region_of"}


def test_the_card_has_its_name_in_every_language() -> None:
    """C12."""
    for lang, found in ALL.items():
        for key, forms in found.items():
            for form in forms:
                assert "Kaiku kort" not in form, (lang, key)
                assert not re.search(r"\bkaikukort", form), (lang, key)
    assert not [key for key, forms in ALL["sv"].items() if any("Kaikukortti" in form for form in forms)]
