"""Nothing leads nowhere: links, anchors, assets; nothing acts by itself (BAR R20, S27)."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.support.faults import none
from tests.site.support.html import Page, is_outside, leads_on, local, read_pages

BASE = "https://kaikukortti.example/"
NOT_FOUND = "404.html"
ACTIVE = " | ".join(
    (
        *(
            "//*[@style]",
            "//style",
            "//script[not(@src)][not(@type='application/ld+json')]",
            "//*[@target]",
            "//*[@*[starts-with(name(), 'on')]]",
        ),
        *("//iframe", "//object", "//embed", "//base"),
    )
)
SCHEMES = {"https", "http", "mailto", "tel"}


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_pages(built_site)


def test_every_link_and_anchor_leads_somewhere(pages: dict[str, Page], built_site: Path) -> None:
    dead = []
    for page in pages.values():
        for link, _ in page.links():
            if is_outside(link):
                continue
            path, fragment = page.resolve(link)
            if page.path == NOT_FOUND:
                path = path.lstrip("/")
            exists = path in pages or (built_site / path).is_file()
            if not exists or path.startswith(".."):
                dead.append(f"{page.path}: {link}: no such file")
            elif fragment and fragment not in pages[path].ids:
                dead.append(f"{page.path}: {link}: no such place in the page")
    none(dead)


def test_links_inside_are_relative_and_have_known_schemes(pages: dict[str, Page]) -> None:
    wrong = []
    for page in pages.values():
        for link, element in page.links():
            inside = urlsplit(link).netloc == urlsplit(BASE).netloc
            in_head = element.getparent() is not None and element.getparent().tag == "head"
            if is_outside(link) and urlsplit(link).scheme not in SCHEMES:
                wrong.append(f"{page.path}: {link}: scheme")
            elif page.path != NOT_FOUND and (link.startswith("/") or (inside and not in_head)):
                wrong.append(f"{page.path}: {link}: not relative")
    none(wrong)


def test_style_sheets_and_pictures_ask_for_nothing_that_is_missing(built_site: Path) -> None:
    dead = []
    for sheet in built_site.rglob("*.css"):
        for link in re.findall(r"""url\(\s*["']?([^"')]+)""", sheet.read_text("utf-8")):
            if link.startswith(("data:", "#")):
                continue
            if is_outside(link) or not (sheet.parent / link.partition("#")[0]).is_file():
                dead.append(f"{sheet.relative_to(built_site)}: {link}")
    for picture in built_site.rglob("*.svg"):
        text = picture.read_text("utf-8")
        if re.search(r"""(href|src)=["'](?!#)|<script|\son\w+=""", text):
            dead.append(str(picture.relative_to(built_site)))
    none(dead)


def test_every_asset_is_used(pages: dict[str, Page], built_site: Path) -> None:
    asked = {page.resolve(link)[0] for page in pages.values() for link, _ in page.links()}
    sheets = "".join(path.read_text("utf-8") for path in built_site.rglob("*.css"))
    unused = [
        path.relative_to(built_site).as_posix()
        for path in (built_site / "assets").rglob("*")
        if path.is_file() and path.relative_to(built_site).as_posix() not in asked and path.name not in sheets
    ]
    none(unused)


def test_nothing_stands_in_a_page_that_acts_by_itself(pages: dict[str, Page]) -> None:
    """BAR A14, S27: no inline script or style, handlers, windows, frames; the policy stands first."""
    wrong = []
    for page in pages.values():
        wrong += [f"{page.path}: <{found.tag}>" for found in page.root.xpath(ACTIVE)]
        metas = page.root.findall("head/meta")
        if metas[1].get("http-equiv") != "Content-Security-Policy":
            wrong.append(f"{page.path}: the policy does not stand first")
        if page.root.xpath("//meta[@name='referrer']/@content") != ["no-referrer"]:
            wrong.append(f"{page.path}: referrer")
    none(wrong)


def test_pages_that_lead_on_lead_to_a_page(pages: dict[str, Page]) -> None:
    """Aliases: everything in them belongs to the page whose parallel address they are."""
    moved = [page for page in pages.values() if leads_on(page) and page.path != NOT_FOUND]
    assert {"tornea/index.html", "modellby/index.html"} <= {page.path for page in moved}
    wrong = []
    for page in moved:
        target = local(str(page.root.xpath("string(//link[@rel='canonical']/@href)")))
        folder = target.removesuffix("index.html")
        found = [page.resolve(link)[0] for link, element in page.links() if element.tag == "a"]
        if target not in pages or not any(path.startswith(folder) for path in found):
            wrong.append(f"{page.path}: {target}")
    none(wrong)
