"""Addresses that are judged at once are judged as by all the questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.fields import Kind
from sitegen.validate.url import PLAIN, doubts, fault_of
from tests.validate.support import asked

SMALL = "abcdefghijklmnopqrstuvwxyz"
LABEL = st.lists(st.text(f"{SMALL}0123456789", min_size=1, max_size=12), min_size=1, max_size=4).map("-".join)
PATH = st.text(f"{SMALL}AZ09._~/-", max_size=30)


@given(st.lists(LABEL, min_size=1, max_size=4), st.text(SMALL, min_size=2, max_size=10), PATH)
def test_what_is_plain_has_no_fault_and_no_doubt(labels: list[str], end: str, path: str) -> None:
    address = f"https://{'.'.join(labels)}.{end}{path and '/'}{path}"
    assert PLAIN.fullmatch(address)
    assert fault_of(address) == ("", "")
    assert doubts(address, asked(Kind.URL)) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://mallila.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://xn--mallila-x.example/",
        "https://mallila.example/?utm_source=a",
        "https://mallila.example:8000/",
        "https://me@mallila.example/",
        "https://mallila.example/a b",
        "https://-mallila.example",
        f"https://{64 * 'a'}.example/",
        "https://mallila.example\n",
    ],
)
def test_what_has_to_be_thought_about_is_not_plain(address: str) -> None:
    assert not PLAIN.fullmatch(address)
