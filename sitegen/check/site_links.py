"""Whether everything on a finished site leads somewhere: links, anchors, pictures, languages (BAR R20).

A fault that a template repeats on a thousand pages is told once, with its first page and how many hold it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from sitegen.check.site_pages import SiteLink, SitePage, inside, is_outside, resolve
from sitegen.problems import Place, Problem, Severity

NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_URL = re.compile(rb"""url\(\s*["']?([^"')]+)""")
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_XHTML = "{http://www.w3.org/1999/xhtml}link"

Found = tuple[str, tuple[tuple[str, str], ...]]
"""The id and the values of a fault, the page left out."""


def link_problems(
    files: Mapping[str, bytes], pages: Mapping[str, SitePage], base_url: str, prefix: str = ""
) -> tuple[Problem, ...]:
    """All that leads nowhere. `base_url`: where the site will stand; `prefix`: how messages begin a path."""
    found: dict[Found, list[str]] = defaultdict(list)
    for page in pages.values():
        for id, values in _page_faults(page, files, pages, base_url):
            found[id, values].append(page.path)
    for path, data in files.items():
        if path.endswith(".css"):
            for id, values in _sheet_faults(path, data, files):
                found[id, values].append(path)
    for id, values in _map_faults(files, base_url):
        found[id, values].append(SITEMAP)
    return tuple(
        Problem(id, Severity.ERROR, Place(prefix + min(where)), (("pages", str(len(set(where)))), *values))
        for (id, values), where in found.items()
    )


def _fault(id: str, **values: str) -> Found:
    return id, tuple(sorted(values.items()))


def _page_faults(
    page: SitePage, files: Mapping[str, bytes], pages: Mapping[str, SitePage], base_url: str
) -> Iterator[Found]:
    for link in page.links:
        if link.kind in ("canonical", "hreflang", "social"):
            yield from _address_faults(page, link, files, pages, base_url)
        elif link.href.startswith("/") and not link.href.startswith("//"):
            yield from _rooted_faults(page, link, files, pages, base_url)
        elif not is_outside(link.href):
            yield from _target_faults(resolve(page.path, link.href), link, files, pages)
        elif (path := inside(base_url, link.href)) is not None:
            yield from _target_faults((path, urlsplit(link.href).fragment), link, files, pages)


def _target_faults(
    target: tuple[str, str], link: SiteLink, files: Mapping[str, bytes], pages: Mapping[str, SitePage]
) -> Iterator[Found]:
    path, anchor = target
    if path not in files:
        yield _fault("site-picture" if link.kind == "picture" else "site-link", target=link.href)
    elif anchor and path in pages and anchor not in pages[path].anchors:
        yield _fault("site-anchor", target=link.href, anchor=anchor)


def _rooted_faults(
    page: SitePage,
    link: SiteLink,
    files: Mapping[str, bytes],
    pages: Mapping[str, SitePage],
    base_url: str,
) -> Iterator[Found]:
    """From the host's root: only the page for what is not found needs such, below the site's own path."""
    root = urlsplit(base_url).path.rstrip("/") + "/"
    if page.path != NOT_FOUND or not link.href.startswith(root):
        yield _fault("site-base-path", target=link.href, root=root)
        return
    yield from _target_faults(resolve("", link.href.removeprefix(root) or "./"), link, files, pages)


def _address_faults(
    page: SitePage,
    link: SiteLink,
    files: Mapping[str, bytes],
    pages: Mapping[str, SitePage],
    base_url: str,
) -> Iterator[Found]:
    """Whole addresses: below the site's own, of a page that is there, and the languages name each other."""
    path = inside(base_url, link.href)
    if path is None:
        yield _fault("site-base", target=link.href, base=base_url)
    elif path not in files:
        yield _fault("site-hreflang" if link.kind == "hreflang" else "site-link", target=link.href)
    elif link.kind == "hreflang" and path in pages and link.lang != "x-default":
        back = {inside(base_url, one.href) for one in pages[path].links if one.kind == "hreflang"}
        if page.path not in back:
            yield _fault("site-hreflang-return", target=link.href, lang=link.lang)


def _sheet_faults(path: str, data: bytes, files: Mapping[str, bytes]) -> Iterator[Found]:
    for match in _URL.findall(data):
        href = match.decode("utf-8", "replace").strip()
        if href.startswith(("data:", "#")):
            continue
        if is_outside(href) or resolve(path, href)[0] not in files:
            yield _fault("site-picture", target=href)


def _map_faults(files: Mapping[str, bytes], base_url: str) -> Iterator[Found]:
    """The sitemap names pages that are there, and robots.txt names the sitemap where it will stand."""
    for address in _mapped(files.get(SITEMAP, b"")):
        path = inside(base_url, address)
        if path is None:
            yield _fault("site-base", target=address, base=base_url)
        elif path not in files:
            yield _fault("site-link", target=address)
    for line in files.get(ROBOTS, b"").decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().casefold() == "sitemap" and inside(base_url, value.strip()) != SITEMAP:
            yield _fault("site-base", target=value.strip(), base=base_url)


def _mapped(data: bytes) -> Iterable[str]:
    if not data:
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for one in root.iter(_LOC):
        yield str(one.text or "")
    for one in root.iter(_XHTML):
        yield str(one.get("href", ""))
