"""A brochure as it is laid out: entries whole, the back cover on one page, nothing overlaps."""

import io
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sitegen.model.document import Block, Contact, Contacts, Document, Heading, Link, Paragraph, Section, Text
from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import pdf_job
from sitegen.structs import replace
from tests.render.print_samples import FONTS, sample_job, sample_pdf, theme
from tests.render.sample_document import LANGUAGES, sample_document

Box = tuple[float, float, float, float]
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def coordinators(count: int) -> Iterator[Block]:
    for number in range(count):
        if number % 2 == 0:
            yield Heading(3, (Text("Sosiaali- ja terveyspalvelut"),), lang="fi")
        yield Paragraph((Text("Kulttuuripalvelupäällikkö"),), lang="fi")
        yield Paragraph((Text("Mallilan hyvinvointialue", name=True),))
        phone, email = f"+358 16 000 10{number}", f"kaikukortti{number}@mallilanhyvinvointialue.example"
        yield Contacts(
            (
                Contact("phone", Text("Puh."), (Link(Text(phone, ltr=True), f"tel:{phone}"),)),
                Contact("email", Text("Sähköposti"), (Link(Text(email, ltr=True), f"mailto:{email}"),)),
            )
        )


def with_contacts(lang: str, count: int) -> Document:
    """The sample with so many to ask on its back cover."""
    document = sample_document(lang, distributors=1, venues=1)
    *before, back = document.children
    assert isinstance(back, Section)
    title, lead = back.children[:2]
    rest = back.children[5:]  # from the code on
    foot = tuple(replace(rest[-1]) for _ in range(3))
    changed = replace(back, children=(title, lead, *coordinators(count), *rest, *foot[:2]))
    return replace(document, children=(*before, changed))


def job_of(lang: str, count: int) -> PdfJob:
    return replace(pdf_job(with_contacts(lang, count), theme()), filler="")


@cache
def made(lang: str, count: int) -> bytes:
    return render_pdf(job_of(lang, count), FONTS)


def words_of_last_page(data: bytes, folder: Path) -> list[Box]:
    file = folder / "back.pdf"
    file.write_bytes(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        last = str(len(pdf.pages))
    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", last, "-l", last, file, "-"], capture_output=True, text=True, check=True
    )
    found = (tuple(map(float, match.groups())) for match in WORD.finditer(done.stdout))
    return [(left, top, right, bottom) for left, top, right, bottom in found]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("count", [2, 6])
def test_whom_to_ask_stays_on_the_back_cover_and_nothing_overlaps(
    lang: str, count: int, tmp_path: Path
) -> None:
    assert ("flowing" in job_of(lang, count).html) is False
    assert ("crowded" in job_of(lang, count).html) is (count == 6)
    data = made(lang, count)
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(made(lang, 1))) as least:
        assert len(pdf.pages) == len(least.pages)
        (width, height) = (float(number) for number in list(pdf.pages[-1].mediabox)[2:])
    boxes = words_of_last_page(data, tmp_path)
    assert len(boxes) > 30
    for left, top, right, bottom in boxes:
        assert left > 20
        assert right < width - 20
        assert top > 10
        assert bottom < height - 10
    assert not [(one, other) for one in boxes for other in boxes if one < other and _overlap(one, other)]


def _overlap(one: Box, other: Box) -> bool:
    """Whether more than the air around letters is shared."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 0.45 * min(one[3] - one[1], other[3] - other[1])


def test_more_than_a_page_holds_flows_on() -> None:
    assert 'class="back crowded flowing"' in job_of("fi", 12).html
    with pikepdf.open(io.BytesIO(made("fi", 12))) as pdf, pikepdf.open(io.BytesIO(made("fi", 1))) as least:
        assert len(pdf.pages) == len(least.pages) + 1


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_an_entry_is_never_cut(lang: str) -> None:
    with pikepdf.open(io.BytesIO(sample_pdf(lang, 14))) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        entries = [item for item in _elements(pdf.Root.StructTreeRoot.K[0], "LI") if _holds_heading(item)]
        assert len(entries) == 28
        assert [len(set(_pages(item, pages))) for item in entries] == [1] * 28


def _kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _elements(element: Any, kind: str) -> Iterator[Any]:
    if str(element.S) == f"/{kind}":
        yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid, kind)


def _holds_heading(item: Any) -> bool:
    return any(True for _ in _elements(item, "H4"))


def _pages(element: Any, pages: dict[Any, int]) -> Iterator[int]:
    for kid in _kids(element):
        if isinstance(kid, int):
            yield pages[element.Pg.objgen]
        elif "/S" in kid:
            yield from _pages(kid, pages)
        elif str(kid.get("/Type", "")) == "/MCR":
            yield pages[kid.Pg.objgen]


def test_what_shares_a_line_has_no_blanks_between() -> None:
    html = job_of("fi", 2).html
    assert '<span class="line"><p lang="fi"' not in html, "the language of the page is not said again"
    assert re.search(r'<span class="line"><p>Kulttuuripalvelupäällikkö</p><p>', html)


def test_numbers_are_not_underlined_and_stay_links() -> None:
    css = "".join(sheet.text for sheet in sample_job("fi").css)
    rule = re.search(r'a\[href\^="tel:"\] \{([^}]*)\}', css)
    assert rule is not None
    assert "text-decoration: none" in rule.group(1)
    assert '<a href="tel:' in sample_job("fi").html
