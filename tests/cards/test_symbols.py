"""The symbols' files: what they hold is read back from the page; black ink only, whole with their white."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from sitegen.cards.codes import ALPHABET, LONGEST
from sitegen.cards.symbols import Symbol, as_pdf, as_svg, code39_symbol, qr_symbol
from tests.cards.reading import CODE39, QR, pictures, symbols
from tests.cards.samples import invented

MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize(("kind", "draw"), [(QR, qr_symbol), (CODE39, code39_symbol)])
def test_twenty_symbols_are_read_back(kind: str, draw: Callable[[str], Symbol], tmp_path: Path) -> None:
    codes = invented(20)
    with pikepdf.new() as together:
        for code in codes:
            with pikepdf.open(io.BytesIO(as_pdf(draw(code.text)))) as one:
                together.pages.extend(one.pages)
        together.save(tmp_path / "all.pdf")
    drawn = pictures((tmp_path / "all.pdf").read_bytes(), tmp_path)
    assert [symbols(page) for page in drawn] == [[(kind, code.text)] for code in codes]


@pytest.mark.parametrize(
    "text", ["A", "0-0", "A.B$1/2+3%4 G", "Z" * LONGEST, "%" + "1" * (LONGEST - 1), *map(str, range(5))]
)
def test_short_long_and_strange_codes_are_read_back(text: str, tmp_path: Path) -> None:
    assert set(text) <= set(ALPHABET)
    for kind, draw in ((QR, qr_symbol), (CODE39, code39_symbol)):
        (page,) = pictures(as_pdf(draw(text)), tmp_path)
        assert symbols(page) == [(kind, text)]


@pytest.mark.parametrize("symbol", [qr_symbol("KK000001"), code39_symbol("KK000001")], ids=["qr", "code39"])
def test_a_file_is_one_page_in_black_ink_as_large_as_the_symbol_with_its_white(symbol: Symbol) -> None:
    with pikepdf.open(io.BytesIO(as_pdf(symbol))) as pdf:
        (page,) = pdf.pages
        assert [float(one) for one in page.MediaBox] == pytest.approx(
            [0, 0, symbol.width * MILLIMETRE, symbol.height * MILLIMETRE], abs=1e-3
        )
        steps = [
            (str(step.operator), [float(one) for one in step.operands])
            for step in pikepdf.parse_content_stream(page)
        ]
        assert {name for name, _ in steps} == {"g", "re", "f"}
        assert [values for name, values in steps if name == "g"] == [[1], [0]]
        ground, *bars = [values for name, values in steps if name == "re"]
        assert ground[2:] == pytest.approx([symbol.width * MILLIMETRE, symbol.height * MILLIMETRE], abs=1e-3)
        assert len(bars) == len(symbol.bars)
        assert list(page.Resources.keys()) == []
        assert "/Info" not in pdf.trailer
        assert pdf.check_pdf_syntax() == []


def test_quiet_zones_are_white() -> None:
    qr, bars = qr_symbol("KK000001"), code39_symbol("KK000001")
    unit = qr.width / 29  # version 1: 21 modules, 4 of white on each side
    for edge in (min(x for x, *_ in qr.bars), min(y for _, y, *_ in qr.bars)):
        assert edge == pytest.approx(4 * unit)
    assert max(x + w for x, _, w, _ in qr.bars) == pytest.approx(qr.width - 4 * unit)
    narrow = min(w for _, _, w, _ in bars.bars)
    assert bars.bars[0][0] == pytest.approx(10 * narrow)
    assert max(x + w for x, _, w, _ in bars.bars) == pytest.approx(bars.width - 10 * narrow)
    assert max(w for _, _, w, _ in bars.bars) == pytest.approx(3 * narrow)
    assert {h for *_, h in bars.bars} == {12.0}


def test_error_correction_is_m() -> None:
    """Format bits beside the upper left finder: `00` after the mask 10101 is M (ISO/IEC 18004, table 25)."""
    symbol = qr_symbol("KK000001")
    unit = symbol.width / 29
    dark = {
        (round((x + step * unit) / unit), round(y / unit))
        for x, y, w, _ in symbol.bars
        for step in range(round(w / unit))
    }
    first, second = (((column + 4, 8 + 4) in dark) for column in (0, 1))
    assert (first ^ 1, second ^ 0) == (0, 0)


def test_the_same_code_gives_the_same_bytes_and_the_code_is_not_in_them_as_words() -> None:
    for draw in (qr_symbol, code39_symbol):
        for write in (as_pdf, as_svg):
            assert write(draw("KK000001")) == write(draw("KK000001"))
            assert b"KK000001" not in write(draw("KK000001"))


def test_svg_is_of_the_same_size() -> None:
    text = as_svg(code39_symbol("KK000001")).decode()
    assert re.search(r'width="53\.7000mm" height="12\.0000mm" viewBox="0 0 53\.7000 12\.0000"', text)
    assert text.count("M") == len(code39_symbol("KK000001").bars)
