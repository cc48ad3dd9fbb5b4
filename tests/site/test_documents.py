"""Every document opens for everybody: PDF/UA-1, Word files through LibreOffice (C10, C11, BAR P18, D13)."""

import re
import subprocess
from pathlib import Path

import page as page_validation
import pytest

from sitegen.languages.table import codes, language
from tests.site.support.texts import docx_text, pdf_text

pytestmark = pytest.mark.slow

LARGEST = 1_000_000
REGIONS = ("korsholm", "mallila", "malliranta", "nokia", "pedersore", "tornio", "vaasa")
IN_LARGE_PRINT = ("mallila",)
POSTERS = ("juliste", "affisch", "poster")


def documents(site: Path, type: str) -> list[Path]:
    """All documents of a type, once each: the lasting addresses hold the same bytes."""
    return sorted(path for path in site.rglob(f"*.{type}") if path.name.startswith("kaikukortti-"))


@pytest.mark.parametrize("type", ["pdf", "docx"])
def test_every_region_has_its_documents_in_every_language(type: str, built_site: Path) -> None:
    found = {path.relative_to(built_site).as_posix() for path in documents(built_site, type)}
    plain = {
        f"{region}/{lang}/kaikukortti-{language(lang).brochure_word}-{region}-2026-{lang}.{type}"
        for region in REGIONS
        for lang in codes()
    }
    large = {
        f"{region}/{lang}/kaikukortti-{language(lang).brochure_word}-{region}-2026-large-{lang}.{type}"
        for region in IN_LARGE_PRINT
        for lang in codes()
        if type == "pdf"
    }
    booklets = {name.replace("-2026-", "-2026-booklet-") for name in plain if type == "pdf"}
    posters = {
        f"{region}/{lang}/kaikukortti-{language(lang).poster_word}-{region}-2026-{size}{lang}.{type}"
        for region in REGIONS
        for lang in codes()
        for size in (("", "a3-") if type == "pdf" else ("",))
    }
    assert found == plain | large | booklets | posters


@pytest.mark.parametrize("type", ["pdf", "docx"])
def test_documents_are_small_and_have_an_address_without_a_year(type: str, built_site: Path) -> None:
    for path in documents(built_site, type):
        assert 5_000 < path.stat().st_size < LARGEST, path.name
        kind = "poster" if path.name.split("-")[1] in POSTERS else "brochure"
        use = next((use for use in ("-large", "-booklet", "-a3") if f"{use}-" in path.name), "")
        lasting = f"{kind}{use}.{type}"
        assert path.with_name(lasting).read_bytes() == path.read_bytes(), path.name


def test_every_pdf_is_pdf_ua(built_site: Path) -> None:
    broken = {}
    for path in documents(built_site, "pdf"):
        report = page_validation.validate_pdf(str(path), profile="ua1")
        if not report.is_compliant:
            broken[path.name] = sorted({f"{one.rule_id} {one.message}" for one in report.failures})[:5]
    assert broken == {}


def test_every_pdf_holds_what_stands_in_the_word_file(built_site: Path) -> None:
    """A coarse look from outside beside the build's own parity: the words, in whatever order."""
    missing = {}
    for path in documents(built_site, "docx"):
        if path.parent.name == "ar":
            continue  # Joined letters: the parity test reads them by their tags.
        wanted = words(docx_text(path))
        found = words(pdf_text(path.with_suffix(".pdf")))
        if lost := {word for word in wanted - found if not any(word in other for other in found)}:
            missing[path.name] = sorted(lost)[:10]
    assert missing == {}


def words(text: str) -> set[str]:
    """The words of a text, without breaks at the ends of lines."""
    plain = text.replace("\N{SOFT HYPHEN}", "").replace("\ufffe", "")
    plain = re.sub(r"[-\N{HYPHEN}]\s*\n\s*", "", plain)
    return set(re.findall(r"[^\W\d_]{4,}", plain.lower()))


@pytest.mark.office
def test_every_docx_goes_through_libreoffice(built_site: Path, tmp_path: Path) -> None:
    """One run for all: each is turned into a PDF that holds its words."""
    given = documents(built_site, "docx")
    out = tmp_path / "out"
    done = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--norestore"),
            *("--convert-to", "pdf", "--outdir", str(out), *map(str, given)),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.stem for path in out.iterdir()) == sorted(path.stem for path in given)
    least = {path: 200 if path.name.split("-")[1] in POSTERS else 2000 for path in given}
    empty = [path.name for path in given if len(pdf_text(out / f"{path.stem}.pdf")) < least[path]]
    assert empty == []
    lost = [path.name for path in given if "Kaikukort" not in pdf_text(out / f"{path.stem}.pdf")]
    assert lost == []
