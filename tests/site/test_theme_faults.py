"""What is wrong with a project's own theme is told at its line, beside the mistakes in its content."""

import shutil
from pathlib import Path

import pytest

from tests.site.support.projects import change, copy_project, copy_theme
from tests.site.support.run import sitegen
from tests.site.support.trees import differences, tree

pytestmark = pytest.mark.slow

TEMPLATES = Path("themes/kaiku/templates")
FRONT, CARD = TEMPLATES / "front.html", TEMPLATES / "components/card.html"
VENUES = Path("regions/mallila/2026/venues.yaml")
MAIN = "{% block main %}"
WRONG = {
    "no expression": (FRONT, MAIN, MAIN + "\n{% if %}", "end of statement block"),
    "no such attribute": (FRONT, MAIN, MAIN + "\n{{ v.nothing }}", "'nothing'"),
    "no such name": (FRONT, MAIN, MAIN + "\n{{ nothing }}", "'nothing' is undefined"),
    "in a macro": (CARD, "{%- endmacro %}", "\n{{ nothing }}{%- endmacro %}", "'nothing' is undefined"),
}


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its own theme and a site that stands."""
    project = copy_project(tmp_path_factory.mktemp("themed") / "project", ("mallila",))
    copy_theme(project)
    assert sitegen("build", "--no-documents", cwd=project).returncode == 0
    return project


@pytest.fixture
def project(standing: Path, tmp_path: Path) -> Path:
    shutil.copytree(standing, tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("fault", WRONG)
def test_a_template_is_told_at_its_line(fault: str, jobs: str, project: Path) -> None:
    path, old, new, reason = WRONG[fault]
    change(project / path, old, new)
    line = (project / path).read_text("utf-8").partition(new)[0].count("\n") + new.count("\n") + 1
    before = tree(project / "build")
    done = sitegen("build", "--no-documents", "--lang", "en", "--jobs", jobs, cwd=project)
    assert (done.returncode, done.stderr) == (1, ""), done.stdout
    assert f"Error: {path}:{line}:1" in done.stdout
    assert reason in done.stdout
    assert differences(before, tree(project / "build")) == []


def test_mistakes_in_content_are_told_with_it(project: Path) -> None:
    path, old, new, _ = WRONG["no expression"]
    change(project / path, old, new)
    change(project / VENUES, "016 000 331", "016 abc")
    done = sitegen("build", "--no-documents", "--lang", "en", "--format", "json", cwd=project)
    assert done.returncode == 1
    assert '"theme-template"' in done.stdout
    assert '"phone-letters"' in done.stdout


@pytest.mark.parametrize("name", ["templates/front.html", "templates/components/card.html", "css/tokens.css"])
def test_a_file_that_the_theme_lacks_is_named(name: str, project: Path) -> None:
    (project / "themes/kaiku" / name).unlink()
    done = sitegen("build", "--no-documents", "--lang", "sv", cwd=project)
    assert (done.returncode, done.stderr) == (1, ""), done.stdout
    assert f"Filen {name} saknas i temat." in done.stdout
