"""Plain text: what no field may hold (BAR B64, B70-B73, B80, B81)."""

import re

from sitegen.languages.table import is_known, language
from sitegen.model.fields import Kind
from sitegen.problems import Problem
from sitegen.validate.context import Asked, Checked, doubtful, found, wrong

EMPTY = frozenset({"", "-", "–", "—", "null", "~", "none", "n/a"})
UNFINISHED = frozenset(
    {"xxx", "xx", "todo", "tbd", "fixme", "?", "??", "???", "...", "…", "lorem ipsum", "tähän", "täydennä"}
)
FREE_TEXT = frozenset({Kind.TEXT, Kind.NAME, Kind.WORDS})

SHORTEST_CAPITALS = 8
"""So many capital letters and no small one are shouting; fewer may be an abbreviation (TP-47, SPR)."""

LONG_TEXT = 1000
"""A field that may be this long keeps its paragraphs."""

_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)
_MARKS = re.compile(
    r"\*\*[^*\s][^*]*\*\*|(?<!\w)\*[^*\s][^*]*\*(?!\w)|__[^_\s][^_]*__"
    r"|!?\[[^\]]+\]\([^)]*\)|`[^`]+`|^#{1,6} |\{\{|\{[a-z_]+\}",
    re.MULTILINE,
)
# What a text has at least where a pattern above, or a blank too many, can be found: nearly none has it. The
# last one is all of these together.
_MAY_BE_HTML = re.compile("[<&]")
_MAY_BE_MARKED = re.compile(r"[*_\[`{]|^#", re.MULTILINE)
_MAY_BE_JOINED = re.compile(r"[\t\n]|  ")
_MAY_BE_ODD = re.compile(r"[<&*_\[`{#\t\n]|  ")
_BLANKS = re.compile(r"[ \t\n]+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_DOUBLE_SPACE = re.compile(r"\S {2,}\S")
_BEYOND_LATIN = re.compile("[^\0-\N{LATIN SMALL LETTER Y WITH STROKE}]")
_SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "arabic": re.compile(r"[؀-ۿݐ-ݿﭐ-﷿ﹰ-﻿]"),
}
_OWN_SCRIPT_ENOUGH = 0.2
_FEW_WORDS = 3


def check_empty(value: str, asked: Asked) -> Checked[str]:
    """The value without spaces at its ends; an error where nothing is in it, or only a promise (B64)."""
    text = value.strip()
    small = text.casefold()
    folded = small.strip(" .!:") if text not in EMPTY else text
    if small in EMPTY and text not in asked.spec.choices:
        return wrong(asked, "value-empty", rule="B64")
    if folded in UNFINISHED or small in UNFINISHED:
        if asked.spec.kind in FREE_TEXT:
            return Checked(text, (doubtful(asked, "value-unfinished", text, rule="B64"),))
        return wrong(asked, "value-unfinished", text, rule="B64")
    return Checked(text)


def check_text(value: str, asked: Asked) -> Checked[str]:
    """One plain text: empty, HTML, Markdown marks, capitals, spaces, length."""
    outcome = check_empty(value, asked)
    if outcome.value is None or _is_plain(outcome.value, asked.spec.max_length):
        return outcome
    text = joined(outcome.value, keep_paragraphs=asked.spec.max_length >= LONG_TEXT)
    return Checked(text, (*outcome.problems, *_marks(text, asked), *_shape(outcome.value, text, asked)))


def _is_plain(text: str, most: int) -> bool:
    """Whether there is nothing to say of a text, nor to join."""
    return len(text) <= most and not _MAY_BE_ODD.search(text) and not text.isupper()


def joined(text: str, *, keep_paragraphs: bool) -> str:
    """Lines joined and spaces single; blank lines stay where the field keeps paragraphs."""
    if not _MAY_BE_JOINED.search(text):
        return text.strip(" ")
    paragraphs = _EMPTY_LINE.split(text) if keep_paragraphs else [text]
    return "\n\n".join(" ".join(_BLANKS.split(part.strip(" \t\n"))) for part in paragraphs if part.strip())


def _marks(text: str, asked: Asked) -> list[Problem]:
    html = _HTML.search(text) if _MAY_BE_HTML.search(text) else None
    if html:
        return [found(asked, "text-html", text, rule="B72", mark=html.group())]
    mark = _MARKS.search(text) if _MAY_BE_MARKED.search(text) else None
    return [doubtful(asked, "text-markdown", text, rule="B73", mark=mark.group())] if mark else []


def _shape(written: str, text: str, asked: Asked) -> list[Problem]:
    problems = []
    if len(text) > asked.spec.max_length:
        problems.append(
            found(asked, "text-long", text, rule="B70", length=len(text), limit=asked.spec.max_length)
        )
    if text.isupper() and sum(sign.isalpha() for sign in text) >= SHORTEST_CAPITALS:
        problems.append(doubtful(asked, "text-capitals", text, rule="B71"))
    if "  " in written and _DOUBLE_SPACE.search(written):
        problems.append(doubtful(asked, "text-double-space", text, rule="B71"))
    return problems


def check_script(text: str, lang: str, asked: Asked) -> tuple[Problem, ...]:
    """A text in letters that its language is not written in (B81): most likely under the wrong language."""
    if not is_known(lang) or (language(lang).script == "latin" and not _BEYOND_LATIN.search(text)):
        return ()
    if len(_SCRIPTS[language(lang).script].findall(text)) >= _OWN_SCRIPT_ENOUGH * len(text):
        return ()  # a fifth of all signs is a fifth of the letters too
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    own, total = counts[language(lang).script], sum(counts.values())
    words = len(re.findall(r"\w{2,}", text))
    if (
        total == 0
        or own >= _OWN_SCRIPT_ENOUGH * total
        or (language(lang).script != "latin" and words < _FEW_WORDS)
    ):
        return ()
    return (doubtful(asked, "text-script", text, rule="B81", lang=lang),)


def check_untranslated(texts: dict[str, str], asked: Asked) -> tuple[Problem, ...]:
    """Several words that are the same in two languages (B80); a language and its plain form may agree."""
    seen: dict[str, str] = {}
    problems = []
    for lang, text in texts.items():
        key = text.casefold()
        first = seen.setdefault(key, lang)
        related = first == lang or language(first).base == lang or language(lang).base == first
        if not related and len(re.findall(r"[^\W\d_]{3,}", text)) >= _FEW_WORDS:
            problems.append(doubtful(asked, "text-untranslated", text, rule="B80", lang=lang, same=first))
    return tuple(problems)
