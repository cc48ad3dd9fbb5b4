"""The planted faults of D01 to D16: what may go wrong in a brochure's DOCX, each done to a sound one."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.structs import replace
from tests.bar.documents.documents import Office
from tests.render.docx.samples import replaced, rewritten, with_part

Spoil = Callable[[bytes], bytes]

END = "<w:sectPr"
RELATIONS = "word/_rels/document.xml.rels"
CORE = "docProps/core.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Planted:
    """A case. `says` is a part of what the checker says of it: no other fault may pass for it."""

    id: str
    name: str
    spoil: Spoil
    says: str
    lang: str = "fi"

    def planted(self, one: Office) -> Office:
        """The document with the fault."""
        data = self.spoil(one.data)
        assert data != one.data, self.name
        return replace(one, data=data)


def document(old: str, new: str) -> Spoil:
    """Another string in the words."""
    return lambda data: rewritten(data, document=(old, new))


def part(name: str, old: str, new: str) -> Spoil:
    """Another string in a part of `word/`."""
    return lambda data: rewritten(data, **{name: (old, new)})


def core(old: str, new: str) -> Spoil:
    """Another string in the properties."""
    return lambda data: replaced(data, CORE, old, new)


def added(xml: str) -> Spoil:
    """A paragraph more at the end."""
    return document(END, xml + END)


def words(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph."""
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{before}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def with_file(name: str) -> Spoil:
    """A part more."""
    return lambda data: with_part(data, name, b"x")


def related(kind: str, target: str) -> Spoil:
    """A relation to somewhere else."""
    row = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return lambda data: replaced(data, RELATIONS, "</Relationships>", row + "</Relationships>")


def packed_today(data: bytes) -> bytes:
    return _packed(data, (2026, 1, 12, 9, 30, 0), backwards=False)


def packed_backwards(data: bytes) -> bytes:
    return _packed(data, (1980, 1, 1, 0, 0, 0), backwards=True)


def _packed(data: bytes, date: tuple[int, int, int, int, int, int], *, backwards: bool) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), reverse=backwards):
            new.writestr(zipfile.ZipInfo(name, date), old.read(name))
    return target.getvalue()


def style(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


PLANTED: tuple[Planted, ...] = (
    Planted(
        "D01",
        "a heading that only looks like one",
        added(words("Tärkeää", run="<w:rPr><w:b/></w:rPr>")),
        "faked",
    ),
    Planted("D01", "a level left out", document(style("Heading2"), style("Heading5")), "docx-heading"),
    Planted("D01", "no title", document(style("Title"), style("Subtitle")), "headings for"),
    Planted("D02", "American by default", part("styles", 'w:val="fi-FI"', 'w:val="en-US"'), "'en-US'"),
    Planted("D02", "a quotation without its language", document('<w:lang w:val="sv-FI"/>', ""), "sv: ''"),
    Planted("D02", "a quotation in a wrong language", document('w:val="sv-FI"', 'w:val="de-DE"'), "de: "),
    Planted("D03", "pages from the left", document("<w:bidi/></w:sectPr>", "</w:sectPr>"), "sectPr", "ar"),
    Planted("D03", "a table from the left", document("<w:bidiVisual/>", ""), "tbl", "ar"),
    Planted(
        "D03",
        "paragraphs from the left",
        document("<w:bidi/></w:pPr>", "</w:pPr>"),
        "begins at the left",
        "ar",
    ),
    Planted("D03", "runs from the left", document("<w:rtl/>", ""), "wrong direction", "ar"),
    Planted("D03", "Finnish from the right", added(words("Kortti", "<w:bidi/>")), "left-to-right document"),
    Planted("D04", "no title", core("Kaikukortti 2026, Mallila", ""), "title"),
    Planted("D04", "another author", core("Mallilan kaupunki", "python-docx"), "creator"),
    Planted(
        "D04",
        "a description nobody wrote",
        core("<dc:language>", "<dc:description>made</dc:description><dc:language>"),
        "docx-description",
    ),
    Planted(
        "D04",
        "a date",
        core(
            "</cp:coreProperties>",
            '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/">2013-12-23</dcterms:created></cp:coreProperties>',
        ),
        "a date: 2013",
    ),
    Planted("D05", "a picture without words", document('descr="Mallila"', 'descr=""'), "docx-alt"),
    Planted(
        "D05",
        "a picture with its file's name",
        document('descr="Mallila"', 'descr="logo.png"'),
        "pictures say",
    ),
    Planted("D06", "no heading row", document("<w:tblHeader/>", ""), "docx-table-header"),
    Planted(
        "D06", "merged cells", document("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'), "docx-table-merged"
    ),
    Planted(
        "D06", "an empty cell", document('<w:t xml:space="preserve">1060</w:t>', "<w:t/>"), "an empty cell"
    ),
    Planted("D06", "a table without a name", document("w:tblCaption", "w:tblNothing"), "without a name"),
    Planted("D07", "a typed list", added(words("\N{BULLET} kohta")), "docx-typed-list"),
    Planted("D07", "items of no list", part("numbering", "w:numId=", "w:nobody="), "an item of no list"),
    Planted("D07", "items as paragraphs", document("w:numPr>", "w:noPr>"), "items that are none"),
    Planted(
        "D08",
        "a link to a place that is gone",
        document('w:anchor="b_distributors"', 'w:anchor="b_gone"'),
        "docx-link-target",
    ),
    Planted(
        "D08", "a link that looks like words", document('<w:rStyle w:val="Hyperlink"/>', ""), "does not look"
    ),
    Planted(
        "D08",
        "an address instead of words",
        document(">liput@mallila.example<", ">mailto:liput@mallila.example<"),
        "does not say",
    ),
    Planted("D08", "words instead of links", document("w:hyperlink", "w:smartTag"), "0 links for"),
    Planted(
        "D09", "an empty paragraph", added("<w:p><w:pPr><w:keepLines/></w:pPr></w:p>"), "docx-empty-paragraph"
    ),
    Planted("D09", "a tab", added("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"), "docx-tab"),
    Planted("D09", "a text box", added("<w:p><w:r><w:t>a</w:t><w:pict/></w:r></w:p>"), "docx-floating"),
    Planted("D10", "no page number", part("footer1", " PAGE ", " DATE "), "docx-page-number"),
    Planted(
        "D10",
        "a page number in the text",
        added('<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'),
        "in the text",
    ),
    Planted(
        "D11",
        "pale ink",
        part("styles", '<w:color w:val="23201D"/>', '<w:color w:val="A8A29A"/>'),
        "Normal: ",
    ),
    Planted("D12", "a thumbnail", with_file("docProps/thumbnail.jpeg"), "thumbnail"),
    Planted("D12", "macros", with_file("word/vbaProject.bin"), "vbaProject"),
    Planted("D12", "custom XML", with_file("customXml/item1.xml"), "customXml"),
    Planted(
        "D12",
        "a template from elsewhere",
        related("attachedTemplate", "https://example.org/t.dotx"),
        "attachedTemplate",
    ),
    Planted("D12", "a picture from elsewhere", related("image", "https://example.org/p.png"), "p.png"),
    Planted("D14", "a partner left out", document(">Mallilan palvelut 1<", "><"), "Mallilan palvelut 1"),
    Planted(
        "D14",
        "another telephone number",
        lambda data: replaced(data, RELATIONS, "tel:016000104", "tel:016000999"),
        "tel:016000104",
    ),
    Planted(
        "D14",
        "a limit changed",
        document(">Kuntosali 3 kuukautta kerrallaan<", ">Kuntosali<"),
        "Kuntosali 3 kuukautta",
    ),
    Planted("D15", "the hour of packing", packed_today, "dates in the file"),
    Planted("D15", "entries in another order", packed_backwards, "out of order"),
    Planted("D15", "one byte more", core("</cp:coreProperties>", " </cp:coreProperties>"), "other bytes"),
    Planted(
        "D16",
        "properties in a wrong order",
        added("<w:p><w:r><w:t>a</w:t></w:r><w:pPr><w:keepLines/></w:pPr></w:p>"),
        "",
    ),
    Planted("D16", "a property that there is not", document("<w:tblHeader/>", "<w:tblHead/>"), "tblHead"),
)
