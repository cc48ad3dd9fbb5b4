"""Walks over the tree."""

from sitegen.compose.tree import (
    figures,
    headings,
    ids,
    in_language,
    links,
    map_blocks,
    plain,
    shift_headings,
    without_breaks,
)
from sitegen.model.document import (
    Block,
    Cell,
    Code,
    Contact,
    Contacts,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

HERE = Link(Text("tänne"), "https://example.fi/")


def everywhere(inline: Inline) -> tuple[Block, ...]:
    """The inline in every place that can hold one: thirteen."""
    return (
        Heading(3, (inline,), id="a", detail=(inline,)),
        Section((Paragraph((Strong((Emphasis((inline,)),)),)),), id="b"),
        List((Item((Paragraph((inline,)), Heading(4, (inline,), id="d")), id="c"),)),
        Table((Row((Cell((inline,)),)),), (Row((Cell((inline,)),)),), (inline,)),
        Figure("x.png", "", caption=(inline,)),
        Contacts((Contact("web", Text(""), (inline,), (inline,)),)),
        Facts((Fact(Text(""), ((inline,),)),)),
        Note((Figure("y.png", "kuva"),), title=(inline,), level=3),
    )


def test_every_place_is_reached() -> None:
    assert len(list(links(everywhere(HERE)))) == 13


def test_what_is_changed_is_changed_everywhere() -> None:
    changed = map_blocks(everywhere(HERE), lambda _inline: (Text("x"), Text("y")))
    assert not list(links(changed))
    assert repr(changed).count("value='y'") == 13


def test_headings_move_with_those_of_notes_and_items() -> None:
    moved = shift_headings(everywhere(HERE), 1)
    assert [heading.level for heading in headings(moved)] == [4, 5, 4]
    assert [heading.level for heading in headings(shift_headings(everywhere(HERE), 9))] == [6, 6, 6]


def test_anchors_and_pictures() -> None:
    assert list(ids(everywhere(HERE))) == ["a", "b", "c", "d"]
    assert [figure.media for figure in figures(everywhere(HERE))] == ["x.png", "y.png"]


def test_blocks_say_their_language_once() -> None:
    heading, figure, silent, kept = in_language(
        (Heading(2, (Text("a"),)), Figure("x", "kuva"), Figure("x", ""), Paragraph((), lang="sv")), "fi"
    )
    assert isinstance(heading, Heading)
    assert heading.lang == "fi"
    assert isinstance(figure, Figure)
    assert figure.alt_lang == "fi"
    assert isinstance(silent, Figure)
    assert silent.alt_lang is None
    assert isinstance(kept, Paragraph)
    assert kept.lang == "sv"


def test_line_ends_become_blanks() -> None:
    (found,) = without_breaks((Paragraph((Text("a"), LineBreak(), Text("b"))),))
    assert isinstance(found, Paragraph)
    assert plain(found.children) == "a b"
    assert LineBreak() not in found.children


def test_plain() -> None:
    assert plain((Text("a"), Strong((Code("b"),)), LineBreak(), HERE)) == "ab tänne"
