"""From the tree to the bytes: the same everywhere, nothing fetched, pages in fours, words that come back."""

import hashlib
import http.server
import io
import os
import re
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from sitegen.check.pdf_read import read_blocks
from sitegen.model.document import Document, Media
from sitegen.render.pdf import PdfError, render_pdf
from sitegen.render.pdf_fetch import FontChangedError
from sitegen.render.pdf_job import FontFile, PdfJob, Sheet, media_url
from sitegen.render.print_html import pdf_job, print_html
from sitegen.render.tree_words import words_of
from sitegen.structs import replace
from tests.render.print_samples import FONTS, sample_job, sample_pdf, theme
from tests.render.sample_document import LANGUAGES, sample_document

ROOT = Path(__file__).resolve().parents[2]
ARABIC = re.compile(r"[\u0621-\u064a]+")
SMALL = (
    '<!doctype html><html lang="fi"><head><title>t</title>{head}</head>'
    "<body><p>teksti</p>{body}</body></html>"
)


@cache
def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def pages_of(data: bytes) -> list[pikepdf.Page]:
    return list(opened(data).pages)


@contextmanager
def counting_server() -> Iterator[tuple[str, list[str]]]:
    """A server of this machine that notes what is asked of it, and leads every request on elsewhere."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server looks for
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/led-on")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def small_job(head: str = "", body: str = "", css: str = "", media: tuple[Media, ...] = ()) -> PdfJob:
    job = sample_job("fi")
    faces = next(sheet for sheet in job.css if sheet.name == "faces-latin.css")
    base = Sheet("base.css", 'html { font-family: "Kaiku Latin" }' + css)
    return PdfJob(SMALL.format(head=head, body=body), (faces, base), job.fonts, media)


CANARIES = {
    "img": ("", '<img src="{url}" alt="a">', ""),
    "attachment": ('<link rel="attachment" href="{url}">', "", ""),
    "stylesheet": ('<link rel="stylesheet" href="{url}">', "", ""),
    "object": ("", '<object data="{url}" type="image/svg+xml"></object>', ""),
    "embed": ("", '<embed src="{url}" type="image/svg+xml">', ""),
    "import": ("", "", '@import url("{url}");'),
    "background": ("", "", 'p {{ background: url("{url}") }}'),
    "font": ("", "", '@font-face {{ font-family: "X"; src: url("{url}") }} p {{ font-family: "X" }}'),
    "style": ("<style>p {{ background: url('{url}') }}</style>", "", ""),
    "attribute": ("", "<ul><li style=\"list-style-image: url('{url}')\">y</li></ul>", ""),
    "base": ('<base href="{url}"><link rel="stylesheet" href="a.css">', "", ""),
}  # fmt: skip


@pytest.mark.parametrize("canary", sorted(CANARIES))
@pytest.mark.parametrize("scheme", ["http", "FILE"])
def test_nothing_outside_the_job_is_fetched(canary: str, scheme: str, tmp_path: Path) -> None:
    secret = tmp_path / "canary.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>CANARY-7F3</text></svg>', "utf-8")
    with counting_server() as (server, asked):
        url = f"{server}/canary" if scheme == "http" else f"{scheme}://{secret}"
        head, body, css = (part.format(url=url) for part in CANARIES[canary])
        try:
            data = render_pdf(small_job(head, body, css), FONTS)
        except PdfError as fault:
            data = str(fault).encode()
            assert b"not in the job" in data
        assert asked == []
        assert b"CANARY-7F3" not in data


@pytest.mark.parametrize("kind", ["image", "use"])
@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_a_drawing_in_the_job_fetches_nothing(kind: str, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "canary.png"
    secret.write_bytes(b"CANARY-7F3")
    with counting_server() as (server, asked):
        for url in (f"{server}/canary.png", secret.as_uri(), f"{server}/canary.svg#a"):
            part = f'<{kind} {name}="{url}" width="9" height="9"/>'
            drawing = (
                '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                f'width="9" height="9">{part}<rect width="4" height="4"/></svg>'
            )
            media = Media("a.svg", "image/svg+xml", drawing.encode())
            job = small_job(body=f'<img src="{media_url("a.svg")}" alt="a">', media=(media,))
            with suppress(PdfError):
                assert b"CANARY-7F3" not in render_pdf(job, FONTS)
        assert asked == []


def test_a_font_that_changed_is_refused() -> None:
    job = small_job()
    changed = replace(job, fonts=(FontFile(job.fonts[0].name, "0" * 64), *job.fonts[1:]))
    with pytest.raises(FontChangedError):
        render_pdf(changed, FONTS)


def test_a_letter_without_a_glyph_is_refused() -> None:
    with pytest.raises(PdfError):
        render_pdf(small_job(body="<p>\U0001f600</p>"), FONTS)


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_the_same_job_gives_the_same_bytes_in_another_process(lang: str, tmp_path: Path) -> None:
    script = (
        "import hashlib, sys\n"
        "from tests.render.print_samples import sample_pdf\n"
        "sample_pdf('sv')\n"  # a worker has rendered others before
        "print(hashlib.sha256(sample_pdf(sys.argv[1])).hexdigest())\n"
    )
    environment = os.environ | {
        "PYTHONHASHSEED": "4711",
        "PYTHONPATH": str(ROOT),
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-c", script, lang],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(sample_pdf(lang)).hexdigest()


@pytest.mark.parametrize("partners", [1, 6, 14])
def test_pages_come_in_fours_and_the_back_cover_is_last(partners: int) -> None:
    data = sample_pdf("fi", partners)
    assert len(pages_of(data)) % 4 == 0
    backs = [block for block in read_blocks(data) if block.text == "Kysyttävää?"]
    assert len(backs) == 1
    last = pages_of(data)[-1]
    assert "XObject" in str(last.resources.keys())  # the code for the phone's camera


def test_spare_pages_say_nothing() -> None:
    job = sample_job("fi", 6)
    bare = render_pdf(replace(job, filler=""), FONTS)
    assert len(pages_of(bare)) < len(pages_of(sample_pdf("fi", 6)))
    assert read_blocks(bare) == read_blocks(sample_pdf("fi", 6))


def test_large_print_is_the_same_on_a4() -> None:
    small, large = sample_document("fi"), sample_document("fi", large_print=True)
    data = render_pdf(pdf_job(large, theme()), FONTS)
    assert read_blocks(data) == read_blocks(render_pdf(pdf_job(small, theme()), FONTS))
    box = [float(number) for number in pages_of(data)[1].mediabox]
    assert box[2:] == pytest.approx([595.28, 841.89], abs=0.2)
    assert box[:2] == [0, 0]


def words(document: Document, lang: str) -> list[str]:
    return [text for said, text in words_of(document.children, document.lang) if said == lang]


def test_arabic_words_come_back_from_poppler(tmp_path: Path) -> None:
    file = tmp_path / "ar.pdf"
    file.write_bytes(sample_pdf("ar"))
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    found = set(ARABIC.findall(unicodedata.normalize("NFKC", done.stdout)))
    vowelled = re.compile(r"[\u064b-\u0652]")  # poppler sets a word with vowel signs in pieces
    wanted = {
        word
        for text in words(sample_document("ar"), "ar")
        for word in text.split()
        if not vowelled.search(word)
        for word in ARABIC.findall(word)
    }
    assert len(wanted) > 80
    assert len(wanted - found) <= 2, wanted - found


def test_every_arabic_word_is_in_the_tag_tree_as_it_is_written() -> None:
    read = " ".join(block.text for block in read_blocks(sample_pdf("ar")))
    for text in words(sample_document("ar"), "ar"):
        assert " ".join(text.split()) in read


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_the_themes_fonts_are_inside(lang: str) -> None:
    fonts = {
        str(font.BaseFont) for page in pages_of(sample_pdf(lang)) for font in page.resources.Font.values()
    }
    assert fonts
    assert all("+Kaiku-" in name for name in fonts)


def test_a_kind_without_a_writer_is_refused() -> None:
    with pytest.raises(ValueError, match="poster"):
        print_html(replace(sample_document("fi"), kind="poster"))


def test_a_tone_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="accent"):
        print_html(replace(sample_document("fi"), accent=(("--accent", "red;}@import"),)))
