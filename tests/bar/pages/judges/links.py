"""Links: their words, what they lead to, menus and help in the same place (A12-A14, A32, A33, A38)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.bar.pages.site import Site
from tests.site.support.html import Page, is_outside, leads_on, words

STOP = {
    "fi": (
        "lue lisää",
        "tästä",
        "täältä",
        "klikkaa",
        "klikkaa tästä",
        "linkki",
        "lisää",
        "tänne",
        "avaa",
        "lataa",
    ),
    "sv": ("läs mer", "här", "klicka här", "länk", "mer", "öppna", "ladda ner"),
    "en": ("read more", "here", "click here", "link", "more", "open", "download"),
    "ar": ("هنا", "اضغط هنا", "المزيد", "اقرأ المزيد", "رابط", "تحميل"),
    "ru": ("здесь", "тут", "подробнее", "читать далее", "ссылка", "скачать", "сюда"),
}
LONGEST_ADDRESS = 45
UNITS = {"kt": 1000, "kB": 1000, "кБ": 1000, "كيلوبايت": 1000, "Mt": 10**6, "MB": 10**6, "МБ": 10**6}
UNITS |= {"ميغابايت": 10**6}
UNIT_OF = {"fi": ("kt", "Mt"), "sv": ("kB", "MB"), "en": ("kB", "MB"), "ru": ("кБ", "МБ")}
UNIT_OF |= {"ar": ("كيلوبايت", "ميغابايت")}
BLANKS = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", " "))
KINDS = {
    ".pdf": ("PDF", "application/pdf"),
    ".docx": ("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
NEAR = 0.1
CLICKS = 3


def texts(page: Page, site: Site) -> Iterator[str]:
    """A12: a link's words tell where it leads by themselves; the same words lead to the same place."""
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link, element in page.links():
        if element.tag != "a":
            continue
        text = str(element.get("aria-label") or words(element)).replace("\N{SOFT HYPHEN}", "")
        text = text or " ".join(str(alt) for alt in element.xpath(".//img/@alt"))
        spoken = str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]).partition("-")[0]
        if text.lower().strip(" .:…»›→") in ("", *STOP.get(spoken, ())):
            yield f"{text!r} says nothing of {link}"
        if len(text) > LONGEST_ADDRESS and re.fullmatch(r"(https?://|www\.)\S+", text):
            yield f"a bare address: {text}"
        part = element.xpath("ancestor::*[self::nav or self::header or self::main or self::footer][1]")
        place = part[0].getroottree().getpath(part[0]) if part else ""
        targets[text, place].add(link if is_outside(link) else _list_of("#".join(page.resolve(link))))
    for (text, _), found in targets.items():
        if len(found) > 1:
            yield f"{text!r} leads to {sorted(found)}"


def _list_of(target: str) -> str:
    """The brochure's lists are those of the pages, in another place."""
    return re.sub(r"/brochure/index\.html#(venues|distributors)$", r"/\1/index.html#", target)


def files(page: Page, site: Site) -> Iterator[str]:
    """A13: a file's link says its kind and its true size in its own language's unit; `type`, `hreflang`."""
    for link, element in page.links():
        path = site.root / page.resolve(link)[0] if not is_outside(link) else site.root
        if element.tag != "a" or path.suffix not in KINDS or not path.is_file():
            continue
        kind, type = KINDS[path.suffix]
        text, size = words(element).translate(BLANKS), path.stat().st_size
        spoken = str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]).partition("-")[0]
        told = size_in(text)
        if kind not in text:
            yield f"{text!r} does not say {kind}"
        if told is None or abs(told - size) > size * NEAR:
            yield f"{text!r}, but the file has {size} bytes"
        elif not any(text.rstrip(" )").endswith(unit) for unit in UNIT_OF.get(spoken, tuple(UNITS))):
            yield f"{text!r} has the unit of another language"
        lang = path.parent.name
        if element.get("type") != type or element.get("hreflang", page.language) != lang:
            yield f"{link}: type {element.get('type')}, hreflang {element.get('hreflang')}"


def size_in(text: str) -> float | None:
    """The bytes that a text names: `240 kt`, `1,2 MB`."""
    for unit, factor in UNITS.items():
        if found := re.search(rf"(\d+(?:[.,]\d+)?) ?{unit}\b", text):
            return float(found[1].replace(",", ".")) * factor
    return None


def windows(page: Page, site: Site) -> Iterator[str]:
    """A14: no link opens a window."""
    for part in page.root.xpath("//*[@target]"):
        yield f"{words(part)!r} opens in {part.get('target')}"


def consistent(site: Site) -> Iterator[str]:
    """A32: menus and help stand in one order on all pages of a region and language."""
    orders: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for page in site.pages.values():
        folder = page.path.split("/")
        if not page.language:
            continue
        group = "/".join(folder[: folder.index(page.language) + 1])
        for part in ("header", "footer"):
            links = page.root.xpath(f"/html/body/{part}//a/@href")
            own = list(
                dict.fromkeys(
                    page.resolve(str(one))[0] if not is_outside(str(one)) else str(one) for one in links
                )
            )
            own = [one for one in own if _same_language(site, one, page.language)]
            first, order = orders.setdefault((group, part), (page.path, own))
            common = [one for one in order if one in own]
            if [one for one in own if one in order] != common:
                yield f"{page.path}: the {part} has another order than on {first}"
            if part == "footer" and own != order:
                yield f"{page.path}: the footer has other links than on {first}: {sorted({*own} ^ {*order})}"


def _same_language(site: Site, target: str, lang: str) -> bool:
    return target not in site.pages or site.pages[target].language in (lang, "")


def near(site: Site) -> Iterator[str]:
    """A33: every page is a few clicks from the front, and stands in the sitemap too."""
    clicks = site.depth(["index.html"])
    mapped = (site.root / "sitemap.xml").read_text("utf-8") if site.exists("sitemap.xml") else ""
    for page in site.pages.values():
        if leads_on(page) or page.path == "404.html":
            continue
        if clicks.get(page.path, CLICKS + 1) > CLICKS:
            yield f"{page.path}: {clicks.get(page.path, 'no')} clicks from the front"
        if f"{page.path.removesuffix('index.html')}</loc>" not in mapped:
            yield f"{page.path}: is not in the sitemap"


def statement(page: Page, site: Site) -> Iterator[str]:
    """A38: the footer leads to the statement in the page's language."""
    if not page.language:
        return
    found = [
        page.resolve(str(link))[0]
        for link in page.root.xpath("//footer//a/@href")
        if not is_outside(str(link))
    ]
    if not any(path.endswith(f"{page.language}/statement/index.html") for path in found):
        yield "the footer leads to no statement in the page's language"
