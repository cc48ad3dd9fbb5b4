"""The print house's brief: what the symbols of the cards must hold, what is printed and how many."""

from collections.abc import Iterable, Mapping

from sitegen.languages.formats import number
from sitegen.languages.messages import Catalogue
from sitegen.model.colour import tones
from sitegen.model.document import Block, Cell, Document, Heading, Item, List, Paragraph, Row, Table, Text
from sitegen.model.network import Edition
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.year.delivery_table import brochures_in
from sitegen.year.orders import Order, order, region_name, signature

VARIABLE = ("same", "qr", "code39", "ink", "scale")
MATERIAL = ("table", "files", "excel", "samples", "order", "secret")


def print_brief(edition: Edition, say: Catalogue, measures: Mapping[str, str]) -> Document:
    """The brief as a document. `measures` are those of the symbols, as the cards' files have them."""
    name = region_name(edition, say.lang)
    title = say.get("brief.title", region=name, year=edition.year)
    children: list[Block] = [
        Heading(1, (Text(title),)),
        Paragraph((Text(say.get("brief.lead")),), role="lead"),
        Heading(2, (Text(say.get("brief.copies")),)),
        _copies(order(edition), say),
        Heading(2, (Text(say.get("brief.cards")),)),
        Paragraph((Text(say.get("brief.cards.template")),)),
        _list("brief.variable", VARIABLE, say, measures),
        Heading(2, (Text(say.get("brief.material")),)),
        _list("brief.material", MATERIAL, say, measures),
    ]
    reached = tuple(signature(edition, say.lang))
    if reached:
        children.append(Heading(2, (Text(say.get("brief.contact")),)))
        children += [Paragraph((Text(line),)) for line in reached]
    return Document(
        kind="letter",
        lang=say.lang,
        direction="ltr",
        title=title,
        subject=say.get("brief.lead"),
        author=name,
        children=tuple(children),
        running=title,
        accent=tuple(tones(edition.region.accent or DEFAULT_ACCENT).items()),
    )


def _copies(found: Order, say: Catalogue) -> Table:
    """What is printed and how many; nothing of which there is none."""
    rows = (
        (say.get("brief.copies.cards"), found.cards),
        (say.get("brief.copies.community-cards"), found.community_cards),
        *((brochures_in(lang, say), count) for lang, count in found.needed.brochures),
        (say.get("brief.copies.posters"), found.needed.posters),
    )
    return Table(
        head=(_row((say.get("brief.copies.what"), say.get("brief.copies.count")), "column"),),
        rows=tuple(_row((what, number(count, say.lang)), "row") for what, count in rows if count),
        caption=(Text(say.get("brief.copies.caption")),),
    )


def _row(texts: tuple[str, str], kind: str) -> Row:
    first, second = texts
    if kind == "column":
        return Row((Cell((Text(first),), "column"), Cell((Text(second),), "column")))
    return Row((Cell((Text(first),), "row"), Cell((Text(second),))))


def _list(prefix: str, names: Iterable[str], say: Catalogue, measures: Mapping[str, str]) -> List:
    sentences = (say.get(f"{prefix}.{name}", **measures) for name in names)
    return List(tuple(Item((Paragraph((Text(sentence),)),)) for sentence in sentences))
