"""Messages in the reader's language: gettext catalogues, one domain for pages and one for problems.

The key of a message is its `msgid` (`nav.distributors`), so English is a catalogue like the others. The `.po`
files are the source; `python -m tools.catalogues` writes the `.mo` files that are read here.
"""

import gettext
import string
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sitegen.languages.choose import chain
from sitegen.languages.table import is_known
from sitegen.project import package_root

PAGES = "ui"
PROBLEMS = "problems"


class MissingMessageError(KeyError):
    """No catalogue of the chain has the key: a fault of the program, found by tests."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of a domain for readers of `lang`.

    What a language lacks comes from the next of its chain.
    """

    domain: str
    lang: str
    translations: tuple[gettext.NullTranslations, ...]
    _met: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Messages found before: a site asks for the same ones thousands of times."""

    def has(self, key: str) -> bool:
        """Whether any language of the chain has the message."""
        return any(_found(one, key) is not None for one in self.translations)

    def get(self, key: str, /, **values: object) -> str:
        """The message with its `{names}` filled in.

        Raises `MissingMessageError`, and `KeyError` for a name not given.
        """
        message = self._met.get(key)
        if message is None:
            message = self._met[key] = self._message(key)
        return fill(message, values) if "{" in message or "}" in message else message

    def _message(self, key: str) -> str:
        for one in self.translations:
            found = _found(one, key)
            if found is not None:
                return found
        raise MissingMessageError(f"{self.domain}: {key} ({self.lang})")

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """The message's form for `count` by the language's own plural rule (CLDR), `{count}` filled."""
        filled = {"count": count} | values
        for one in self.translations:
            found = one.ngettext(key, key, count)
            if found != key:
                return fill(found, filled)
        raise MissingMessageError(f"{self.domain}: {key}, plural ({self.lang})")


def fill(message: str, values: dict[str, object]) -> str:
    """Replace `{name}` by the values; nothing else in the message or in a value is interpreted."""
    parts = _parts(message)
    return "".join(text if name is None else text + str(values[name]) for text, name in parts)


@lru_cache(maxsize=8192)
def _parts(message: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in string.Formatter().parse(message))


@lru_cache(maxsize=64)
def catalogue(domain: str, lang: str) -> Catalogue:
    """The catalogue of a domain for a reader's language; Finnish, Swedish and English come last."""
    found = tuple(one for code in chain(lang) if (one := _read(domain, code)) is not None)
    return Catalogue(domain, lang, found)


@lru_cache(maxsize=64)
def in_language(code: str, lang: str) -> str:
    """`in Swedish`, for readers of `lang`; the code itself where the table has no such language."""
    return catalogue("words", lang).get(f"language.in.{code}") if is_known(code) else code


@lru_cache(maxsize=64)
def _read(domain: str, lang: str) -> gettext.NullTranslations | None:
    path: Path = package_root() / "languages" / "catalogues" / lang / f"{domain}.mo"
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _found(translations: gettext.NullTranslations, key: str) -> str | None:
    found = translations.gettext(key)
    return None if found == key else found
