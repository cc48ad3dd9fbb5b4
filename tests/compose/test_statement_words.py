"""The accessibility statement is made of data: each has its gaps, days, standard and supervisor."""

from datetime import date

import pytest

from sitegen.compose.link_targets import Links
from sitegen.compose.placeholders import fill
from sitegen.compose.texts import parse_texts, section
from sitegen.model.document import Link, List, Paragraph, Text
from sitegen.model.network import Network
from sitegen.model.statement import Gap
from sitegen.structs import replace
from tests.builders import edition, name, network, statement, text, with_texts, words
from tests.compose.pages.support import html

BODY = """Johdanto.

Standardi {standard} {standard_version}, WCAG {wcag}, testattu {wcag_tested}. {conformance}

{gaps}

Arvio {assessed}, vastaus {answer_days} päivässä.

{supervisor}
"""
NOWHERE = Links(lambda _kind, _name: None)


def composed(net: Network, lang: str = "fi") -> tuple[object, ...]:
    texts, problems = parse_texts(net)
    assert {one.id for one in problems} <= {"statement-incomplete"}
    found = section(texts, net, net.published[0], lang, "statement", NOWHERE)
    assert found is not None
    return found.blocks


def words_of(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(one.text.value if isinstance(one, Link) else one.value for one in block.children)  # type: ignore[union-attr]


def test_running_words_come_from_the_file() -> None:
    blocks = composed(network((edition(),), sections=(text("statement", "fi", BODY),)))
    assert words_of(blocks[1]) == (
        "Standardi EN 301 549 V3.2.1, WCAG 2.1, testattu 2.2. Sivut ovat osittain vaatimusten mukaiset."
    )
    assert words_of(blocks[3]).replace("\xa0", " ") == "Arvio 20. tammikuuta 2026, vastaus 14 päivässä."


@pytest.mark.parametrize(
    ("conformance", "said"),
    [("full", "Sidorna uppfyller kraven helt."), ("not", "Sidorna uppfyller ännu inte kraven.")],
)
def test_conformance_is_said_in_the_readers_language(conformance: str, said: str) -> None:
    net = network((edition(),), sections=(text("statement", "sv", "{conformance}"),))
    net = replace(net, statement=statement(conformance=conformance))
    assert words_of(composed(net, "sv")[0]) == said


def test_gaps_become_a_list_and_say_their_language() -> None:
    gaps = (
        Gap(id="a", text=words(fi="Yksi.", sv="Ett.")),
        Gap(id="b", text=words(fi="Kaksi.")),
    )
    net = network((edition(),), sections=(text("statement", "sv", BODY),))
    blocks = composed(replace(net, statement=statement(gaps=gaps)), "sv")
    found = next(one for one in blocks if isinstance(one, List))
    texts = [item.children[0].children[0] for item in found.items]  # type: ignore[union-attr]
    assert texts == [Text("Ett."), Text("Kaksi.", "fi")]


def test_nothing_known_to_be_lacking_leaves_no_empty_list() -> None:
    net = network((edition(),), sections=(text("statement", "fi", BODY),))
    blocks = composed(replace(net, statement=statement(gaps=())))
    assert not [one for one in blocks if isinstance(one, List)]
    assert "{" not in " ".join(words_of(one) for one in blocks)


def test_the_supervisor_is_named_with_its_page() -> None:
    blocks = composed(network((edition(),), sections=(text("statement", "fi", BODY),)))
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    assert words_of(last) == "Valvova virasto: virasto.example"
    assert [one.href for one in last.children if isinstance(one, Link)] == [
        "https://www.virasto.example/ohje"
    ]


def test_the_page_tells_the_day_of_the_assessment() -> None:
    made = edition()
    net = network((made,), sections=(text("statement", "fi", BODY),))
    net = replace(
        net,
        statement=statement(
            assessed=date(2026, 2, 3), supervisor=replace(statement().supervisor, name=name("V"))
        ),
    )
    page = html(net, "statement", "fi", made)
    assert '<time datetime="2026-02-03">' in page
    assert "Kuvilta puuttuu kuvaus." in page


def test_these_words_are_the_statements_alone() -> None:
    _, problems = parse_texts(network((edition(),), sections=(text("privacy", "fi", "{gaps}"),)))
    assert [one.id for one in problems] == ["placeholder-unknown"]


def test_a_statement_of_its_own_may_not_leave_out_what_is_lacking() -> None:
    """BAR L7: it replaces the national text in all languages, and would hide the known shortcomings."""
    own = with_texts(edition(), text("statement", "fi", "Kaikki hyvin.\n\n{supervisor}"))
    joined = with_texts(edition(id="toinen"), text("statement", "fi", "Lisäksi.", add="after"))
    _, problems = parse_texts(network((own, joined), sections=(text("statement", "fi", BODY),)))
    assert [(one.id, one.place.path, dict(one.values)["word"]) for one in problems] == [
        ("statement-incomplete", "regions/mallila/2026/fi/statement.md", "{gaps}")
    ]


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("Оценка проведена {day}.", "Оценка проведена 24 ноября 2026 г."),
        ("{day}. Потом", "24 ноября 2026 г. Потом"),
        ("Так {day}... и", "Так 24 ноября 2026 г.... и"),
        ("{day}, потом", "24 ноября 2026 г., потом"),
    ],
)
def test_a_day_with_a_full_stop_ends_its_sentence(written: str, filled: str) -> None:
    assert fill(written, {"day": Text("24 ноября 2026 г.")}) == filled
