"""sitemap.xml with the languages of each page, and robots.txt."""

from html import escape

from sitegen.languages.table import language
from sitegen.plan import MOVED, Artefact, Plan, address

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_LEFT_OUT = ("not-found", MOVED)


def sitemap(plan: Plan, languages: tuple[str, ...], base_url: str) -> bytes:
    """Every page once, each with all its languages that search engines know (BAR G2, G10)."""
    pages = [one for one in plan.artefacts if one.kind == "page" and one.slug not in _LEFT_OUT]
    return (_HEAD + "".join(_entry(plan, one, languages, base_url) for one in pages) + "</urlset>\n").encode()


def alternates(
    plan: Plan, page: Artefact, languages: tuple[str, ...], base_url: str
) -> tuple[tuple[str, str], ...]:
    """hreflang codes and full addresses of a page, as the page itself names them.

    Empty for a page in a language that has no hreflang: such a page would have no return link (BAR F13).
    """
    if page.lang is None or language(page.lang).hreflang is None:
        return ()
    known = [
        (hreflang, address(base_url, path))
        for lang, path in plan.alternates(page, languages)
        if (hreflang := language(lang).hreflang) is not None
    ]
    if len(known) < 2:
        return ()
    choice = plan.page(page.region, None, "choice") if page.slug == "front" else None
    everybody = address(base_url, choice) if choice is not None else known[0][1]
    return (*known, ("x-default", everybody))


def _entry(plan: Plan, page: Artefact, languages: tuple[str, ...], base_url: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(href)}"/>'
        for lang, href in alternates(plan, page, languages, base_url)
    )
    return f"<url><loc>{escape(address(base_url, page.path))}</loc>{links}</url>\n"


def robots(base_url: str) -> bytes:
    """Everybody may read everything; where the sitemap is."""
    return f"User-agent: *\nDisallow:\nSitemap: {address(base_url, 'sitemap.xml')}\n".encode()
