"""The footer: the same place and order on every page (BAR A32, A38, A43)."""

from collections.abc import Iterable, Iterator
from datetime import date

from sitegen.compose.pages.context import CHOICE, FRONT, Context
from sitegen.compose.pages.links import own_pages, page_link
from sitegen.compose.pages.people import feedback
from sitegen.compose.pages.view import Column, Dated, Footer, PageLink
from sitegen.compose.pages.words import said
from sitegen.languages import formats
from sitegen.model.contact import Source
from sitegen.model.document import Link, Text
from sitegen.model.network import Edition


def footer(context: Context) -> Footer:
    """The footer of a page."""
    columns = (
        ("footer.ask", tuple(_ask(context))),
        ("footer.more" if context.edition else "footer.more-national", tuple(_more(context))),
        ("footer.about", tuple(_about(context))),
    )
    label, checked = updated(context)
    return Footer(
        columns=tuple(Column(context.messages.get(key), links) for key, links in columns if links),
        answers=_answers(context),
        checked_label=context.messages.get(label),
        checked=checked,
        trademark=said(context, "footer.trademark"),
    )


def day(value: date, lang: str) -> Dated:
    """A day for machines and readers."""
    return Dated(value.isoformat(), formats.date_text(value, lang))


def partial_day(value: str, lang: str) -> Dated:
    """A day, month or year as a source gives it."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return day(date(*parts), lang)
    return Dated(value, formats.month_text(*parts, lang) if len(parts) == 2 else value)


def newest_source(edition: Edition) -> str | None:
    """The newest date of a sample's sources: what its pages show as their date (DOMAIN section 5)."""
    listed = (*edition.listed_distributors, *edition.listed_venues)
    sources: Iterable[Source | None] = (*edition.region.source, *(one.source for one in listed))
    return max((one.date for one in sources if one and one.date), default=None)


def _ask(context: Context) -> Iterator[PageLink]:
    contact = feedback(context)
    if contact and isinstance(contact.value[0], Link):
        yield PageLink(contact.value[0].text, contact.value[0].href)
    yield from own_pages(context, "contacts")


def _more(context: Context) -> Iterator[PageLink]:
    if context.edition:
        yield from own_pages(context, "brochure", "news", "statistics")
    else:
        yield from _named(context, "venues", "nav.national.venues")
        yield from _named(context, "figures", "nav.national.figures")


def _about(context: Context) -> Iterator[PageLink]:
    for slug in ("statement", "privacy"):
        link = page_link(context, slug, f"nav.{slug}", context.region_id) or page_link(
            context, slug, f"nav.{slug}"
        )
        if link:
            yield link
    yield from _named(context, FRONT, "nav.all-regions")
    choice = context.links.href(context.region_id, None, CHOICE)
    if choice:
        yield PageLink(said(context, "nav.choice"), choice)


def _named(context: Context, slug: str, key: str) -> Iterator[PageLink]:
    """A national page by the message `key`, where there is one."""
    link = page_link(context, slug, key)
    if link:
        yield link


def _answers(context: Context) -> tuple[Text, ...]:
    site = context.network.site
    own = context.edition.region.owner if context.edition and not context.edition.region.is_sample else None
    owner = own or site.publisher
    name = context.choose(owner.name) if owner else None
    return (said(context, "footer.answers"), name) if name else ()


def updated(context: Context) -> tuple[str, Dated | None]:
    """The page's date and the message that names it (BAR A43); nationally the newest of any region."""
    edition = context.edition
    if edition is None:
        label, newest = "text.date", max(filter(None, map(_newest, context.network.published)), default=None)
    else:
        label = "footer.sources" if edition.region.is_sample else "footer.checked"
        newest = _newest(edition)
    return label, partial_day(newest, context.lang) if newest else None


def _newest(edition: Edition) -> str | None:
    """When a region's details were checked; of a sample the date of its newest source."""
    if edition.region.is_sample:
        return newest_source(edition)
    return edition.facts.updated.isoformat() if edition.facts.updated else None
