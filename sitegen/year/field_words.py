"""The public fields of a partner or coordinator in words, to compare two years field by field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.compose.partner_words import access_texts, channel_text, popup_text, season_text, tags, words
from sitegen.compose.shown import best
from sitegen.languages.formats import joined, list_text
from sitegen.model.contact import Address, Email, Phone, PhoneNumber
from sitegen.model.fields import Kind, Sees, Spec, table
from sitegen.model.partner import Venue
from sitegen.model.partner_parts import ALL, How
from sitegen.model.register import Register
from sitegen.model.text import Localised

Facts = Mapping[tuple[str, str], str]
"""What a record says: the field in the reader's words and its text's language (empty: none), to the text."""

_WORDS = {"sector": "sector", "kind": "kind", "type": "type"}
_SKIPPED = frozenset({"id", "at", "side"})


def facts_of(record: Any, lang: str, languages: tuple[str, ...], register: Register) -> Facts:
    """The public fields of a record that say something."""
    found: dict[tuple[str, str], str] = {}
    for name, spec in table(type(record)).items():
        value = getattr(record, name)
        if spec.sees is Sees.INTERNAL or name in _SKIPPED or value in (None, ()):
            continue
        for part, code, text in _parts(name, spec, value, record, lang, languages, register):
            if text:
                found[part, code] = text
    return found


def _parts(
    name: str,
    spec: Spec,
    value: Any,
    record: Any,
    lang: str,
    languages: tuple[str, ...],
    register: Register,
) -> Iterator[tuple[str, str, str]]:
    label = spec.about(lang)
    if isinstance(value, Localised):
        yield from ((label, code, text) for code, text in value.values)
    elif isinstance(value, Address):
        for inner, line in table(Address).items():
            part = getattr(value, inner)
            for code, text in part.values if isinstance(part, Localised) else (("", part),):
                yield f"{label}: {_small(line.about(lang))}", code, text or ""
    else:
        made = _SPECIAL.get(name)
        text = made(value, record, lang, languages) if made else _plain(spec, value, lang, register)
        yield label, "", text


def _plain(spec: Spec, value: Any, lang: str, register: Register) -> str:
    """A value without a rule of its own: a choice as its word, a municipality as its name."""
    if isinstance(value, tuple):
        return list_text([_plain(spec, one, lang, register) for one in value], lang)
    if isinstance(value, PhoneNumber):
        return value.written
    if spec.kind is Kind.CHOICE and spec.key in _WORDS:
        return words(lang).get(f"{_WORDS[spec.key]}.{value}")
    if spec.kind in (Kind.MUNICIPALITY, Kind.COVERS):
        return words(lang).get("covers.all") if value == ALL else register.name(value, lang)
    return str(value)


def _phones(value: Sequence[Phone], _record: Any, lang: str, languages: tuple[str, ...]) -> str:
    return joined(_with_use(one.number.written, (one.for_, one.price), lang, languages) for one in value)


def _emails(value: Sequence[Email] | str, _record: Any, lang: str, languages: tuple[str, ...]) -> str:
    if isinstance(value, str):  # a coordinator has one
        return value
    return joined(_with_use(one.address, (one.for_,), lang, languages) for one in value)


def _with_use(text: str, more: tuple[Localised | None, ...], lang: str, languages: tuple[str, ...]) -> str:
    found = [shown.value for one in more if (shown := best(one, lang, languages))]
    return f"{text} ({', '.join(found)})" if found else text


def _how(value: How, _record: Any, lang: str, languages: tuple[str, ...]) -> str:
    note = best(value.note, lang, languages)
    return " ".join(part for part in (channel_text(value.channels, lang), note.value if note else "") if part)


def _limits(_value: Any, record: Venue, lang: str, languages: tuple[str, ...]) -> str:
    found = tags(record, lang, languages)
    days = len(record.season) + (1 if record.popup else 0)
    return joined(one.value for one in (found[:-days] if days else found))


def _access(value: Any, _record: Any, lang: str, languages: tuple[str, ...]) -> str:
    return joined(one.value for one in access_texts(value, lang, languages))


_SPECIAL: Mapping[str, Callable[[Any, Any, str, tuple[str, ...]], str]] = {
    "phone": lambda value, record, lang, languages: (
        value.written if isinstance(value, PhoneNumber) else _phones(value, record, lang, languages)
    ),
    "email": _emails,
    "how": _how,
    "limits": _limits,
    "accessibility": _access,
    "season": lambda value, _record, lang, _languages: joined(season_text(one, lang) for one in value),
    "popup": lambda value, _record, lang, _languages: popup_text(value, lang),
}


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
