"""The bar for PDF, id by id: P01 to P20 (BAR 1.4), and the planted faults that show each test is alive.

The documents: brochures and posters of the invented region as they are built, in every language, the booklets
made of its brochures, and the rich sample, once with lists that go over pages. What is measured on pages is
measured on the brochure, of which a booklet is made as it is. `checkers/` holds what each id means, and
`planted/` the faults; those named "own tags" are what WeasyPrint writes without our hooks (F2-F4).

P20 also wants a person: once a year somebody opens a brochure with PAC and with NVDA and writes the date
down; what programs can judge is here and in `test_verapdf.py`. P15 and P19 measure; whether a page is
pleasant to read is for eyes.
"""

from pathlib import Path

import pytest

from tests.bar.documents.checkers.pdf import CHECKERS, faults
from tests.bar.documents.documents import BOOKLETS, PDFS, REGION, Printed, printed
from tests.bar.documents.planted.pdf import PLANTED
from tests.bar.documents.planted.plant import Planted, sound

pytestmark = pytest.mark.slow


DRAWN = pytest.mark.parametrize("one", PDFS, indirect=True)


@pytest.fixture(params=[*PDFS, *BOOKLETS])
def one(request: pytest.FixtureRequest) -> Printed:
    """Each document."""
    site: Path | None = request.getfixturevalue("built_site") if request.param.startswith(REGION) else None
    return printed(request.param, site)


def test_p01_tagged_and_truly_pdf_ua(one: Printed) -> None:
    assert faults("P01", one) == []


def test_p02_every_change_of_language_is_said(one: Printed) -> None:
    assert faults("P02", one) == []


def test_p03_the_title_is_there_and_shown(one: Printed) -> None:
    assert faults("P03", one) == []


def test_p04_the_reading_order_is_that_of_the_document(one: Printed) -> None:
    assert faults("P04", one) == []


def test_p05_one_first_heading_and_no_level_left_out(one: Printed) -> None:
    assert faults("P05", one) == []


def test_p06_one_list_is_one_list(one: Printed) -> None:
    assert faults("P06", one) == []


@DRAWN
def test_p07_lists_without_bullets_are_lists(one: Printed) -> None:
    assert faults("P07", one) == []


def test_p08_one_table_is_one_table(one: Printed) -> None:
    assert faults("P08", one) == []


def test_p09_pictures_say_their_words_and_decoration_is_silent(one: Printed) -> None:
    assert faults("P09", one) == []


@DRAWN
def test_p10_links_are_whole_and_speak(one: Printed) -> None:
    assert faults("P10", one) == []


@DRAWN
def test_p11_page_numbers_are_not_read_out(one: Printed) -> None:
    assert faults("P11", one) == []


def test_p12_every_heading_has_a_bookmark(one: Printed) -> None:
    assert faults("P12", one) == []


def test_p13_the_tab_key_follows_the_tags(one: Printed) -> None:
    assert faults("P13", one) == []


def test_p14_fonts_are_inside_and_letters_come_back(one: Printed) -> None:
    assert faults("P14", one) == []


@DRAWN
def test_p15_text_can_be_read(one: Printed) -> None:
    assert faults("P15", one) == []


def test_p16_nothing_runs_and_nothing_hides(one: Printed) -> None:
    assert faults("P16", one) == []


@pytest.mark.parametrize("one", [name for name in PDFS if name.endswith("-ar")], indirect=True)
def test_p17_arabic_runs_from_the_right_and_numbers_from_the_left(one: Printed) -> None:
    assert faults("P17", one) == []


def test_p18_small_and_well_named(one: Printed) -> None:
    assert faults("P18", one) == []


@DRAWN
def test_p19_grey_prints_can_be_read(one: Printed) -> None:
    assert faults("P19", one) == []


def test_p20_the_gate_of_programs(one: Printed) -> None:
    assert faults("P20", one) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: f"{one.id} {one.name}")
def test_a_planted_fault_is_found(planted: Planted) -> None:
    before = sound(planted.lang)
    assert faults(planted.id, before) == []
    found = faults(planted.id, planted.spoil(before))
    assert [fault for fault in found if planted.says in fault], found


def test_every_id_has_a_test_and_a_planted_fault() -> None:
    ids = [f"P{number:02}" for number in range(1, 21)]
    assert list(CHECKERS) == ids
    assert sorted({planted.id for planted in PLANTED}) == ids
    tests = {name[5:8].upper() for name in globals() if name.startswith("test_p")}
    assert tests == set(ids)
