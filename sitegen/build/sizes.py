"""Documents that are too large to hand out, told where it can be mended: at a picture (BAR P18)."""

from collections.abc import Iterable, Iterator

from sitegen.build.making import Made
from sitegen.model.fields import place_of
from sitegen.model.network import Edition
from sitegen.problems import Place, Problem, error, warning

LIMIT = 1_000_000
"""Bytes of a document: what a telephone loads in a moment."""
OF_THE_FILE = "pdf.too-large"
"""What the check of a PDF says of it, at a file that nobody wrote."""
KILOBYTE = 1000
MOST_PAGES = 24
"""Of a brochure that can be stapled."""


def heavy_documents(made: Made, editions: Iterable[Edition]) -> tuple[Problem, ...]:
    """All problems of what was made, those of size told where they can be mended.

    There is one for each region with documents over the limit: at the largest of its pictures, or where its
    brochure is set if it has none; then its lists are what is long.
    """
    heavy = {one.place.path for one in made.problems if one.id == OF_THE_FILE}
    heavy |= {path for path in made.keys if path.endswith(".docx") and len(made.files[path]) >= LIMIT}
    found = [one for one in made.problems if one.id != OF_THE_FILE]
    for edition in editions:
        here = {path: len(made.files[path]) for path in heavy if path.startswith(f"{edition.region_id}/")}
        if here:
            path = max(here, key=lambda one: (here[one], one))
            found.append(_problem(edition, path, here[path]))
    return tuple(found)


def long_brochures(made: Made, editions: Iterable[Edition]) -> Iterator[Problem]:
    """Brochures too long to staple, each region's longest, with the setting that shortens them."""
    for edition in editions:
        prefix = f"{edition.region_id}/"
        pages = max((count for path, count in made.measures.items() if path.startswith(prefix)), default=0)
        if pages > MOST_PAGES:
            place = _setting(edition)
            lists = edition.facts.brochure.lists
            yield warning("brochure-long", place, pages=pages, limit=MOST_PAGES, lists=lists)


def _setting(edition: Edition) -> Place:
    """Where the brochure is set, or could be."""
    place = place_of(edition.facts, "brochure")
    return place if place.path else Place(f"{edition.path}/edition.yaml")


def _problem(edition: Edition, path: str, size: int) -> Problem:
    document, size, limit = path.rpartition("/")[2], size // KILOBYTE, LIMIT // KILOBYTE
    if not edition.media:
        return error(
            "document-heavy", _setting(edition), rule="P18", document=document, size=size, limit=limit
        )
    largest = max(edition.media, key=lambda one: (len(one.data), one.name))
    return error(
        "document-heavy-picture",
        largest.place,
        rule="P18",
        document=document,
        size=size,
        limit=limit,
        picture=largest.name,
        picture_size=len(largest.data) // KILOBYTE,
    )
