"""Brochures and posters by language, each entry in its own language's words (BAR A13)."""

from dataclasses import dataclass
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

FILES = (
    ("brochure", "pdf"),
    ("brochure", "docx"),
    ("brochure-large", "pdf"),
    ("brochure-booklet", "pdf"),
    ("poster", "pdf"),
    ("poster-a3", "pdf"),
    ("poster", "docx"),
)
"""Kinds and forms in the order of the entry; those the plan has not are left out."""


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The documents in one language. `called` is the language's name in the page's words, in `page_lang`."""

    lang: str
    direction: Literal["ltr", "rtl"]
    label: str
    own: bool
    called: str
    page_lang: str
    files: tuple[PageLink, ...]


def documents(
    context: Context, files: tuple[tuple[str, str], ...] = FILES, *, pages: bool = False
) -> tuple[DocumentsView, ...]:
    """All languages that have any of the files, the page's own first. `pages`: the brochure as a page too."""
    order = sorted(context.languages, key=lambda lang: lang != context.lang)
    entries = (_entry(context, lang, files, pages) for lang in order)
    return tuple(entry for entry in entries if entry.files)


def _entry(context: Context, lang: str, files: tuple[tuple[str, str], ...], pages: bool) -> DocumentsView:
    row = language(lang)
    year = str(context.edition.year) if context.edition else ""
    found = [_page(context, lang)] if pages else []
    found += [file_link(context, lang, kind, form, year=year) for kind, form in files]
    found += _by_municipality(context, lang, year) if pages else []
    own = lang == context.lang
    return DocumentsView(
        lang=lang,
        direction=row.direction,
        label=row.label,
        own=own,
        called="" if is_same_speech(lang, context.lang) else in_other_words(context, lang),
        page_lang=context.lang,
        files=tuple(link for link in found if link),
    )


def _by_municipality(context: Context, lang: str, year: str) -> list[PageLink | None]:
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
            year=year,
            place=place,
        )
        for place, code in named
        for form in ("pdf", "docx")
    ]


def _page(context: Context, lang: str) -> PageLink | None:
    href = context.links.href(context.region_id, lang, "brochure")
    if href is None:
        return None
    return PageLink(Text(in_own_words("file.page", lang)), href, hreflang=lang)
