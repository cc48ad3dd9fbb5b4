"""How a PDF's layout gets anything: from its job, never from disk or network (BAR F11, S14)."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from sitegen.model.document import Media
from sitegen.render.pdf_job import BASE, FontFile, media_url


class RefusedAddressError(ValueError):
    """A page or style sheet asks for something that its job does not hold."""


class FontChangedError(ValueError):
    """A font in the theme's folder is not the one the job was made with."""


class JobFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers from a table of addresses; every other address stops the rendering.

    `URLFetcher.__init__` is not called on purpose: it would install handlers for http, ftp, file and data.
    """

    def __init__(self, table: Mapping[str, tuple[str, bytes]]) -> None:
        self._table = table
        self._fail_on_errors = True

    def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
        """The answer from the table. Raises `RefusedAddressError`, which WeasyPrint makes a fatal error."""
        found = self._table.get(url)
        if found is None:
            raise RefusedAddressError(f"not in the job: {url[:200]}")
        kind, data = found
        return URLFetcherResponse(url, data, {"Content-Type": kind})


def media_table(media: Iterable[Media]) -> dict[str, tuple[str, bytes]]:
    """Addresses of a job's pictures."""
    return {media_url(picture.name): (picture.type, picture.data) for picture in media}


def font_table(fonts: Iterable[FontFile], folder: Path) -> dict[str, tuple[str, bytes]]:
    """Addresses of fonts, read from the theme's folder. Raises `FontChangedError` if a digest differs."""
    table = {}
    for font in fonts:
        if Path(font.name).name != font.name:
            raise RefusedAddressError(f"not a file name: {font.name}")
        data = (folder / font.name).read_bytes()
        if hashlib.sha256(data).hexdigest() != font.sha256:
            raise FontChangedError(font.name)
        table[f"{BASE}fonts/{font.name}"] = ("font/ttf", data)
    return table
