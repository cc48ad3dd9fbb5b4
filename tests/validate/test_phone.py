"""Numbers that are judged at once are judged as the library does."""

import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sitegen.validate.phone import GIVEN, NEVER_GIVEN, judged, parsed

MOST = 12


def test_every_beginning_in_every_length_as_the_library_says() -> None:
    quick = 0
    for digits in product("0123456789", repeat=3):
        for length, filling in product(range(1, MOST), "09"):
            text = f"0{''.join(digits)}{filling * (length - 3)}"[: length + 1]
            quick += bool(GIVEN.fullmatch(text) or NEVER_GIVEN.fullmatch(text))
            assert parsed(text) == judged(text), text
    assert quick > 1000


@given(st.from_regex(GIVEN, fullmatch=True) | st.from_regex(NEVER_GIVEN, fullmatch=True), st.integers(2, 4))
def test_usual_numbers_in_groups_as_the_library_says(digits: str, size: int) -> None:
    text = " ".join(digits[at : at + size] for at in range(0, len(digits), size))
    assert parsed(text) == judged(text)
    assert parsed(text)[0] == "ok"


@given(st.text("0123456789 +()-/.", max_size=16))
def test_whatever_stands_there_as_the_library_says(text: str) -> None:
    assert parsed(text) == judged(text)


def test_usual_numbers_do_not_load_the_library() -> None:
    for text in ("016 000 310", "040 123 4567", "09 123 4567", "0295 020 000", "0800 12345"):
        digits = re.sub(r"\D", "", text)
        assert GIVEN.fullmatch(digits) or NEVER_GIVEN.fullmatch(digits), text
