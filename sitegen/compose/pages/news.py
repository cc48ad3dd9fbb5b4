"""News of a region, newest first, with the public dates of the year."""

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.footer import day
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Dated, Frame, PageLink
from sitegen.compose.pages.words import said, words
from sitegen.compose.public_dates import PublicDate, public_dates
from sitegen.compose.section_words import region_forms
from sitegen.languages.formats import time_text
from sitegen.model.document import Text
from sitegen.model.edition import News
from sitegen.model.network import Edition
from sitegen.structs import Struct

TEMPLATE = "news.html"


class NewsView(Struct, frozen=True):
    """A piece of news: plain text in paragraphs."""

    id: str
    title: Text
    date: Dated
    paragraphs: tuple[Text, ...]


class EventView(Struct, frozen=True):
    """A public date."""

    title: Text
    date: Dated
    hours: str
    place: Text | None


class NewsPageView(Struct, frozen=True):
    """The page of news."""

    frame: Frame
    news: tuple[NewsView, ...]
    events: tuple[EventView, ...]
    feed: PageLink | None
    calendar: PageLink | None


def view(context: Context) -> NewsPageView:
    """The view; the context has an edition with news written in the page's language, or public dates."""
    edition = context.edition
    assert edition is not None
    news = tuple(_news(context, one) for one in written(edition, context.lang))
    events = dates(context)
    shown = [text for one in news for text in one.paragraphs] + [one.title for one in events]
    return NewsPageView(
        frame=frame(
            context,
            said(context, "nav.news"),
            context.messages.get("news.description", **region_forms(edition, context.lang)),
            own_words=words(context, "news.events"),
            seen=in_texts(*shown),
        ),
        news=news,
        events=events,
        feed=file_link(context, "feed.xml", "news.feed"),
        calendar=file_link(context, "calendar.ics", "news.calendar"),
    )


def written(edition: Edition, lang: str) -> tuple[News, ...]:
    """The news written in a language, newest first (DESIGN section 3, Language)."""
    found = (one for one in edition.facts.news if lang in one.title.languages)
    return tuple(sorted(found, key=lambda one: (one.date, one.id), reverse=True))


def _news(context: Context, news: News) -> NewsView:
    return NewsView(
        id=news.id,
        title=context.choose(news.title) or Text(news.id),
        date=day(news.date, context.lang),
        paragraphs=paragraphs(context.choose(news.text)),
    )


def paragraphs(text: Text | None) -> tuple[Text, ...]:
    """The paragraphs of a plain text: an empty line divides them."""
    parts = (part.strip() for part in (text.value if text else "").split("\n\n"))
    own = text.lang if text else None
    return tuple(Text(part, own) for part in parts if part)


def dates(context: Context) -> tuple[EventView, ...]:
    """The public dates of the page's region and the nation; on national pages the nation's."""
    return tuple(
        _event(one, context.lang) for one in public_dates(context.network, context.edition, context.lang)
    )


def _event(one: PublicDate, lang: str) -> EventView:
    hours = "–".join(time_text(moment, lang) for moment in (one.start, one.end) if moment)
    return EventView(one.title, day(one.day, lang), hours, one.place)


def file_link(context: Context, name: str, key: str) -> PageLink | None:
    """A link to a file of the page's language for programs: a feed, a calendar."""
    href = context.links.data(context.region_id, name, context.lang)
    return PageLink(said(context, key), href) if href else None
