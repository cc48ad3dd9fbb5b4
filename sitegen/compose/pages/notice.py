"""The one note at the top of a page: sample or invented, another year, other languages, awaiting review."""

from collections.abc import Iterator

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.seen import Seen
from sitegen.compose.pages.view import Notice, PageLink
from sitegen.compose.pages.words import in_own_words, said
from sitegen.languages.formats import list_text
from sitegen.languages.table import language
from sitegen.model.document import Text
from sitegen.model.network import Edition

Part = tuple[str, Text]
"""The title a reason would give the note, and its sentence."""


def notice(context: Context, seen: Seen) -> Notice | None:
    """All reasons in one short note, in the order of their weight; None where there is none."""
    parts = [*_region(context), *_languages(context, seen), *_review(context, seen)]
    if not parts:
        return None
    sentences = tuple(sentence for _, sentence in parts)
    link = _in_main_language(context) if seen.review or seen.languages else None
    return Notice(context.messages.get(parts[0][0]), sentences, link)


def _region(context: Context) -> Iterator[Part]:
    edition = context.edition
    if edition is None:
        return
    sample = context.choose(edition.region.sample)
    if sample:
        yield "notice.sample.title", sample
    if edition.region.invented:
        yield "notice.invented.title", said(context, "notice.invented")
    yield from _year(context, edition)


def _year(context: Context, edition: Edition) -> Iterator[Part]:
    wanted = context.network.site.edition
    if edition.year != wanted:
        yield "notice.year.title", said(context, "notice.year", year=str(edition.year), wanted=str(wanted))
    texts = context.network.national(edition.year).year if context.network.years else edition.year
    if texts != edition.year and context.sections:
        yield "notice.year.title", said(context, "notice.texts", year=str(texts))


def _languages(context: Context, seen: Seen) -> Iterator[Part]:
    own = language(context.lang)
    others = sorted(seen.languages - {context.lang})
    if own.base in others:
        others.remove(own.base)
        yield "notice.language.title", said(context, "notice.not-plain")
    if others:
        names = [in_other_words(context, lang) for lang in others]
        yield (
            "notice.language.title",
            said(context, "notice.language", languages=list_text(names, context.lang)),
        )


def _review(context: Context, seen: Seen) -> Iterator[Part]:
    if seen.review:
        yield "notice.review.title", said(context, "notice.review")


def in_other_words(context: Context, lang: str) -> str:
    """How the page's language says "in Swedish"; the code where it has no word."""
    key = f"in.{lang}"
    return context.messages.get(key) if context.messages.has(key) else lang


def _in_main_language(context: Context) -> PageLink | None:
    main = context.languages[0]
    href = context.links.href(context.region_id, main, context.slug) if main != context.lang else None
    if href is None:
        return None
    return PageLink(Text(in_own_words("notice.same-page", main), lang=main), href, hreflang=main)
