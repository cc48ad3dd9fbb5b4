"""A year that is not on the site yet stops nothing, whatever is wrong in it (DOMAIN section 5)."""

from pathlib import Path

import pytest

from sitegen.build.reading import read
from sitegen.problems import Problem, Severity
from sitegen.project import Project
from tests.site.support.run import sitegen, succeeded

DRAFT = "regions/mallila/2027"


@pytest.fixture
def project(project_copy: Path) -> Path:
    """A region with a draft of the next year."""
    succeeded(sitegen("new", "edition", "mallila", "2027", cwd=project_copy))
    return project_copy


def told(project: Path, edition: int | None = None) -> list[tuple[str, Problem]]:
    """Severity and problem of what stands in the draft's files."""
    problems = read(Project(project), edition).problems
    return [(one.severity.name, one) for one in problems if one.place.path.startswith(DRAFT)]


def errors(project: Path, edition: int | None = None) -> set[str]:
    return {one.id for severity, one in told(project, edition) if severity == Severity.ERROR.name}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_partner_that_stops_and_is_linked_to_stops_only_its_own_year(project: Path) -> None:
    """The coordinator records an answer in the autumn; this year's pages can still be made."""
    succeeded(sitegen("answer", "mallila", "kesalava", "stops", cwd=project))
    assert ("WARNING", "link-unlisted") in [(severity, one.id) for severity, one in told(project)]
    assert errors(project) == set()
    assert "link-unlisted" in errors(project, 2027)


@pytest.mark.parametrize(
    ("file", "text", "id"),
    [
        ("distributors.yaml", "  - id: [\n", "yaml-flow-open"),
        ("fi/use.md", "\n<b>x</b>\n", "markdown-html"),
        ("fi/use.md", "\nSydän ❤\n", "glyph-missing"),
    ],
)
def test_what_cannot_be_read_or_printed_in_a_draft_is_a_warning(
    file: str, text: str, id: str, project: Path
) -> None:
    append(project / DRAFT / file, text)
    found = {one.id for severity, one in told(project) if severity == "WARNING"}
    assert id in found
    assert errors(project) == set()
    assert id in errors(project, 2027)


def test_what_must_never_be_public_stops_in_a_draft_too(project: Path) -> None:
    append(project / DRAFT / "edition.yaml", "# 131052-308T\n")
    assert errors(project) == {"personal-code"}
