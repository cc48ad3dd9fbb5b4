"""Each folder of tests/cases-rules is a case: `in/` laid over `base/`, and what is found in `expected.txt`.

A bug report becomes a folder. Among the expected lines nothing else may be: a case shows what is silent too.
"""

import re
import shutil
from pathlib import Path

import pytest

from sitegen.validate.rules import ELSEWHERE, RULES
from tests.validate.support import CASES, check, sentences, write_base

FOLDERS = sorted(path for path in CASES.iterdir() if path.name != "base")


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    result = check(write_base(tmp_path))
    assert result.lines() == []
    assert result.network is not None
    assert [one.id for one in result.network.published[0].partners] == ["nuorisotyo", "teatteri", "uimahalli"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path, tmp_path: Path) -> None:
    write_base(tmp_path)
    shutil.copytree(folder / "in", tmp_path, dirs_exist_ok=True)
    result = check(tmp_path)
    assert result.lines() == (folder / "expected.txt").read_text("utf-8").splitlines()
    for problem in result.problems:
        for lang in ("fi", "sv", "en"):
            assert all(sentences(problem, lang)), problem.id


def test_every_check_has_a_case() -> None:
    named = {folder.name.partition("-")[0] for folder in FOLDERS}
    rules = {id for id, _ in RULES if re.fullmatch(r"C\d+", id)} | set(ELSEWHERE)
    assert rules == {f"C{number}" for number in range(1, 23)}
    # C11 is what the plan makes and the build checks; there is nothing in the files that could be wrong.
    assert rules - {"C11"} <= named


def test_every_rule_says_what_it_holds() -> None:
    for id, rule in RULES:
        assert rule.__doc__
        if id.startswith("C"):
            assert rule.__name__.startswith(id.lower())
            assert id in rule.__doc__
