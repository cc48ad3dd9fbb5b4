"""Sound files pass, and every planted fault is found (BAR 1.5, S17)."""

from collections.abc import Callable

import pytest

from sitegen.check.docx import check_docx
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.problems import Place
from tests.render.docx.samples import LANGUAGES, replaced, rewritten, with_part, written

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"
EMPTY = "<w:p><w:pPr><w:keepLines/></w:pPr></w:p>"
END = "<w:sectPr>"


def before_end(xml: str) -> Callable[[bytes], bytes]:
    return lambda data: rewritten(data, document=(END, xml + END))


def changed(part: str, old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda data: rewritten(data, **{part: (old, new)})


def core(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda data: replaced(data, "docProps/core.xml", old, new)


def related(kind: str, target: str, mode: str = "External") -> Callable[[bytes], bytes]:
    row = f'<Relationship Id="x1" Type="{HYPERLINK}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return lambda data: replaced(data, RELATIONS, "</Relationships>", row + "</Relationships>")


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def added(name: str) -> Callable[[bytes], bytes]:
    return lambda data: with_part(data, name, b"x")


FAULTS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("docx-alt", changed("document", 'descr="Mallila"', 'descr=""')),
    ("docx-language", changed("styles", 'w:val="fi-FI"', 'w:val="en-US"')),
    ("docx-language", changed("styles", 'w:val="fi-FI" ', "")),
    ("docx-property", core("Kaikukortti 2026, Mallila", "")),
    ("docx-property", core("Mallilan kaupunki", " ")),
    ("docx-external", related("attachedTemplate", "https://example.org/t.dotx")),
    ("docx-external", related("image", "https://example.org/p.png")),
    ("docx-external", related("hyperlink", "file:///etc/passwd")),
    ("docx-external", related("hyperlink", "javascript:alert(1)")),
    ("docx-external", related("oleObject", "embeddings/o.bin", "Internal")),
    ("docx-table-header", changed("document", "<w:tblHeader/>", "")),
    ("docx-table-header", changed("document", "<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    ("docx-heading", changed("document", '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading5"/>')),
    ("docx-heading", changed("document", '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Heading2"/>')),
    ("docx-link-target", changed("document", 'w:anchor="b_distributors"', 'w:anchor="b_gone"')),
    (
        "docx-link-empty",
        before_end('<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink w:anchor="b_distributors"/></w:p>'),
    ),
    ("docx-empty-paragraph", before_end(EMPTY)),
    ("docx-tab", before_end("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>")),
    ("docx-typed-list", before_end(paragraph("• kohta"))),
    ("docx-floating", before_end("<w:p><w:r><w:t>a</w:t><w:pict/></w:r></w:p>")),
    ("docx-page-number", changed("footer1", " PAGE ", " DATE ")),
    ("docx-part", added("docProps/thumbnail.jpeg")),
    ("docx-part", added("customXml/item1.xml")),
    ("docx-part", added("word/vbaProject.bin")),
    ("docx-part", added("word/stylesWithEffects.xml")),
    ("docx-part", added("word/media/image1.svg")),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sound_file_passes(lang: str) -> None:
    assert check_docx(written(lang)) == ()


@pytest.mark.parametrize(("id", "spoil"), FAULTS, ids=[f"{n}-{id}" for n, (id, _) in enumerate(FAULTS)])
def test_a_planted_fault_is_found(id: str, spoil: Callable[[bytes], bytes]) -> None:
    found = check_docx(spoil(written("fi")), Place("tornio/fi/x.docx"))
    assert id in {one.id for one in found}
    assert {one.place.path for one in found} == {"tornio/fi/x.docx"}


def test_a_description_nobody_wrote_is_found() -> None:
    data = core("<dc:language>", "<dc:description>generated</dc:description><dc:language>")(written("fi"))
    assert [one.id for one in check_docx(data)] == ["docx-description"]


def test_merged_cells_are_found() -> None:
    data = rewritten(written("fi"), document=("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'))
    assert {one.id for one in check_docx(data)} == {"docx-table-merged"}


def test_a_file_without_headings_is_found() -> None:
    data = rewritten(written("fi"), styles=("w:outlineLvl", "w:outlineNone"))
    assert "docx-no-heading" in {one.id for one in check_docx(data)}


@pytest.mark.parametrize(("old", "new"), [("<w:bidi/></w:sectPr>", "</w:sectPr>"), ("<w:bidiVisual/>", "")])
def test_arabic_without_direction_is_found(old: str, new: str) -> None:
    found = check_docx(rewritten(written("ar"), document=(old, new)))
    assert {one.id for one in found} == {"docx-direction"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        written("fi")[:2000],
        with_part(written("fi"), "word/document.xml", b"<broken"),
        with_part(written("fi"), "word/styles.xml", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;'),
        with_part(written("fi"), RELATIONS, b"<"),
    ],
)
def test_broken_bytes_are_a_problem_and_no_exception(data: bytes) -> None:
    assert [one.id for one in check_docx(data)] == ["docx-unreadable"]


def test_every_problem_has_its_sentences() -> None:
    for lang in ("fi", "sv", "en"):
        messages = catalogue(PROBLEMS, lang)
        for data in (b"", *(spoil(written("fi")) for _, spoil in FAULTS)):
            for one in check_docx(data):
                values: dict[str, object] = dict(one.values)
                assert messages.get(f"{one.id}.found", **values)
                assert messages.get(f"{one.id}.expected", **values)
