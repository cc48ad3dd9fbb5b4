"""Every problem that composing can report has its sentences in fi, sv and en."""

import re
from pathlib import Path

import pytest

import sitegen
from sitegen.languages.messages import PROBLEMS, catalogue

COMPOSE = Path(sitegen.__file__).parent / "compose"
MADE = re.compile(r"(?:\berror|\bwarning|Fault)\(\s*\"([a-z]+(?:-[a-z]+)+)\"|\"(image-[a-z-]+)\"")


def reported() -> set[str]:
    texts = [path.read_text("utf-8") for path in COMPOSE.glob("*.py")]
    return {first or second for text in texts for first, second in MADE.findall(text)}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_problem_has_its_sentences(lang: str) -> None:
    own = catalogue(PROBLEMS, lang).translations[0]
    keys = {f"{id}.{part}" for id in reported() for part in ("found", "expected")}
    assert len(keys) > 70
    assert {key for key in keys if own.gettext(key) == key} == set()
