"""Pictures are known by their bytes (B89, S15, S16)."""

from struct import pack

import pytest

from sitegen.validate.picture import Picture, picture_problem, read_header


def png(width: int, height: int) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n"
        + pack(">I", 13)
        + b"IHDR"
        + pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        + b"crc."
    )


def jpeg(width: int, height: int, channels: int = 3) -> bytes:
    app = b"\xff\xe0" + pack(">H", 4) + b"xx"
    frame = b"\xff\xc2" + pack(">HBHHB", 8 + 3 * channels, 8, height, width, channels)
    return b"\xff\xd8" + app + b"\xff" + frame + b"..."


def test_headers() -> None:
    assert read_header(png(640, 480)) == Picture("png", 640, 480)
    assert read_header(jpeg(640, 480)) == Picture("jpeg", 640, 480, 3)
    assert read_header(b"GIF89a") is None


CASES = [
    ("kuva.png", png(640, 480), ""),
    ("kuva.jpg", jpeg(640, 480), ""),
    ("oma_kuva-2.jpeg", jpeg(640, 480, 1), ""),
    ("kuva.svg", b"<svg onload='x'/>", "picture-svg"),
    ("kuva.heic", b"x", "picture-type"),
    ("kuva", b"x", "picture-type"),
    ("Kuva Äiti.png", png(1, 1), "picture-name"),
    ("kuva.png", b"", "picture-empty"),
    ("kuva.png", jpeg(1, 1), "picture-other-type"),
    ("kuva.jpg", b"<html>", "picture-other-type"),
    ("kuva.png", png(1, 1)[:20], "picture-broken"),
    ("kuva.jpg", jpeg(1, 1)[:14], "picture-broken"),
    ("kuva.png", png(0, 1), "picture-broken"),
    ("kuva.png", png(50_000, 50_000), "picture-large"),
    ("kuva.jpg", jpeg(640, 480, 4), "picture-cmyk"),
]


@pytest.mark.parametrize(("name", "data", "expected"), CASES)
def test_pictures(name: str, data: bytes, expected: str) -> None:
    problem = picture_problem(f"media/{name}", name, data)
    assert (problem.id if problem else "") == expected


def test_a_better_name_is_offered() -> None:
    problem = picture_problem("media/Äiti ja Tytär.PNG", "Äiti ja Tytär.PNG", b"x")
    assert problem is not None
    assert dict(problem.values)["suggestion"] == "aiti-ja-tytar.png"
