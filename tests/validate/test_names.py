"""The card's name: a text in which every name is right is not looked at word by word."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.validate.rules.words import names_among_words, wrong_names

PARTS = st.sampled_from(
    (
        *("Kaikukortti", "Kaikukortin", "Kaikukortet", "Kaikukort", "kaiku", "kort", "Kaikucard", "-hinta"),
        *(
            " ",
            "\n",
            ".",
            "/",
            "@",
            "-",
            "(",
            ")",
            "[",
            "]",
            "](",
            "{card}",
            "www.",
            "://",
            ".fi",
            "a",
            "](lang:sv)",
        ),
    )
)


@given(st.lists(PARTS, max_size=14).map("".join), st.sampled_from(("fi", "sv", "en")))
def test_the_same_is_found_as_word_by_word(text: str, lang: str) -> None:
    assert list(wrong_names(text, lang)) == list(names_among_words(text, lang))
