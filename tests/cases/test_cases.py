from pathlib import Path

import pytest

from tests.cases.run import LANGUAGES, case_folders, listed, printed, read_case, run_case, set_up

# BAR section 7, YAML syntax, and encoding and files.
WANTED = tuple(f"B{number:02}" for number in range(1, 44))


@pytest.mark.parametrize("case", case_folders(), ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path) -> None:
    set_up(case, tmp_path)
    found = run_case(tmp_path)
    assert listed(found) == read_case(case)["problems"]
    for lang in LANGUAGES:
        expected = (case / f"expected.{lang}.txt").read_text(encoding="utf-8")
        assert printed(found, tmp_path, lang) == expected


@pytest.mark.parametrize("rule", WANTED)
def test_every_rule_has_a_case(rule: str) -> None:
    assert [case.name for case in case_folders() if case.name.startswith(f"{rule}-")]


def test_the_parsers_own_words_are_never_shown() -> None:
    texts = [
        path.read_text(encoding="utf-8") for case in case_folders() for path in case.glob("expected.*.txt")
    ]
    for words in ("while parsing", "while scanning", "did not find", "mapping values", "Traceback"):
        assert not [text for text in texts if words in text]
