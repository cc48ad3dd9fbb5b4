"""What the bar asks of the making and not of a page: A18, G7, PL2, PL5, N2, N3, N4, N6 (BAR 1.2, 1.3, 4).

Each with the fault that must be found (`planted`), in a copy of the small region or at the field itself.
"""

import itertools
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from sitegen.languages.table import codes
from sitegen.model.colour import LEAST_CONTRAST, contrast, nearest_passing, tones
from sitegen.model.contact import PhoneNumber
from sitegen.model.fields import Kind
from sitegen.render.pdf import render_pdf
from sitegen.render.print_html import pdf_job
from sitegen.structs import replace
from sitegen.validate.phone import check_phone, is_premium
from tests.bar.documents.documents import region as documents
from tests.render.print_samples import FONTS, theme
from tests.validate.support import asked, check, ids, sentences, write_base

CASES = Path(__file__).parents[2] / "cases-rules"
LONGEST_LINE = 60
RUNNING = re.compile(r"[.?!,]|\b(?:ja|on|ei|voit|saat)\b")
SHORT_LINES = re.compile(r"max-inline-size:\s*23em;?")
ADDRESS = re.compile(r"–|\b\d{5}\b|@|\.(?:fi|example)\b")
GROUNDS = {"": ("#fbf9f5", "#ffffff", "#f2ede4"), "dark-": ("#191715", "#242120", "#2d2926")}
"""Paper, surface and sand of both schemes (LOOK, Tokens)."""


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """The small region of the rules' cases."""
    return write_base(tmp_path)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.planted("A18")
def test_a18_an_accent_without_contrast_is_refused_with_the_nearest_that_passes(region: Path) -> None:
    file = region / "regions/malli/region.yaml"
    file.write_text(file.read_text("utf-8") + "accent: '#ffcc00'\n", "utf-8")
    (problem,) = [one for one in check(region).problems if one.id == "colour-contrast"]
    assert problem.severity == "error"
    near = nearest_passing("#ffcc00")
    for lang in ("fi", "sv", "en"):
        assert near in " ".join(sentences(problem, lang))
    change(file, "#ffcc00", near)
    assert [one for one in check(region).problems if one.id == "colour-contrast"] == []


@pytest.mark.parametrize(
    "accent", ["#" + "".join(part) for part in itertools.product(("00", "40", "80", "c0", "ff"), repeat=3)]
)
def test_a17_every_accepted_accent_has_contrast_on_every_ground(accent: str) -> None:
    """Each of 125 colours over the whole range, or what is named in its place, in light and dark."""
    made = tones(nearest_passing(accent))
    for scheme, grounds in GROUNDS.items():
        own = [made[f"{scheme}accent-{name}"] for name in ("tint", "wash")]
        for text in ("accent", "accent-strong"):
            weak = [one for one in (*grounds, *own) if contrast(made[scheme + text], one) < LEAST_CONTRAST]
            assert weak == [], (scheme, text, made[scheme + text])
        assert contrast(made[f"{scheme}on-accent"], made[f"{scheme}accent"]) >= LEAST_CONTRAST


@pytest.mark.planted("G7")
def test_g7_what_is_not_translated_is_reported_by_field_and_language(region: Path) -> None:
    venues = region / "regions/malli/2026/venues.yaml"
    change(venues, "kind: culture", "offer: {fi: Liput, sv: Biljetter}\n    kind: culture")
    assert "translation-missing" not in {one.id for one in check(region).problems}
    change(venues, "offer: {fi: Liput, sv: Biljetter}", "offer: {fi: Liput}")
    (problem,) = [one for one in check(region).problems if one.id == "translation-missing"]
    assert dict(problem.values)["lang"] == "sv"
    assert problem.place.line > 1


@pytest.mark.slow
@pytest.mark.parametrize("region_id", ["mallila"])
def test_pl2_lines_of_the_plain_brochure_are_short(region_id: str, built_site: Path) -> None:
    """Running text only: names with their kinds, addresses of all sorts and page feet are no sentences."""
    running = running_lines((built_site / region_id / "fi-simple" / "brochure.pdf").read_bytes())
    assert len(running) > 60
    assert too_long(running) == []


@pytest.mark.slow
@pytest.mark.planted("PL2")
def test_pl2_lines_as_wide_as_the_page_are_found() -> None:
    """The same brochure without the style's rule for short lines."""
    job = pdf_job(documents().written("fi-simple").document, theme())
    sheets = tuple(replace(sheet, text=SHORT_LINES.sub("", sheet.text)) for sheet in job.css)
    assert sheets != job.css
    wide = running_lines(render_pdf(replace(job, css=sheets), FONTS))
    assert len(too_long(wide)) > 5


def running_lines(pdf: bytes) -> list[str]:
    """The lines of a PDF that are sentences or parts of one."""
    pages = pypdfium2.PdfDocument(pdf)
    lines = [line for page in pages for line in page.get_textpage().get_text_bounded().splitlines()]
    return [line.strip() for line in lines if len(RUNNING.findall(line)) > 1 and not ADDRESS.search(line)]


def too_long(lines: list[str]) -> list[str]:
    """Those with more letters than a line of plain language has."""
    return [line for line in lines if len(line) > LONGEST_LINE]


@pytest.mark.planted("PL5")
def test_pl5_long_sentences_and_words_of_plain_texts_are_noted(region: Path) -> None:
    assert [one for one in check(region).problems if one.rule == "PL5"] == []
    shutil.copytree(CASES / "PL5-plain/in", region, dirs_exist_ok=True)
    found = [one for one in check(region).problems if one.rule == "PL5"]
    assert [(one.id, str(one.severity)) for one in found] == [
        ("plain-sentence", "note"),
        ("plain-word", "note"),
    ]


@pytest.mark.planted("N2")
@pytest.mark.parametrize("written", ["040 123 4567, 050 123 4567", "040 123 4567 tai 050 123 4567"])
def test_n2_one_number_in_a_field(written: str) -> None:
    assert ids(check_phone(written, asked(Kind.PHONE))) == ["E phone-two"]


@pytest.mark.planted("N3")
@pytest.mark.parametrize(
    ("written", "expected"), [("040 123 45", ["W phone-mobile-short"]), ("040 123 4567", [])]
)
def test_n3_a_mobile_number_may_be_too_short(written: str, expected: list[str]) -> None:
    assert ids(check_phone(written, asked(Kind.PHONE))) == expected


@pytest.mark.parametrize("written", ["112", "116 117", "116 111"])
def test_n4_short_numbers_of_help_are_whole(written: str) -> None:
    outcome = check_phone(written, asked(Kind.PHONE))
    assert (ids(outcome), outcome.value) == ([], PhoneNumber(written, written, written.replace(" ", "")))


@pytest.mark.planted("N4")
def test_n4_other_short_numbers_are_not() -> None:
    assert ids(check_phone("12", asked(Kind.PHONE))) == ["E phone-short"]


@pytest.mark.planted("N6")
def test_n6_a_number_with_a_price_says_it(region: Path) -> None:
    outcome = check_phone("0600 12345", asked(Kind.PHONE))
    assert outcome.value is not None
    assert is_premium(outcome.value)
    venues = region / "regions/malli/2026/venues.yaml"
    change(venues, "kind: ", "phone: 0600 12345\n    kind: ")
    assert [one.id for one in check(region).problems if one.id == "phone-price"]


def test_the_languages_are_those_of_the_bar() -> None:
    """What is judged by language knows each of them: a new one needs its words in `judges/`."""
    from tests.bar.pages.judges.links import STOP, UNIT_OF

    assert {code.partition("-")[0] for code in codes()} <= set(STOP)
    assert {code.partition("-")[0] for code in codes()} <= set(UNIT_OF)
