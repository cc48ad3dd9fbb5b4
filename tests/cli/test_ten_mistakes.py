"""Ten mistakes in seven files are all told in one run, in Finnish, Swedish and English (BAR R15).

`tests/cases-ten/in` holds the mistakes, `expected.<lang>.txt` what people read. After a change of words, look
at what is printed and copy it there.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from sitegen.model.sections import SECTIONS
from sitegen.validate.sections import digest
from tests.site.support.run import REPOSITORY, sitegen

CASES = REPOSITORY / "tests/cases-ten"
MISTAKES = 10


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the mistakes; national texts that say little are beside the point and written here."""
    project = tmp_path_factory.mktemp("ten") / "project"
    shutil.copytree(CASES / "in", project)
    parts = "\n\n{gaps}\n\n{supervisor}"
    for lang, words in (("fi", "Lyhyt teksti."), ("sv", "En kort text.")):
        folder = project / "content/2026" / lang
        folder.mkdir(parents=True)
        for section in SECTIONS:
            more = parts if section == "statement" else ""
            source = digest(f"Lyhyt teksti.{more}")
            head = f"title: {section}\n" + (f"translated_from: {source}\n" if lang == "sv" else "")
            (folder / f"{section}.md").write_text(f"---\n{head}---\n{words}{more}\n", "utf-8")
    return project


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_ten_mistakes_are_all_told_in_one_run(lang: str, faulty: Path) -> None:
    done = sitegen("check", "--lang", lang, cwd=faulty)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (CASES / f"expected.{lang}.txt").read_text("utf-8")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_each_mistake_has_a_place_and_what_helps(lang: str, faulty: Path) -> None:
    told = json.loads(sitegen("check", "--lang", lang, "--format", "json", cwd=faulty).stdout)
    assert len(told) == MISTAKES
    for one in told:
        assert one["severity"] == "error"
        assert one["line"] > 0
        assert one["column"] > 0
        assert (faulty / one["path"]).is_file()
        assert len(one["found"]) > 15
        assert len(one["expected"]) > 5
    places = [(one["path"], one["line"], one["column"]) for one in told]
    assert places == sorted(places)


def test_the_languages_tell_the_same_mistakes_in_other_words(faulty: Path) -> None:
    told = {
        lang: json.loads(sitegen("check", "--lang", lang, "--format", "json", cwd=faulty).stdout)
        for lang in ("fi", "sv", "en")
    }
    for finnish, swedish, english in zip(*told.values(), strict=True):
        assert (finnish["id"], finnish["line"]) == (swedish["id"], swedish["line"])
        assert (finnish["id"], finnish["line"]) == (english["id"], english["line"])
        assert len({one["found"] for one in (finnish, swedish, english)}) == 3, finnish["id"]
        assert len({one["expected"] for one in (finnish, swedish, english)}) == 3, finnish["id"]


def test_annotations_point_at_the_lines(faulty: Path) -> None:
    done = sitegen("check", "--lang", "en", "--format", "github", cwd=faulty)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert len(lines) == MISTAKES
    for line in lines:
        found = re.fullmatch(r"::error file=([^,:]+),line=(\d+),col=(\d+),title=[^:]*::\S.*", line)
        assert found, line
        assert (faulty / found[1]).is_file()


def test_build_tells_the_same_and_makes_nothing(faulty: Path, tmp_path: Path) -> None:
    checked = sitegen("check", "--lang", "fi", cwd=faulty)
    built = sitegen("build", "--lang", "fi", "--out", tmp_path / "out", cwd=faulty)
    assert built.returncode == 1
    assert built.stdout.startswith(checked.stdout)
    assert not (tmp_path / "out").exists()
