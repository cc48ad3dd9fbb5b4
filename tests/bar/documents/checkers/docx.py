"""The checkers of BAR 1.5 by id: each takes a DOCX with its tree and tells its faults.

What the product checks itself (`sitegen.check.docx`) is asked first; the rest compares with the tree, which
the product does not do at every build. D13 needs an office program: it is in `test_docx.py`.
"""

import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import OpenXmlValidator

from sitegen.check.docx import check_docx
from sitegen.check.docx_content import words
from sitegen.check.docx_package import DECORATIVE, WP, Element, R, W, is_on, opened, parsed, style_of, value
from sitegen.check.docx_read import facts_of_docx, pieces_of, read_docx
from sitegen.check.parity import compare, missing_facts
from sitegen.check.pdf_read import squeeze
from sitegen.compose.facts import facts_of_document, normalise, pieces
from sitegen.compose.tree import links
from sitegen.languages.table import is_known, language
from sitegen.model.colour import contrast
from sitegen.render.docx import render_docx
from sitegen.render.tree_words import words_of
from tests.bar.documents.documents import Office

Checker = Callable[[Office], Iterable[str]]

DUBLIN = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
NO_DATE = (1980, 1, 1, 0, 0, 0)
CONTRAST = 4.5
SHOWN = 60
VAGUE = frozenset({"tästä", "lue lisää", "här", "läs mer", "here", "read more", "هنا", "здесь", "click here"})


def _product(one: Office, *rules: str) -> Iterator[str]:
    for found in check_docx(one.data):
        if found.rule in rules or found.id == "docx-unreadable":
            yield f"{found.id} {dict(found.values)}"


def d01(one: Office) -> Iterator[str]:
    """Headings are headings, those of the tree; no paragraph only looks like one."""
    yield from _product(one, "D01")
    package = opened(one.data)
    wanted = [(piece.kind, piece.text) for piece in pieces(one.document) if _is_heading(piece.kind)]
    found = [(piece.kind, piece.text) for piece in pieces_of(package) if _is_heading(piece.kind)]
    if found != wanted:
        yield f"{len(found)} headings for {len(wanted)}: {sorted(set(wanted) ^ set(found))[:2]}"
    for row in package.document.iter(W + "p"):
        runs = [run for run in row.iter(W + "r") if words(run)]
        if runs and not style_of(row) and all(_is_bold(run) for run in runs) and len(words(row)) < SHOWN:
            yield f"a faked heading: {words(row)!r}"


def _is_heading(kind: str) -> bool:
    return kind[0] == "h" and kind[1:].isdigit()


def _is_bold(run: Element) -> bool:
    return is_on(run.find(f"{W}rPr/{W}b")) or value(run.find(f"{W}rPr/{W}rStyle")) == "Strong"


def d02(one: Office) -> Iterator[str]:
    """The default language is the document's; words in another language say so themselves."""
    yield from _product(one, "D02")
    package = opened(one.data)
    own = _base(one.lang)
    default = package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    found = value(default, "bidi" if one.document.direction == "rtl" else "val")
    if found.partition("-")[0] != own:
        yield f"the default language is {found!r}"
    wanted_words: dict[str, str] = defaultdict(str)
    for lang, text in words_of(one.document.children, one.lang):
        wanted_words[_base(lang)] += _squeezed(text)
    read_words: dict[str, str] = defaultdict(str)
    for run in package.document.iter(W + "r"):
        right = is_on(run.find(f"{W}rPr/{W}rtl"))
        said = value(run.find(f"{W}rPr/{W}lang"), "bidi" if right else "val").partition("-")[0]
        read_words[said or own] += _squeezed("".join(text.text or "" for text in run.iter(W + "t")))
    for lang in sorted((set(wanted_words) | set(read_words)) - {own}):
        if wanted_words[lang] != read_words[lang]:
            yield f"{lang}: {read_words[lang][:SHOWN]!r} instead of {wanted_words[lang][:SHOWN]!r}"


def _squeezed(text: str) -> str:
    """Words without blanks, hyphens and marks of direction."""
    return squeeze(normalise(text))


def _base(lang: str) -> str:
    return (language(lang).base or lang) if is_known(lang) else lang.partition("-")[0]


def d03(one: Office) -> Iterator[str]:
    """Right-to-left pages, tables, paragraphs and runs say so, and nothing else does."""
    yield from _product(one, "D03")
    body = opened(one.data).document
    if one.document.direction == "ltr":
        if marks := [
            mark.tag.rpartition("}")[2] for mark in body.iter(W + "bidi", W + "rtl", W + "bidiVisual")
        ]:
            yield f"marks of direction in a left-to-right document: {sorted(set(marks))}"
        return
    for row in body.iter(W + "p"):
        if _is_arabic(words(row)) and not is_on(row.find(f"{W}pPr/{W}bidi")):
            yield f"a paragraph that begins at the left: {words(row)!r}"
    for run in body.iter(W + "r"):
        if _is_arabic(words(run)) != is_on(run.find(f"{W}rPr/{W}rtl")) and _has_letters(words(run)):
            yield f"a run in the wrong direction: {words(run)!r}"


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in text)


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def d04(one: Office) -> Iterator[str]:
    """Title, subject, language and the organisation that answers for it; no description, no dates."""
    yield from _product(one, "D04")
    core = opened(one.data).core
    for name, wanted in (
        ("title", one.document.title),
        ("subject", one.document.subject),
        ("creator", one.document.author),
    ):
        if (found := core.findtext(DUBLIN + name)) != wanted:
            yield f"{name}: {found!r} instead of {wanted!r}"
    if (core.findtext(f"{DUBLIN}language") or "").partition("-")[0] != _base(one.lang):
        yield f"language: {core.findtext(f'{DUBLIN}language')!r}"
    yield from (f"a date: {child.text}" for child in core if child.tag.startswith(TERMS))


def d05(one: Office) -> Iterator[str]:
    """Each picture has the words of the tree's; decoration says that it is none."""
    yield from _product(one, "D05")
    wanted = [piece.text for piece in pieces(one.document) if piece.kind == "picture" and piece.text]
    about = list(opened(one.data).document.iter(WP + "docPr"))
    found = [text for shape in about if (text := shape.get("descr", ""))]
    if found != wanted:
        yield f"pictures say {found} instead of {wanted}"
    for shape in about:
        if shape.get("descr") and shape.find(f".//{DECORATIVE}") is not None:
            yield "a picture with words that is said to be decoration"


def d06(one: Office) -> Iterator[str]:
    """Tables have a heading row that comes again, a name, and no empty or merged cells."""
    yield from _product(one, "D06")
    for table in opened(one.data).document.iter(W + "tbl"):
        properties = table.find(W + "tblPr")
        assert properties is not None
        if value(properties.find(W + "tblLook"), "firstRow") not in ("1", "true"):
            yield "a table whose look has no first row"
        if not any(value(properties.find(W + name)) for name in ("tblCaption", "tblDescription")):
            yield "a table without a name"
        if any(not words(cell) for cell in table.iter(W + "tc")):
            yield "an empty cell"


def d07(one: Office) -> Iterator[str]:
    """Lists are Word's own: each item refers to a numbering that is defined; none is typed."""
    yield from _product(one, "D07")
    package = opened(one.data)
    numbering = parsed(package.parts["word/numbering.xml"], "word/numbering.xml")
    known = {value(number, "numId") for number in numbering.iter(W + "num")}
    for row in package.document.iter(W + "p"):
        number = row.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None and value(number) not in known:
            yield f"an item of no list: {words(row)!r}"
    wanted = [piece.text for piece in pieces(one.document) if piece.kind == "item"]
    found = [piece.text for piece in pieces_of(package) if piece.kind == "item"]
    if lost := [text for text in wanted if text not in found]:
        yield f"{len(lost)} items that are none: {lost[0][:SHOWN]!r}"


def d08(one: Office) -> Iterator[str]:
    """Every link of the tree is one, looks like one, and says where it leads."""
    yield from _product(one, "D08")
    package = opened(one.data)
    found = list(package.document.iter(W + "hyperlink"))
    wanted = [_squeezed(link.text.value) for link in links(one.document.children)]
    if [text for text in wanted if text not in {_squeezed(words_of_link(link)) for link in found}] or len(
        found
    ) != len(wanted):
        yield f"{len(found)} links for {len(wanted)}"
    related = {relation.id for relation in package.relations() if relation.kind == "hyperlink"}
    for link in found:
        said = words_of_link(link)
        styles = {value(run.find(f"{W}rPr/{W}rStyle")) for run in link.iter(W + "r")}
        if not all(style.endswith("Link") or style == "Hyperlink" for style in styles):
            yield f"a link that does not look like one: {said!r}"
        if said.strip().lower() in VAGUE or said.startswith(("http://", "https://", "tel:", "mailto:")):
            yield f"a link that does not say where it leads: {said!r}"
        if not value(link, "anchor") and link.get(R + "id") not in related:
            yield f"a link that leads nowhere: {said!r}"


def words_of_link(link: Element) -> str:
    """All words of a link."""
    return "".join(text.text or "" for text in link.iter(W + "t"))


def d09(one: Office) -> Iterator[str]:
    """Nothing floats, and nothing is laid out by empty paragraphs or tabs."""
    yield from _product(one, "D09")


def d10(one: Office) -> Iterator[str]:
    """The page's number is a field in the foot, and stands nowhere in the text."""
    yield from _product(one, "D10")
    body = opened(one.data).document
    fields = [value(field, "instr") for field in body.iter(W + "fldSimple")]
    fields += [field.text or "" for field in body.iter(W + "instrText")]
    if any("PAGE" in field.split() for field in fields):
        yield "a page number in the text"
    if one.document.running and any(one.document.running == piece.text for piece in read_docx(one.data)):
        yield "the running text in the text"


def d11(one: Office) -> Iterator[str]:
    """The inks of the styles stand out from their grounds (WCAG 1.4.3)."""
    styles = opened(one.data).styles
    default = value(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color")) or "000000"
    cover = value(styles.find(f"{W}style[@{W}styleId='Title']/{W}pPr/{W}shd"), "fill")
    for style in styles.iter(W + "style"):
        name = value(style, "styleId")
        ink = value(style.find(f"{W}rPr/{W}color")) or default
        ground = value(style.find(f".//{W}shd"), "fill") or "FFFFFF"
        ground = cover if name == "CoverLink" else ground
        if (found := contrast(f"#{ink}", f"#{ground}")) < CONTRAST:
            yield f"{name}: {found:.1f}"


def d12(one: Office) -> Iterator[str]:
    """No thumbnail, macros, embedded files, custom XML, template or picture from elsewhere."""
    yield from _product(one, "D12", "S17")


def d14(one: Office) -> Iterator[str]:
    """What the tree says: every word in its order, every partner, number and address (page: test_parity)."""
    for found in compare("tree", pieces(one.document), "DOCX", read_docx(one.data)):
        yield f"{found.id} {dict(found.values)}"
    for found in missing_facts("tree", facts_of_document(one.document), "DOCX", facts_of_docx(one.data)):
        yield f"{found.id} {dict(found.values)}"


def d15(one: Office) -> Iterator[str]:
    """The same bytes, whoever builds and when: entries sorted and without dates."""
    if render_docx(one.document) != one.data:
        yield "other bytes than this process makes of the same tree"
    with zipfile.ZipFile(io.BytesIO(one.data)) as archive:
        entries = archive.infolist()
    if dated := Counter(entry.date_time for entry in entries if entry.date_time != NO_DATE):
        yield f"dates in the file: {sorted(dated)[:2]}"
    if [entry.filename for entry in entries] != sorted(entry.filename for entry in entries):
        yield "entries out of order"


def d16(one: Office) -> Iterator[str]:
    """Every part follows ECMA-376's schemas, the order of properties included."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(one.data)
        yield from (str(fault) for fault in OpenXmlValidator().validate(str(path)).errors)


CHECKERS: Mapping[str, Checker] = {
    "D01": d01,
    "D02": d02,
    "D03": d03,
    "D04": d04,
    "D05": d05,
    "D06": d06,
    "D07": d07,
    "D08": d08,
    "D09": d09,
    "D10": d10,
    "D11": d11,
    "D12": d12,
    "D14": d14,
    "D15": d15,
    "D16": d16,
}


def faults(id: str, one: Office) -> list[str]:
    """What breaks this id in a document."""
    return list(CHECKERS[id](one))
