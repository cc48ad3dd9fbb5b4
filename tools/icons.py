"""The mark and the quilt as pixels, for browsers and services that take no SVG: `python -m tools.icons`.

Writes `favicon.ico`, `touch-icon.png` and `share.png` to the theme's art, drawn by Chromium from its own
drawings in its own tones. What is drawn changes only with the theme.
"""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from sitegen.compose.pages.icons import NATIONAL_QUILT, REGION_QUILT
from tools.pictures import CHROMIUM, FLAGS

THEME = Path(__file__).resolve().parents[1] / "themes" / "kaiku"
ART = THEME / "art"
SIZES = (16, 32, 48)
SHARED = (1200, 630)
COLUMNS, TILE, GAP = 4, 172, 20


def main() -> None:
    """Draw all three."""
    mark = (ART / "mark.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        small = [Image.open(io.BytesIO(_drawn(browser, _mark(mark, size), size, size))) for size in SIZES]
        small[-1].save(ART / "favicon.ico", sizes=[(size, size) for size in SIZES], append_images=small[:-1])
        # A telephone rounds the corners itself and puts black where nothing is.
        square = mark.replace('rx="12"', "")
        (ART / "touch-icon.png").write_bytes(_small(_drawn(browser, _mark(square, 180), 180, 180)))
        (ART / "share.png").write_bytes(_small(_drawn(browser, _quilt(), *SHARED)))
        browser.close()


def _mark(svg: str, size: int) -> str:
    return svg.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)


def _quilt() -> str:
    """Every tile once, in three rows on the page's ground, in the tones of the theme."""
    names = list(dict.fromkeys(name for row in (*REGION_QUILT, *NATIONAL_QUILT) for name in row))
    names += sorted({path.stem for path in (ART / "tiles").glob("*.svg")} - set(names))
    rows = [names[first : first + COLUMNS] for first in range(0, len(names), COLUMNS)]
    symbols = "".join((ART / "tiles" / f"{name}.svg").read_text("utf-8") for name in names)
    left = (SHARED[0] - COLUMNS * TILE - (COLUMNS - 1) * GAP) // 2
    top = (SHARED[1] - len(rows) * TILE - (len(rows) - 1) * GAP) // 2
    uses = "".join(
        f'<use href="#t-{name}" x="{left + x * (TILE + GAP)}" y="{top + y * (TILE + GAP)}" '
        f'width="{TILE}" height="{TILE}"/>'
        for y, row in enumerate(rows)
        for x, name in enumerate(row)
    )
    css = (THEME / "css/tokens.css").read_text("utf-8") + (THEME / "css/base.css").read_text("utf-8")
    tones = "".join(re.findall(r"^\.[qk].*$", css, flags=re.MULTILINE))
    root = css[css.index(":root {") : css.index("}", css.index(":root {")) + 1]
    style = f"<style>{root}{tones}body{{background:var(--paper)}}</style>"
    return f'{style}<svg width="{SHARED[0]}" height="{SHARED[1]}">{symbols}{uses}</svg>'


def _drawn(browser: Browser, body: str, width: int, height: int) -> bytes:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.set_content(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{body}")
    png = page.screenshot(omit_background=True)
    page.close()
    return png


def _small(png: bytes) -> bytes:
    """The picture with a palette: drawings have few tones."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
