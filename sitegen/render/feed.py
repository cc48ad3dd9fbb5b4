"""A region's news as an Atom feed (RFC 4287), one for each language in which news are written."""

from datetime import date
from html import escape
from typing import Literal

from sitegen.model.document import Text
from sitegen.structs import Struct

TYPE = "application/atom+xml"
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"


class FeedEntry(Struct, frozen=True):
    """A piece of news. `id` is a tag URI (RFC 4151), which stays when addresses change."""

    id: str
    title: str
    day: date
    address: str
    paragraphs: tuple[Text, ...]


class Feed(Struct, frozen=True):
    """A feed with its own address, its page's, and who writes it. There is at least one entry."""

    title: str
    author: str
    lang: str
    direction: Literal["ltr", "rtl"]
    address: str
    page: str
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed) -> bytes:
    """The feed. It was updated when its newest entry was: no clock is read."""
    newest = max(one.day for one in feed.entries)
    spoken = feed.lang.partition("-")[0]
    head = (
        f'<feed xmlns="{_ATOM}" xml:lang="{escape(spoken)}">',
        f"<id>{escape(feed.address)}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{escape(feed.author)}</name></author>",
        f'<link rel="self" type="{TYPE}" href="{escape(feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(feed.page)}"/>',
    )
    entries = (_entry(one, feed) for one in feed.entries)
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *head, *entries, "</feed>\n")).encode()


def _entry(one: FeedEntry, feed: Feed) -> str:
    paragraphs = "".join(f"<p{_lang(text)}>{escape(text.value)}</p>" for text in one.paragraphs)
    content = f'<div xmlns="{_XHTML}" dir="{feed.direction}">{paragraphs}</div>'
    return "\n".join(
        (
            "<entry>",
            f"<id>{escape(one.id)}</id>",
            f"<title>{escape(one.title)}</title>",
            f"<published>{_moment(one.day)}</published>",
            f"<updated>{_moment(one.day)}</updated>",
            f'<link rel="alternate" type="text/html" href="{escape(one.address)}"/>',
            *((f'<content type="xhtml">{content}</content>',) if paragraphs else ()),
            "</entry>",
        )
    )


def _lang(text: Text) -> str:
    return f' xml:lang="{escape(text.lang)}" lang="{escape(text.lang)}"' if text.lang else ""


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
