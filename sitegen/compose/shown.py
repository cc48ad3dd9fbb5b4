"""Texts of the data as they are shown: with their language where it is another, names marked as names."""

from sitegen.languages.choose import choose, is_same_speech
from sitegen.languages.table import is_known
from sitegen.model.document import Text
from sitegen.model.text import EVERY_LANGUAGE, Localised, TextKind
from sitegen.model.text import Text as Chosen


def shown(text: Chosen | None, lang: str, *, name: bool = False) -> Text | None:
    """A chosen text for a page in `lang`, None where there is none.

    Words say their language where it is not the page's (WCAG 3.1.2). A name does so only where it is one of
    parallel names in a language that the page's readers do not read anyway.
    """
    if not text:
        return None
    foreign = text.lang if text.lang not in (None, lang) else None
    if name and foreign and is_known(foreign) and is_same_speech(foreign, lang):
        foreign = None
    return Text(text.value, foreign, name)


def best(localised: Localised | None, lang: str, region_languages: tuple[str, ...]) -> Text | None:
    """The best text for a reader of `lang`, as it is shown."""
    if localised is None:
        return None
    for code, value in localised.values:  # the usual case of what follows, said once more: it is most of it
        if value and code in (lang, EVERY_LANGUAGE):
            return Text(value, None, localised.kind is TextKind.NAME)
    return shown(choose(localised, lang, region_languages), lang, name=localised.kind is TextKind.NAME)
