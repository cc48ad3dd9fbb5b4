"""Which language's text a reader gets: the chain of DESIGN section 3."""

from functools import lru_cache

from sitegen.languages.table import LAST_RESORT, language
from sitegen.model.text import EVERY_LANGUAGE, Localised, Text


@lru_cache(maxsize=256)
def chain(lang: str, region_languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The languages tried for a reader of `lang`, best first.

    Itself, its base, what its row in the table names, those the region writes, then fi, sv, en.
    """
    row = language(lang)
    base = (row.base,) if row.base else ()
    return tuple(dict.fromkeys((lang, *base, *row.after, *region_languages, *LAST_RESORT)))


def choose(localised: Localised | None, lang: str, region_languages: tuple[str, ...] = ()) -> Text | None:
    """The best text for a reader of `lang`; None where there is none.

    A plain string holds in every language and carries none: it is a name (or a link), never a fallback. Of a
    text in several languages the first of the chain is taken, then any; one not in `lang` is a fallback.
    """
    if localised is None or not localised.values:
        return None
    for code, value in localised.values:
        if code == lang:
            return Text(value, code)
        if code == EVERY_LANGUAGE:
            return Text(value)
    values = dict(localised.values)
    found = next((code for code in chain(lang, region_languages) if code in values), localised.values[0][0])
    return Text(values[found], found, is_fallback=True)


def is_same_speech(one: str, other: str) -> bool:
    """Whether a reader of `one` reads `other` too: a language and its plain form."""
    return language(one).base == other or language(other).base == one or one == other
