"""Personal codes, account numbers, card codes and canaries are found wherever they hide (BAR S36, C19)."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.check.site_secrets import Secrets, secret_problems
from tests.deploy.plants import in_docx, in_pdf_page, in_pdf_title

# The number 904 is of those kept for tests: nobody has it.
PERSONAL = "131052-9041"
ACCOUNT = "FI21 1234 5600 0007 85"
CODE = "KAIKU-7788"
CANARY = "Sisäinen muistiinpano"
SECRETS = Secrets(re.compile(r"KK\d{6}"), frozenset({CODE}), (CANARY,))
KINDS = {
    "site-personal-code": PERSONAL,
    "site-account-number": ACCOUNT,
    "site-card-code": CODE,
    "site-canary": CANARY,
}
PDF = "kemi/fi/kaikukortti-esite-kemi-2026-fi.pdf"
DOCX = "kemi/fi/kaikukortti-esite-kemi-2026-fi.docx"


def found(**files: bytes) -> set[tuple[str, str]]:
    problems = secret_problems({name.replace("_", "."): data for name, data in files.items()}, SECRETS, "b/")
    assert all(one.masked and one.values == () for one in problems), "never what was found"
    return {(one.id, one.place.path) for one in problems}


@pytest.fixture(scope="module")
def documents(small_site: Path) -> dict[str, bytes]:
    return {kind: (small_site / "build" / path).read_bytes() for kind, path in (("pdf", PDF), ("docx", DOCX))}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["a_html", "a_csv", "a_json", "a_svg", "a_png", "a_css"])
def test_in_any_byte_of_any_file(name: str, kind: str) -> None:
    assert found(**{name: f"<p>x {KINDS[kind]} y</p>".encode()}) == {(kind, f"b/{name.replace('_', '.')}")}


@pytest.mark.parametrize(
    "written",
    [
        "131052&shy;-9041",
        "131052&#45;9041",
        "131052\u2011" + "9041",
        "131<b>052-90</b>41",
        "131052-\u200b9041",
    ],
)
def test_as_readers_see_it_in_a_page(written: str) -> None:
    assert found(a_html=f"<p>{written}</p>".encode()) == {("site-personal-code", "b/a.html")}


def test_not_over_two_blocks_and_not_in_what_only_looks_so() -> None:
    words = (
        "131052-904A",
        "016 000 301",
        "5.1.2026",
        "TP-47",
        "A1",
        "KAIKU-77889",
        "+358131052-9041",
        "FI21",
    )
    assert found(a_html=f"<p>131052</p><p>-9041</p><p>{'</p><p>'.join(words)}</p>".encode()) == set()


@pytest.mark.parametrize("plant", [in_pdf_page, in_pdf_title], ids=lambda one: one.__name__)
@pytest.mark.parametrize("kind", ["site-personal-code", "site-card-code"])
def test_in_the_words_and_the_inside_of_a_pdf(
    kind: str, plant: Callable[[bytes, str], bytes], documents: dict[str, bytes]
) -> None:
    data = plant(documents["pdf"], KINDS[kind])
    assert KINDS[kind].encode() not in data, "compressed, so that no plain search finds it"
    assert found(a_pdf=data) == {(kind, "b/a.pdf")}


def test_a_canary_with_its_letters_in_a_pdf(documents: dict[str, bytes]) -> None:
    assert found(a_pdf=in_pdf_title(documents["pdf"], CANARY)) == {("site-canary", "b/a.pdf")}


@pytest.mark.parametrize("kind", KINDS)
def test_in_two_runs_of_a_word_file(kind: str, documents: dict[str, bytes]) -> None:
    word = KINDS[kind]
    runs = "".join(f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in (word[:7], word[7:]))
    data = in_docx(
        documents["docx"], "word/document.xml", "</w:pPr>", f"</w:pPr>{runs}<w:r><w:t> </w:t></w:r>"
    )
    assert found(a_docx=data) == {(kind, "b/a.docx")}


def test_in_the_properties_of_a_word_file(documents: dict[str, bytes]) -> None:
    data = in_docx(documents["docx"], "docProps/core.xml", "</dc:title>", f" {PERSONAL}</dc:title>")
    assert found(a_docx=data) == {("site-personal-code", "b/a.docx")}


def test_by_the_pattern_of_card_codes() -> None:
    assert found(a_html=b"<p>KK123456</p>") == {("site-card-code", "b/a.html")}
    assert found(a_html=b"<p>KK1234567 XKK123456</p>") == set()


def test_the_documents_as_they_are_hold_nothing(documents: dict[str, bytes]) -> None:
    assert found(a_pdf=documents["pdf"], a_docx=documents["docx"]) == set()


def test_broken_files_are_still_read_raw() -> None:
    words = f"x {PERSONAL} y".encode()
    both = found(a_pdf=b"%PDF-1.7 " + words, b_docx=b"PK\x03\x04 " + words)
    assert both == {("site-personal-code", "b/a.pdf"), ("site-personal-code", "b/b.docx")}


def test_equal_files_are_each_told() -> None:
    data = f"<p>{PERSONAL}</p>".encode()
    assert found(a_html=data, b_html=data) == {("site-personal-code", f"b/{one}.html") for one in "ab"}
