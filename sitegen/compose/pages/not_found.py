"""The page for addresses that lead nowhere, in all languages (BAR A42)."""

from typing import Literal

from sitegen.compose.pages.context import FRONT, Context
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.view import Frame
from sitegen.compose.pages.words import in_own_words, said
from sitegen.languages.table import language
from sitegen.structs import Struct

TEMPLATE = "not-found.html"


class Apology(Struct, frozen=True):
    """What happened and where to go, in one language."""

    lang: str
    direction: Literal["ltr", "rtl"]
    title: str
    text: str
    link: str
    href: str


class NotFoundView(Struct, frozen=True):
    """The page in the site's main language, then in the others."""

    frame: Frame
    first: Apology
    others: tuple[Apology, ...]


def view(context: Context) -> NotFoundView:
    """The view; its links must hold at any depth, so the plan gives whole addresses."""
    found = [one for lang in context.languages if (one := _apology(context, lang))]
    return NotFoundView(
        frame=frame(
            context, said(context, "not-found.title"), context.messages.get("not-found.text"), own_words=()
        ),
        first=found[0],
        others=tuple(found[1:]),
    )


def _apology(context: Context, lang: str) -> Apology | None:
    href = context.links.href(None, lang, FRONT)
    if href is None:
        return None
    words = [in_own_words(f"not-found.{part}", lang) for part in ("title", "text", "link")]
    return Apology(lang, language(lang).direction, words[0], words[1], words[2], href)
