"""Links of a page: to pages that exist in its language or the next one, to files, to people."""

from sitegen.compose.pages.context import FRONT, Context
from sitegen.compose.pages.view import LanguageLink, PageLink
from sitegen.compose.pages.words import in_own_words, named
from sitegen.languages.choose import chain
from sitegen.languages.formats import file_size
from sitegen.languages.table import language
from sitegen.model.document import Text

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Media types of documents by their form."""


def page_link(context: Context, slug: str, key: str, region: str | None = None) -> PageLink | None:
    """A link to a page of the region (of the nation without one), named by the message `key`.

    Where the page lacks in the reader's language it leads to the next language of the chain that has it,
    named in that language (DESIGN section 3, Language). None where there is no such page at all.
    """
    for lang in chain(context.lang, context.region_languages):
        href = context.links.href(region, lang, slug) if lang in context.languages else None
        if href is not None:
            other = lang if lang != context.lang else None
            current = other is None and slug == context.slug and region == context.region_id
            return PageLink(named(key, lang, context.lang), href, current, hreflang=other)
    return None


def own_pages(context: Context, *slugs: str) -> tuple[PageLink, ...]:
    """Links to those of the region's own pages that there are, named as in the menu."""
    return tuple(
        link for slug in slugs if (link := page_link(context, slug, f"nav.{slug}", context.region_id))
    )


def language_row(context: Context) -> tuple[LanguageLink, ...]:
    """All languages in their order: the same page, or the front page where a language lacks it (BAR G4)."""
    return tuple(link for lang in context.languages if (link := _language(context, lang)))


def _language(context: Context, lang: str) -> LanguageLink | None:
    row = language(lang)
    same = context.links.href(context.region_id, lang, context.slug)
    href = same or context.links.href(context.region_id, lang, FRONT)
    if href is None:
        return None
    elsewhere = "" if same else in_own_words("languages.front", lang)
    return LanguageLink(row.label, lang, row.direction, href, lang == context.lang, elsewhere)


def file_link(
    context: Context, lang: str, kind: str, form: str, *, name: str = "", **values: str
) -> PageLink | None:
    """A document in its own language's words: "Esite 2026 suomeksi (PDF, 212 kt)" (BAR A13).

    `name`: the message that names it, where the kind has none of its own.
    """
    found = context.links.document(context.region_id or "", lang, kind, form)
    if found is None:
        return None
    text = in_own_words(f"file.{name or kind}", lang, **values)
    remark = form.upper()
    if found.size:
        remark = in_own_words("file.size", lang, form=remark, size=file_size(found.size, lang))
    return PageLink(Text(text), found.href, hreflang=lang, type=TYPES[form], remark=Text(remark))
