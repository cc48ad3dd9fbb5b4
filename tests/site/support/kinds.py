"""One page of every kind in every language: what the browser's tests look at."""

from collections.abc import Iterator

from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS
from sitegen.languages.table import codes
from sitegen.plan import page_path

LANGUAGES = codes()
PARTNERS_IN = ("fi", "sv", "en")
"""The introductions for partners are written in these only; the other pages are in all languages."""


def pages() -> tuple[str, ...]:
    """The paths: all kinds from the small invented region, long lists, a sample's own, the national ones."""
    return (
        "index.html",
        "404.html",
        "mallila/index.html",
        "modellby/index.html",
        *(page_path(None, lang, slug) for slug in NATIONAL_SLUGS for lang in LANGUAGES),
        *_of_region("mallila"),
        *(
            page_path("malliranta", lang, slug)
            for slug in ("distributors", "venues")
            for lang in ("fi", "ar")
        ),
        *(
            page_path("tornio", lang, slug)
            for slug in ("front", "venues", "contacts")
            for lang in ("sv", "ar")
        ),
    )


def county() -> tuple[str, ...]:
    """The paths of the invented county, whose lists are long: all kinds in all languages."""
    return tuple(_of_region("malliranta"))


def _of_region(region: str) -> Iterator[str]:
    for slug in REGION_SLUGS:
        for lang in PARTNERS_IN if slug == "partners" else LANGUAGES:
            yield page_path(region, lang, slug)
