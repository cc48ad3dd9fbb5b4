"""Words of the catalogue as a view carries them."""

from functools import lru_cache

from sitegen.compose.pages.context import Context
from sitegen.languages import formats
from sitegen.languages.messages import PAGES, catalogue
from sitegen.model.document import Text

Words = tuple[tuple[str, str], ...]


def words(context: Context, *keys: str, **values: str) -> Words:
    """Pairs for a template: `nav.label` becomes the name `nav_label`. `values` fill `{names}`."""
    if not values:
        return _plain_words(context.lang, keys)
    return tuple((_name(key), context.messages.get(key, **values)) for key in keys)


@lru_cache(maxsize=1024)
def _plain_words(lang: str, keys: tuple[str, ...]) -> Words:
    """Words that nothing is filled into are the same on every page."""
    message = catalogue(PAGES, lang)
    return tuple((_name(key), message.get(key)) for key in keys)


def _name(key: str) -> str:
    return key.replace(".", "_").replace("-", "_")


def said(context: Context, key: str, **values: str) -> Text:
    """A message as a text in the page's own language."""
    return Text(context.messages.get(key, **values)) if values else _plain_text(context.lang, key)


@lru_cache(maxsize=1024)
def _plain_text(lang: str, key: str) -> Text:
    return Text(catalogue(PAGES, lang).get(key))


def counted(context: Context, key: str, count: int) -> str:
    """A message with a number in it, in the form that the language needs for it."""
    return context.messages.plural(key, count, count=formats.number(count, context.lang))


def plural_forms(context: Context, key: str) -> tuple[tuple[str, str], ...]:
    """A message with a number in it in each form of the language, by plural category, `#` for the number."""
    examples = formats.plural_examples(context.lang)
    return tuple((category, context.messages.plural(key, number, count="#")) for category, number in examples)


def in_own_words(key: str, lang: str, **values: str) -> str:
    """A message of another language, as a link to its page says it."""
    return catalogue(PAGES, lang).get(key, **values)


@lru_cache(maxsize=4096)
def named(key: str, lang: str, page_lang: str) -> Text:
    """A message of `lang` as a text on a page in `page_lang`."""
    return Text(catalogue(PAGES, lang).get(key), lang=lang if lang != page_lang else None)
