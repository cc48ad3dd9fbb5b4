"""What must never be published is found, and what only looks like it is not (C13, C19, S36, X23)."""

import re

import pytest

from sitegen.validate.privacy import HIDDEN, card_codes, ibans, mask, personal_codes
from sitegen.validate.rules.sources import check_source, is_personal

CODE = "131052-" + "308T"
ACCOUNT = "FI21 1234 5600 " + "0007 85"


@pytest.mark.parametrize(
    "code",
    [CODE, "131052" + "308T"[:0] + "-308T", "010594Y" + "9032", "010100A" + "925S", "290200A" + "248A"],
)
def test_personal_codes(code: str) -> None:
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(code[:6] + code[7:10]) % 31]
    right = code[:-1] + check
    assert list(personal_codes(f"Asiakas {right}.")) == [(8, 19)]
    wrong = code[:-1] + ("1" if check != "1" else "2")
    assert list(personal_codes(f"Asiakas {wrong}.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "050123-4568",
        "310226-1234",
        "300226-123X",
        "131052-001T",
        "1131052-308T",
        "131052-308TX",
        "2025-10-30",
        "TP-47",
        "A1",
    ],
)
def test_no_personal_code(text: str) -> None:
    assert list(personal_codes(text)) == []


def test_telephone_fields_may_look_like_a_code() -> None:
    code = "050123-" + "456" + "0123456789ABCDEFHJKLMNPRSTUVWXY"[50123456 % 31]
    found = [one.id for one in check_source("a.yaml", f"    phone: {code}\n    note: {code}\n", None)]
    assert found == ["personal-code"]


def test_account_numbers() -> None:
    assert len(list(ibans(f"Tili {ACCOUNT}."))) == 1
    assert len(list(ibans("DE89370400440532013000"))) == 1
    assert list(ibans(ACCOUNT.replace("85", "86"))) == []


def test_card_codes_stand_alone() -> None:
    pattern = re.compile("KK[0-9]{6}")
    text = "KK000123, AKK000123 KK0001234 (KK000124)"
    assert [text[start:end] for start, end in card_codes(text, pattern)] == ["KK000123", "KK000124"]
    assert [text[start:end] for start, end in card_codes(text, None, frozenset({"KK000123"}))] == ["KK000123"]
    assert list(card_codes(text, None)) == []
    assert list(card_codes("016 000 310 2025-10-30 TP-47 A1", None, frozenset({"TP-48"}))) == []


def test_mask() -> None:
    assert mask(f"a {CODE} b {ACCOUNT} c 2025-10-30") == f"a {HIDDEN} b {HIDDEN} c 2025-10-30"


def test_neither_value_nor_line_is_shown() -> None:
    problems = list(check_source("a.md", f"{CODE}\n{ACCOUNT}\nKK000123\n", re.compile("KK[0-9]{6}")))
    assert [one.id for one in problems] == ["personal-code", "account-number", "card-code"]
    assert all(one.masked and one.values == () for one in problems)


ADDRESSES = [
    ("maija.meikalainen@mallila.fi", True),
    ("matti_virtanen@mallila.fi", True),
    ("anna-liisa.meikalainen@mallila.fi", True),
    ("liisa@gmail.com", True),
    ("kirjasto.mallila@gmail.com", False),
    ("kulttuuri.mallila@mallila.fi", False),
    ("kulttuuri@mallila.fi", False),
    ("etunimi.sukunimi@mallila.fi", False),
    ("teatteri.oy@teatteri.fi", False),
    ("tp47.tornio@tp47.fi", False),
    ("a.b.c@mallila.fi", False),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_personal_addresses(address: str, expected: bool) -> None:
    local, _, domain = address.partition("@")
    assert is_personal(local, domain) is expected


def test_a_reason_frees_its_own_entry_only() -> None:
    text = (
        "distributors:\n"
        "  - id: a\n    email: maija.meikalainen@a.example\n    public_because: {fi: Ainoa.}\n"
        "  # liisa.meikalainen@a.example\n"
        "  - id: b\n    email: matti.meikalainen@a.example\n    phone: 040 123 4567\n"
        "  - id: c\n    phone: 040 123 4568\n"
    )
    found = [(one.id, one.place.line) for one in check_source("a.yaml", text, None)]
    assert found == [("personal-email", 5), ("personal-email", 7), ("personal-mobile", 8)]


def test_texts_are_read_too() -> None:
    (problem,) = check_source("a.md", "Kysy: maija.meikalainen@a.example tai 040 123 4567\n"[:34], None)
    assert (problem.id, problem.rule, problem.place.column) == ("personal-email", "C13", 7)
