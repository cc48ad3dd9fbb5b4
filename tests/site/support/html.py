"""The built pages, parsed once, and what can be asked of one without a browser."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Page:
    """A page of the site: its path in it and its tree."""

    path: str
    data: bytes

    @cached_property
    def root(self) -> html.HtmlElement:
        """The parsed page."""
        parser = html.HTMLParser(encoding="utf-8")
        return html.document_fromstring(self.data, parser=parser)

    @cached_property
    def ids(self) -> set[str]:
        """What a link's fragment can lead to."""
        return {str(one) for one in self.root.xpath("//@id")}

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Levels and texts, in order."""
        return [(int(one.tag[1]), words(one)) for one in self.root.iter(*HEADINGS)]

    @property
    def title(self) -> str:
        """The page's title."""
        return str(self.root.findtext("head/title", ""))

    @property
    def language(self) -> str:
        """The language of the route: `tornio/fi/venues/index.html` is in fi."""
        from sitegen.languages.table import is_known

        return next((part for part in self.path.split("/")[:2] if is_known(part)), "")

    def links(self) -> Iterator[tuple[str, html.HtmlElement]]:
        """Every address in the page with the element that holds it."""
        for one in self.root.iter(etree.Element):
            for name in ("href", "src", "action", "data", "poster"):
                if (value := one.get(name)) is not None:
                    yield value, one
            for part in filter(None, (part.strip() for part in one.get("srcset", "").split(","))):
                yield part.split()[0], one

    def resolve(self, link: str) -> tuple[str, str]:
        """The path in the site that a relative link leads to, and its fragment."""
        split = urlsplit(link)
        if not split.path:
            return self.path, unquote(split.fragment)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(split.path)))
        if split.path.endswith(("/", ".")) or path == ".":
            path = posixpath.normpath(posixpath.join(path, "index.html"))
        return path, unquote(split.fragment)


def words(element: html.HtmlElement) -> str:
    """An element's text in one line."""
    return " ".join(str(element.text_content()).split())


def is_outside(link: str) -> bool:
    """Whether a link has a scheme or a host."""
    split = urlsplit(link)
    return bool(split.scheme or split.netloc)


def local(url: str) -> str:
    """The path in the site of a full public address."""
    path = urlsplit(url).path.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


def leads_on(page: Page) -> bool:
    """A page left at an old or parallel address: its own address, it says, is that of another page."""
    told = str(page.root.xpath("string(//link[@rel='canonical']/@href)"))
    return bool(told) and local(told) != page.path


def read_pages(site: Path) -> dict[str, Page]:
    """All pages by path."""
    return {
        path.relative_to(site).as_posix(): Page(path.relative_to(site).as_posix(), path.read_bytes())
        for path in sorted(site.rglob("*.html"))
    }
