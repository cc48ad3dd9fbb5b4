"""The words of letters and meetings: the same in Finnish, Swedish and English, all there and all used."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from sitegen.project import package_root

SPOKEN = ("fi", "sv", "en")
PARTS = ("letters.po", "cli.d-letters.po", "problems.d-letters.po")
YEAR, COMMANDS = package_root() / "year", package_root() / "commands"
SOURCES = (
    *(YEAR / "letters").glob("*.py"),
    *(YEAR / f"{name}.py" for name in ("commitment", "events", "meeting")),
    *(COMMANDS / f"{name}.py" for name in ("letter", "meeting")),
)
TEXT = "\n".join(path.read_text("utf-8") for path in SOURCES)
NAMED_BY_COMMAND = re.compile(r"help\.[a-z]+(\.example)?")


def words(name: str, lang: str) -> dict[str, tuple[str, ...]]:
    path: Path = package_root() / "languages" / "catalogues" / lang / name
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
    found = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {"region" if name.startswith("region") else name for name in found}


@pytest.mark.parametrize("part", PARTS)
def test_the_three_languages_say_the_same(part: str) -> None:
    said = {lang: words(part, lang) for lang in SPOKEN}
    assert len(said["fi"]) > 8
    for lang in SPOKEN:
        assert {key: names(texts) for key, texts in said[lang].items()} == {
            key: names(texts) for key, texts in said["fi"].items()
        }
        assert [key for key, texts in said[lang].items() if not all(texts)] == []


def test_the_card_has_its_name_in_every_language() -> None:
    """C12."""
    for lang in (*SPOKEN, "fi-simple"):
        for key, texts in words("letters.po", lang).items():
            assert not re.search(r"kaikukort|Kaiku kort|Kaiku-kort", " ".join(texts)), key
    assert [key for key, texts in words("letters.po", "sv").items() if "Kaikukortti" in " ".join(texts)] == []


def test_every_problem_has_its_sentences_and_none_is_left_over() -> None:
    ids = set(re.findall(r'(?:error|warning)\(\s*"([a-z0-9-]+)"', TEXT))
    said = words("problems.d-letters.po", "en")
    for part in ("found", "expected"):
        assert {key.partition(".")[0] for key in said if key.endswith(f".{part}")} == ids


def test_no_word_is_left_over() -> None:
    """Each is written out where it is asked for, or has the form of an f-string that asks for it."""
    literal = set(re.findall(r'"([a-z][\w.-]+)"', TEXT))
    forms = [
        re.compile(".+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", text)))
        for text in re.findall(r"""f["']([a-z][^"']*)["']""", TEXT)
        if "." in text
    ]
    left = [
        key
        for part, lang in (*((part, "fi") for part in PARTS[:2]), ("letters.po", "fi-simple"))
        for key in words(part, lang)
        if key not in literal
        and not NAMED_BY_COMMAND.fullmatch(key)
        and not any(form.fullmatch(key) for form in forms)
    ]
    assert left == []
