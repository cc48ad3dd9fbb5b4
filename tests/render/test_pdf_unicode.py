"""What glyphs say: signs apart from their letters, ligatures as one character."""

import unicodedata

from sitegen.render.pdf_unicode import SILENT, ligatures_whole, signs_apart

TANWIN = "\u064b"


def test_a_sign_stands_on_its_own_glyph() -> None:
    says = {7: "ن" + TANWIN, 8: "", 9: "ا"}
    assert signs_apart(says, {8: TANWIN}) == {7: "ن", 8: TANWIN, 9: "ا"}


def test_a_letter_keeps_a_sign_that_no_glyph_draws() -> None:
    assert signs_apart({7: "ن" + TANWIN}, {8: TANWIN}) == {7: "ن" + TANWIN}


def test_no_glyph_is_left_without_characters() -> None:
    assert signs_apart({7: ""}, {}) == {7: SILENT}


def test_lam_alef_is_one_character_that_means_both() -> None:
    said = ligatures_whole({1: "لا", 2: "لأ", 3: "fi", 4: "ب"})
    assert len(said[1]) == len(said[2]) == 1
    assert unicodedata.normalize("NFKC", said[1] + said[2]) == "لالأ"
    assert (said[3], said[4]) == ("fi", "ب")
