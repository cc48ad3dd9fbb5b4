"""A document's blocks as plain text."""

from sitegen.model.document import (
    Break,
    Cell,
    Contact,
    Contacts,
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
from sitegen.render.tree_text import blocks_text


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_every_kind_of_block_has_its_lines() -> None:
    counts = (("A", "1"), ("B", "2"))
    rows = tuple(Row((Cell((Text(what),), "row"), Cell((Text(count),)))) for what, count in counts)
    blocks = (
        Heading(2, (Text("Otsikko"),)),
        Paragraph((Text("Rivi"), LineBreak(), Strong((Text("toinen"),)))),
        List((Item((words("yksi"),)), Item((words("kaksi"), words("jatkuu")))), ordered=True),
        List((Item((words("piste"), List((Item((words("sisempi"),)),)))),)),
        Table((Row((Cell((Text("Mitä"),), "column"), Cell((Text("Montako"),), "column"))),), rows),
        Facts((Fact(Text("Milloin"), ((Text("huomenna"),), (Text("ylihuomenna"),))),)),
        Contacts((Contact("email", Text("Sähköposti"), (Link(Text("a@b.example"), "mailto:a@b.example"),)),)),
        Note((words("Ehto."),), title=(Text("Huomaa"),)),
        Section((words("Osa."), Break(), Figure("kuva.png", "Kuva"))),
    )
    assert blocks_text(blocks).split("\n\n") == [
        "Otsikko\nRivi\ntoinen",
        "1. yksi\n2. kaksi\n   jatkuu",
        "- piste\n  - sisempi",
        "A: 1\nB: 2",
        "Milloin: huomenna; ylihuomenna",
        "Sähköposti: a@b.example",
        "Huomaa\nEhto.",
        "Osa.\n",
    ]


def test_a_link_tells_its_address_unless_its_text_does() -> None:
    same = Link(Text("https://kaikukortti.example/"), "https://kaikukortti.example/")
    phone = Link(Text("016 000 310"), "tel:+35816000310")
    other = Link(Text("Jatkamme"), "mailto:a@b.example?subject=x")
    shown = blocks_text(tuple(Paragraph((one,)) for one in (same, phone, other)))
    assert shown == (
        "https://kaikukortti.example/\n\n016 000 310\n\nJatkamme: mailto:a@b.example?subject=x\n"
    )
