"""Sheets of the office: one language around, the faces of every script that stands in them."""

from sitegen.project import Project, package_root
from sitegen.render.fonts import FACES
from sitegen.render.paper import paper_job
from sitegen.render.pdf_job import Sheet
from sitegen.render.print_html import read_print_theme

THEME = read_print_theme(Project(package_root().parent).theme())
SHEET = Sheet("own.css", "@page { size: A4 }")


def test_title_language_and_sheet_are_the_callers() -> None:
    job = paper_job("<p>Hei</p>", "fi", "Kortit <1>", SHEET, THEME)
    assert '<html lang="fi" dir="ltr" class="script-latin">' in job.html
    assert "<title>Kortit &lt;1&gt;</title>" in job.html
    assert "<body>\n<p>Hei</p>\n</body>" in job.html
    assert [sheet.name for sheet in job.css] == ["own.css", "faces-latin.css"]
    assert tuple(font.name for font in job.fonts) == FACES["latin"]


def test_quoted_scripts_bring_their_faces_once() -> None:
    job = paper_job("", "sv", "Lista", SHEET, THEME, quoted=("ar", "ru", "ar", "fi"))
    assert [sheet.name for sheet in job.css] == [
        "own.css",
        "faces-latin.css",
        "faces-arabic.css",
        "faces-cyrillic.css",
    ]
    assert len({font.name for font in job.fonts}) == len(job.fonts) == 9
