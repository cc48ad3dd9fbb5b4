"""A site made on demand has the bytes of a build, and makes nothing that nobody asks for."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.demand import Demand, Tools
from sitegen.build.reading import read
from sitegen.build.unchanged import program_digest
from sitegen.project import Project
from sitegen.store.cache import Cache
from sitegen.store.keys import digest, versions
from sitegen.store.publish import MANIFEST
from sitegen.structs import replace
from tests.site.support.projects import copy_project
from tests.site.support.run import REPOSITORY

FRONT = "tornio/fi/index.html"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One region, a sample: its documents are made in some seconds."""
    return Project(copy_project(tmp_path_factory.mktemp("demand") / "project", ("tornio",)))


@pytest.fixture
def asked() -> list[str]:
    """The jobs that were rendered, by their type."""
    return []


def demand(
    project: Project, cache: Path | None, asked: list[str] | None = None, sizes: dict[str, int] | None = None
) -> Demand:
    def call(render: Callable[[Any], Any], job: Any) -> Any:
        if asked is not None:
            asked.append(type(job).__name__)
        return render(job)

    reading = read(project)
    assert reading.network is not None
    program = digest(program_digest(), *versions())
    theme = project.theme(reading.network.site.theme)
    return Demand(reading.network, reading.texts, Tools(theme, program, Cache(cache), call), sizes or {})


@pytest.mark.slow
def test_when_everything_is_made_it_is_the_build_byte_for_byte(built_site: Path) -> None:
    """A region with all its documents, and all that the whole network has."""
    repository = Project(REPOSITORY)
    made = demand(repository, repository.cache)
    regions = {edition.region_id for edition in made.network.published} - {"tornio"}
    wanted = sorted(path for path in made.paths if path.partition("/")[0] not in regions)
    assert sum(path.endswith(".pdf") for path in wanted) >= 24
    for path in wanted:
        made.file(path)
    differing = [path for path in wanted if made.file(path) != (built_site / path).read_bytes()]
    assert differing == []
    assert {*made.paths} == {
        path.relative_to(built_site).as_posix()
        for path in built_site.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_a_page_needs_no_document(project: Project, asked: list[str]) -> None:
    made = demand(project, None, asked)
    page = made.file(FRONT)
    assert page is not None
    assert b"(PDF)" in page
    assert asked == []
    assert "tornio/fi/kaikukortti-esite-tornio-2026-fi.pdf" in made.waiting


def test_a_document_made_changes_the_pages_that_link_to_it(project: Project, asked: list[str]) -> None:
    made = demand(project, None, asked)
    before = made.file(FRONT)
    words = [path for path in made.waiting if path.endswith(".docx")]
    for path in words:
        assert made.file(path)
        assert made.file(path)
    assert len(asked) == len(words)
    after = made.file(FRONT)
    assert before is not None
    assert after is not None
    assert b"(DOCX)" in before
    assert b"(DOCX)" not in after
    assert b"(PDF)" in after
    assert not {*words} & {*made.waiting}
    again = demand(project, None, asked, dict(made.sizes))
    assert again.file(FRONT) == after, "sizes of an earlier reading stand until documents are made anew"
    assert {*words} <= {*again.waiting}


def test_addresses_without_a_year_and_files_for_machines(project: Project) -> None:
    made = demand(project, None)
    dated = made.plan.document("tornio", "fi", "poster", "docx")
    assert made.file("tornio/fi/poster.docx") == made.file(dated or "")
    for path in ("sitemap.xml", "robots.txt", "tornio/partners.json", "tornio/partners.csv"):
        assert made.file(path), path
    assert all(made.file(path) for path in made.styles)
    for path in ("nothing.html", "tornio", "tornio/", "../content/site.yaml", "/etc/passwd", ""):
        assert made.file(path) is None, path


def test_without_pango_there_are_pages_and_docx(
    project: Project, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr("sitegen.build.demand.pdf_maker", lambda *_: None)
    made = demand(project, None, asked)
    made.file(FRONT)
    for path in made.waiting:
        made.file(path)
    page = made.file(FRONT)
    assert page is not None
    assert made.waiting == ()
    assert b".pdf" not in page
    assert b".docx" in page
    assert made.file("tornio/fi/brochure.pdf") is None


def test_a_fault_leaves_nothing_waiting(project: Project) -> None:
    made = demand(project, None)

    def broken(_render: object, _job: object) -> bytes:
        raise RuntimeError("worker")

    made._tools = Tools(made._tools.theme, "x", Cache(None), broken)
    made.file(FRONT)
    for path in made.waiting:
        with pytest.raises(RuntimeError, match="worker"):
            made.file(path)
    assert made.waiting == ()


def test_pages_and_documents_at_the_same_time(project: Project) -> None:
    """Pages asked for while the documents that they link to are made: each is there, and in the end right."""
    made = demand(project, None)
    made.file(FRONT)
    words = [path for path in made.waiting if path.endswith(".docx")]
    pages = sorted(path for path in made.paths if path.startswith("tornio/") and path.endswith(".html"))
    with ThreadPoolExecutor(6) as threads:
        documents = [threads.submit(made.file, path) for path in words]
        shown = [threads.submit(made.file, path) for path in pages * 3]
        assert all(one.result() for one in (*documents, *shown))
    assert b"(DOCX)" not in (made.file(FRONT) or b"(DOCX)")


def test_a_page_whose_document_comes_while_it_is_made(project: Project) -> None:
    """The page is made once more, with the size that is known by then."""
    made = demand(project, None)
    document = made.plan.document("tornio", "fi", "brochure", "pdf") or ""
    met: list[str] = []

    class Meddling(Cache, frozen=True):
        def put(self, key: str, data: bytes) -> None:  # noqa: ARG002 - nothing is kept
            if not met:
                met.append(key)
                made._resize(document, 777_000)

    made._tools = replace(made._tools, cache=Meddling(None))
    page = made.file(FRONT)
    assert page is not None
    assert met
    assert "777" in page.decode()
