"""The table of languages. Adding one is a row here and a catalogue (`catalogues/<code>/ui.po`)."""

from typing import Literal

from sitegen.structs import Struct

Direction = Literal["ltr", "rtl"]
Script = Literal["latin", "cyrillic", "arabic"]


class Language(Struct, frozen=True):
    """A language of the pages.

    `label` is how it is called in itself, as in the language menu (BAR G5). `hreflang` is None where search
    engines know no such language (BAR F13). `base` is the language it is a form of; `after` are those tried
    next for a reader (DESIGN section 3, Language). `locale` is the CLDR data used for dates and plurals.
    `brochure_word` and `poster_word` are ASCII words of file names (BAR P18).
    """

    code: str
    label: str
    direction: Direction
    script: Script
    locale: str
    hreflang: str | None
    og_locale: str
    brochure_word: str
    poster_word: str
    base: str | None = None
    after: tuple[str, ...] = ()


LANGUAGES: tuple[Language, ...] = (
    Language("fi", "Suomi", "ltr", "latin", "fi", "fi", "fi_FI", "esite", "juliste"),
    Language("sv", "Svenska", "ltr", "latin", "sv_FI", "sv", "sv_FI", "broschyr", "affisch"),
    Language("en", "English", "ltr", "latin", "en_GB", "en", "en_GB", "brochure", "poster"),
    Language("fi-simple", "Selkosuomi", "ltr", "latin", "fi", None, "fi_FI", "esite", "juliste", base="fi"),
    Language(
        "ar", "العربية", "rtl", "arabic", "ar", "ar", "ar_AR", "brochure", "poster", after=("fi-simple", "fi")
    ),
    Language(
        "ru",
        "Русский",
        "ltr",
        "cyrillic",
        "ru",
        "ru",
        "ru_RU",
        "brochure",
        "poster",
        after=("fi-simple", "fi"),
    ),
)

LAST_RESORT = ("fi", "sv", "en")
_BY_CODE = {row.code: row for row in LANGUAGES}


def language(code: str) -> Language:
    """The row of a code. Raises `KeyError` where the table has none."""
    return _BY_CODE[code]


def is_known(code: str) -> bool:
    """Whether the table has the code."""
    return code in _BY_CODE


def codes() -> tuple[str, ...]:
    """All codes, in the order of the table."""
    return tuple(row.code for row in LANGUAGES)
