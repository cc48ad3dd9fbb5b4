"""Strings that know their language."""

from enum import StrEnum

from sitegen.structs import Struct

EVERY_LANGUAGE = ""


class Text(Struct, frozen=True):
    """A string chosen for a reader. `lang` is None for a name that is the same in every language.

    `is_fallback`: the reader's language has no text, this one is in another (BAR A02, WCAG 3.1.2).
    """

    value: str
    lang: str | None = None
    is_fallback: bool = False

    def __bool__(self) -> bool:
        return bool(self.value)


class TextKind(StrEnum):
    """How a text behaves when a language lacks it (DESIGN section 3, Language)."""

    NAME = "name"
    WORDS = "words"
    LINK = "link"


class Localised(Struct, frozen=True):
    """A text in the languages it is written in: pairs of language code and string, in the order written.

    The code `""` (EVERY_LANGUAGE) marks a plain string that holds in every language (names and links only).
    """

    kind: TextKind
    values: tuple[tuple[str, str], ...]

    def get(self, lang: str) -> str | None:
        """The string in exactly this language, or the one that holds in every language; None if neither."""
        found = dict(self.values)
        return found.get(lang, found.get(EVERY_LANGUAGE))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in; empty for a plain string."""
        return tuple(lang for lang, _ in self.values if lang != EVERY_LANGUAGE)


def same_everywhere(value: str, kind: TextKind = TextKind.NAME) -> Localised:
    """A plain string: a name or a link that holds in every language."""
    return Localised(kind, ((EVERY_LANGUAGE, value),))
