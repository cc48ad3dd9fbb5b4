"""The six pictures of the README, from the site in build/: `python -m tools.pictures` after `make site`.

Phones and pages are photographed as they stand there; the report is that of a preview which runs on a copy of
the invented region with one wrong digit. All are reduced to a few colours, so that the page stays light.
"""

import base64
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PICTURES = ROOT / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE, DESK = (390, 1100), (1280, 860)
MISTAKE = ("phone: 016 000 331", "phone: 016 OOO 331")
COLOURS = 256
FRAME = "display:inline-flex;border:1px solid #cfc6b8"


def main() -> None:
    """Write every picture and take away what is none any more."""
    with sync_playwright() as playwright, _served(BUILD) as base:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        made = {
            "front-phone": _phone(browser, f"{base}mallila/fi/", dark=False),
            "arabic-dark": _phone(browser, f"{base}mallila/ar/", dark=True),
            "poster": _sheets(browser, "poster", (1,), 110),
            "finder": _finder(browser, f"{base}malliranta/en/venues/"),
            "brochure": _sheets(browser, "brochure", (2, 3), 88),
            "problem": _problem(browser),
        }
        browser.close()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name, data in made.items():
        (PICTURES / f"{name}.png").write_bytes(_light(data))


def _phone(browser: Browser, address: str, *, dark: bool) -> bytes:
    """The first screen of a page on a telephone."""
    with _window(browser, PHONE, 2, dark=dark) as page:
        page.goto(address)
        return _framed(browser, [page.screenshot()], PHONE[0])


def _finder(browser: Browser, address: str) -> bytes:
    """The finder at work: some letters, a kind, the count and the first venues."""
    with _window(browser, DESK, 1) as page:
        page.goto(address)
        page.fill("#finder-q", "majakkala")
        page.select_option("#finder-kind", "culture")
        page.wait_for_function("() => document.querySelector('#found .soft').textContent")
        page.evaluate("() => document.activeElement.blur()")
        page.evaluate("() => scrollTo(0, document.getElementById('finder').offsetTop - 16)")
        return _framed(browser, [page.screenshot()], DESK[0])


def _sheets(browser: Browser, name: str, numbers: tuple[int, ...], dots: int) -> bytes:
    """Sheets of a document of the invented region, side by side as they lie open."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = BUILD / f"mallila/fi/{name}.pdf"
        for number in numbers:
            page = ["-f", str(number), "-l", str(number), "-singlefile"]
            subprocess.run(
                ["pdftoppm", *page, "-r", str(dots), "-png", pdf, f"{folder}/{number}"], check=True
            )
        sheets = [(Path(folder) / f"{number}.png").read_bytes() for number in numbers]
    width = Image.open(io.BytesIO(sheets[0])).width
    return _framed(browser, sheets, width)


def _problem(browser: Browser) -> bytes:
    """The preview's report of a letter among the digits of a telephone number."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("content", "regions/mallila"):
            shutil.copytree(ROOT / name, project / name)
        with _preview(project) as address, _window(browser, DESK, 1) as page:
            page.goto(f"{address}/mallila/en/venues/")
            venues = project / "regions/mallila/2026/venues.yaml"
            text = venues.read_text("utf-8")
            assert MISTAKE[0] in text
            venues.write_text(text.replace(*MISTAKE), "utf-8")
            page.wait_for_selector("#sg-report")
            return _framed(browser, [page.screenshot()], DESK[0])


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """The address of a preview that runs while it is needed."""
    options = ["--root", str(project), "--port", "0", "--lang", "en"]
    command = [sys.executable, "-u", "-m", "sitegen", "serve", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        found = (re.search(r"http://[\w.:]+", line) for line in process.stdout)
        try:
            yield next(one[0] for one in found if one)
        finally:
            process.terminate()


@contextmanager
def _window(browser: Browser, size: tuple[int, int], scale: int, *, dark: bool = False) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
        locale="en-GB",
    )
    yield context.new_page()
    context.close()


def _framed(browser: Browser, images: list[bytes], width: int) -> bytes:
    """Pictures side by side, within an edge."""
    scale = 2 if width == PHONE[0] else 1
    shown = "".join(
        f'<img width="{width}" src="data:image/png;base64,{base64.b64encode(image).decode()}">'
        for image in images
    )
    with _window(browser, (width * len(images) + 40, 400), scale) as page:
        page.set_content(f'<body><main style="{FRAME}">{shown}')
        return page.locator("main").screenshot()


def _light(data: bytes) -> bytes:
    """A picture in few colours: a fraction of the bytes, and nobody sees it."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a folder: the finder asks for its data, which a file may not."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
