import pytest

from sitegen.load.lines import MOST_CHARACTERS, Kind, scan


def found(text: str, kind: Kind = Kind.YAML) -> list[tuple[str, int, int]]:
    _, problems = scan("a", text.encode(), kind)
    return [(one.id, one.place.line, one.place.column) for one in problems]


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a:\tb\n",
        "a: b\t# x\n",
        "a: 'x\ty'\n",
        "a: b\n\t\nc: d\n",
        "a: b\n \u00a0\nc: d\n",
        "phone: 016\u00a0432\u00a011\n",
        'hours: "ma:\u00a09"\n',
        "hours: klo, ma:\u00a09\n",
        "note: |\n  ma:\u00a09\n  \u00a0sisennys\n",
        "note: |\n\n  ma:\u00a09\nnext: >-\n  ti:\u00a09\n",
        "- |\n  a:\u00a0b\n",
        "ä: \U0001f3ad\ufe0f\U0001f468\u200d\U0001f469\n",
        "fa: می\u200cخواهم\n",
        "name: ”Ø” ja Ä–Ö\n",
        "note: a <<<<<<< b\n",
        "line: =======\n",
    ],
)
def test_fine(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("\ta: b\n", [("yaml-tab", 1, 1)]),
        ("a:\n  \tb: c\n", [("yaml-tab", 2, 3)]),
        ("a:\n-\tb: c\n", [("yaml-tab", 2, 2)]),
        ("a:\n\u00a0 b: c\n", [("yaml-other-space", 2, 1)]),
        ("a:\u2009b\n", [("yaml-other-space", 1, 3)]),
        ("a: {fi:\u00a0x}\n", [("yaml-other-space", 1, 8)]),
        ("a: {fi: x,\u00a0sv: y}\n", [("yaml-other-space", 1, 11)]),
        ("a: |\n  b:\u00a0c\nd:\u00a0e\n", [("yaml-other-space", 3, 3)]),
        ("a: \u200bb\n", [("character-zero-width", 1, 4)]),
        ("a: \ufeffb\n", [("character-zero-width", 1, 4)]),
        ("a: b\u200fc\n", [("character-direction", 1, 5)]),
        ("a: b\u0085c\n", [("character-line-separator", 1, 5)]),
        ("a: \ue000\n", [("character-control", 1, 4)]),
        ("a: \x0cb\n", [("character-control", 1, 4)]),
        ("a: me\u200dne\n", [("character-zero-width", 1, 6)]),
        (">>>>>>> b\n", [("conflict-marks", 1, 1)]),
        ("a: SeinÃ¤joki HÃ¤me\n", [("mojibake", 1, 4), ("mojibake", 1, 15)]),
        ("a: â€œSaliâ€\u009d\n", [("character-control", 1, 13), ("mojibake", 1, 4)]),
    ],
)
def test_problems_stand_where_they_are(text: str, problems: list[tuple[str, int, int]]) -> None:
    assert found(text) == problems


def test_markdown_may_hold_tabs_and_no_break_spaces() -> None:
    assert found("\tkoodi\n\u00a0sisennys\nAvoinna:\u00a0ma\n", Kind.MARKDOWN) == []
    assert found("a\u2028b\n", Kind.MARKDOWN) == [("character-line-separator", 1, 2)]


def test_what_is_repaired_keeps_its_columns() -> None:
    source, problems = scan("a", "a:\u00a0b\x07c\u2028d\n".encode(), Kind.YAML)
    assert source is not None
    assert source.text == "a: b c d\n"
    assert source.faulty
    assert len(problems) == 3


def test_a_picture_named_yaml_gives_few_problems() -> None:
    assert len(found("\x01" * 5000)) == MOST_CHARACTERS


def test_a_large_file_full_of_odd_blanks_is_scanned_quickly() -> None:
    text = "a:\n" + 'x: "\u00a0\u00a0\u00a0"\n' * 50_000
    assert found(text) == []
