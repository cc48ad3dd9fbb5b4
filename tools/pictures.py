"""The pictures of the README, from the site in build/: `python -m tools.pictures` after `make site`."""

import base64
import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PICTURES = ROOT / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PAGES = {
    "page-front": ("mallila/fi/index.html", 1280, 800, "light"),
    "page-venues-dark": ("mallila/sv/venues/index.html", 1280, 800, "dark"),
    "page-phone": ("mallila/ar/venues/index.html", 400, 800, "light"),
}
MISTAKE = ("phone: 016 000 332", "phone: 016 OOO 332")


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (path, width, height, scheme) in PAGES.items():
            context = browser.new_context(viewport={"width": width, "height": height})
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto((BUILD / path).as_uri())
            page.screenshot(path=PICTURES / f"{name}.png")
            context.close()
        _shoot(browser, "brochure", _sheet(), 1280, 480)
        _shoot(browser, "problems", _terminal(_report()), 1000, 300)
        browser.close()


def _shoot(browser: Browser, name: str, body: str, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(f"<!doctype html><title>{name}</title>{body}")
    page.locator("main").screenshot(path=PICTURES / f"{name}.png")
    page.close()


def _sheet() -> str:
    """Four pages of the brochure side by side."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = BUILD / "mallila/fi/brochure.pdf"
        subprocess.run(["pdftoppm", "-r", "70", "-png", str(pdf), f"{folder}/p"], check=True)
        pages = sorted(Path(folder).glob("p*.png"))
        chosen = (pages[0], pages[1], pages[len(pages) // 2 + 1], pages[-1])
        images = "".join(
            f'<img src="data:image/png;base64,{base64.b64encode(page.read_bytes()).decode()}" width="290">'
            for page in chosen
        )
    style = "display:flex;gap:24px;padding:24px;background:#e8e2d8;width:max-content"
    return f'<main style="{style}">{images}</main>'


def _report() -> str:
    """What `check` says of one wrong telephone number."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("content", "regions/mallila"):
            shutil.copytree(ROOT / name, project / name)
        venues = project / "regions/mallila/2026/venues.yaml"
        venues.write_text(venues.read_text("utf-8").replace(*MISTAKE), "utf-8")
        command = [sys.executable, "-m", "sitegen", "check", "mallila", "--root", folder, "--lang", "fi"]
        said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout
    return next(part for part in said.split("\n\n") if "OOO" in part)


def _terminal(text: str) -> str:
    look = "margin:0;padding:24px 32px;background:#1e1c1a;color:#f4efe8;font:18px/1.5 monospace"
    shown = html.escape(f"$ sitegen check mallila --lang fi\n\n{text}")
    return f'<main style="display:inline-block"><pre style="{look}">{shown}</pre></main>'


if __name__ == "__main__":
    main()
