"""Plain language and translations (PL1, PL3, PL4, G1-G6, G8-G12)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont
from lxml import etree

from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS
from sitegen.languages.table import LANGUAGES, codes, is_known, language
from tests.bar.pages.judges.language import labels, texts
from tests.bar.pages.site import Site
from tests.site.support.html import Page, local, words

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
PLAIN = "fi-simple"
LONGEST_PARAGRAPH = 350
SLUGS = {*NATIONAL_SLUGS, *REGION_SLUGS}
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def unbroken(page: Page, site: Site) -> Iterator[str]:
    """PL1: no forced line breaks, short paragraphs on pages in plain language."""
    if page.language != PLAIN:
        return
    main = page.root.find("body/main")
    yield from ("a forced line break" for _ in main.iter("br"))
    for block in main.iter("p"):
        own = "".join(text for text in map(str, block.itertext()) if text)
        if len(own) > LONGEST_PARAGRAPH and not block.xpath("ancestor-or-self::*[@lang='fi' or @lang='sv']"):
            yield f"a paragraph of {len(own)} letters: {words(block)[:60]!r}"


def logo(page: Page, site: Site) -> Iterator[str]:
    """PL3: the mark of plain language is shown nowhere: nobody has granted it."""
    for picture in page.root.xpath("//img | //*[local-name()='use']"):
        told = " ".join(str(value) for value in picture.attrib.values())
        if re.search(r"selkotunnus|selko-?logo|lattlast|lättläst-?logo", told, re.IGNORECASE):
            yield f"the mark of plain language: {told}"


def plain_tag(page: Page, site: Site) -> Iterator[str]:
    """PL4: plain Finnish is `fi-simple`, its link is Selkosuomi, search engines hear nothing of it."""
    for other in page.root.xpath("//link[@hreflang]/@hreflang"):
        if other not in ("x-default", *(row.hreflang for row in LANGUAGES if row.hreflang)):
            yield f"search engines know no {other!r}"
    for link in page.root.xpath(f"//nav[contains(@class, 'langs')]//*[@lang='{PLAIN}']"):
        if words(link).partition(" (")[0] != "Selkosuomi":
            yield f"plain Finnish is called {words(link)!r}"


def addresses(page: Page, site: Site) -> Iterator[str]:
    """G1: small ASCII words, the language in the path, no page that leads on by itself."""
    for part in page.path.removesuffix("index.html").strip("/").split("/"):
        if part and not SEGMENT.fullmatch(part.removesuffix(".html")):
            yield f"{part!r} in the address"
    if page.root.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):
        yield "leads on by itself"
    if not page.root.xpath("//main//a[@href]"):
        yield "a page without a link in it leads nobody on"


def alternates(page: Page) -> dict[str, str]:
    """The addresses of a page's other languages."""
    found = page.root.xpath("//link[@rel='alternate'][@hreflang]")
    return {str(one.get("hreflang")): str(one.get("href")) for one in found}


def graph(site: Site) -> Iterator[str]:
    """G2: languages name each other and themselves, whole addresses of pages that exist, and x-default."""
    said = {page.path: alternates(page) for page in site.pages.values()}
    for page in site.pages.values():
        told = [local(str(url)) for url in page.root.xpath("//link[@rel='canonical']/@href")]
        if page.language and told != [page.path]:
            yield f"{page.path}: its own address is said to be {told}"
    for path, others in said.items():
        page = site.pages[path]
        for lang, url in others.items():
            if not url.startswith("https://"):
                yield f"{path}: {lang}: not a whole address: {url}"
            elif local(url) not in site.pages:
                yield f"{path}: {lang}: {url} is not there"
            elif lang != "x-default" and said[local(url)] != others:
                yield f"{path} and {local(url)} do not name each other"
        if others and "x-default" not in others:
            yield f"{path}: no x-default"
        own = language(page.language).hreflang if page.language else None
        if others and own and local(others.get(own, "")) != path:
            yield f"{path}: is not among its own alternates"


def codes_of_alternates(page: Page, site: Site) -> Iterator[str]:
    """G3: each alternate is in the language that its code means."""
    meant = {row.hreflang: row.code for row in LANGUAGES if row.hreflang}
    for lang, url in alternates(page).items():
        if lang == "x-default":
            continue
        target = site.pages.get(local(url))
        if lang not in meant:
            yield f"{lang!r} is no code of a language here"
        elif target is not None and target.language != meant[lang]:
            yield f"{lang}: {url} is in {target.language}"


def switcher(page: Page, site: Site) -> Iterator[str]:
    """G4: languages as words in one order, the page's own marked; each leads to the same page or says so."""
    menus = page.root.xpath("//header//nav[contains(@class, 'langs')]")
    if page.language and len(menus) != 1:
        yield f"{len(menus)} menus of languages"
    for menu in menus:
        items = menu.xpath(".//li/*[@lang]")
        order = [str(one.get("lang")) for one in items]
        if order != [code for code in codes() if code in order]:
            yield f"the order of languages is {order}"
        if menu.xpath(".//img | .//*[local-name()='svg']"):
            yield "a flag stands for a language"
        current = [str(one.get("lang")) for one in items if one.get("aria-current")]
        if current != [page.language]:
            yield f"marked as the page's language: {current}"
        for one in items:
            yield from _same_page(page, one.get("href"), str(one.get("lang")), words(one), site)


def _same_page(page: Page, href: str | None, lang: str, text: str, site: Site) -> Iterator[str]:
    if href is None:
        return
    target = page.resolve(href)[0]
    same = page.path.replace(f"{page.language}/", f"{lang}/", 1)
    if target != same and same in site.pages:
        yield f"{lang} leads to {target}, not to {same}"
    if target != same and "(" not in text:
        yield f"{lang} leads to another page without saying so"


def own_names(page: Page, site: Site) -> Iterator[str]:
    """G5: each language is called as it calls itself."""
    for one in page.root.xpath("//nav[contains(@class, 'langs')]//li/*[@lang]"):
        known = labels().get(str(one.get("lang")))
        if words(one).partition(" (")[0] != known:
            yield f"{one.get('lang')} is called {words(one)!r}"


def fallback(page: Page, site: Site) -> Iterator[str]:
    """G6: what stands in another language says so in itself, and the page says it once in its own words."""
    if not page.language or page.root.find("body/main") is None:
        return
    foreign = {
        one.lang.partition("-")[0]
        for one in texts(page)
        if one.lang != page.language
        and len(one.text.split()) > 3
        and not one.named
        and one.element.xpath("ancestor::main")
        and not one.element.xpath("ancestor-or-self::*[@hreflang or self::nav]")
        and not one.element.xpath("ancestor::*[contains(@class, 'docs') or contains(@class, 'notice')]")
    }
    if foreign and not page.root.xpath("//main//*[contains(@class, 'notice')]"):
        yield f"parts in {sorted(foreign)}, and nothing says so"


def one_note(page: Page, site: Site) -> Iterator[str]:
    """One note at the top of a page at most, and a short one."""
    notes = page.root.xpath("//*[contains(concat(' ', @class, ' '), ' notice ')]")
    if len(notes) > 1:
        yield f"{len(notes)} notes"
    yield from (f"a note of {len(words(note))} letters" for note in notes if len(words(note)) > LONGEST_NOTE)


LONGEST_NOTE = 265


def names(page: Page, site: Site) -> Iterator[str]:
    """G8: a partner's name is kept from translation by machines."""
    for heading in page.root.xpath("//li[contains(@class, 'card')]//*[self::h2 or self::h3 or self::h4]"):
        if not heading.xpath(".//*[@translate='no'] | self::*[@translate='no']"):
            yield f"a name that a machine would translate: {words(heading)!r}"


def slugs(page: Page, site: Site) -> Iterator[str]:
    """G9: pages have the same addresses in all languages."""
    folders = page.path.split("/")[:-1]
    if page.language and folders and not is_known(folders[-1]) and folders[-1] not in SLUGS:
        yield f"{folders[-1]!r} is not one of the addresses"


def shared(site: Site) -> Iterator[str]:
    """G10: the sitemap and Open Graph say of languages what the page says."""
    file = site.root / "sitemap.xml"
    mapped: Mapping[str, dict[str, str]] = {}
    if file.is_file():
        root = etree.fromstring(file.read_bytes())
        mapped = {
            local(str(entry.findtext(f"{SITEMAP}loc"))): {
                str(link.get("hreflang")): str(link.get("href")) for link in entry.iter(f"{XHTML}link")
            }
            for entry in root.iter(f"{SITEMAP}url")
        }
    for page in site.pages.values():
        locale = page.root.xpath("string(//meta[@property='og:locale']/@content)")
        if page.language and locale != language(page.language).og_locale:
            yield f"{page.path}: og:locale is {locale!r}"
        if page.path in mapped and mapped[page.path] != alternates(page):
            yield f"{page.path}: the page says {alternates(page)}, the sitemap {mapped[page.path]}"


def logical(site: Site) -> Iterator[str]:
    """G11: style sheets know beginning and end, not left and right."""
    for path, text in site.styles.items():
        for found in PHYSICAL.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
            yield f"{path}: {found[0]}"


FACES = {"fi": ("ahn-",), "ar": ("region-arabic-", "ahn-"), "ru": ("noto-sans-",)}
"""The files of a language's face; Finnish ones for all without their own."""


@cache
def _letters(data: bytes) -> frozenset[int]:
    return frozenset(TTFont(BytesIO(data)).getBestCmap())


def glyphs(page: Page, site: Site) -> Iterator[str]:
    """G12: the fonts that come with the site have every letter of the page's own language."""
    faces = FACES.get(page.language, FACES["fi"])
    fonts = [path.read_bytes() for path in sorted(site.root.rglob("*.woff2")) if path.name.startswith(faces)]
    if not fonts:
        yield f"no font of {faces} is there"
        return
    known = frozenset[int]().union(*map(_letters, fonts))
    for one in texts(page):
        if one.element.tag == "bdi" or one.lang.partition("-")[0] != page.language.partition("-")[0]:
            continue
        if missing := sorted(char for char in set(one.text) if _is_drawn(char) and ord(char) not in known):
            yield f"no font has {' '.join(f'{char} (U+{ord(char):04X})' for char in missing)}"


def _is_drawn(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"
