"""Documents that are too large to hand out, told where it can be mended: at a picture (BAR P18)."""

from collections.abc import Iterable

from sitegen.build.making import Made
from sitegen.model.fields import place_of
from sitegen.model.network import Edition
from sitegen.problems import Place, Problem, error

LIMIT = 1_000_000
"""Bytes of a document: what a telephone loads in a moment."""
OF_THE_FILE = "pdf.too-large"
"""What the check of a PDF says of it, at a file that nobody wrote."""
KILOBYTE = 1000


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


def _problem(edition: Edition, path: str, size: int) -> Problem:
    document, size, limit = path.rpartition("/")[2], size // KILOBYTE, LIMIT // KILOBYTE
    if not edition.media:
        place = place_of(edition.facts, "brochure")
        place = place if place.path else Place(f"{edition.path}/edition.yaml")
        return error("document-heavy", place, rule="P18", document=document, size=size, limit=limit)
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
