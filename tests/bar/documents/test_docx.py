"""The bar for DOCX, id by id: D01 to D16 (BAR 1.5), and the planted faults that show each test is alive.

The documents: every language of the invented region as it is built, and the rich sample. Whether Word itself
opens them is for a person once a year; LibreOffice stands in for it (D13), and D16 holds the files to the
schemas that Word reads them by.
"""

import io
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from sitegen.check.docx_package import W, heading_levels, opened, style_of
from sitegen.check.docx_read import read_docx
from sitegen.check.pdf_read import read_blocks, squeeze
from tests.bar.documents.checkers.docx import CHECKERS, faults
from tests.bar.documents.documents import DOCX, REGION, Office, office
from tests.bar.documents.planted.docx import PLANTED, Planted, document, style

pytestmark = pytest.mark.slow

EXPORT = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(params=DOCX)
def one(request: pytest.FixtureRequest) -> Office:
    """Each document."""
    site: Path | None = request.getfixturevalue("built_site") if request.param.startswith(REGION) else None
    return office(request.param, site)


def test_d01_headings_are_headings(one: Office) -> None:
    assert faults("D01", one) == []


def test_d02_every_change_of_language_is_said(one: Office) -> None:
    assert faults("D02", one) == []


def test_d03_arabic_runs_from_the_right_and_nothing_else_does(one: Office) -> None:
    assert faults("D03", one) == []


def test_d04_the_properties_say_what_it_is_and_no_more(one: Office) -> None:
    assert faults("D04", one) == []


def test_d05_pictures_say_their_words(one: Office) -> None:
    assert faults("D05", one) == []


def test_d06_tables_can_be_read_row_by_row(one: Office) -> None:
    assert faults("D06", one) == []


def test_d07_lists_are_lists(one: Office) -> None:
    assert faults("D07", one) == []


def test_d08_links_are_links_and_speak(one: Office) -> None:
    assert faults("D08", one) == []


def test_d09_nothing_floats_and_nothing_is_faked(one: Office) -> None:
    assert faults("D09", one) == []


def test_d10_the_page_number_is_a_field_in_the_foot(one: Office) -> None:
    assert faults("D10", one) == []


def test_d11_words_stand_out_from_their_ground(one: Office) -> None:
    assert faults("D11", one) == []


def test_d12_the_package_holds_only_what_it_needs(one: Office) -> None:
    assert faults("D12", one) == []


def test_d14_it_says_what_the_tree_says(one: Office) -> None:
    assert faults("D14", one) == []


def test_d15_the_same_bytes_in_every_process(one: Office) -> None:
    assert faults("D15", one) == []


def test_d16_it_follows_the_schemas(one: Office) -> None:
    assert faults("D16", one) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: f"{one.id} {one.name}")
def test_a_planted_fault_is_found(planted: Planted) -> None:
    before = office(f"sample-{planted.lang}", None)
    assert faults(planted.id, before) == []
    found = faults(planted.id, planted.planted(before))
    assert [fault for fault in found if planted.says in fault], found


def test_every_id_has_a_test_and_a_planted_fault() -> None:
    ids = [f"D{number:02}" for number in range(1, 17)]
    assert [*CHECKERS, "D13"] == [*(id for id in ids if id != "D13"), "D13"]
    assert sorted({planted.id for planted in PLANTED} | {"D13"}) == ids
    assert {name[5:8].upper() for name in globals() if name.startswith("test_d")} == set(ids)


# ------------------------------------------------------------------ D13


@pytest.fixture(scope="module")
def converted(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """All documents as PDFs by LibreOffice, in one start; and one whose headings were spoilt."""
    folder = tmp_path_factory.mktemp("office")
    given = {name: office(name, built_site).data for name in DOCX}
    given["faked"] = document(style("Heading2"), "<w:b/>")(given["sample-fi"])
    for name, data in given.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", EXPORT, "--outdir", str(folder)),
            *(str(folder / f"{name}.docx") for name in given),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in given}


def levels(data: bytes) -> list[int]:
    """The levels of the headings of a DOCX."""
    package = opened(data)
    known = heading_levels(package.styles)
    return [level for row in package.document.iter(W + "p") if (level := known.get(style_of(row), 0))]


def levels_of_pdf(data: bytes) -> list[int]:
    """The levels of the headings of a PDF."""
    return [int(block.kind[1]) for block in read_blocks(data) if block.kind in HEADINGS]


@pytest.mark.office
@pytest.mark.parametrize("name", DOCX)
def test_d13_an_office_program_opens_it_and_keeps_its_structure(
    name: str, built_site: Path, converted: Mapping[str, bytes]
) -> None:
    before, after = office(name, built_site), converted[name]
    assert levels_of_pdf(after) == levels(before.data)
    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert str(pdf.Root.Lang).partition("-")[0] == before.lang.partition("-")[0]
        assert str(pdf.docinfo.Title) == before.document.title
    if before.document.direction == "ltr":  # the words of right-to-left lines cannot be read back in order
        read = squeeze("".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(after)))
        lost = [
            piece.text
            for piece in read_docx(before.data)
            if piece.kind[0] == "h" and squeeze(piece.text) not in read
        ]
        assert lost == []


@pytest.mark.office
def test_d13_headings_that_are_none_are_missed(built_site: Path, converted: Mapping[str, bytes]) -> None:
    assert levels_of_pdf(converted["faked"]) != levels(office("sample-fi", None).data)
