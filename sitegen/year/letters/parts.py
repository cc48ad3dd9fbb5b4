"""What letters are put together from: greeting, links, details held, whom to ask, regards."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.compose.section_words import region_forms
from sitegen.compose.shown import best
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.model.colour import tones
from sitegen.model.document import (
    Block,
    Document,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Paragraph,
    Text,
)
from sitegen.model.network import Edition, Network
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.plan import Plan, address, plan_site
from sitegen.year.letters.recipients import Recipient
from sitegen.year.orders import signature

LETTERS = "letters"


@dataclass(frozen=True)
class Source:
    """What letters of a region are written from."""

    network: Network
    edition: Edition
    plan: Plan

    def say(self, lang: str) -> Catalogue:
        """The words of letters in a language."""
        return catalogue(LETTERS, lang)

    def forms(self, lang: str) -> dict[str, str]:
        """`region`, `region_in`, `region_of` and `year`, which most sentences need."""
        return {**region_forms(self.edition, lang), "year": str(self.edition.year)}

    def page(self, lang: str, slug: str) -> str | None:
        """The public address of a page of the region; None where it is not on the site."""
        return self._address(self.plan.page(self.edition.region_id, lang, slug))

    def file(self, lang: str, slug: str, type: str) -> str | None:
        """The lasting address of a document."""
        return self._address(self.plan.lasting(self.edition.region_id, lang, slug, type))

    def _address(self, path: str | None) -> str | None:
        return address(self.network.site.base_url, path) if path else None


def source(network: Network, edition: Edition) -> Source:
    """The source of an edition's letters."""
    return Source(network, edition, plan_site(network))


def plain(text: str) -> Paragraph:
    """A paragraph of words."""
    return Paragraph((Text(text),))


def heading(text: str) -> Heading:
    """A heading within a letter."""
    return Heading(2, (Text(text),))


def items(sentences: Iterable[str], *, ordered: bool = False) -> List:
    """A list of sentences."""
    return List(tuple(Item((plain(one),)) for one in sentences), ordered=ordered)


def links(found: Iterable[tuple[Text, str | None]]) -> tuple[Block, ...]:
    """A list of links; nothing where none of them leads anywhere."""
    rows = tuple(Item((Paragraph((Link(text, href),)),)) for text, href in found if href)
    return (List(rows),) if rows else ()


def own_links(source: Source, lang: str, *slugs: str) -> tuple[tuple[Text, str | None], ...]:
    """Pages of the region by name: the words are those of letters, `letter.page.<slug>`."""
    say, forms = source.say(lang), source.forms(lang)
    return tuple((Text(say.get(f"letter.page.{slug}", **forms)), source.page(lang, slug)) for slug in slugs)


def national_links(source: Source, lang: str, *ids: str) -> tuple[tuple[Text, str | None], ...]:
    """National links of site.yaml by their ids; those that it lacks are left out."""
    given = {one.id: one for one in source.network.site.links}
    found = []
    for one in (given[id] for id in ids if id in given):
        text, href = (best(part, lang, source.edition.region.languages) for part in (one.text, one.url))
        if text is not None and href is not None:
            found.append((text, href.value))
    return tuple(found)


def greeting(recipient: Recipient, say: Catalogue) -> Paragraph:
    """Hello, by name where one contact's is known."""
    named = [one.name for one in recipient.contacts if one.name]
    return plain(say.get("letter.hello-name", name=named[0]) if len(named) == 1 else say.get("letter.hello"))


def regards(source: Source, lang: str) -> tuple[Block, ...]:
    """Who writes: the coordinators with their addresses."""
    say = source.say(lang)
    lines = (
        say.get("letter.regards"),
        say.get("letter.coordinators", **source.forms(lang)),
        *signature(source.edition, lang),
    )
    inlines: list[Inline] = []
    for line in lines:
        inlines += [LineBreak(), Text(line)] if inlines else [Text(line)]
    return (Paragraph(tuple(inlines)),)


def people(recipient: Recipient, say: Catalogue) -> tuple[Block, ...]:
    """The contact persons as `internal/` has them."""
    if not recipient.contacts:
        return (plain(say.get("letter.contact-none")),)
    rows = (
        ", ".join(part for part in (one.name, one.email, one.phone) if part) for one in recipient.contacts
    )
    return (items(row for row in rows if row),)


def letter_document(blocks: tuple[Block, ...], title: str, source: Source, lang: str) -> Document:
    """A letter as a document: its subject as title, then its blocks."""
    region = source.forms(lang)["region"]
    return Document(
        kind="letter",
        lang=lang,
        direction="ltr",
        title=title,
        subject=title,
        author=region,
        children=(Heading(1, (Text(title),)), *blocks),
        running=title,
        accent=tuple(tones(source.edition.region.accent or DEFAULT_ACCENT).items()),
    )
