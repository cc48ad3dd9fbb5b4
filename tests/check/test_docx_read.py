"""A DOCX is read back as the tree it was written from (BAR D14)."""

import pytest

from sitegen.check.docx_package import UnreadableDocxError
from sitegen.check.docx_read import SEVERAL, facts_of_docx, read_docx
from sitegen.compose.facts import Piece, facts_of_document, pieces
from sitegen.model.document import (
    Contact,
    Contacts,
    Fact,
    Facts,
    Figure,
    Item,
    Link,
    List,
    Paragraph,
    Text,
)
from sitegen.render.docx import render_docx
from tests.render.docx.samples import LANGUAGES, of_blocks, sample, written


def as_in_the_tree(found: tuple[Piece, ...], lang: str) -> list[Piece]:
    """Paper adds the address to the one link whose words do not tell it; a tree's block has one language."""
    added = " (kaikukortti.example/mallila/fi)"
    return [
        Piece(one.kind, lang if one.lang == SEVERAL else one.lang, one.text.replace(added, ""))
        for one in found
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kinds_languages_and_words_come_back(lang: str) -> None:
    assert as_in_the_tree(read_docx(written(lang)), lang) == list(pieces(sample(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_addresses_come_back(lang: str) -> None:
    wanted = {fact for fact in facts_of_document(sample(lang)) if fact[0] == "link"}
    assert {fact for fact in facts_of_docx(written(lang)) if fact[0] == "link"} == wanted


def test_lines_of_contacts_and_facts_come_back_one_by_one() -> None:
    rows = (
        Contact("phone", Text("Puh."), (Link(Text("016 000 110", ltr=True), "tel:016000110"),)),
        Contact("email", Text("Sähköposti"), (Text("a@mallila.example", ltr=True),)),
    )
    blocks = (Contacts(rows), Facts((Fact(Text("Auki"), ((Text("ma"),), (Text("ti"),))),)))
    document = of_blocks(blocks)
    assert read_docx(render_docx(document)) == pieces(document)
    assert [one.kind for one in pieces(document)] == ["contact", "contact", "fact", "fact"]


def test_a_block_in_several_languages_says_so() -> None:
    words = (Text("Esite on myös "), Text("på svenska", lang="sv"))
    assert [one.lang for one in read_docx(render_docx(of_blocks([Paragraph(words)])))] == [SEVERAL]


def test_items_and_pictures() -> None:
    items = List((Item((Paragraph((Text("a"),)), Paragraph((Text("b"),)))),))
    found = read_docx(render_docx(of_blocks([items, Figure("logo.png", "Kuvio"), Figure("logo.png", "")])))
    assert [(one.kind, one.text) for one in found] == [("item", "a"), ("p", "b"), ("picture", "Kuvio")]


def test_bytes_that_are_no_docx_are_refused() -> None:
    with pytest.raises(UnreadableDocxError):
        read_docx(b"x")
