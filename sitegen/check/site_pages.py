"""The pages of a finished site, each parsed once: what they lead to and what can be led to (BAR R20)."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from sitegen.structs import Struct

_ADDRESSES = ("href", "src", "action", "data", "poster")
_PICTURES = frozenset({"img", "source", "image", "use", "video"})


class SiteLink(Struct, frozen=True):
    """An address in a page as it is written. `kind`: link | picture | canonical | hreflang | social.

    `lang` is the hreflang of an alternate, empty elsewhere.
    """

    href: str
    kind: str
    lang: str = ""


class SitePage(Struct, frozen=True):
    """A page: its path in the site, the anchors it has, the addresses it holds, and its words."""

    path: str
    anchors: frozenset[str]
    links: tuple[SiteLink, ...]
    text: str


def read_page(path: str, data: bytes) -> SitePage:
    """Parse a page of the site; bytes that are no HTML give a page without anything."""
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return SitePage(path, frozenset(), (), "")
    anchors = {one.get("id", "") for one in root.iter(etree.Element)}
    anchors |= {one.get("name", "") for one in root.iter("a")}
    text = " ".join(str(one) for one in root.itertext())
    return SitePage(path, frozenset(anchors - {""}), tuple(_links(root)), text)


def _links(root: html.HtmlElement) -> Iterator[SiteLink]:
    for one in root.iter(etree.Element):
        for name in _ADDRESSES:
            if (value := one.get(name)) is not None:
                yield SiteLink(value, *_kind(one))
        for part in one.get("srcset", "").split(","):
            if part.strip():
                yield SiteLink(part.split()[0], "picture")
        if one.tag == "meta" and one.get("property") in ("og:url", "og:image"):
            yield SiteLink(one.get("content", ""), "social")


def _kind(element: html.HtmlElement) -> tuple[str, str]:
    if element.tag == "link" and element.get("rel") == "canonical":
        return "canonical", ""
    if element.tag == "link" and element.get("rel") == "alternate" and element.get("hreflang"):
        return "hreflang", element.get("hreflang", "")
    return ("picture" if element.tag in _PICTURES else "link"), ""


def is_outside(href: str) -> bool:
    """Whether an address has a scheme or a host of its own."""
    parts = urlsplit(href)
    return bool(parts.scheme or parts.netloc)


def resolve(page: str, href: str) -> tuple[str, str]:
    """The path and the anchor that a relative address leads to; a path that begins with `..` is outside."""
    parts = urlsplit(href)
    if not parts.path:
        return page, unquote(parts.fragment)
    written = unquote(parts.path)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
    if written.endswith(("/", "/.", "/..")) or written in (".", "..") or path == ".":
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)


def inside(base_url: str, address: str) -> str | None:
    """The path in the site of a whole public address; None where it is not below the site's own."""
    base, asked = urlsplit(base_url), urlsplit(address)
    root = base.path.rstrip("/") + "/"
    if (asked.scheme, asked.netloc) != (base.scheme, base.netloc) or not asked.path.startswith(root):
        return None
    path = unquote(asked.path.removeprefix(root))
    return path + "index.html" if not path or path.endswith("/") else path


def read_pages(files: Mapping[str, bytes]) -> dict[str, SitePage]:
    """The pages among a site's files, by path."""
    return {path: read_page(path, data) for path, data in files.items() if path.endswith(".html")}
