"""The quote: each file with size, pages and copies, as the partners asked for them."""

import io
from functools import cache

import pikepdf

from sitegen.build.quote import PressFile, copies, quote
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Materials
from tests.builders import distributor, edition, region, venue

POINTS = 72 / 25.4


@cache
def pdf(wide: int = 148, high: int = 210, pages: int = 4) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as file:
        for _ in range(pages):
            file.add_blank_page(page_size=(wide * POINTS, high * POINTS))
        file.save(made)
    return made.getvalue()


def full(**fields: object) -> Edition:
    return edition(
        of=region(**fields),
        distributors=(
            distributor("a", materials=Materials(brochures=(("fi", 60), ("ar", 5)), posters=2)),
            distributor("b", materials=Materials(brochures=(("fi", 30),)), municipality="X02"),
            distributor("stops", answer="stops", materials=Materials(brochures=(("fi", 900),), posters=90)),
        ),
        venues=(venue("c", materials=Materials(brochures=(("fi", 10),), posters=1)), venue("d")),
    )


def test_copies_are_what_the_partners_that_go_on_asked_for() -> None:
    assert copies(full(), "fi") == 100
    assert copies(full(), "ar") == 5
    assert copies(full(), "ru") == 0
    assert copies(full(), "fi", "X02") == 30


def test_a_line_for_each_file() -> None:
    files = (
        PressFile("esite-fi.pdf", "brochure", "fi", pdf()),
        PressFile("esite-ru.pdf", "brochure", "ru", pdf(pages=8)),
        PressFile("juliste-fi.pdf", "poster", "fi", pdf(297, 420, 1)),
    )
    lines = quote(full(), files).splitlines()
    assert "Mallila" in lines[0]
    brochure, russian, poster = lines[2:5]
    assert brochure.startswith("- esite-fi.pdf: ")
    assert "A5 (148 x 210 mm), 4 sivua" in brochure
    assert brochure.endswith("100 kpl.")
    assert "8 sivua" in russian
    assert russian.endswith("Määrä: sovitaan erikseen.")
    assert "A3 (297 x 420 mm), 1 sivu" in poster
    assert "3 kpl" in lines[6]


def test_arabic_is_bound_on_the_right() -> None:
    text = quote(full(), (PressFile("ar.pdf", "brochure", "ar", pdf()),))
    assert "oikealta vasemmalle" in text
    assert "5 kpl" in text


def test_a_swedish_region_is_told_in_swedish() -> None:
    text = quote(full(languages=("sv", "fi")), (PressFile("fi.pdf", "brochure", "fi", pdf()),))
    assert "på finska" in text
    assert "Modellby" in text
    assert "Upplaga: 100 ex." in text
