"""What every page's view is made of: frozen values only, so that a view has one canonical encoding.

All words stand in the view, those of the catalogue too: templates hold none, and a page's key misses nothing.
"""

from typing import Literal

from sitegen.compose.pages.context import Picture
from sitegen.model.document import Text
from sitegen.structs import Struct


class PageLink(Struct, frozen=True):
    """A link. `hreflang`: the target is in another language. `remark` stands behind the text, in brackets."""

    text: Text
    href: str
    current: bool = False
    hreflang: str | None = None
    type: str | None = None
    remark: Text | None = None


class LanguageLink(Struct, frozen=True):
    """A language in the row of languages, named in itself; `elsewhere` says that it leads to another page."""

    label: str
    lang: str
    direction: Literal["ltr", "rtl"]
    href: str
    current: bool = False
    elsewhere: str = ""


class Alternate(Struct, frozen=True):
    """The same page in another language, for search engines (BAR G2)."""

    hreflang: str
    href: str


class Notice(Struct, frozen=True):
    """The page's one note: what a reader must know before the rest."""

    title: str
    sentences: tuple[Text, ...]
    link: PageLink | None = None


class Dated(Struct, frozen=True):
    """A day, month or year: for machines, in the page's words."""

    iso: str
    text: str


class Column(Struct, frozen=True):
    """A list of the footer."""

    title: str
    links: tuple[PageLink, ...]


class Footer(Struct, frozen=True):
    """The same on every page of a region. `answers` names who answers, `checked` when."""

    columns: tuple[Column, ...]
    answers: tuple[Text, ...]
    checked_label: str
    checked: Dated | None
    trademark: Text


class Frame(Struct, frozen=True):
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
