"""Comparing what formats say."""

import pytest

from sitegen.compose.facts import Piece, normalise, pieces
from sitegen.model.document import (
    Block,
    Break,
    Cell,
    Contact,
    Contacts,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
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


def document(*blocks: Block) -> Document:
    return Document("letter", "fi", "ltr", "", "", "", blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98760\u00a0Mallila", "98760 Mallila"),
        ("työllisyys\u00adpalvelut", "työllisyyspalvelut"),
        ("\u2067040\u2069 \u200f1", "040 1"),
        (" a \n b\t", "a b"),
        ("a\u0308", "ä"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_every_kind_of_block_in_reading_order() -> None:
    word = Text("sana")
    made = document(
        Heading(1, (word,), detail=(Text("laji"),)),
        Section((Paragraph((Text("a"), LineBreak(), Strong((Text("b"),)))), Break())),
        List((Item((Paragraph((Emphasis((word,)),)), List((Item((Paragraph((Text("sisä"),)),)),)))),)),
        Table((Row((Cell((Text("H"),), "column"),)),), (Row((Cell((Text("c"),)),)),), (Text("nimi"),)),
        Figure("x.png", "kuva-alt", caption=(Text("teksti"),)),
        Contacts((Contact("phone", Text("Puhelin"), (Link(Text("016"), "tel:+35816"),), (Text("ryhmät"),)),)),
        Facts((Fact(Text("Mitä"), ((Text("yksi"),), (Text("kaksi"),))),)),
        Note((Paragraph((Text("huomaa"),)),), title=(Text("Muista"),)),
    )
    assert [(piece.kind, piece.text) for piece in pieces(made)] == [
        ("h1", "sana"),
        ("detail", "laji"),
        ("p", "a b"),
        ("item", "sana"),
        ("item", "sisä"),
        ("caption", "nimi"),
        ("cell", "H"),
        ("cell", "c"),
        ("picture", "kuva-alt"),
        ("caption", "teksti"),
        ("contact", "Puhelin 016 (ryhmät)"),
        ("fact", "Mitä yksi"),
        ("fact", "kaksi"),
        ("h3", "Muista"),
        ("p", "huomaa"),
    ]


def test_languages_of_pieces() -> None:
    made = document(
        Paragraph((Text("hej"),), lang="sv"),
        Paragraph((Text("hej", "sv"),)),
        Paragraph((Text("moi"), Text("hej", "sv"))),
        Section((Note((Paragraph((Text("hi"),)),), lang="en"),), lang="sv"),
    )
    assert [piece.lang for piece in pieces(made)] == ["sv", "sv", "fi", "en"]
    assert pieces(made)[0] == Piece("p", "sv", "hej")
