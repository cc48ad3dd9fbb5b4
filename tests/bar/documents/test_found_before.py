"""What would make a document inaccessible is found in the content, at its line, before anything is rendered.

A missing alternative text, a heading that leaves a level out, a missing title, a character without a glyph:
each is said by `check` and by `build`, and `build` publishes nothing. A document over a megabyte can only be
found by `build`; it is said at the picture that makes it so. None of it is ever told of a PDF.
"""

import io
import json
import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.site.support.projects import change, copy_project
from tests.site.support.run import sitegen

pytestmark = pytest.mark.slow

REGION = "malliranta"
FOLDER = Path("regions") / REGION
TEXT = FOLDER / "2026/fi/own-yhteysalus.md"
MEDIA = FOLDER / "media/media.yaml"
VENUES = FOLDER / "2026/venues.yaml"
NAME = "fi: Kirjallisuustalo Lyhty"
STRANGE = "\N{CJK UNIFIED IDEOGRAPH-65C5}"
RENDERINGS = (".pdf", ".docx", ".html")


@dataclass(frozen=True)
class Case:
    """A mistake, and the words of the line that must be named for it."""

    name: str
    path: Path
    old: str
    new: str
    line: str
    id: str


CASES = (
    Case("no alt", MEDIA, "decorative: yes", "decorative: no", "decorative: no", "media-alt"),
    Case(
        "an empty alt",
        MEDIA,
        'fi: "Piirros: yhteysalus merellä, taustalla saaria"',
        'fi: ""',
        'fi: ""',
        "value-empty",
    ),
    Case("a heading jump", TEXT, "## Ennen matkaa", "#### Ennen matkaa", "#### Ennen matkaa", "heading-skip"),
    Case("no title", TEXT, "title: Saaristoon yhteysaluksella\n", "", "---", "section-title"),
    Case("no glyph", TEXT, "Matka on", f"Matka {STRANGE} on", f"Matka {STRANGE} on", "glyph-missing"),
    Case("no glyph in a name", VENUES, NAME, f"fi: {STRANGE}", f"fi: {STRANGE}", "glyph-missing"),
)


Problems = list[dict[str, object]]


def told(command: str, project: Path) -> Problems:
    """The errors that a command ends with, and nothing made."""
    done = sitegen(command, "--lang", "en", "--format", "json", cwd=project)
    assert done.returncode == 1, done.stderr
    found: Problems = json.loads(done.stdout[done.stdout.index("[") :])
    assert not (project / "build").exists()
    assert [one["path"] for one in found if str(one["path"]).endswith(RENDERINGS)] == []
    return [one for one in found if one["severity"] == "error"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region that has pictures, with all the mistakes at once."""
    project = copy_project(tmp_path_factory.mktemp("mistakes") / "project", [REGION])
    for case in CASES:
        change(project / case.path, case.old, case.new)
    return project


@pytest.fixture(scope="module", params=["check", "build"])
def errors(request: pytest.FixtureRequest, project: Path) -> Problems:
    """What each of the two commands says."""
    return told(request.param, project)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_said_at_the_line_of_the_content(case: Case, errors: Problems, project: Path) -> None:
    lines = (project / case.path).read_text("utf-8").splitlines()
    found = [one for one in errors if (one["id"], one["path"]) == (case.id, case.path.as_posix())]
    assert [one for one in found if case.line in lines[int(str(one["line"])) - 1]], found


def test_nothing_else_is_said(errors: Problems) -> None:
    assert {(one["id"], one["path"]) for one in errors} == {(one.id, one.path.as_posix()) for one in CASES}


def noise(width: int) -> bytes:
    """A picture that does not get smaller, always the same."""
    data = random.Random(20260105).randbytes(width * width * 3)
    target = io.BytesIO()
    Image.frombytes("RGB", (width, width), data).save(target, "PNG")
    return target.getvalue()


MEDIA_FILE = """\
format: 1
files:
  logo.png:
    alt:
      fi: Tornion tunnus
"""


def test_a_document_over_a_megabyte_is_said_at_its_largest_picture(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ["tornio"])
    folder = project / "regions/tornio"
    (folder / "media").mkdir()
    (folder / "media/media.yaml").write_text(MEDIA_FILE, "utf-8")
    (folder / "media/logo.png").write_bytes(noise(640))
    change(folder / "region.yaml", "format: 1\n", "format: 1\nlogo: logo.png\n")
    heavy, *others = told("build", project)
    assert others == []
    assert (heavy["id"], heavy["path"]) == ("document-heavy-picture", "regions/tornio/media/media.yaml")
    assert "logo.png:" in MEDIA_FILE.splitlines()[int(str(heavy["line"])) - 2]
    assert "logo.png" in str(heavy["found"])
