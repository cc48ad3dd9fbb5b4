"""Nothing leads nowhere: links, anchors, assets, other languages, sitemap (BAR R20, A01-A05, S27)."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from sitegen.languages.table import language
from tests.site.support.faults import none
from tests.site.support.html import Page, is_outside, read_pages, words

BASE = "https://kaikukortti.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NOT_FOUND = "404.html"
NAMES_ITSELF = "self::*[@hreflang] | ancestor::nav[contains(@class, 'langs')]"
"""Lists of languages, where each stands in its own and says which: the page's too."""
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


def local(url: str) -> str:
    """The path in the site of a full public address."""
    assert url.startswith(BASE), url
    path = urlsplit(url).path.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def leads_on(page: Page) -> bool:
    """A page left at an old or parallel address: its canonical address is another page's."""
    canonical = [str(url) for url in page.root.xpath("//link[@rel='canonical']/@href")]
    return not page.language and page.path.count("/") == 1 and canonical != [address(page.path)]


def address(path: str) -> str:
    """The full public address of a path."""
    return BASE + path.removesuffix("index.html")


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


def test_titles_tell_pages_apart(pages: dict[str, Page]) -> None:
    titles = Counter(page.title for page in pages.values() if not leads_on(page))
    wrong = []
    for page in pages.values():
        count = 1 if leads_on(page) else titles[page.title]
        if count > 1 or not page.title.strip() or len(page.title) > 70:
            wrong.append(f"{page.path}: {page.title!r}, {len(page.title)} letters, {count} times")
    none(wrong)


def test_one_h1_and_no_level_left_out(pages: dict[str, Page]) -> None:
    wrong = []
    for page in pages.values():
        levels = [level for level, _ in page.headings]
        steps = list(zip([0, *levels], levels, strict=False))
        if levels.count(1) != 1 or any(level > before + 1 for before, level in steps):
            wrong.append(f"{page.path}: {levels}")
        if not all(text for _, text in page.headings):
            wrong.append(f"{page.path}: a heading is empty")
    none(wrong)


def test_the_language_of_a_page_is_its_route(pages: dict[str, Page]) -> None:
    wrong = []
    for page in pages.values():
        lang = page.root.get("lang")
        if page.language and lang != page.language:
            wrong.append(f"{page.path}: {lang}")
        if not lang or page.root.get("dir", "ltr") != language(lang).direction:
            wrong.append(f"{page.path}: direction")
    none(wrong)


def test_links_to_other_languages_are_marked(pages: dict[str, Page]) -> None:
    """BAR A02: a link that leads to a page in another language says so, and which."""
    wrong = []
    for page in pages.values():
        for link, element in page.links():
            if element.tag != "a" or is_outside(link):
                continue
            target = page.resolve(link)[0]
            lang = pages[target].language if target in pages else ""
            if lang and page.language and lang != page.language and element.get("hreflang") != lang:
                wrong.append(f"{page.path}: {link}: hreflang {element.get('hreflang')}")
    none(wrong)


def test_parts_in_other_languages_carry_theirs(pages: dict[str, Page]) -> None:
    """No part repeats the page's language, none has a language that we do not know."""
    wrong = []
    for page in pages.values():
        for part in page.root.xpath("//body//*[@lang]"):
            around = part.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang")[-1]
            if not re.fullmatch(r"[a-z]{2}(-[a-zA-Z0-9]+)*", part.get("lang")):
                wrong.append(f"{page.path}: {part.get('lang')!r}")
            elif part.get("lang") == around and not part.xpath(NAMES_ITSELF):
                wrong.append(f"{page.path}: <{part.tag}> repeats {around}: {words(part)[:60]}")
    none(wrong)


def test_canonical_alternates_and_sitemap_agree(pages: dict[str, Page], built_site: Path) -> None:
    wrong, said = [], {}
    for page in pages.values():
        canonical = page.root.xpath("//link[@rel='canonical']/@href")
        if page.path == NOT_FOUND or leads_on(page):
            continue
        if [local(str(url)) for url in canonical] != [page.path]:
            wrong.append(f"{page.path}: canonical {canonical}")
        others = {
            one.get("hreflang"): one.get("href")
            for one in page.root.xpath("//link[@rel='alternate'][@hreflang]")
        }
        said[page.path] = others
        for lang, url in others.items():
            target = local(url)
            if target not in pages:
                wrong.append(f"{page.path}: {lang}: {url} is not there")
            elif lang != "x-default" and language(pages[target].language).hreflang != lang:
                wrong.append(f"{page.path}: {lang}: {url} is in another language")
        if (
            others
            and page.language
            and language(page.language).hreflang
            and page.path not in map(local, others.values())
        ):
            wrong.append(f"{page.path}: not among its own alternates")
    for path, others in said.items():
        wrong += [
            f"{path} and {local(url)} do not name each other"
            for lang, url in others.items()
            if lang != "x-default" and local(url) in said and said[local(url)] != others
        ]
    none(wrong)
    mapped = in_sitemap(built_site)
    none(
        f"{path}: the page says {said.get(path)}, the sitemap {mapped.get(path)}"
        for path in sorted({*said, *mapped})
        if said.get(path) != mapped.get(path)
    )


def in_sitemap(site: Path) -> dict[str, dict[str, str]]:
    """Every address of the sitemap with its alternates."""
    root = etree.fromstring((site / "sitemap.xml").read_bytes())
    return {
        local(str(entry.findtext(f"{SITEMAP}loc"))): {
            str(link.get("hreflang")): str(link.get("href")) for link in entry.iter(f"{XHTML}link")
        }
        for entry in root.iter(f"{SITEMAP}url")
    }


def test_every_page_is_reached_from_the_front(pages: dict[str, Page]) -> None:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = pages[waiting.pop()]
        for link, element in page.links():
            target = page.resolve(link)[0]
            if element.tag == "a" and not is_outside(link) and target in pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    alone = [
        path for path, page in pages.items() if path not in seen and path != NOT_FOUND and not leads_on(page)
    ]
    none(alone)


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


def test_every_page_leads_to_its_statement(pages: dict[str, Page]) -> None:
    """BAR A38: from the footer, in the page's language."""
    wrong = []
    for page in pages.values():
        footer = page.root.xpath("//footer//a/@href")
        found = [page.resolve(str(link))[0] for link in footer if not is_outside(str(link))]
        if page.language and not any(
            path.endswith(f"{page.language}/statement/index.html") for path in found
        ):
            wrong.append(page.path)
    none(wrong)
