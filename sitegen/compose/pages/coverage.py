"""What the national pages do not cover, and on which day that was known (`content/network.yaml`)."""

from urllib.parse import urlsplit

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.footer import partial_day
from sitegen.compose.pages.municipalities import MunicipalityView, others
from sitegen.compose.pages.view import Dated, PageLink
from sitegen.compose.pages.words import Words, counted, words
from sitegen.model.document import Text
from sitegen.structs import Struct

WORDS = ("coverage.title", "coverage.as-of", "coverage.source", "coverage.others", "national.own-page")


class CoverageView(Struct, frozen=True):
    """Sentences on what is here and how large the network is, with day and source; pages elsewhere."""

    here: str
    network: str
    dated: Dated | None
    source: PageLink | None
    others: tuple[MunicipalityView, ...]
    rest: str


def coverage_words(context: Context) -> Words:
    """The words of the part."""
    return words(context, *WORDS)


def coverage(context: Context) -> CoverageView:
    """Invented municipalities are not counted."""
    size = context.network.in_use
    here = {
        code
        for edition in context.network.published
        if not edition.region.invented
        for code in edition.region.municipalities
    }
    return CoverageView(
        here=counted(context, "coverage.here", len(here)) if here else "",
        network=counted(context, "coverage.network", size.municipalities) if size else "",
        dated=partial_day(size.date, context.lang) if size else None,
        source=PageLink(Text(urlsplit(size.source).netloc, ltr=True), size.source) if size else None,
        others=tuple(others(context)),
        rest=context.messages.get("national.missing-text"),
    )
