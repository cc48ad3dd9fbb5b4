"""News of a region, newest first, with the public dates of the year."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.compose.pages.context import Context
from sitegen.compose.pages.footer import day
from sitegen.compose.pages.frame import frame
from sitegen.compose.pages.seen import in_texts
from sitegen.compose.pages.view import Dated, Frame
from sitegen.compose.pages.words import said, words
from sitegen.compose.section_words import region_forms
from sitegen.languages.formats import time_text
from sitegen.model.document import Text
from sitegen.model.edition import Event, News
from sitegen.model.network import Edition

TEMPLATE = "news.html"


@dataclass(frozen=True, slots=True)
class NewsView:
    """A piece of news: plain text in paragraphs."""

    id: str
    title: Text
    date: Dated
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A public date."""

    title: Text
    date: Dated
    hours: str
    place: Text | None


@dataclass(frozen=True, slots=True)
class NewsPageView:
    """The page of news."""

    frame: Frame
    news: tuple[NewsView, ...]
    events: tuple[EventView, ...]


def view(context: Context) -> NewsPageView:
    """The view; the context has an edition with news written in the page's language."""
    edition = context.edition
    assert edition is not None
    news = tuple(_news(context, one) for one in written(edition, context.lang))
    events = tuple(_events(context, edition))
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
    )


def written(edition: Edition, lang: str) -> tuple[News, ...]:
    """The news written in a language, newest first (DESIGN section 3, Language)."""
    found = (one for one in edition.facts.news if lang in one.title.languages)
    return tuple(sorted(found, key=lambda one: (one.date, one.id), reverse=True))


def _news(context: Context, news: News) -> NewsView:
    text = context.choose(news.text)
    paragraphs = (part.strip() for part in (text.value if text else "").split("\n\n"))
    own = text.lang if text else None
    return NewsView(
        id=news.id,
        title=context.choose(news.title) or Text(news.id),
        date=day(news.date, context.lang),
        paragraphs=tuple(Text(part, own) for part in paragraphs if part),
    )


def _events(context: Context, edition: Edition) -> Iterator[EventView]:
    for event in sorted(edition.facts.events, key=lambda one: (one.date, one.id)):
        if event.public:
            yield EventView(
                title=context.choose(event.title) or said(context, f"event.{event.kind}"),
                date=day(event.date, context.lang),
                hours=_hours(event, context.lang),
                place=context.choose(event.place),
            )


def _hours(event: Event, lang: str) -> str:
    return "–".join(time_text(one, lang) for one in (event.from_, event.to) if one)
