"""What a workbook must not be, looked at before it is opened: bombs, entities, macros, links (BAR S21)."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from sitegen.problems import Place, Problem, error

MEGABYTE = 1_000_000
LARGEST = 20 * MEGABYTE
UNPACKED = 80 * MEGABYTE
RATIO = 150
"""A sheet of a region is packed to a tenth or so; only what is made to be a bomb is packed so much."""
HARMLESS = MEGABYTE
"""A part smaller than this may be packed as tightly as it likes."""
MOST_PARTS = 1_000

_ENTITIES = (b"<!doctype", b"<!entity")
_FOREIGN = (
    "xl/externallinks/",
    "xl/vbaproject",
    "xl/connections",
    "xl/querytables/",
    "xl/activex/",
    "xl/embeddings/",
)
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def unsafe(name: str, data: bytes) -> tuple[Problem, ...]:
    """What is wrong with a workbook's file; nothing of it is unpacked beyond the limits."""
    place = Place(name)
    if len(data) > LARGEST:
        return (error("exchange-too-big", place, limit=LARGEST // MEGABYTE),)
    if data.startswith(OLD_EXCEL):
        return (error("exchange-old-excel", place),)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return tuple(_of_parts(package, place))[:1]
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        zlib.error,
    ):
        return (error("exchange-not-workbook", place),)


def _of_parts(package: zipfile.ZipFile, place: Place) -> Iterator[Problem]:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
        yield error("exchange-bomb", place, limit=UNPACKED // MEGABYTE)
        return
    if any(_too_tight(part) for part in parts):
        yield error("exchange-bomb", place, limit=UNPACKED // MEGABYTE)
        return
    names = [part.filename.casefold().replace("\\", "/").lstrip("/") for part in parts]
    if "[content_types].xml" not in names or len(set(names)) != len(names):
        yield error("exchange-not-workbook", place)
        return
    foreign = next((name for name in names if name.startswith(_FOREIGN)), None)
    if foreign is not None:
        yield error("exchange-foreign", place, part=foreign)
    for part, name in zip(parts, names, strict=True):
        if name.endswith((".xml", ".rels", ".vml")) and _declares(package.read(part)):
            yield error("exchange-entities", place, part=name)


def _too_tight(part: zipfile.ZipInfo) -> bool:
    return part.file_size > HARMLESS and part.file_size > RATIO * max(part.compress_size, 1)


def _declares(data: bytes) -> bool:
    """Whether an XML part declares a document type or entities, in whatever encoding."""
    plain = data.replace(b"\0", b"").lower()
    return any(mark in plain for mark in _ENTITIES)
