"""The form with which a new partner commits itself (points 6 and 7), filled in as far as known."""

from collections.abc import Iterator

from sitegen.compose.partner_contacts import address_lines
from sitegen.compose.shown import best
from sitegen.languages.formats import list_text
from sitegen.languages.messages import Catalogue
from sitegen.model.document import Block, Cell, Document, Inline, LineBreak, Paragraph, Row, Table, Text
from sitegen.year.letters.parts import Source, heading, items, letter_document, links, national_links, plain
from sitegen.year.letters.recipients import Recipient

BLANK = "\N{NO-BREAK SPACE}"
EMPTY = ("person", "person-email", "person-phone")
SIGNED = ("place-date", "signature", "clear-name", "title")


def commitment_form(to: Recipient, source: Source) -> Document:
    """The form of a partner. What only the partner knows is left empty; nobody's name is filled in."""
    say, forms = source.say(to.lang), source.forms(to.lang)
    title = say.get(f"form.title-{to.role}")
    blocks: list[Block] = [
        Paragraph((Text(say.get(f"form.lead-{to.role}", name=to.name.value, **forms)),), role="lead"),
        heading(say.get("form.partner")),
        _table(tuple(_known(to, source, say)), say),
        heading(say.get("form.promise")),
        items(say.get(f"form.{to.role}.{number}", **forms) for number in range(1, 6)),
        *links(national_links(source, to.lang, "guideline", "terms", f"{to.role}-commitment")),
        heading(say.get("form.signed")),
        _table(tuple((say.get(f"form.{one}"), ()) for one in SIGNED), say),
        plain(say.get("form.return")),
    ]
    return letter_document(tuple(blocks), title, source, to.lang)


def _known(to: Recipient, source: Source, say: Catalogue) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """Rows of the partner: its public details, and lines to be filled in by hand."""
    partner, spoken = to.partner, source.edition.region.languages
    part_of = best(partner.part_of, to.lang, spoken)
    yield say.get("form.name"), (to.name,)
    yield say.get("form.part-of"), (part_of,) if part_of else ()
    where = [one.value for one in address_lines(partner.address, source.network.register, to.lang, spoken)]
    yield say.get("form.address"), (Text(", ".join(where), name=True),) if where else ()
    if partner.municipality is not None:
        name = source.network.register.name(partner.municipality, to.lang)
        yield say.get("form.municipality"), (Text(name, name=True),)
    numbers = [one.number.written for one in partner.phone]
    yield say.get("form.phone"), (Text(list_text(numbers, to.lang), ltr=True),) if numbers else ()
    addresses = [one.address for one in partner.email]
    yield say.get("form.email"), (Text(", ".join(addresses), ltr=True),) if addresses else ()
    yield from ((say.get(f"form.{one}"), ()) for one in EMPTY)


def _table(rows: tuple[tuple[str, tuple[Inline, ...]], ...], say: Catalogue) -> Table:
    """Two columns: what is asked, and what is known or room to write by hand."""
    head = (say.get("form.column-what"), say.get("form.column-answer"))
    room = (Text(BLANK), LineBreak(), Text(BLANK))
    return Table(
        head=(Row(tuple(Cell((Text(text),), "column") for text in head)),),
        rows=tuple(Row((Cell((Text(label),), "row"), Cell(value or room))) for label, value in rows),
    )
