"""Every folder of `tests/cases-markdown` is a text, its faults at their places and its blocks."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sitegen.compose.facts import pieces
from sitegen.compose.markdown import parse
from sitegen.model.document import Document
from sitegen.model.edition import MediaDescription
from sitegen.model.text import Localised, TextKind
from sitegen.problems import Place, Problem

CASES = Path(__file__).resolve().parents[1] / "cases-markdown"
MEDIA = {
    "ovi.png": MediaDescription(alt=Localised(TextKind.WORDS, (("fi", "Uimahallin ovi"),))),
    "koriste.png": MediaDescription(decorative=True),
    "nimeton.png": MediaDescription(),
}
WORDS = frozenset({"card_min_age", "child_under_age", "region", "region_in", "region_of", "year"})


def said(problem: Problem) -> str:
    values = dict(problem.values)
    shown = next(
        (values[key] for key in ("tag", "address", "word", "name", "sign", "text") if key in values), ""
    )
    return " ".join(filter(None, (str(problem.place)[2:], str(problem.severity), problem.id, shown)))


def read(case: str) -> tuple[Document, tuple[Problem, ...], dict[str, Any]]:
    expected = tomllib.loads((CASES / case / "expected.toml").read_text("utf-8"))
    body = (CASES / case / "text.md").read_text("utf-8")
    lang = expected.get("lang", "fi")
    media = None if expected.get("national") else MEDIA
    blocks, problems = parse(body, Place("t", 1, 1), lang, words=WORDS, media=media)
    return Document("letter", lang, "ltr", "", "", "", blocks), problems, expected


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_case(case: str) -> None:
    document, problems, expected = read(case)
    assert sorted(said(problem) for problem in problems) == sorted(expected["problems"])
    assert [f"{piece.kind} {piece.lang} {piece.text}" for piece in pieces(document)] == expected["shows"]


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_places_count_from_the_body(case: str) -> None:
    _, problems, _ = read(case)
    body = (CASES / case / "text.md").read_text("utf-8")
    _, moved = parse(body, Place("t", 11, 1), "fi", words=WORDS, media=MEDIA)
    lines = sorted(problem.place.line for problem in problems)
    if not read(case)[2].get("national"):
        assert sorted(problem.place.line for problem in moved) == [line + 10 for line in lines]
