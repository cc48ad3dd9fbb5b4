import pytest

from sitegen.load.suggest import fold, suggest


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("venus", ("venues", "edition"), "venues"),
        ("VENUES", ("venues", "edition"), "venues"),
        ("how to ask", ("how_to_ask", "hours"), "how_to_ask"),
        ("Helsingfors", ("Helsinki", "Helsingborg"), "Helsingborg"),
        ("Hameenlinna", ("Hämeenlinna", "Hanko"), "Hämeenlinna"),
        ("xyz", ("venues", "edition"), ""),
        ("", ("venues",), ""),
        ("venues", (), ""),
    ],
)
def test_suggest(word: str, known: tuple[str, ...], found: str) -> None:
    assert suggest(word, known) == found


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert suggest("nme", ("name", "nime")) == suggest("nme", ("nime", "name"))


def test_fold() -> None:
    assert fold(" Kieli_Koodi ") == fold("kieli-koodi") == "kieli-koodi"
