"""The words that stand in cells for choices, yes and no: in the coordinator's language, read in any."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.languages.messages import catalogue
from sitegen.model.fields import Kind, Spec
from sitegen.validate.choices import MEANT_NO, MEANT_YES, NO, YES

SPOKEN = ("fi", "sv", "en")
ALL = "all"


def label(spec: Spec, value: str, lang: str) -> str:
    """The word for a value of a field with choices; any other value is its own word."""
    return _labels(_choices(spec), spec.key, lang).get(value, value)


def labels(spec: Spec, lang: str) -> tuple[str, ...]:
    """The words to choose from, in the order of the table; none where the field is free."""
    return tuple(_labels(_choices(spec), spec.key, lang).values())


def value_of(spec: Spec, word: str) -> str:
    """The value that a word of any language means; a word that means none stays as it is."""
    choices = _choices(spec)
    if not choices or word in choices:
        return word
    meant = _meant(choices, spec.key).get(word.casefold())
    if meant is not None:
        return meant
    if spec.kind is Kind.YES_NO:
        if word.casefold() in YES | MEANT_YES:
            return "yes"
        if word.casefold() in NO | MEANT_NO:
            return "no"
    return word


def _choices(spec: Spec) -> tuple[str, ...]:
    if spec.kind is Kind.YES_NO:
        return ("yes", "no")
    return (ALL,) if spec.kind is Kind.COVERS else spec.choices


@lru_cache(maxsize=256)
def _labels(choices: tuple[str, ...], field: str, lang: str) -> Mapping[str, str]:
    return {value: _word(field, value, lang) for value in choices}


@lru_cache(maxsize=256)
def _meant(choices: tuple[str, ...], field: str) -> Mapping[str, str]:
    return dict(_pairs(choices, field))


def _pairs(choices: tuple[str, ...], field: str) -> Iterator[tuple[str, str]]:
    for lang in reversed(SPOKEN):
        for value in choices:
            yield _word(field, value, lang).casefold(), value
    for value in choices:
        yield value.casefold(), value


def _word(field: str, value: str, lang: str) -> str:
    commands, pages = catalogue("cli", lang), catalogue("words", lang)
    for words, key in (
        (commands, f"choice.{field}.{value}"),
        (pages, f"{field}.{value}"),
        (commands, f"choice.{value}"),
    ):
        if words.has(key):
            return words.get(key)
    return value
