import pytest

from sitegen.languages.table import codes
from sitegen.load.names import (
    EDITION_FILES,
    TEXT_FILES,
    as_id,
    is_ignored,
    is_own_text,
    is_region_id,
    is_reserved,
    nearest_name,
    without_copy_mark,
)


@pytest.mark.parametrize("name", ["tornio", "jakobstadsnejden-pedersore", "ii", "a1"])
def test_region_ids(name: str) -> None:
    assert is_region_id(name)
    assert not is_reserved(name)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "A", "ä", "a b", "a.b", "..", "a/b", "a\n", "a_b"])
def test_no_region_ids(name: str) -> None:
    assert not is_region_id(name)


@pytest.mark.parametrize("name", [*codes(), "con", "nul", "com1", "lpt9", "assets", "2026", "404"])
def test_reserved_ids(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    ("name", "id"), [("Hämeenlinna", "hameenlinna"), (" Åbo & Co ", "abo-co"), ("Пори", ""), ("Con", "")]
)
def test_as_id(name: str, id: str) -> None:
    assert as_id(name) == id


@pytest.mark.parametrize(
    "name", [".git", "a~", "~$a.docx", "a.swp", "#a#", "Thumbs.db", "4913", "a.tmp", ".#a"]
)
def test_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize("name", ["venues.yaml", "venues.yaml.bak", "a.swift", "tmp"])
def test_not_ignored(name: str) -> None:
    assert not is_ignored(name)


@pytest.mark.parametrize(
    "name", ["venues (1).yaml", "venues(2).yaml", "venues - Copy.yaml", "venues kopio.yaml"]
)
def test_copies(name: str) -> None:
    assert without_copy_mark(name) == "venues.yaml"


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("venues.yml", EDITION_FILES, "venues.yaml"),
        ("Venues.YAML", EDITION_FILES, "venues.yaml"),
        ("venue.yaml", EDITION_FILES, "venues.yaml"),
        ("venues.yaml.txt", EDITION_FILES, "venues.yaml"),
        ("venues.md", EDITION_FILES, ""),
        ("kohteet.yaml", EDITION_FILES, ""),
        ("childs.md", TEXT_FILES, "children.md"),
        ("introduction_venues.md", TEXT_FILES, "introduction-venues.md"),
    ],
)
def test_nearest_name(name: str, known: tuple[str, ...], near: str) -> None:
    assert nearest_name(name, known) == near


def test_own_texts() -> None:
    assert is_own_text("own-kyydit.md")
    assert not is_own_text("own-.md")
    assert not is_own_text("own-Kyydit.md")
