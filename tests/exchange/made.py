"""Partners made by chance from the table of fields, with texts that files and spreadsheets stumble over."""

import unicodedata
from typing import Any

from hypothesis import strategies as st

from sitegen.exchange.source import Source
from sitegen.exchange.trees import of_shape
from sitegen.languages.table import codes
from sitegen.load.nodes import Mapping
from sitegen.load.register import load_register
from sitegen.model.fields import Kind, Spec, table
from sitegen.model.partner import Distributor, Venue
from sitegen.validate.context import Context

NASTY = (
    "=1+1",
    "+358 16 000 310",
    "-5",
    "@SUM(A1)",
    "'",
    "'=1",
    "''+",
    "a | b",
    "fi: a",
    "for: b",
    "[x]",
    '["x"]',
    "{}",
    "yes",
    "ei",
    "jatkaa",
    "Muu",
    "5.1.2026",
    "2026-01-05",
    "2026-01",
    "00100",
    "007",
    "1e5",
    "TRUE",
    "_x0041_",
    "a, b; c",
    "rivi 1\nrivi 2\n\nrivi 4",
    "#N/A",
    "<b>&amp;</b>",
    "متحف",
    "музей",
    "Ä" * 300,
    "http://a.example/?b=1",
)
WORDS = st.sampled_from(NASTY) | st.text(
    st.characters(
        max_codepoint=0xFFFF,
        exclude_categories=["Cs", "Cc", "Cn", "Co"],
        exclude_characters="\x85\u2028\u2029\ufeff",
    ),
    min_size=1,
    max_size=12,
).map(lambda text: unicodedata.normalize("NFC", text).strip() or "x")
TOWNS = ("Tornio", "Torneå", "Helsinki", "Helsingfors", "olematon")


def region_context(*languages: str) -> Context:
    """The surroundings of a region that writes these languages."""
    return Context(load_register()[0], languages or ("fi", "sv"), codes())


def records(record: type) -> st.SearchStrategy[dict[str, Any]]:
    """Bare values of a record, as YAML could hold them: each field there or not."""
    fields = {spec.key: values(spec) for spec in table(record).values()}
    return st.fixed_dictionaries({}, optional=fields).filter(bool)


def values(spec: Spec) -> st.SearchStrategy[Any]:
    """Bare values of a field: plain or by language, one or many, full or short."""
    one = single(spec)
    if spec.kind is Kind.COVERS or spec.many:
        return one | st.lists(one, min_size=1, max_size=3)
    return one


def single(spec: Spec) -> st.SearchStrategy[Any]:
    """One bare value of a field."""
    if spec.kind is Kind.RECORD and spec.record is not None:
        full = records(spec.record)
        return full | WORDS if spec.short else full
    if spec.kind in (Kind.NAME, Kind.WORDS, Kind.LINK):
        return WORDS | st.dictionaries(st.sampled_from(codes()), WORDS, min_size=1, max_size=3)
    if spec.kind is Kind.COUNTS:
        counts = st.integers(0, 500).map(str)
        return st.dictionaries(st.sampled_from(codes()), counts | WORDS, min_size=1, max_size=3)
    if spec.choices:
        return st.sampled_from(spec.choices) | WORDS
    if spec.kind in (Kind.MUNICIPALITY, Kind.COVERS):
        return st.sampled_from((*TOWNS, "all"))
    if spec.kind is Kind.YES_NO:
        return st.sampled_from(("yes", "no", "true", "kyllä"))
    return WORDS | st.sampled_from(("2026-01-05", "5.1.2026", "2026", "12", "016 000 310"))


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """An edition with some partners of both kinds."""
    lists = {
        stem: [
            {"id": f"{stem}-{number}"}
            | {key: value for key, value in draw(records(record)).items() if key != "id"}
            for number in range(draw(st.integers(0, 2)))
        ]
        for stem, record in (("distributors", Distributor), ("venues", Venue))
    }
    return source_of(lists, draw(st.sampled_from((("fi",), ("fi", "sv"), ("sv", "fi", "ar")))))


def source_of(lists: dict[str, list[dict[str, Any]]], languages: tuple[str, ...] = ("fi", "sv")) -> Source:
    """An edition of bare lists."""
    roots: dict[str, Mapping] = {}
    for stem, entries in lists.items():
        root = of_shape({"format": "1", stem: entries})
        assert isinstance(root, Mapping)
        roots[stem] = root
    paths = {stem: f"regions/mallila/2026/{stem}.yaml" for stem in lists}
    return Source("mallila", 2026, (2026,), roots, paths, region_context(*languages))
