"""What every page's view is made of: frozen values only, so that a view has one canonical encoding.

All words stand in the view, those of the catalogue too: templates hold none, and a page's key misses nothing.
"""

from dataclasses import dataclass
from typing import Literal

from sitegen.compose.pages.context import Picture
from sitegen.model.document import Text


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link. `hreflang`: the target is in another language. `remark` stands behind the text, in brackets."""

    text: Text
    href: str
    current: bool = False
    hreflang: str | None = None
    type: str | None = None
    remark: Text | None = None


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language in the row of languages, named in itself; `elsewhere` says that it leads to another page."""

    label: str
    lang: str
    direction: Literal["ltr", "rtl"]
    href: str
    current: bool = False
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, for search engines (BAR G2)."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The page's one note: what a reader must know before the rest."""

    title: str
    sentences: tuple[Text, ...]
    link: PageLink | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, month or year: for machines, in the page's words."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A list of the footer."""

    title: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """The same on every page of a region. `answers` names who answers, `checked` when."""

    columns: tuple[Column, ...]
    answers: tuple[Text, ...]
    checked_label: str
    checked: Dated | None
    trademark: Text


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of every page. `data` is what it tells search engines (`linked_data`)."""

    lang: str
    direction: Literal["ltr", "rtl"]
    title: str
    heading: Text
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    og_locale: str
    og_others: tuple[str, ...]
    picture: str
    data: str
    site_name: str
    stylesheets: tuple[str, ...]
    fonts: tuple[str, ...]
    icon: str
    icons: tuple[str, str]
    home: str
    brand: Text
    region: Text
    logo: Picture | None
    languages: tuple[LanguageLink, ...]
    nav: tuple[PageLink, ...]
    crumbs: tuple[PageLink, ...]
    notice: Notice | None
    footer: Footer
    words: tuple[tuple[str, str], ...]
