"""The choice of languages: the region's root and the site's (BAR G1: real pages, no guessing)."""

from typing import Literal

from sitegen.compose.pages.context import FRONT, Context
from sitegen.compose.pages.frame import LONGEST_TITLE, frame
from sitegen.compose.pages.view import Frame
from sitegen.compose.pages.words import in_own_words, words
from sitegen.compose.section_words import region_forms
from sitegen.languages.table import language
from sitegen.model.document import Text
from sitegen.structs import Struct

TEMPLATE = "choice.html"


class Choice(Struct, frozen=True):
    """A language: its own name, and what the page is called in it."""

    lang: str
    direction: Literal["ltr", "rtl"]
    label: str
    text: str
    href: str


class ChoiceView(Struct, frozen=True):
    """The page in the main language, each entry in its own."""

    frame: Frame
    choices: tuple[Choice, ...]


def view(context: Context) -> ChoiceView:
    """The view; the context's language is the region's first (or the site's), its slug `choice`."""
    heading = _heading(context)
    asked = " · ".join(in_own_words("choice.choose", lang) for lang in ("fi", "sv", "en"))
    title = f"{heading.value} – {asked}"
    return ChoiceView(
        frame=frame(
            context,
            heading,
            context.messages.get("choice.description"),
            own_words=words(context, "languages.label"),
            title=title if len(title) <= LONGEST_TITLE else heading.value[:LONGEST_TITLE],
        ),
        choices=tuple(found for lang in context.languages if (found := _choice(context, lang))),
    )


def _heading(context: Context) -> Text:
    """The card and the region's parallel names: "Kaikukortti Tornio · Torneå"."""
    if context.edition is None:
        return Text(context.messages.get("brand"))
    named = dict.fromkeys(value for _, value in context.edition.region.name.values)
    return Text(f"{context.messages.get('brand')} {' · '.join(named)}", name=True)


def _choice(context: Context, lang: str) -> Choice | None:
    href = context.links.href(context.region_id, lang, FRONT)
    if href is None:
        return None
    row = language(lang)
    if context.edition:
        text = in_own_words("front.heading", lang, **region_forms(context.edition, lang))
    else:
        text = in_own_words("national.heading", lang)
    return Choice(lang, row.direction, row.label, text, href)
