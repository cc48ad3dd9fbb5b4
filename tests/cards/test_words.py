"""Every word of cards, orders and deliveries stands in Finnish, Swedish and English, with the same values."""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from sitegen.project import package_root

SPOKEN = ("fi", "sv", "en")
SOURCES = (
    *(package_root() / "cards").glob("*.py"),
    *(package_root() / "commands" / f"{name}.py" for name in ("cards", "order", "deliveries", "papers")),
    *(
        package_root() / "year" / f"{name}.py"
        for name in ("deliveries", "delivery_table", "delivery_sheets", "orders", "print_brief")
    ),
)
TEXT = "\n".join(path.read_text("utf-8") for path in SOURCES)


def words(domain: str, lang: str) -> dict[str, tuple[str, ...]]:
    path = package_root() / "languages" / "catalogues" / lang / f"{domain}.d-cards.po"
    with path.open(encoding="utf-8") as file:
        found = read_po(file)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        )
        for message in found
        if message.id
    }


def names(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("domain", ["cli", "problems"])
def test_the_three_languages_say_the_same(domain: str) -> None:
    said = {lang: words(domain, lang) for lang in SPOKEN}
    assert len(said["fi"]) > 30
    for lang in SPOKEN:
        assert {key: names(texts) for key, texts in said[lang].items()} == {
            key: names(texts) for key, texts in said["fi"].items()
        }
        assert [key for key, texts in said[lang].items() if not all(texts)] == []


def test_every_problem_has_its_sentences() -> None:
    ids = set(re.findall(r'(?:error|warning|wrong)\(\s*"([a-z0-9-]+)"', TEXT))
    assert len(ids) > 15
    said = {key.partition(".")[0] for key in words("problems", "en") if key.endswith(".found")}
    expected = {key.partition(".")[0] for key in words("problems", "en") if key.endswith(".expected")}
    assert said == expected == ids


def test_every_word_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    asked = set(re.findall(r'\b(?:say|words)\.(?:get|plural)\(\s*["\']([\w.-]+)["\']', TEXT))
    parts = tuple(
        re.sub(r"\{.*?\}", "", start) for start in re.findall(r'\b(?:get|has)\(\s*f"([\w.-]+\.)\{', TEXT)
    )
    said = words("cli", "en").keys()
    assert asked - said == set()
    unknown = {
        key
        for key in said - asked
        if not key.startswith((*parts, "help.", "brief.variable.", "brief.material."))
    }
    assert unknown == set()
