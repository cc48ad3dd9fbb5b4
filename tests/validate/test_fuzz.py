"""Whatever stands in a file, validation answers with problems and no exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.load.nodes import (
    Entry,
    Mapping,
    Node,
    RawEdition,
    RawFile,
    RawProject,
    RawRegion,
    RawText,
    RawYear,
    Scalar,
    Sequence,
)
from sitegen.model.fields import Kind, table
from sitegen.model.network import FILES
from sitegen.problems import Place
from sitegen.structs import field_names
from sitegen.validate import validate
from sitegen.validate.context import Checked
from sitegen.validate.picture import picture_problem, read_header
from sitegen.validate.record import read_record, read_value
from sitegen.validate.rules.ages import wrong_numbers
from sitegen.validate.rules.sources import check_source
from sitegen.validate.rules.words import wrong_names
from tests.validate.support import PLACE, asked, context, register

KEYS = sorted(
    {spec.key for record in FILES.values() for spec in table(record).values()}
    | {"fi", "sv", "format", "from", "to", "number"}
)
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            "-",
            "1",
            "2026-02-30",
            "29.2.2024",
            "all",
            "yes",
            "040 123 4567",
            "https://a.example",
            "a@b.example",
            "#0f5a86",
            "fi",
            "Tornio",
        ]
    ),
    st.from_regex(r"\+?[0-9 ()-]{1,20}", fullmatch=True),
    st.from_regex(r"[a-z]{1,6}:/{0,3}[a-z0-9.@:\[\]?%-]{0,20}", fullmatch=True),
)
SCALARS = st.builds(Scalar, VALUES, st.just(PLACE), st.booleans())


def mappings(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=8))
    entries = st.lists(st.tuples(keys, children), max_size=5, unique_by=lambda pair: pair[0])
    return entries.map(lambda pairs: Mapping(tuple(Entry(key, PLACE, value) for key, value in pairs), PLACE))


NODES: st.SearchStrategy[Node] = st.recursive(
    SCALARS,
    lambda children: st.one_of(
        st.lists(children, max_size=3).map(lambda items: Sequence(tuple(items), PLACE)), mappings(children)
    ),
    max_leaves=12,
)
ROOTS = mappings(NODES)


@given(st.sampled_from([kind for kind in Kind if "record" not in kind]), NODES, st.booleans())
@settings(max_examples=120, deadline=None)
def test_values(kind: Kind, node: Node, many: bool) -> None:
    outcome = read_value(Entry("field", PLACE, node), asked(kind, many=many, choices=("a",)))
    assert isinstance(outcome, Checked)
    assert outcome.value is not None or outcome.problems or kind is Kind.FIGURE


@given(st.sampled_from(sorted(FILES)), ROOTS)
@settings(max_examples=60, deadline=None)
def test_records(stem: str, root: Node) -> None:
    outcome = read_record(root, FILES[stem], context("fi", "sv"))
    if outcome.value is not None:
        assert "at" in field_names(outcome.value)


@given(st.lists(ROOTS, min_size=6, max_size=6), st.text(max_size=60))
@settings(max_examples=20, deadline=None)
def test_projects(roots: list[Mapping], text: str) -> None:
    files = [
        RawFile(f"x/{stem}.yaml", root)
        for stem, root in zip(
            ("site", "rules", "region", "edition", "distributors", "venues"), roots, strict=True
        )
    ]
    body = RawText("x/get.md", roots[0], text, 4)
    edition = RawEdition(2026, "x", tuple(files[3:]), (("fi", "get", body),))
    region = RawRegion("x", "x", files[2], (edition,), (), None)
    raw = RawProject(
        files[0], None, None, (RawYear(2026, "x", (files[1],), (("fi", "who", body),)),), (region,)
    )
    _, problems = validate(raw, register(), [("x/a.yaml", text)])
    assert all(isinstance(problem.place, Place) for problem in problems)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_texts(text: str) -> None:
    list(wrong_names(text, "sv"))
    list(wrong_numbers(text, (16, 18), 12))
    list(check_source("a.yaml", text, None))


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b""]), st.binary(max_size=60))
def test_pictures(head: bytes, tail: bytes) -> None:
    read_header(head + tail)
    picture_problem("media/a.png", "a.png", head + tail)
