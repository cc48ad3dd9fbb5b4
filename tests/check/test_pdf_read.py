"""A PDF read back: the blocks of the tree in their order, with their languages and words."""

import pytest

from sitegen.check.pdf_read import ReadBlock, Run, read_blocks, squeeze
from sitegen.render.tree_words import words_of
from tests.render.print_samples import sample_pdf
from tests.render.sample_document import LANGUAGES, WORDS, sample_document


def test_the_first_blocks_of_a_brochure() -> None:
    blocks = read_blocks(sample_pdf("fi"))
    assert [(block.kind, block.lang, block.text) for block in blocks[:5]] == [
        ("H1", "fi", "Kaikukortti"),
        ("P", "fi", "Maksutta kulttuuriin, liikuntaan ja kursseille"),
        ("P", "fi", "Mallila, Esimerkkilä, Lehtorinne, Lövbacken · 2026"),
        ("Figure", "fi", "Mallila"),
        ("H2", "fi", "Viisi kysymystä kortista"),
    ]


def test_a_block_is_cut_where_its_language_changes() -> None:
    words = WORDS["fi"]
    assert ReadBlock(
        "P",
        "fi",
        f"{words['quote']} {words['getting']}",
        (Run("sv", words["quote"]), Run("fi", words["getting"])),
    ) in read_blocks(sample_pdf("fi"))


def test_a_block_in_another_language_says_so() -> None:
    found = [block for block in read_blocks(sample_pdf("fi")) if block.text == WORDS["fi"]["quote"]]
    assert found
    assert {block.lang for block in found} == {"sv"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("partners", [6, 14])
def test_every_word_of_the_tree_comes_back_in_its_order(lang: str, partners: int) -> None:
    document = sample_document(lang, distributors=partners, venues=partners)
    read = "".join(squeeze(block.text) for block in read_blocks(sample_pdf(lang, partners)))
    place = 0
    for _, text in words_of(document.children, lang):
        found = read.find(squeeze(text), place)
        assert found >= 0, text
        place = found + len(squeeze(text))


def test_cells_labels_and_items_are_told_apart() -> None:
    kinds = {block.kind for block in read_blocks(sample_pdf("fi"))}
    assert kinds == {"H1", "H2", "H3", "H4", "P", "Figure", "Lbl", "LI", "TH", "TD", "Caption"}


def test_squeeze_leaves_what_is_written() -> None:
    assert squeeze("Kaiku\u00adkortti- alueella 016\u00a0000") == "Kaikukorttialueella016000"
