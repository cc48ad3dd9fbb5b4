"""Proofs and samples: every symbol read back from the rendered page, every card marked, all accessible."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from sitegen.cards.codes import LONGEST, Code
from sitegen.cards.sheets import measures, proof_job, sample_codes, sample_job
from sitegen.check.pdf import check_pdf
from sitegen.languages.messages import catalogue
from sitegen.project import Project, package_root
from sitegen.render.pdf import render_pdf
from sitegen.render.print_html import PrintTheme, read_print_theme
from tests.cards.reading import CODE39, QR, pictures, symbols
from tests.cards.samples import invented

THEME = Project(package_root().parent).theme()
MARKS = {"fi": "VEDOS", "sv": "KORREKTUR", "en": "PROOF"}
SAMPLES = {"fi": "NÄYTE", "sv": "PROV", "en": "SAMPLE"}


@pytest.fixture(scope="module")
def theme() -> PrintTheme:
    return read_print_theme(THEME)


def proof(codes: tuple[Code, ...], lang: str, theme: PrintTheme, kind: str = "personal") -> bytes:
    return render_pdf(proof_job(codes, kind, catalogue("cli", lang), theme), THEME / "fonts")


def samples(codes: tuple[Code, ...], lang: str, theme: PrintTheme) -> bytes:
    return render_pdf(sample_job(codes, catalogue("cli", lang), theme), THEME / "fonts")


def words(pdf: bytes) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def alts(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]


@pytest.fixture(scope="module")
def twenty(theme: PrintTheme) -> bytes:
    return proof(invented(20), "fi", theme)


@pytest.fixture(scope="module")
def drawn(twenty: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    return pictures(twenty, tmp_path_factory.mktemp("proof"))


def test_twenty_codes_of_each_kind_are_read_back_from_the_sheets(drawn: list[Image.Image]) -> None:
    assert len(drawn) == 2
    for page, codes in zip(drawn, (invented(20)[:10], invented(20)[10:]), strict=True):
        assert symbols(page) == sorted((kind, code.text) for code in codes for kind in (QR, CODE39))


def test_each_place_of_a_sheet_holds_one_card(drawn: list[Image.Image]) -> None:
    """Two by five cards of 85 x 54 mm; each place of the page reads as its own code and no other's."""
    scale = 200 / 25.4
    for number, code in enumerate(invented(20)):
        row, column = divmod(number % 10, 2)
        left, top = 20 + 85 * column, 13.5 + 54 * row
        card = drawn[number // 10].crop(
            (round(left * scale), round(top * scale), round((left + 85) * scale), round((top + 54) * scale))
        )
        assert symbols(card) == [(CODE39, code.text), (QR, code.text)]


def test_black_symbols_stand_on_white(drawn: list[Image.Image]) -> None:
    colours = drawn[0].convert("L").getcolors(256) or []
    assert max(colours)[1] == 255
    assert min(tone for _, tone in colours) == 0


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", ["personal", "community"])
def test_every_card_says_proof_in_the_readers_language(lang: str, kind: str, theme: PrintTheme) -> None:
    codes = invented(3, seed=2)
    pdf = proof(codes, lang, theme, kind)
    (page,) = words(pdf)
    assert page.count(MARKS[lang]) == 3
    assert page.count(catalogue("cli", lang).get(f"cards.kind.{kind}")) == 4  # the title names it too
    assert [page.count(code.text) for code in codes] == [1, 1, 1]
    assert check_pdf(pdf) == ()


def test_texts_of_symbols_tell_their_card_and_not_its_code(twenty: bytes) -> None:
    told = alts(twenty)
    assert len(told) == len(set(told)) == 40
    assert "QR-koodi, kortti 7" in told
    assert "Viivakoodi, kortti 20" in told
    assert not any(code.text in text for code in invented(20) for text in told)
    assert check_pdf(twenty) == ()


def test_the_longest_codes_fit_and_are_read(theme: PrintTheme, tmp_path: Path) -> None:
    codes = invented(10, LONGEST, seed=3)
    (page,) = pictures(proof(codes, "en", theme), tmp_path)
    assert symbols(page) == sorted((kind, code.text) for code in codes for kind in (QR, CODE39))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_samples_are_marked_and_readable(lang: str, theme: PrintTheme, tmp_path: Path) -> None:
    codes = invented(5)
    pdf = samples(codes, lang, theme)
    (page,) = words(pdf)
    assert page.count(SAMPLES[lang]) == 3
    assert not any(code.text in page for code in codes)
    assert check_pdf(pdf) == ()
    (picture,) = pictures(pdf, tmp_path)
    assert symbols(picture) == sorted(
        (kind, code.text) for code in sample_codes(codes) for kind in (QR, CODE39)
    )


@pytest.mark.parametrize("length", [1, 2, 4, 5, 8, LONGEST])
def test_samples_are_as_long_as_the_order_and_none_of_its_codes(length: int) -> None:
    own = (Code(1, "T" * length), Code(2, "TEST0001"), Code(3, "TEST1"))
    given = tuple(code for code in own if len(code.text) <= length)
    made = sample_codes(given)
    assert len({code.text for code in made}) == 3
    assert {code.text for code in made}.isdisjoint(code.text for code in given)
    assert {len(code.text) for code in made} == {max(5, length)}


def test_measures_are_written_as_the_language_writes_numbers() -> None:
    assert measures("fi", "KK000001")["width"] == "53,7"
    assert measures("en", "KK000001") == {
        "qr": "24",
        "quiet": "4",
        "module": "0.3",
        "height": "12",
        "width": "53.7",
        "white": "3",
    }


def test_same_codes_same_bytes(theme: PrintTheme) -> None:
    assert proof(invented(2), "fi", theme) == proof(invented(2), "fi", theme)
