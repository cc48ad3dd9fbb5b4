"""Whatever bytes lie in a file: nodes or problems come back, never an exception (BAR S07-S10, S18)."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.load.markdown import read_markdown
from sitegen.load.nodes import Entry, Mapping, Node, Scalar
from sitegen.load.yaml import read_yaml
from sitegen.problems import Problem, Severity
from sitegen.reporting import sentences

GOOD = (
    "format: 1\n"
    "venues:\n"
    "  - id: uimahalli\n"
    "    name: {fi: Uimahalli, sv: 'Simhallen'}\n"
    '    phone: "016 432 11"  # vaihde\n'
    "    note: |\n"
    "      Kysy kassalta.\n"
    "    municipality: [Tornio, Ylitornio]\n"
)
MARKS = ("\t", "\n", " ", "  ", "- ", "-", ": ", ":", "#", " #", "'", '"', "{", "}", "[", "]", ",", "|", ">")
RESERVED = ("&a", "*a", "!", "!!str ", "%", "@", "`", "---\n", "...\n", "<<: ", "? ", "<<<<<<< a\n", "\\")
LETTERS = ("a", "ä", "Ã¤", "“", "\u00a0", "\u2028", "\u202e", "\ufeff", "\x00", "\r", "\ud7ff", "\U0001f3ad")
PIECES = st.sampled_from((*MARKS, *RESERVED, *LETTERS))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 5))
        text = text[:at] + draw(PIECES) + text[at + cut :]
    return text.encode("utf-8")


def check(root: Node | None, problems: tuple[Problem, ...], data: bytes) -> None:
    lines = data.count(b"\n") + data.count(b"\r") + 1
    errors = [one for one in problems if one.severity is Severity.ERROR]
    assert root is not None or errors
    for one in problems:
        assert 0 <= one.place.line <= lines
        said = sentences(one, catalogue(PROBLEMS, "en"))
        assert said.found
        assert said.expected
    if root is not None and not errors:
        check_node(root)


def check_node(node: Node | Entry) -> None:
    assert node.place.line > 0
    assert node.place.column > 0
    if isinstance(node, Entry):
        check_node(node.value)
    elif isinstance(node, Mapping):
        assert len({entry.key for entry in node.entries}) == len(node.entries)
        for entry in node.entries:
            check_node(entry)
    elif isinstance(node, Scalar):
        assert unicodedata.is_normalized("NFC", node.value)
    else:
        for item in node.items:
            check_node(item)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_mutated_yaml(data: bytes) -> None:
    root, problems = read_yaml("a.yaml", data)
    check(root, problems, data)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    root, problems = read_yaml("a.yaml", data)
    check(root, problems, data)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_heaps_of_marks(text: str) -> None:
    data = text.encode()
    root, problems = read_yaml("a.yaml", data)
    check(root, problems, data)


@settings(max_examples=100, deadline=None)
@given(mutated())
def test_mutated_markdown(data: bytes) -> None:
    text, problems = read_markdown("a.md", b"---\n" + data + b"---\nTeksti.\n" + data)
    assert text is not None or [one for one in problems if one.severity is Severity.ERROR]
