import pytest

from sitegen.load.nodes import Mapping, Node, Scalar, Sequence
from sitegen.load.yaml import read_yaml
from sitegen.problems import Place, Severity


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.value


def read(text: str) -> tuple[object, list[tuple[str, int, int]]]:
    root, problems = read_yaml("a.yaml", text.encode())
    return plain(root), [(one.id, one.place.line, one.place.column) for one in problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("00100", "00100"),
        ("02070", "02070"),
        ("0401234567", "0401234567"),
        ("+358401234567", "+358401234567"),
        ("no", "no"),
        ("on", "on"),
        ("10:30", "10:30"),
        ("9.00", "9.00"),
        ("2026-01-15", "2026-01-15"),
        ("2026-02-30", "2026-02-30"),
        ("~", "~"),
        ("null", "null"),
        ("", ""),
        ("'Lasten''talo'", "Lasten'talo"),
        ('"Sali #2"', "Sali #2"),
        ('"H\\u00e4me"', "Häme"),
        ('"Ha\\u0308me"', "Häme"),
        ("https://www.example.fi/#a", "https://www.example.fi/#a"),
        ("page:venues", "page:venues"),
        ("x  # huomautus", "x"),
    ],
)
def test_every_scalar_stays_text(written: str, value: str) -> None:
    assert read(f"a: {written}\nb: c\n") == ({"a": value, "b": "c"}, [])


def test_keys_stay_text_too() -> None:
    assert read("no: x\n1: y\n") == ({"no": "x", "1": "y"}, [])


def test_places_count_letters_from_one() -> None:
    root, _ = read_yaml("a.yaml", "é: {ä: ö, fi: [x, y]}\r\nb:\r\n  - c\r\n".encode())
    assert root is not None
    first, second = root.entries
    assert first.place == Place("a.yaml", 1, 1)
    assert isinstance(first.value, Mapping)
    assert first.value.place == Place("a.yaml", 1, 4)
    assert first.value.entries[1].value.place == Place("a.yaml", 1, 15)
    assert isinstance(second.value, Sequence)
    assert second.value.items[0].place == Place("a.yaml", 3, 5)


def test_quotes_and_blocks_are_told_from_plain_text() -> None:
    root, _ = read_yaml("a.yaml", b"a: ''\nb:\nc: |\n  x\n")
    assert root is not None
    assert [entry.value.quoted for entry in root.entries if isinstance(entry.value, Scalar)] == [
        True,
        False,
        True,
    ]


def test_comments_where_they_may_stand() -> None:
    text = (
        '# eka\na:   # lista\n  - x  # yksi\n  - "y" # kaksi\nb: | # teksti\n  #3 jää\nc: {fi: x}  # loppu\n'
    )
    assert read(text) == ({"a": ["x", "y"], "b": "#3 jää\n", "c": {"fi": "x"}}, [])


def test_a_fault_that_loses_nothing_else_is_read_over() -> None:
    text = "a: x #y\nb: {fi: yksi, kaksi}\nc: *d\ne: !!str f\ng: {h}\ni: j\ni: k\n"
    value, problems = read(text)
    assert value == {"a": "x", "b": {"fi": "yksi"}, "c": "*d", "e": "f", "g": "{h}", "i": "j"}
    assert [id for id, _, _ in problems] == [
        "yaml-comment",
        "yaml-comma",
        "yaml-reserved-start",
        "yaml-tag",
        "yaml-braces",
        "yaml-twice",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nTeatteri\nb: 2\n", ("yaml-no-colon", 2, 1)),
        ("-a\nb: 1\n", ("yaml-no-colon", 1, 1)),
        (": x\n", ("yaml-syntax", 1, 1)),
        ("a: ]\n", ("yaml-reserved-start", 1, 4)),
        ("a: {fi: x,, sv: y}\n", ("yaml-reserved-start", 1, 11)),
        ("a: {fi: @x, sv: y}\n", ("yaml-reserved-start", 1, 9)),
        ("a: ?\n", ("yaml-reserved-start", 1, 4)),
        ("a: |-x\n", ("yaml-block-text", 1, 4)),
        ('"a" b: 1\n', ("yaml-syntax", 1, 5)),
        ("a: 1\n...\nb: 2\n", ("yaml-documents", 3, 1)),
        ("  a: 1\nb: 2\n", ("yaml-indent", 2, 1)),
        ("a: 'x\nb: 'y'\n", ("yaml-quote-open", 1, 4)),
        ('a: {fi: "x" y}\n', ("yaml-quote-ends", 1, 11)),
        ("a: {fi: x, sv: [y}\n", ("yaml-flow-open", 1, 16)),
        ("nimi:Teatteri", ("yaml-missing-space", 1, 6)),
        ("a: *\n", ("yaml-reserved-start", 1, 4)),
        ("%foo\na: 1\n", ("yaml-reserved-start", 1, 1)),
        ("- a\n- b\n", ("yaml-top-list", 1, 1)),
        ("[a: 1\n", ("yaml-flow-open", 1, 1)),
        ("a: [b, #c]\nd: e\n", ("yaml-comment", 1, 8)),
        ("a: [b\n  - c: d\n", ("yaml-flow-open", 1, 4)),
    ],
)
def test_a_syntax_error_ends_the_file_in_our_words(text: str, problem: tuple[str, int, int]) -> None:
    assert read(text) == (None, [problem])


def test_a_syntax_error_that_another_mistake_caused_is_not_said_twice() -> None:
    assert read("a: {fi: Sali #2}\nb: 1\n") == (None, [("yaml-comment", 1, 14)])
    assert read("a:\n  -id: b\n   c: d\n") == (None, [("yaml-missing-space-dash", 2, 3)])


def test_an_escaped_control_character_is_found() -> None:
    assert read('a: "x\\e[2J"\n')[1] == [("character-control", 1, 4)]
    assert read('a: "x\\u202ey"\n')[1] == [("character-direction", 1, 4)]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_endless_nesting_is_refused_at_once(opening: str) -> None:
    value, problems = read("a:\n  " + opening * 20_000)
    assert value is None
    assert [id for id, _, _ in problems] == ["yaml-depth"]


def test_many_anchors_do_not_slow_it_down() -> None:
    value, problems = read("a:\n" + "".join(f"  - &n{number} x\n" for number in range(5000)))
    assert value is not None
    assert len(problems) == 5000


def test_an_alias_bomb_is_one_problem_a_mark() -> None:
    lines = ["a: &a [x, x]"] + [
        f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
    ]
    root, problems = read_yaml("a.yaml", "\n".join(lines).encode())
    assert root is not None
    assert {one.id for one in problems} == {"yaml-reference"}
    assert len(problems) == 12 + 11


def test_curly_quotes_inside_a_text_are_fine() -> None:
    assert read("a: {fi: ”Avoin talo” ja muut}\n")[1] == []
    _, problems = read_yaml("a.yaml", "a: ”Avoin talo”\n".encode())
    assert [(one.id, one.severity) for one in problems] == [("yaml-curly-quotes", Severity.WARNING)]
