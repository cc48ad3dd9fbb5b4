"""The file as a whole: BAR D02, D04, D10-D12, D15, D16, S17, S18."""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sitegen.model.colour import contrast, tones
from sitegen.model.document import Cell, Heading, Paragraph, Row, Section, Table, Text
from sitegen.render.docx import render_docx
from sitegen.render.docx.template import TEMPLATE
from sitegen.structs import replace
from tests.render.docx.samples import (
    LANGUAGES,
    TAGS,
    W,
    attribute,
    names,
    of_blocks,
    part,
    sample,
    text,
    written,
)
from tools.docx_template import template

ROOT = Path(__file__).resolve().parents[3]
DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def test_the_template_is_what_its_script_makes() -> None:
    assert archived(template()) == archived(TEMPLATE.read_bytes())  # parts: ZIP libraries pack differently


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document_has_its_language(lang: str) -> None:
    default = part(written(lang), "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    theme = part(written(lang), "word/settings.xml").find(f"{W}themeFontLang")
    assert attribute(default) == attribute(default, "eastAsia") == attribute(theme) == TAGS[lang]
    assert attribute(default, "bidi") == attribute(theme, "bidi") == "ar-SA"


def test_plain_finnish_is_finnish_for_office_programs() -> None:
    data = render_docx(replace(sample("fi"), lang="fi-simple"))
    assert part(data, "docProps/core.xml").findtext(f"{DUBLIN}language") == "fi-FI"
    assert b"fi-simple" not in b"".join(archived(data).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_in_it_is_american(lang: str) -> None:
    assert b"en-US" not in b"".join(archived(written(lang)).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_properties_say_what_it_is_and_no_more(lang: str) -> None:
    core = part(written(lang), "docProps/core.xml")
    document = sample(lang)
    said = {child.tag.rpartition("}")[2]: child.text for child in core}
    assert said == {
        "title": document.title,
        "subject": document.subject,
        "creator": "Mallilan kaupunki",
        "keywords": "Kaikukortti",
        "language": TAGS[lang],
    }


def test_long_properties_are_cut_instead_of_refused() -> None:
    core = part(render_docx(replace(sample(), title="a" * 400)), "docProps/core.xml")
    assert core.findtext(f"{DUBLIN}title") == "a" * 255


def test_the_foot_has_the_running_text_and_the_page_as_a_field() -> None:
    foot = part(written("fi"), "word/footer1.xml")
    assert text(foot).startswith("Kaikukortti Mallilassa 2026")
    assert [attribute(one, "instr").strip() for one in foot.iter(W + "fldSimple")] == ["PAGE"]
    assert list(foot.iter(W + "tab")) == []


def test_the_package_holds_only_what_it_needs() -> None:
    assert names(written("fi")) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/media/image1.png",
        "word/media/image2.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_only_links_lead_out() -> None:
    for row in part(written("fi"), "word/_rels/document.xml.rels"):
        if row.get("TargetMode") == "External":
            assert row.get("Type", "").endswith("/hyperlink")
            assert row.get("Target", "").startswith(("https:", "tel:", "mailto:"))


def test_compatibility_is_that_of_todays_word() -> None:
    settings = part(written("fi"), "word/settings.xml")
    modes = {attribute(one, "name"): attribute(one) for one in settings.iter(W + "compatSetting")}
    assert modes["compatibilityMode"] == "15"


@pytest.mark.parametrize("accent", ["#47398b", "#1f5e4b", "#96284b", "#0f5a86", "#8a4b1a"])
def test_words_stand_out_from_their_ground(accent: str) -> None:
    data = render_docx(replace(sample(), accent=tuple(tones(accent).items())))
    styles = part(data, "word/styles.xml")
    default = attribute(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color"))
    for one in styles.iter(W + "style"):
        ink = attribute(one.find(f"{W}rPr/{W}color")) or default
        ground = attribute(one.find(f".//{W}shd"), "fill") or "FFFFFF"
        if attribute(one, "styleId") == "CoverLink":
            ground = attribute(styles.find(f"{W}style[@{W}styleId='Title']/{W}pPr/{W}shd"), "fill")
        assert contrast(f"#{ink}", f"#{ground}") >= 4.5, attribute(one, "styleId")


def test_the_regions_tones_replace_those_of_the_template() -> None:
    data = render_docx(replace(sample(), accent=tuple(tones("#1f5e4b").items())))
    wanted = tones("#1f5e4b")
    written_out = b"".join(archived(data)[name] for name in ("word/styles.xml", "word/numbering.xml"))
    for token in ("accent", "accent-strong", "accent-tint"):
        assert wanted[token].removeprefix("#").upper().encode() in written_out
        assert tones("#47398b")[token].removeprefix("#").upper().encode() not in written_out


def test_large_print_and_posters_have_larger_letters() -> None:
    def size(data: bytes) -> int:
        styles = part(data, "word/styles.xml")
        return int(attribute(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")))

    assert size(written("fi")) == 24
    assert size(render_docx(replace(sample(), large_print=True))) == 34
    assert size(render_docx(replace(sample(), kind="poster"))) > 30


def test_the_same_tree_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib; from tests.render.docx.samples import written;"
        "print(*(hashlib.sha256(written(lang)).hexdigest() for lang in ('fi', 'ar')))"
    )
    here = " ".join(hashlib.sha256(written(lang)).hexdigest() for lang in ("fi", "ar"))
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        ran = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.strip() == here


def test_entries_have_no_date_and_no_owner() -> None:
    with zipfile.ZipFile(BytesIO(written("fi"))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_valid(lang: str, tmp_path: Path) -> None:
    assert faults(written(lang), tmp_path) == []


def test_odd_trees_are_valid_too(tmp_path: Path) -> None:
    table = Table((), (Row((Cell((Text("a"),)), Cell(()))), Row((Cell((Text("b"),)),))))
    blocks = (table, table, Section((Paragraph(()),), role="back"), Heading(9, (Text("x"),)))
    assert faults(render_docx(of_blocks(blocks)), tmp_path) == []
    assert faults(render_docx(of_blocks(())), tmp_path) == []


def test_characters_that_xml_forbids_never_reach_it() -> None:
    data = render_docx(of_blocks([Paragraph((Text("a\x00b\x0b\ud800c￾d"),))]))
    assert text(part(data)) == "abcd"


def archived(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(data: bytes, folder: Path) -> list[str]:
    path = folder / "sample.docx"
    path.write_bytes(data)
    return [str(fault) for fault in OpenXmlValidator().validate(str(path)).errors]
