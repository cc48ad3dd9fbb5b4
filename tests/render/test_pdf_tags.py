"""The tag tree read back: language, lists, tables, links, artifacts, order. A dead hook fails here."""

import io
import logging
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
import weasyprint
import weasyprint.pdf as weasyprint_pdf
from lxml import html
from weasyprint.pdf import tags as weasyprint_tags

from sitegen.check.pdf_read import read_blocks
from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import PdfJob
from sitegen.render.pdf_tags import WrongVersionError, accessible_tags
from tests.render.print_samples import FONTS, sample_job, sample_pdf
from tests.render.sample_document import LANGUAGES, WORDS

OTHER = {"fi": "sv", "sv": "fi", "ar": "fi", "ru": "fi"}


def structure(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from structure(kid)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


@cache
def opened(lang: str = "fi", partners: int = 6) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(sample_pdf(lang, partners)))


def elements(pdf: pikepdf.Pdf, kind: str = "") -> list[Any]:
    root = pdf.Root.StructTreeRoot.K[0]
    return [found for found in structure(root) if not kind or str(found.S) == f"/{kind}"]


def page_html(lang: str = "fi", partners: int = 6) -> Any:
    return html.document_fromstring(sample_job(lang, partners).html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_change_of_language_is_in_the_tree(lang: str) -> None:
    pdf = opened(lang)
    assert str(pdf.Root.Lang) == lang
    said = Counter(str(found.Lang) for found in elements(pdf) if "/Lang" in found)
    written = Counter(
        found.get("lang") for found in page_html(lang).iter() if found.get("lang") and found.tag != "html"
    )
    assert said == written
    assert set(said) == {OTHER[lang]}


def test_one_list_of_html_is_one_list_however_many_pages_it_covers() -> None:
    pdf, page = opened("fi", 14), page_html("fi", 14)
    assert len(pdf.pages) > 8
    assert len(elements(pdf, "L")) == len(page.findall(".//ul")) + len(page.findall(".//ol"))
    assert len(elements(pdf, "LI")) == len(page.findall(".//li"))
    assert len(elements(pdf, "P")) == len(page.findall(".//p"))
    assert len(elements(pdf, "Sect")) == len(page.findall(".//section"))


def test_items_hold_labels_and_bodies_only() -> None:
    for item in elements(opened(), "LI"):
        kinds = [str(kid.S) for kid in kids(item)]
        assert kinds in (["/LBody"], ["/Lbl", "/LBody"])


def test_lists_say_their_numbering() -> None:
    numbering = Counter(str(found.A.ListNumbering) for found in elements(opened(), "L"))
    assert numbering["/Decimal"] == 1
    assert numbering["/Disc"] == 2
    assert numbering["/None"] > 2


def test_a_table_split_over_pages_is_one_with_one_head() -> None:
    rows = "".join(f'<tr><th scope="row">{n}</th><td>{n * n}</td></tr>' for n in range(120))
    body = (
        "<h1>t</h1><table><caption>k</caption><thead><tr><th scope='col'>a</th><th scope='col'>b</th></tr>"
        f"</thead><tbody>{rows}</tbody></table>"
    )
    job = sample_job("fi")
    head = '<!doctype html><html class="script-latin" lang="fi"><head><title>t</title></head>'
    job = PdfJob(f"{head}<body>{body}</body></html>", job.css, job.fonts)
    with pikepdf.open(io.BytesIO(render_pdf(job, FONTS))) as pdf:
        assert len(pdf.pages) > 3
        counts = Counter(str(found.S) for found in elements(pdf))
        assert counts["/Table"] == counts["/THead"] == counts["/TBody"] == counts["/Caption"] == 1
        assert counts["/TR"] == 121
        scopes = Counter(str(found.A.Scope) for found in elements(pdf, "TH"))
        assert scopes == {"/Row": 120, "/Column": 2}
        assert not [found for found in elements(pdf, "TD") if "/Headers" in found.get("/A", {})]


def test_headings_start_at_one_and_skip_no_level() -> None:
    levels = [int(str(found.S)[2]) for found in elements(opened()) if str(found.S)[1] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_are_whole_and_say_their_words(lang: str) -> None:
    pdf = opened(lang)
    links = elements(pdf, "Link")
    assert len(links) == len(page_html(lang).findall(".//a"))
    held = [kid.Obj.objgen for link in links for kid in kids(link) if _is_reference(kid)]
    annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
    assert sorted(held) == sorted(note.objgen for note in annotations)
    contents = {str(note.Contents) for note in annotations}
    assert WORDS[lang]["latest"] in contents, "the label stands for the text"
    assert "liput@mallila.example" in contents
    assert WORDS[lang]["getting"] in contents
    assert not [said for said in contents if said.startswith(("http", "tel:", "mailto:"))]
    assert all(int(note.F) & 4 for note in annotations), "links are printed"
    assert all("/StructParent" in note for note in annotations)


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR"


def test_margins_addresses_and_decoration_are_artifacts() -> None:
    blocks = read_blocks(sample_pdf("fi"))
    assert not [block for block in blocks if "Kaikukortti Mallilassa 2026" in block.text], "running foot"
    assert not [block for block in blocks if "kaikukortti.example/mallila/fi" in block.text], (
        "address on paper"
    )
    figures = [block.text for block in blocks if block.kind == "Figure"]
    assert figures == ["Mallila", WORDS["fi"]["qr"]]
    content = opened().pages[1].Contents.read_bytes()
    assert content.count(b"/Pagination") == 2


def test_content_and_tree_point_to_each_other() -> None:
    pdf = opened("ar", 14)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    held: Counter[tuple[int, int]] = Counter()
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for found in elements(pdf):
        for kid in kids(found):
            if isinstance(kid, int) or _is_mark(kid):
                page = found.Pg if isinstance(kid, int) else kid.Pg
                mcid = int(kid) if isinstance(kid, int) else int(kid.MCID)
                number = pages[page.objgen]
                held[number, mcid] += 1
                assert parents[int(pdf.pages[number].StructParents)][mcid].objgen == found.objgen
    assert set(held.values()) == {1}
    for number, page in enumerate(pdf.pages):
        marked = [
            int(step.operands[1].MCID)
            for step in pikepdf.parse_content_stream(page, "BDC")
            if "/MCID" in step.operands[1]
        ]
        assert sorted(marked) == sorted(mcid for place, mcid in held if place == number)


def _is_mark(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/MCR"


def test_a_detail_is_read_after_the_name() -> None:
    texts = [block.text for block in read_blocks(sample_pdf("fi"))]
    assert texts[texts.index("Mallilan palvelut 1") + 1] == "Sosiaalipalvelut"


def test_right_to_left_documents_open_that_way() -> None:
    assert str(opened("ar").Root.ViewerPreferences.Direction) == "/R2L"
    assert "/Direction" not in opened("fi").Root.ViewerPreferences


def test_words_on_both_sides_of_a_mark_stay_apart() -> None:
    texts = [block.text for block in read_blocks(sample_pdf("fi"))]
    assert "Kortti on vain sinun Lapset A1-B2 Verkossa" in texts
    assert "Puh. 016 000 100 · Sähköposti liput@mallila.example" in texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_weasyprint_has_nothing_to_complain_of(lang: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render_pdf(sample_job(lang, 1), FONTS)
    assert [record.getMessage() for record in caplog.records] == []


def test_another_version_of_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    with pytest.raises(WrongVersionError, match=r"70\.0"), accessible_tags():
        pass


def test_weasyprint_is_left_as_it_was_after_a_fault() -> None:
    before = wrapped()

    def fail() -> None:
        with accessible_tags():
            assert not set(wrapped()) & set(before)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert wrapped() == before


def wrapped() -> tuple[object, object, object]:
    return weasyprint_tags._build_box_tree, weasyprint_pdf.add_tags, weasyprint_pdf.build_fonts_dictionary
