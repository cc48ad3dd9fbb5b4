"""`build --print`: the print house's files beside the site, of the regions asked for, and never elsewhere."""

from pathlib import Path

import pikepdf
import pytest

from sitegen.build import Options, build_print, printing
from sitegen.build.reading import Reading
from sitegen.compose.texts import parse_texts
from sitegen.problems import Place, Problem, error
from sitegen.project import Project
from sitegen.store.publish import RefusedError
from tests.builders import edition, network, text


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two small regions in Finnish."""
    monkeypatch.setattr(printing, "read", lambda *_: reading())
    return Project(tmp_path / "project")


def reading(*problems: Problem) -> Reading:
    made = network((edition(), edition(id="toinen")), (text("what"),), languages=("fi",))
    return Reading(made, parse_texts(made)[0], problems)


def printed(project: Project, out: Path, *regions: str) -> int:
    options = Options(out=project.build, regions=regions, jobs=1)
    return build_print(project, options, out, silent)


def silent(_step: str, _done: int, _whole: int) -> None:
    """Tells nothing."""


def test_brochure_posters_and_the_lines_for_the_quote(project: Project) -> None:
    out = project.root / "build-print"
    assert printed(project, out, "mallila") == 3
    assert {path.relative_to(out).as_posix() for path in out.rglob("kaikukortti-*")} == {
        "mallila/kaikukortti-esite-mallila-2026-print-fi.pdf",
        "mallila/kaikukortti-juliste-mallila-2026-print-fi.pdf",
        "mallila/kaikukortti-juliste-mallila-2026-a3-print-fi.pdf",
        "mallila/kaikukortti-mallila-2026-quote.txt",
    }
    with pikepdf.open(out / "mallila/kaikukortti-esite-mallila-2026-print-fi.pdf") as pdf:
        assert len(pdf.pages) % 4 == 0
        assert pdf.pages[0].obj.BleedBox != pdf.pages[0].obj.TrimBox
    quote = (out / "mallila/kaikukortti-mallila-2026-quote.txt").read_text("utf-8")
    assert "kaikukortti-juliste-mallila-2026-a3-print-fi.pdf" in quote
    assert not project.build.exists()


def test_regions_not_asked_for_keep_their_files(project: Project) -> None:
    out = project.root / "build-print"
    assert printed(project, out) == 6
    first = {path: path.read_bytes() for path in out.rglob("*.pdf")}
    assert printed(project, out, "toinen") == 3, "from the cache"
    assert {path: path.read_bytes() for path in out.rglob("*.pdf")} == first


def test_a_region_with_errors_is_left_out(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = error("C1", Place("regions/toinen/2026/venues.yaml", 1, 1))
    monkeypatch.setattr(printing, "read", lambda *_: reading(wrong))
    out = project.root / "build-print"
    assert printed(project, out) == 3
    assert not (out / "toinen").exists()


def test_a_folder_with_other_files_is_left_alone(project: Project) -> None:
    out = project.root / "build-print"
    out.mkdir(parents=True)
    (out / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(RefusedError):
        printed(project, out)
    assert (out / "mine.txt").read_text("utf-8") == "mine"
