"""A region with errors stays as it was, the others go on; what all share stops all (as `--keep-going`)."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.project import Project
from sitegen.serve.preview import Preview
from sitegen.serve.years import Years
from tests.site.support.projects import change, copy_project

TORNIO = "tornio/fi/contacts/index.html"
MALLILA = "mallila/fi/index.html"


def call(render: Callable[[Any], Any], job: Any) -> Any:
    return render(job)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("pristine") / "project")


@pytest.fixture
def preview(pristine: Path, tmp_path: Path) -> Preview:
    made = Preview(Project(shutil.copytree(pristine, tmp_path / "project")), None, call)
    made.read()
    return made


def edit(preview: Preview, name: str, old: str, new: str) -> None:
    change(preview.project.root / name, old, new)
    preview.read()


def page(preview: Preview, path: str) -> str:
    data = preview.file(path)
    assert data is not None
    return data.decode()


def break_mallila(preview: Preview) -> None:
    venues = preview.project.root / "regions/mallila/2026/venues.yaml"
    venues.write_text(venues.read_text("utf-8") + "broken\n", "utf-8")
    preview.read()


def test_a_region_with_errors_stays_and_the_others_go_on(preview: Preview) -> None:
    before = page(preview, MALLILA)
    break_mallila(preview)
    assert preview.shown.problems().errors
    edit(preview, "regions/mallila/region.yaml", "  fi: Mallila\n", "  fi: Toinenla\n")
    edit(preview, "regions/tornio/region.yaml", "  fi: Tornio\n", "  fi: Uusitornio\n")
    assert page(preview, MALLILA) == before
    assert "Uusitornio" in page(preview, TORNIO)
    assert "Uusitornio" in page(preview, "fi/index.html")


def test_what_all_share_stops_all(preview: Preview) -> None:
    tornio, national = page(preview, TORNIO), page(preview, "fi/index.html")
    change(preview.project.root / "regions/tornio/region.yaml", "  fi: Tornio\n", "  fi: Uusitornio\n")
    edit(preview, "content/site.yaml", "format: 1", "format: 1\nnonsense: 1")
    assert (page(preview, TORNIO), page(preview, "fi/index.html")) == (tornio, national)
    edit(preview, "content/site.yaml", "format: 1\nnonsense: 1", "format: 1")
    assert "Uusitornio" in page(preview, TORNIO)


def test_no_content_at_all_leaves_the_last_good_site(preview: Preview) -> None:
    before = page(preview, TORNIO)
    (preview.project.root / "content").rename(preview.project.root / "away")
    preview.read()
    assert preview.shown.problems().errors
    assert page(preview, TORNIO) == before
    (preview.project.root / "away").rename(preview.project.root / "content")
    preview.read()
    assert not preview.shown.problems().errors
    assert page(preview, TORNIO) == before


def test_a_region_that_goes_is_gone(preview: Preview) -> None:
    shutil.rmtree(preview.project.root / "regions/tornio")
    preview.read()
    assert preview.file(TORNIO) is None
    assert not preview.has(TORNIO)
    assert "Tornio" not in page(preview, "fi/index.html").partition("<main")[2].partition("</main")[0]


def test_a_region_that_was_never_whole_is_not_shown_half(pristine: Path, tmp_path: Path) -> None:
    made = Preview(Project(shutil.copytree(pristine, tmp_path / "project")), None, call)
    break_mallila(made)
    assert made.file(MALLILA) is None
    assert made.region_at(MALLILA) == "mallila"
    assert made.file(TORNIO)


def test_a_refused_reading_changes_nothing(preview: Preview) -> None:
    shown = preview.shown
    assert not preview.read(lambda _: False)
    assert preview.shown is shown


def test_style_sheets_of_old_pages_stay(preview: Preview) -> None:
    shutil.copytree(preview.theme, preview.project.root / "themes/kaiku")
    preview.read()
    (old,) = [
        path for path in (preview.shown.newest.paths if preview.shown.newest else ()) if "kaiku-" in path
    ]
    break_mallila(preview)
    css = preview.project.root / "themes/kaiku/css/base.css"
    css.write_text(css.read_text("utf-8") + "\nbody { color: red }\n", "utf-8")
    preview.read(content=False)
    assert preview.file(old), "the page of the region with errors still uses it"
    assert old.partition("/")[2] in page(preview, MALLILA)
    assert old.partition("/")[2] not in page(preview, TORNIO)


def test_a_template_that_changes_is_used(preview: Preview) -> None:
    shutil.copytree(preview.theme, preview.project.root / "themes/kaiku")
    preview.read()
    layout = preview.project.root / "themes/kaiku/templates/layout.html"
    change(layout, '<main id="main"', '<main data-new="yes" id="main"')
    preview.read(content=False)
    assert 'data-new="yes"' in page(preview, TORNIO)


def test_another_year_is_read_when_it_is_asked_for(preview: Preview) -> None:
    root = preview.project.root
    years = Years(preview.project, None, call, lambda: date(2026, 11, 1))
    years.main.read()
    assert years.of(2027) is None
    shutil.copytree(root / "regions/mallila/2026", root / "regions/mallila/2027")
    years.main.read()
    drafted = years.of(2027)
    assert drafted is not None
    assert years.of(2027) is drafted
    assert b"2027" in (drafted.file("mallila/fi/brochure/index.html") or b"")
    assert years.all() == (years.main, drafted)
    assert years.of(1999) is None
