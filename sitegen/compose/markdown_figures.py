"""Pictures in texts: which file, and what it tells (BAR A15, B88, B89)."""

import re
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from sitegen.compose.markdown_marks import unmark
from sitegen.compose.markdown_reading import Reading
from sitegen.load.suggest import suggest
from sitegen.model.document import Figure
from sitegen.model.text import Localised
from sitegen.structs import Aside

LONGEST_ALT = 150
_SAYS_PICTURE = re.compile(
    r"(?:kuva|valokuva|kuvassa|bild|foto|bilden|image|picture|photo|صورة|изображение|фото|картинка)\b",
    re.IGNORECASE,
)


def is_picture(element: Element) -> bool:
    """Whether a paragraph is one picture and nothing else."""
    if len(element) != 1 or element[0].tag != "img":
        return False
    return not unmark(element.text or "").strip() and not unmark(element[0].tail or "").strip()


def figure(reading: Reading, element: Element) -> Figure | None:
    """The picture with the text in its brackets (empty: media.yaml's). None if there is no file."""
    name = unmark(element.get("src") or "")
    alt = unmark(element.get("alt") or "").strip()
    place = reading.place(reading.start(element), "![")
    if element.get("title"):
        reading.warning("link-title", place, "A12")
    media = reading.source.media
    if media is None:
        reading.error("image-national", place, "B89", name=name)
        return None
    if name not in media:
        path = PurePosixPath(name)
        reading.error("image-missing", place, "B89", name=name, suggestion=suggest(path.name, media))
        return None
    described = media[name]
    if alt:
        fault = alt_fault(alt, name)
        if fault:
            reading.error(fault, place, "A15", name=name, alt=alt, most=LONGEST_ALT)
    elif not described.decorative and not _any(described.alt):
        reading.error("image-no-alt", place, "B88", name=name)
    return Figure(name, alt, origin=Aside(place))


def alt_fault(alt: str, name: str) -> str:
    """The id of what is wrong with a text alternative, empty if nothing is (BAR A15)."""
    stem = PurePosixPath(name).stem.casefold()
    if alt.casefold() in (name.casefold(), stem) or re.fullmatch(r"\S+\.(?:png|jpe?g|svg|gif|webp)", alt):
        return "image-alt-file-name"
    if _SAYS_PICTURE.match(alt):
        return "image-alt-says-picture"
    return "image-alt-long" if len(alt) > LONGEST_ALT else ""


def _any(text: Localised | None) -> bool:
    return text is not None and any(value.strip() for _, value in text.values)
