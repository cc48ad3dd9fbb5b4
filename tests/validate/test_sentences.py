"""Every problem of validation has its sentences in three languages, with values that exist."""

import re
from pathlib import Path
from string import Formatter

import pytest

from sitegen.project import package_root
from sitegen.validate.choices import MEANT_LANGUAGE
from tests.validate.support import messages

SOURCES = [*sorted((package_root() / "validate").rglob("*.py")), package_root() / "load/register.py"]
NOT_IDS = {*MEANT_LANGUAGE, "fi-simple", "figure-no-"}


def problem_ids(path: Path) -> set[str]:
    return set(re.findall(r'"([a-z]+(?:-[a-z]+)+-?)"', path.read_text("utf-8"))) - NOT_IDS


def used() -> set[str]:
    return set().union(*(problem_ids(path) for path in SOURCES)) | {"figure-no-as-of", "figure-no-source"}


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_problem_says_what_was_found(lang: str) -> None:
    assert sorted(id for id in used() if f"{id}.found" not in messages(lang)) == []


def test_the_three_languages_say_the_same() -> None:
    wanted = used()
    said = {
        lang: {key: names(text) for key, text in messages(lang).items() if key.partition(".")[0] in wanted}
        for lang in ("fi", "sv", "en")
    }
    assert said["sv"] == said["fi"]
    assert said["en"] == said["fi"]
