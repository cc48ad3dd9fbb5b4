"""Texts by language: names, words, links (DESIGN section 3, Language)."""

from sitegen.languages.table import codes
from sitegen.load.nodes import Mapping, Node, Scalar
from sitegen.model.fields import Kind
from sitegen.model.text import EVERY_LANGUAGE, Localised, TextKind
from sitegen.problems import Problem
from sitegen.validate.choices import language_problem
from sitegen.validate.context import Asked, Checked, found, wrong
from sitegen.validate.text import check_script, check_text, check_untranslated
from sitegen.validate.url import check_url

KINDS = {Kind.NAME: TextKind.NAME, Kind.WORDS: TextKind.WORDS, Kind.LINK: TextKind.LINK}


def check_localised(node: Node, asked: Asked) -> Checked[Localised]:
    """A text by language, or a plain one: a name or link for every language, words in the main language."""
    if isinstance(node, Scalar):
        return _plain(node, asked)
    if isinstance(node, Mapping):
        return _by_language(node, asked)
    return wrong(asked, "expected-text", rule="B65")


def _plain(node: Scalar, asked: Asked) -> Checked[Localised]:
    value = _one(node, asked.at(node.place))
    if value.value is None:
        return Checked(None, value.problems)
    lang = EVERY_LANGUAGE
    problems = value.problems
    if asked.spec.kind is Kind.WORDS:
        lang, *others = asked.context.languages or ("fi",)
        problems = (*problems, *check_script(value.value, lang, asked))
        if others:
            known = ", ".join(asked.context.languages)
            problems = (
                *problems,
                found(asked, "words-need-language", value.value, lang=lang, languages=known),
            )
    return Checked(Localised(KINDS[asked.spec.kind], ((lang, value.value),)), problems)


def _by_language(node: Mapping, asked: Asked) -> Checked[Localised]:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    is_words = asked.spec.kind is Kind.WORDS
    for entry in node.entries:
        if entry.key not in asked.context.allowed:
            unknown = language_problem(entry.key, asked.at(entry.place))
            if unknown is not None:
                problems.append(unknown)
                continue
        here = asked.at(entry.value.place)
        if not isinstance(entry.value, Scalar):
            problems.append(found(here, "expected-text", rule="B65"))
            continue
        one = _one(entry.value, here)
        problems += one.problems
        if one.value is not None:
            values[entry.key] = one.value
            if is_words:
                problems += check_script(one.value, entry.key, here)
    if not node.entries:
        problems.append(found(asked, "value-empty", rule="B64"))
    if is_words:
        problems += check_untranslated(values, asked)
    problems += _main_language(node, asked)
    return Checked(
        Localised(KINDS[asked.spec.kind], tuple(values.items())) if values else None, tuple(problems)
    )


def _one(node: Scalar, asked: Asked) -> Checked[str]:
    return (check_url if asked.spec.kind is Kind.LINK else check_text)(node.value, asked)


def _main_language(node: Mapping, asked: Asked) -> tuple[Problem, ...]:
    """A map holds the main language; a name in one language is complete."""
    main = next(iter(asked.context.languages), "")
    given = [entry.key for entry in node.entries]
    if not main or main in given or not set(given) & set(codes()):
        return ()
    if asked.spec.kind is Kind.NAME and len(given) == 1:
        return ()
    return (found(asked, "language-missing", lang=main, languages=", ".join(given)),)
