"""The file of codes: whatever is wrong with it is told at once, with line and column, and without a code."""

import re

import pytest

from sitegen.cards.codes import ALPHABET, LONGEST, read_codes
from sitegen.problems import Severity

PATH = "codes.csv"


def codes(text: str | bytes, pattern: str = "") -> list[str]:
    found, problems = read_codes(_bytes(text), PATH, re.compile(pattern) if pattern else None)
    assert problems == ()
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    return [one.text for one in found]


def wrong(text: str | bytes, pattern: str = "") -> list[str]:
    """The problems as `id line:column`."""
    _, problems = read_codes(_bytes(text), PATH, re.compile(pattern) if pattern else None)
    assert all(one.masked and one.place.path == PATH for one in problems)
    return [f"{one.id} {one.place.line}:{one.place.column}" for one in problems]


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "AB12\nAB13\n",
        "AB12\nAB13",
        "AB12\r\nAB13\r\n",
        "code\nAB12\nAB13\n",
        "CODE\nAB12\nAB13\n",
        "Korttitunnus\nAB12\nAB13\n",
        '"AB12"\n"AB13"\n',
        "number;code\n1;AB12\n2;AB13\n",
        "Kortkod;Anmärkning\nAB12;x\nAB13;\n",
        "nro,Kaikukortin koodi,muuta\n1,AB12,a\n2,AB13,b\n",
        'a\tkod\n1\t"AB12"\n2\tAB13\n',
        b"\xef\xbb\xbfAB12\nAB13\n",
        b"\xef\xbb\xbftunnus\r\nAB12\r\nAB13\r\n",
    ],
)
def test_codes_are_found_with_and_without_headings(text: str | bytes) -> None:
    assert codes(text) == ["AB12", "AB13"]


def test_the_whole_alphabet_of_code_39_passes() -> None:
    assert len(ALPHABET) == 43
    lines = [f"A{ALPHABET[at : at + 10].strip()}0" for at in range(0, 43, 10)]
    found, problems = read_codes("\n".join(lines).encode(), PATH)
    assert [one.text for one in found] == lines
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    assert codes("A 1\nB 2\n") == ["A 1", "B 2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["codes-none 0:0"]),
        ("code\n", ["codes-none 0:0"]),
        ("AB12\n\nAB13\n", ["code-line-empty 2:1"]),
        ("\nAB12\n", ["code-line-empty 1:1"]),
        ("AB12\n\n", ["code-line-empty 2:1"]),
        (
            "n;code\n1;AB12\n2;\n;;\n3\n",
            ["code-line-empty 3:1", "code-line-empty 4:1", "code-line-empty 5:1"],
        ),
        (" AB12\nAB13\n", ["code-space 1:1"]),
        ("AB12\nAB13 \n", ["code-space 2:5"]),
        ("A  B\n", ["code-space 1:2"]),
        ("AB12\N{NO-BREAK SPACE}\nAB13\n", ["code-space 1:5"]),
        ("AB12\nab13\n", ["code-lower-case 2:1"]),
        ("AB12\nA€13\n", ["code-character 2:2"]),
        ("AB12\nAÄ13\n", ["code-character 2:2"]),
        ("AB12\nA*13\n", ["code-character 2:2"]),
        ("A_#1\n", ["code-character 1:2", "code-character 1:3"]),
        ('A"12\n', ["code-character 1:2"]),
        ("AB12\nAB13\nAB12\n", ["code-twice 3:1"]),
        ("AB12\nAB12 \n", ["code-space 2:5", "code-twice 2:1"]),
        ("1.23E+10\n", ["code-as-number 1:1"]),
        ("1;2\n3;4\n", ["codes-columns 1:3"]),
        ("code;koodi\nA;B\n", ["codes-columns 1:6"]),
        ("=A1\n", ["code-character 1:1"]),
        ("+11\n", ["code-first-sign 1:1"]),
        ("-A1\n", ["code-first-sign 1:1"]),
        ("A" * (LONGEST + 1) + "\n", [f"code-too-long 1:{LONGEST + 1}"]),
        ("n;code\n1;AB12\n2; AB13\n", ["code-space 3:3"]),
        ('n;code\n1;"AB 2"\n2;"AB€3"\n', ["code-character 3:6"]),
        (b"AB12\nA\xe413\n", ["encoding-windows-1252 2:2"]),
        ("AB12\n".encode("utf-16"), ["encoding-utf16 0:0"]),
    ],
)
def test_what_is_wrong_has_its_line_and_column(text: str | bytes, found: list[str]) -> None:
    assert wrong(text) == found


def test_all_problems_are_told_at_once() -> None:
    assert wrong("AB12\n\nab13\n AB14\nAB12\nA€15\n") == [
        "code-line-empty 2:1",
        "code-lower-case 3:1",
        "code-space 4:1",
        "code-character 6:2",
        "code-twice 5:1",
    ]


def test_a_code_of_another_length_is_a_warning_for_it_may_have_lost_zeros() -> None:
    found, problems = read_codes(b"001234\n002345\n3456\n", PATH)
    assert [one.text for one in found] == ["001234", "002345", "3456"]
    assert [(one.id, one.severity, one.place.line) for one in problems] == [
        ("code-length", Severity.WARNING, 3)
    ]


def test_a_sign_before_a_letter_is_a_warning_for_full_ascii_readers() -> None:
    found, problems = read_codes(b"A1-B\nA1$B\nA%12\n", PATH)
    assert [one.text for one in found] == ["A1-B", "A1$B", "A%12"]
    assert [(one.id, one.severity, str(one.place)) for one in problems] == [
        ("code-sign-pair", Severity.WARNING, "codes.csv:2:3")
    ]


def test_kaikukeskus_form_is_held_by_the_whole_code() -> None:
    assert codes("KK000001\n", "KK[0-9]{6}") == ["KK000001"]
    assert wrong("KK000001\nKK0000023\nXKK00003\n", "KK[0-9]{6}")[:2] == [
        "code-pattern 2:1",
        "code-pattern 3:1",
    ]


def test_no_problem_holds_a_code() -> None:
    text = "SECRET1\nSECRET1\nsecret2\nSECRET3 \nSECRET€4\nSECRET5SECRET5SECRET5\n+SECRET6\n1.5E+12\n"
    _, problems = read_codes(text.encode(), PATH, re.compile("X"))
    assert len(problems) > 7
    assert "secret" not in repr(problems).casefold()
    assert "1.5E" not in repr(problems)
