"""The figures of a region on one page for the feedback meeting, as DOCX and PDF."""

import io
import os
import subprocess
from pathlib import Path

import docx
import pytest

from sitegen.check.docx import check_docx
from sitegen.check.pdf import check_pdf, page_count
from sitegen.check.pdf_read import read_blocks
from sitegen.problems import Place
from tests.site.support.projects import copy_project
from tests.year.support import run, said

LANGUAGES = ("fi", "sv", "en")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(
        tmp_path_factory.mktemp("statistics") / "project", ("mallila", "malliranta", "tornio")
    )


@pytest.mark.parametrize(
    ("lang", "title", "row"),
    [
        ("fi", "Kaikukortti lukuina: Mallila", ["Käyttökerrat: luonto", "–", "alle 5", "9"]),
        ("sv", "Kaikukortet i siffror: Modellby", ["Användningar: natur", "–", "under 5", "9"]),
        ("en", "Kaikukortti in figures: Mallila", ["Times used: nature", "–", "under 5", "9"]),
    ],
)
def test_the_sheet_as_docx(lang: str, title: str, row: list[str], project: Path, tmp_path: Path) -> None:
    run(project, "statistics", "mallila", "--out", str(tmp_path / "sheet.docx"), lang=lang)
    data = (tmp_path / "sheet.docx").read_bytes()
    assert check_docx(data, Place("sheet.docx")) == ()
    made = docx.Document(io.BytesIO(data))
    assert made.paragraphs[0].text == title
    space = "\N{NO-BREAK SPACE}"
    rows = [[cell.text.replace(space, " ") for cell in line.cells] for line in made.tables[0].rows]
    assert rows[0][1:] == ["2023", "2024", "2025"]
    assert row in rows
    assert any("51" in one.text and "188" in one.text and "2024" in one.text for one in made.paragraphs[2:])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_as_pdf_is_one_accessible_page(lang: str, project: Path, tmp_path: Path) -> None:
    run(project, "statistics", "malliranta", "--out", str(tmp_path / "sheet.pdf"), lang=lang)
    data = (tmp_path / "sheet.pdf").read_bytes()
    assert page_count(data) == 1
    assert check_pdf(data, Place("sheet.pdf")) == ()
    kinds = {block.kind for block in read_blocks(data)}
    assert {"H1", "TH", "TD"} <= kinds


@pytest.mark.office
def test_the_largest_sheet_is_one_page_in_an_office_program_too(project: Path, tmp_path: Path) -> None:
    files = [str(tmp_path / f"sheet-{lang}.docx") for lang in LANGUAGES]
    for lang, file in zip(LANGUAGES, files, strict=True):
        run(project, "statistics", "malliranta", "--out", file, lang=lang)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )
    counts = [page_count(Path(file).with_suffix(".pdf").read_bytes()) for file in files]
    assert counts == [1, 1, 1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("tornio", "--out", "x.pdf"), "has no figures in statistics.yaml of 2026"),
        (("mallila", "--out", "x.txt"), "must end in .docx or .pdf"),
        (("mallila", "--edition", "2030", "--out", "x.pdf"), "2030"),
        (("nowhere", "--out", "x.pdf"), "There is no region nowhere"),
        (("mallila",), "--out"),
        (("mallila", "--out", "PROJECT/build/x.pdf"), "a site that is published"),
    ],
)
def test_wrong_use_is_said(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tuple(one.replace("PROJECT", str(project)) for one in arguments)
    assert sentence in said(capsys, project, "statistics", *given, code=2)


def test_a_disk_that_fails_is_said(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "no" / "x.docx")
    assert "could not be written" in said(capsys, project, "statistics", "mallila", "--out", out, code=3)
