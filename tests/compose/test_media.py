"""Pictures of documents."""

import io
import struct

import pytest
from PIL import Image

from sitegen.compose.media import media_type, pixels, qr_code, shown_media
from sitegen.model.document import Figure
from tests.builders import edition, media


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.png", "image/png"), ("a.JPG", "image/jpeg"), ("a.svg", "image/svg+xml"), ("a.heic", ""), ("a", "")],
)
def test_types(name: str, expected: str) -> None:
    assert media_type(name) == expected


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_pixels(form: str) -> None:
    target = io.BytesIO()
    Image.new("RGB", (37, 21)).save(target, form)
    assert pixels(target.getvalue()) == (37, 21)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\xff\xd8\xff", b"\xff\xd8" + struct.pack(">HH", 0xFFE0, 9000)]
)
def test_no_pixels(data: bytes) -> None:
    assert pixels(data) == (0, 0)


def test_only_what_is_shown() -> None:
    made = edition(media=(media("b.png"), media("a.png"), media("c.heic")))
    found = shown_media((Figure("b.png", ""), Figure("c.heic", ""), Figure("b.png", "")), made)
    assert [one.name for one in found] == ["b.png"]


def test_the_code_is_the_same_each_time() -> None:
    address = "https://kaikukortti.example/mallila/"
    assert qr_code(address) == qr_code(address)
    assert qr_code(address) != qr_code(address + "fi/")


def test_the_code_is_a_vector_and_the_same_in_pixels() -> None:
    vector, raster = qr_code("https://kaikukortti.example/mallila/")
    assert (vector.type, raster.type) == ("image/svg+xml", "image/png")
    picture = Image.open(io.BytesIO(raster.data))
    assert picture.size == (raster.width, raster.height)
    modules = raster.width // 16
    assert (
        f'viewBox="0 0 {modules * 4} ' in vector.data.decode()
        or f'width="{modules * 4}"' in vector.data.decode()
    )
