"""Brochures and posters by language, each entry in its own language's words (BAR A13)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.links import file_link
from sitegen.compose.pages.notice import in_other_words
from sitegen.compose.pages.view import PageLink
from sitegen.compose.pages.words import in_own_words
from sitegen.languages.choose import is_same_speech
from sitegen.languages.table import language
from sitegen.load.names import as_id
from sitegen.model.document import Text
from sitegen.structs import Struct

Files = tuple[tuple[str, str], ...]

FRONT_FILES: Files = (("brochure", "pdf"), ("brochure", "docx"))
WAYS: Mapping[str, Files] = {
    "read": (("brochure", "pdf"), ("brochure-large", "pdf")),
    "print": (("brochure-booklet", "pdf"), ("poster", "pdf"), ("poster-a3", "pdf")),
    "word": (("brochure", "docx"), ("poster", "docx")),
}
"""Kinds and forms by what one does with them, in order; those the plan has not are left out."""


class WayView(Struct, frozen=True):
    """What one does with these files, in their language's words; no words where there is but one way."""

    label: str
    files: tuple[PageLink, ...]


class DocumentsView(Struct, frozen=True):
    """The documents in one language. `called` is the language's name in the page's words, in `page_lang`."""

    lang: str
    direction: Literal["ltr", "rtl"]
    label: str
    own: bool
    called: str
    page_lang: str
    ways: tuple[WayView, ...]


def front_documents(context: Context) -> tuple[DocumentsView, ...]:
    """The brochure in all languages, the page's own first."""
    return _documents(context, lambda lang: (_way("", _files(context, lang, FRONT_FILES)),))


def documents(context: Context) -> tuple[DocumentsView, ...]:
    """Everything in all languages, the page's own first: to read, to print at the office, to open in Word."""
    return _documents(context, lambda lang: tuple(_ways(context, lang)))


def _documents(context: Context, ways: Callable[[str], tuple[WayView, ...]]) -> tuple[DocumentsView, ...]:
    order = sorted(context.languages, key=lambda lang: lang != context.lang)
    entries = (_entry(context, lang, ways(lang)) for lang in order)
    return tuple(entry for entry in entries if entry.ways)


def _entry(context: Context, lang: str, ways: tuple[WayView, ...]) -> DocumentsView:
    row = language(lang)
    return DocumentsView(
        lang=lang,
        direction=row.direction,
        label=row.label,
        own=lang == context.lang,
        called="" if is_same_speech(lang, context.lang) else in_other_words(context, lang),
        page_lang=context.lang,
        ways=tuple(way for way in ways if way.files),
    )


def _ways(context: Context, lang: str) -> Iterator[WayView]:
    for way, files in WAYS.items():
        found = [_page(context, lang)] if way == "read" else []
        found += _files(context, lang, files)
        if way != "print":
            found += _by_municipality(context, lang, "pdf" if way == "read" else "docx")
        yield _way(in_own_words(f"materials.open.{way}", lang), found)


def _way(label: str, links: Iterable[PageLink | None]) -> WayView:
    return WayView(label, tuple(link for link in links if link))


def _files(context: Context, lang: str, files: Files) -> list[PageLink | None]:
    return [file_link(context, lang, kind, form, year=_year(context)) for kind, form in files]


def _year(context: Context) -> str:
    return str(context.edition.year) if context.edition else ""


def _by_municipality(context: Context, lang: str, form: str) -> list[PageLink | None]:
    """The brochures of single municipalities, where the region has such (`lists: municipality`)."""
    if context.edition is None or context.edition.facts.brochure.lists != "municipality":
        return []
    register = context.network.register
    named = sorted((register.name(code, lang), code) for code in context.edition.region.municipalities)
    return [
        file_link(
            context,
            lang,
            f"brochure-{as_id(register.name(code, 'fi'))}",
            form,
            name="brochure-place",
            year=_year(context),
            place=place,
        )
        for place, code in named
    ]


def _page(context: Context, lang: str) -> PageLink | None:
    href = context.links.href(context.region_id, lang, "brochure")
    if href is None:
        return None
    return PageLink(Text(in_own_words("file.page", lang)), href, hreflang=lang)
