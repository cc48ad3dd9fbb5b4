"""Whatever a partner says: its cells say it too, and bring it back (BAR R22, S20)."""

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sitegen.exchange.cells import same, text_of, with_text
from sitegen.exchange.columns import columns_of
from sitegen.exchange.compare import compare
from sitegen.exchange.csv_lists import csv_bytes
from sitegen.exchange.grids import grids_of
from sitegen.exchange.read import read_data
from sitegen.exchange.source import Source
from sitegen.exchange.trees import edits, of_shape, shape
from sitegen.exchange.workbook import workbook_bytes
from sitegen.languages.messages import catalogue
from sitegen.load.nodes import Mapping
from sitegen.load.yaml import read_yaml
from sitegen.model.partner import Distributor, Venue
from sitegen.render.escapes import STARTS, for_csv, from_csv
from sitegen.yaml_edit import Change, Put, Remove, edit
from sitegen.yaml_edit.writing import under
from tests.exchange.made import NASTY, WORDS, records, region_context, sources

QUICK = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
LANG = st.sampled_from(("fi", "sv", "en"))


@QUICK
@given(sources(), LANG)
def test_a_workbook_brings_back_what_it_was_made_of(source: Source, lang: str) -> None:
    data = workbook_bytes(grids_of(source, catalogue("cli", lang)))
    sheets, problems = read_data("lists.xlsx", data)
    hidden = [one for one in problems if not one.id.startswith("character-")]
    comparison, unmatched = compare(source, sheets, lang)
    assert (hidden, unmatched) == ([], ())
    assert [one.changed for one in comparison.drafts if one.is_changed] == []
    assert comparison.absent == {}


@QUICK
@given(sources(), LANG)
def test_csv_lists_bring_back_what_they_were_made_of(source: Source, lang: str) -> None:
    for grid in grids_of(source, catalogue("cli", lang)):
        data = csv_bytes(grid)
        sheets, _ = read_data("list.csv", data)
        comparison, unmatched = compare(source, sheets, "en")
        assert unmatched == ()
        assert [one.changed for one in comparison.drafts if one.is_changed] == []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from((Distributor, Venue)).flatmap(
        lambda one: st.tuples(st.just(one), records(one), records(one))
    )
)
def test_a_row_written_over_another_says_what_it_said(
    given: tuple[type, dict[str, Any], dict[str, Any]],
) -> None:
    record, old, new = given
    context = region_context()
    before, after = of_shape(old), of_shape(new)
    assert isinstance(before, Mapping)
    assert isinstance(after, Mapping)
    assume("id" in old)
    result = before
    columns = columns_of(record, context.languages, (before, after))
    for column in columns:
        result = with_text(column, result, text_of(column, after, context.languages), context.languages)
    for column in columns:
        there, here = (text_of(column, one, context.languages) for one in (after, result))
        assert same(column, there, here, context), column.key


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(Venue), records(Venue))
def test_the_edits_make_one_record_of_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    text = "\n".join(["format: 1", *under({"venues": [old]}, 0)]) + "\n"
    root, problems = read_yaml("venues.yaml", text.encode())
    assume(root is not None and not problems)
    assert root is not None
    changes: list[Change] = [
        Remove(one.path) if one.new is None else Put(one.path, shape(one.new))
        for one in edits(of_shape(old), of_shape(new), ("venues", 0))
    ]
    changed, _ = read_yaml("venues.yaml", edit(text, changes).encode())
    assert shape(changed) == {"format": "1", "venues": [new]}


@given(WORDS | st.text(max_size=5) | st.tuples(st.sampled_from((*STARTS, "'")), WORDS).map("".join))
def test_the_apostrophe_goes_exactly_as_it_came(text: str) -> None:
    written = for_csv(text)
    assert from_csv(written) == text
    assert not written.startswith(STARTS)


@pytest.mark.parametrize("text", [one for one in NASTY if one.startswith(STARTS)])
def test_what_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert for_csv(text) == "'" + text
