"""The job of one PDF: all that its renderer gets, so that its digest misses no input (DESIGN section 5)."""

from typing import Literal

from sitegen.model.document import Media
from sitegen.structs import Struct

# Never resolved: `.invalid` is reserved (RFC 2606), and the fetcher answers from the job alone.
BASE = "https://job.invalid/"


class Sheet(Struct, frozen=True):
    """A style sheet. It stands at `print/<name>` of the job, from where its own addresses count."""

    name: str
    text: str


class FontFile(Struct, frozen=True):
    """A font by its file name in the theme's folder and its digest. It stands at `fonts/<name>`."""

    name: str
    sha256: str


class PdfJob(Struct, frozen=True):
    """What to lay out.

    `filler` is the HTML of spare pages, of which as many as are missing to a `multiple` stand before the page
    named `back` (at the end where there is none). `zoom` enlarges everything.
    """

    html: str
    css: tuple[Sheet, ...]
    fonts: tuple[FontFile, ...]
    media: tuple[Media, ...] = ()
    filler: str = ""
    multiple: int = 1
    zoom: float = 1.0


class BookletJob(Struct, frozen=True):
    """The bytes of a finished brochure, and on which side its reading begins."""

    brochure: bytes
    direction: Literal["ltr", "rtl"] = "ltr"


def media_url(name: str) -> str:
    """The address of a picture in a job; a style sheet writes `../art/tile-card.svg` for the theme's art."""
    return BASE + name if name.startswith("art/") else f"{BASE}media/{name}"
