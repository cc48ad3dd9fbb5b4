"""What a document needs beside its body: addresses of links, pictures, lists that count, ids."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE

from sitegen.model.document import Media
from sitegen.render.docx.xml import W, w
from sitegen.structs import Struct

RASTER = ("image/png", "image/jpeg", "image/gif")
BULLETS = 1  # the template's list of bullets
ABSTRACT = {"": 1, "steps": 2}
EMU = 12700  # English Metric Units in a point


class Picture(Struct, frozen=True):
    """A picture in the file: its relation, and its size in pixels."""

    relation: str
    width: int
    height: int


class Parts:
    """The parts of one file being written. Each address and picture is stored once; numbers go up from 1."""

    def __init__(self, file: WordFile, media: Mapping[str, Media], targets: frozenset[str]) -> None:
        self._file = file
        self._media = media
        self._links: dict[str, str] = {}
        self._lists = BULLETS
        self._ids = 0
        self.targets = targets
        """The ids in the document that a link leads to: only these become bookmarks."""

    def link(self, address: str) -> str:
        """The relation of an address outside the document."""
        if address not in self._links:
            name = f"link{len(self._links) + 1}"
            self._file.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True
            )
            self._links[address] = name
        return self._links[address]

    def has_picture(self, name: str) -> bool:
        """Whether there is a picture of this name that Word can show."""
        return self._raster(name) is not None

    def picture(self, name: str) -> Picture:
        """The picture of this name. Raises `KeyError` if there is none, or only a drawing without its PNG."""
        media = self._raster(name)
        if media is None:
            raise KeyError(f"{name}: a DOCX needs it as PNG, JPEG or GIF")
        relation, image = self._file.part.get_or_add_image(BytesIO(media.data))
        return Picture(relation, image.px_width, image.px_height)

    def numbers(self, role: str, level: int) -> int:
        """A new list that counts from 1 at this level."""
        self._lists += 1
        start = w("lvlOverride", w("startOverride", val=1), ilvl=level)
        made = w("num", w("abstractNumId", val=ABSTRACT.get(role, ABSTRACT[""])), start, numId=self._lists)
        self._file.part.numbering_part.element.append(made)
        return self._lists

    def next_id(self) -> int:
        """A number that nothing else in the document has."""
        self._ids += 1
        return self._ids

    def indent(self, number: int, level: int) -> int:
        """How far in, in twips, the words of a list stand."""
        numbering = self._file.part.numbering_part.element
        abstract = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId").get(W + "val")
        path = f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']/{W}pPr/{W}ind"
        return int(numbering.find(path).get(W + "left"))

    def _raster(self, name: str) -> Media | None:
        """The media of this name, or for a drawing the PNG that stands beside it under the same name."""
        for candidate in (name, str(PurePosixPath(name).with_suffix(".png"))):
            media = self._media.get(candidate)
            if media is not None and media.type in RASTER:
                return media
        return None
