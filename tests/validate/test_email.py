"""What is an e-mail address: plain ones at once, the others by the library."""

import pytest
from email_validator import validate_email
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.validate.email import LONGEST, PLAIN, _is_valid


def joined(signs: str) -> st.SearchStrategy[str]:
    """Words with one of these signs between them."""
    words = st.text("abXY019", min_size=1, max_size=20)
    more = st.lists(st.builds("".join, st.tuples(st.sampled_from(signs), words)), max_size=4)
    return st.builds(lambda first, rest: first + "".join(rest), words, more)


ENDS = ["com", "eu", "example", "fi", "info", "net", "org", "se", "FI"]


@given(joined("._+-"), joined("-."), st.sampled_from(ENDS))
def test_what_is_plain_is_valid_for_the_library_too(local: str, domain: str, end: str) -> None:
    value = f"{local}@{domain}.{end}"
    assume(PLAIN.fullmatch(value) and len(value) <= LONGEST)
    assert validate_email(value, check_deliverability=False).ascii_email


@pytest.mark.parametrize(
    "value",
    [
        "etunimi.sukunimi@tornio.fi",
        "Info@Kulttuuri-Talo.fi",
        "a_b+c-d@x.y.se",
        "kaikukortti@pohjanmaa.wales",
        "päivi@esimerkki.fi",
        "o'neill@museo.fi",
    ],
)
def test_addresses_in_use_are_valid(value: str) -> None:
    assert _is_valid(value)


@pytest.mark.parametrize(
    "value",
    [
        ".etunimi@tornio.fi",
        "etunimi.@tornio.fi",
        "etu..nimi@tornio.fi",
        "etunimi@-tornio.fi",
        "etunimi@tornio-.fi",
        "etunimi@tornio",
        "etunimi@.fi",
        "etunimi@tornio..fi",
        "etunimi@tornio.invalid",
        "etu nimi@tornio.fi",
        f"a@{'b' * 64}.fi",
        f"a@{'.'.join(['b' * 60] * 5)}.fi",
    ],
)
def test_addresses_that_lead_nowhere_are_not(value: str) -> None:
    assert not _is_valid(value)
