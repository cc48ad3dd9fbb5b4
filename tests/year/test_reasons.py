"""Every reason that the program can give has a sentence with the values that it is given."""

import ast
from pathlib import Path

import pytest

import sitegen
from sitegen.languages.messages import catalogue

SOURCE = Path(sitegen.__file__).parent / "year" / "status_points.py"


def reasons() -> list[tuple[str, frozenset[str]]]:
    """Key and names of values of every call of `reason`; a choice of two keys counts as both."""
    return [
        (key.value, frozenset(keyword.arg or "" for keyword in node.keywords))
        for node in ast.walk(ast.parse(SOURCE.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason"
        for key in ast.walk(node.args[0])
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_reason_can_be_said(lang: str) -> None:
    say = catalogue("cli", lang)
    made = reasons()
    assert len(made) > 40
    for key, values in made:
        assert say.get(f"status.{key}", **dict.fromkeys(values, "X"))
