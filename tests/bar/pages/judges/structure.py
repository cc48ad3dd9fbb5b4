"""What a page is made of: title, headings, landmarks, lists, tables (A04-A06, A08, A34, A37, A42-A45)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from tests.bar.pages.site import Site
from tests.site.support.html import Page, leads_on, words

LONGEST_TITLE = 70
BULLET = re.compile(r"\s*[•·●▪◦*–—-]\s")
SHY = "\N{SOFT HYPHEN}"
IMPLICIT = {
    "a": "link",
    "article": "article",
    "aside": "complementary",
    "button": "button",
    "footer": "contentinfo",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "header": "banner",
    "li": "listitem",
    "main": "main",
    "nav": "navigation",
    "ol": "list",
    "p": "paragraph",
    "table": "table",
    "ul": "list",
}
NAMED_BY_LABEL = {
    "nav",
    "section",
    "form",
    "a",
    "button",
    "input",
    "select",
    "textarea",
    "svg",
    "ul",
    "table",
}


def titles(site: Site) -> Iterator[str]:
    """A04: each title once in the site, not too long, with the words of the heading."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in site.pages.values():
        if leads_on(page):
            continue
        found[page.title].append(page.path)
        if not page.title or len(page.title) > LONGEST_TITLE:
            yield f"{page.path}: the title has {len(page.title)} letters: {page.title!r}"
        first = next((text for level, text in page.headings if level == 1), "")
        if first.replace(SHY, "") not in page.title:
            yield f"{page.path}: the title {page.title!r} lacks the heading {first!r}"
    for title, paths in found.items():
        if len(paths) > 1:
            yield f"{paths[-1]}: the title {title!r} is also that of {paths[0]}"


def headings(page: Page, site: Site) -> Iterator[str]:
    """A05: one of the first level, no level left out, none empty."""
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, (level, text) in zip([0, *levels], page.headings, strict=False):
        if level > before + 1:
            yield f"level {level} after {before}: {text!r}"
        if not text:
            yield f"an empty heading of level {level}"
    for block in page.root.iter("p", "div"):
        inside = block.xpath("./strong[not(ancestor::*[contains(@class, 'count')])] | ./b")
        if (
            len(inside) == 1
            and words(inside[0]) == words(block)
            and not words(block).endswith((".", ":", "!"))
        ):
            yield f"a paragraph in bold stands for a heading: {words(block)[:50]!r}"


def landmarks(page: Page, site: Site) -> Iterator[str]:
    """A06: one header, main and footer of the page; every menu and named region has a name of its own."""
    for tag in ("header", "main", "footer"):
        count = len(page.root.xpath(f"/html/body/{tag}"))
        if count != 1 and not (tag == "footer" and page.path.count("/") == 0 and count == 0):
            yield f"{count} of <{tag}>"
    names: dict[tuple[str, str], int] = defaultdict(int)
    for part in page.root.iter("nav", "section", "form"):
        name = accessible_name(page, part)
        if not name and part.tag == "nav":
            yield f"a menu without a name: {words(part)[:50]!r}"
        if name:
            names[str(part.tag), name] += 1
    yield from (
        f"{count} of <{tag}> are called {name!r}" for (tag, name), count in names.items() if count > 1
    )
    for stray in page.root.xpath("/html/body/*[not(self::header or self::main or self::footer)]"):
        if words(stray) and not (stray.tag == "a" and str(stray.get("href")).startswith("#")):
            yield f"<{stray.tag}> stands outside of all landmarks: {words(stray)[:50]!r}"


def accessible_name(page: Page, part: HtmlElement) -> str:
    """The name that ARIA gives a part."""
    if label := part.get("aria-label"):
        return str(label)
    ids = str(part.get("aria-labelledby", "")).split()
    return " ".join(words(one) for id in ids for one in page.root.xpath("//*[@id=$id]", id=id)).replace(
        SHY, ""
    )


def lists(page: Page, site: Site) -> Iterator[str]:
    """A08: no line of a paragraph begins with a bullet; partners and menus stand in lists."""
    for block in page.root.iter("p", "li", "dd", "dt", "td", "div"):
        if BULLET.match(block.text or "") or any(BULLET.match(line.tail or "") for line in block.iter("br")):
            yield f"a typed bullet: {words(block)[:60]!r}"
    for menu in page.root.iter("nav"):
        loose = [link for link in menu.iter("a") if not link.xpath("ancestor::li")]
        if loose:
            yield f"a menu's link stands in no list: {words(loose[0])!r}"
    for card in page.root.xpath("//*[contains(concat(' ', @class, ' '), ' card ')]"):
        if card.tag != "li":
            yield f"a partner is no item of a list: {words(card)[:60]!r}"


def tables(page: Page, site: Site) -> Iterator[str]:
    """A34: a table has a caption, heads with a scope, and no cell that is there for the layout."""
    for table in page.root.iter("table"):
        if table.find("caption") is None or not words(table.find("caption")):
            yield f"a table without a caption: {words(table)[:50]!r}"
        heads = list(table.iter("th"))
        if not heads or table.get("role") in ("presentation", "none"):
            yield f"a table without heads: {words(table)[:50]!r}"
        yield from (f"a head without a scope: {words(head)!r}" for head in heads if not head.get("scope"))
        widths = {
            sum(int(cell.get("colspan", 1)) for cell in row.iter("td", "th")) for row in table.iter("tr")
        }
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells"
        for row in table.iterfind("thead/tr"):
            yield from (f"a cell of data among the heads: {words(cell)!r}" for cell in row.iterfind("td"))


def zoom(page: Page, site: Site) -> Iterator[str]:
    """A37: the window may be enlarged."""
    told = [str(one) for one in page.root.xpath("//meta[@name='viewport']/@content")]
    if told != ["width=device-width, initial-scale=1"]:
        yield f"viewport: {told}"


def hidden_in_titles(page: Page, site: Site) -> Iterator[str]:
    """A44: nothing is said in `title` alone."""
    for part in page.root.xpath("//body//*[@title][not(self::abbr or self::iframe)]"):
        yield f"<{part.tag}> says {part.get('title')!r} in its title"


def aria(page: Page, site: Site) -> Iterator[str]:
    """A45: ARIA only where HTML has no word for it, and nothing hidden that takes the focus."""
    for part in page.root.xpath("//body//*[@role]"):
        if IMPLICIT.get(str(part.tag)) == part.get("role"):
            yield f"<{part.tag}> has the role it has by itself"
        if part.tag in ("div", "span") and part.get("role") in (
            "button",
            "link",
            "heading",
            "list",
            "checkbox",
        ):
            yield f"<{part.tag}> plays {part.get('role')}: HTML has an element for it"
    for part in page.root.xpath("//body//*[@aria-label]"):
        if part.tag not in NAMED_BY_LABEL and not part.get("role"):
            yield f"<{part.tag}> has a name that nobody hears: {part.get('aria-label')!r}"
    for part in page.root.xpath("//*[@aria-hidden='true']//a[@href] | //*[@aria-hidden='true']//button"):
        yield f"hidden from screen readers, but takes the focus: {words(part)!r}"
    for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
        for part in page.root.xpath(f"//*[@{name}]"):
            yield from (f"{name} leads nowhere: {id}" for id in part.get(name).split() if id not in page.ids)


def not_found(site: Site) -> Iterator[str]:
    """A42: the page for lost addresses speaks all languages of the site and leads to the regions."""
    page = site.pages.get("404.html")
    if page is None:
        yield "404.html: is not there"
        return
    wanted = {one.language for one in site.pages.values() if one.language}
    parts = {str(part.get("lang")): part for part in page.root.xpath("//*[@lang]")}
    for lang in sorted(wanted):
        part = parts.get(lang)
        if part is None:
            yield f"404.html: says nothing in {lang}"
            continue
        ends = {
            page.resolve(str(link))[0].lstrip("/").partition("/")[0]
            for link in part.xpath(".//main//a/@href | .//a/@href")
        }
        if lang not in ends:
            yield f"404.html: leads to no page in {lang}"


def updated(page: Page, site: Site) -> Iterator[str]:
    """A43: the day when it was checked stands in the page, also for machines."""
    if page.language and not page.root.xpath("//footer//time[@datetime] | //main//time[@datetime]"):
        yield "no date of its making"
    for time in page.root.iter("time"):
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(T\d\d:\d\d)?|\d\d:\d\d", str(time.get("datetime"))):
            yield f"a time that no machine reads: {time.get('datetime')!r}"
