"""The upkeep costs in words: as text, CSV and a document, and a region's notice of its own split."""

import csv
import io
from collections.abc import Iterator, Sequence

from sitegen.compose.pages.footer import partial_day
from sitegen.compose.shown import best
from sitegen.languages.formats import cents, number
from sitegen.languages.messages import Catalogue
from sitegen.languages.sorting import sort_key
from sitegen.model.document import Block, Cell, Document, Heading, Item, List, Paragraph, Row, Table, Text
from sitegen.model.network import Network
from sitegen.model.text import Localised
from sitegen.render.escapes import for_csv
from sitegen.structs import Struct
from sitegen.year.costs import Costs, Part, Payer, people, total
from sitegen.year.orders import address

MARK = "\ufeff"


class Sheet(Struct, frozen=True):
    """A table in words: the columns from `counts` on are numbers, the last row the sums."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    counts: int


class Account(Struct, frozen=True):
    """The whole account: tables, how it was counted, and the notice of a region's own split (else none)."""

    title: str
    lead: str
    sheets: tuple[Sheet, ...]
    remarks_title: str
    remarks: tuple[str, ...]
    notice: tuple[str, ...] = ()


def account(found: Costs, network: Network, say: Catalogue, part: Part | None = None) -> Account:
    """The account of the network, or of one region's part of it."""
    if part is None:
        return Account(
            title=say.get("costs.title", year=found.year, total=cents(found.cents, say.lang)),
            lead=say.get(
                "costs.lead",
                municipalities=cents(total(found.municipalities), say.lang),
                counties=cents(total(found.counties), say.lang),
            ),
            sheets=(
                _municipalities(found.parts, say),
                _counties(found.counties, say),
                _regions(found.parts, say),
            ),
            remarks_title=say.get("costs.how"),
            remarks=tuple(_remarks(found, found.parts, say)),
        )
    name = _shown(part.name, say)
    return Account(
        title=say.get("costs.title-region", region=name, year=found.year, total=cents(part.cents, say.lang)),
        lead=say.get(
            "costs.lead-region",
            whole=cents(found.cents, say.lang),
            municipalities=cents(total(part.municipalities), say.lang),
            counties=cents(total(part.counties), say.lang),
        ),
        sheets=(_municipalities((part,), say), _counties(part.counties, say)),
        remarks_title=say.get("costs.how"),
        remarks=tuple(_remarks(found, (part,), say)),
        notice=tuple(_notice(found, part, network, say)),
    )


def as_text(made: Account) -> str:
    """The account as plain text."""
    lines = [made.title, made.lead]
    for sheet in made.sheets:
        lines += ["", sheet.title, *_aligned(sheet)]
    lines += ["", made.remarks_title, *(f"- {one}" for one in made.remarks)]
    if made.notice:
        lines += ["", *made.notice]
    return "\n".join(lines) + "\n"


def as_document(made: Account, say: Catalogue, author: str) -> Document:
    """The account as a document."""
    blocks: list[Block] = [Heading(1, (Text(made.title),)), Paragraph((Text(made.lead),), role="lead")]
    blocks += [_table(sheet) for sheet in made.sheets]
    blocks.append(Heading(2, (Text(made.remarks_title),)))
    blocks.append(List(tuple(Item((Paragraph((Text(one),)),)) for one in made.remarks)))
    if made.notice:
        blocks.append(Heading(2, (Text(say.get("costs.notice")),)))
        blocks += [Paragraph((Text(line),)) for line in made.notice if line]
    return Document(
        kind="letter",
        lang=say.lang,
        direction="ltr",
        title=made.title,
        subject=made.lead,
        author=author,
        children=tuple(blocks),
    )


def as_csv(parts: Sequence[Part], say: Catalogue) -> bytes:
    """A line for each payer and region, as a Finnish Excel reads it: semicolons, decimal commas, a BOM."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = ("side", "payer", "code", "region", "people", "euros")
    writer.writerow([say.get(f"costs.column.{name}") for name in names])
    for part in parts:
        region = _shown(part.name, say) if part.name else say.get("costs.no-region")
        for side, payers in (("municipalities", part.municipalities), ("counties", part.counties)):
            for one in _sorted(payers, say):
                row = (
                    say.get(f"costs.side.{side}"),
                    _shown(one.name, say),
                    one.code,
                    region,
                    str(one.people),
                    _plain(one.cents),
                )
                writer.writerow([for_csv(cell) for cell in row])
    return (MARK + out.getvalue()).encode("utf-8")


def _plain(amount: int) -> str:
    return f"{amount // 100},{amount % 100:02}"


def _municipalities(parts: Sequence[Part], say: Catalogue) -> Sheet:
    """Municipalities by name; with several regions each says which it is of."""
    several = len(parts) > 1
    payers = _sorted([one for part in parts for one in part.municipalities], say)
    homes = {one.code: part for part in parts for one in part.municipalities}
    rows = [
        (
            _shown(one.name, say),
            *((_region(homes[one.code], say),) if several else ()),
            number(one.people, say.lang),
            cents(one.cents, say.lang),
        )
        for one in payers
    ]
    head = ("municipality", *(("region",) if several else ()), "people", "euros")
    blank = ("",) if several else ()
    sums = (say.get("costs.sum"), *blank, number(people(payers), say.lang), cents(total(payers), say.lang))
    return _sheet("municipalities", head, (*rows, sums), 2 if several else 1, say)


def _counties(payers: Sequence[Payer], say: Catalogue) -> Sheet:
    rows = [
        (_shown(one.name, say), number(one.people, say.lang), cents(one.cents, say.lang))
        for one in _sorted(payers, say)
    ]
    sums = (say.get("costs.sum"), number(people(payers), say.lang), cents(total(payers), say.lang))
    return _sheet("counties", ("county", "people", "euros"), (*rows, sums), 1, say)


def _regions(parts: Sequence[Part], say: Catalogue) -> Sheet:
    ordered = sorted(parts, key=lambda one: (one.name is None, sort_key(_region(one, say), say.lang)))
    rows = [
        (
            _region(one, say),
            cents(total(one.municipalities), say.lang),
            cents(total(one.counties), say.lang),
            cents(one.cents, say.lang),
        )
        for one in ordered
    ]
    sums = (
        say.get("costs.sum"),
        cents(sum(total(one.municipalities) for one in parts), say.lang),
        cents(sum(total(one.counties) for one in parts), say.lang),
        cents(sum(one.cents for one in parts), say.lang),
    )
    return _sheet(
        "regions", ("region", "by-municipalities", "by-counties", "together"), (*rows, sums), 1, say
    )


def _sheet(
    name: str, head: Sequence[str], rows: tuple[tuple[str, ...], ...], counts: int, say: Catalogue
) -> Sheet:
    return Sheet(
        say.get(f"costs.sheet.{name}"), tuple(say.get(f"costs.column.{one}") for one in head), rows, counts
    )


def _region(part: Part, say: Catalogue) -> str:
    return _shown(part.name, say) if part.name else say.get("costs.no-region")


def _remarks(found: Costs, parts: Sequence[Part], say: Catalogue) -> Iterator[str]:
    """How it was counted, whose own split it holds, where the populations come from, who is left out."""
    yield say.get("costs.rule.halves")
    yield say.get("costs.rule.rounding")
    for one in parts:
        if one.split is not None:
            yield say.get(
                "costs.rule.own", region=_shown(one.name, say), share=one.split, rest=100 - one.split
            )
    for date, source in found.sources:
        yield say.get("costs.source", source=source, date=partial_day(date, say.lang).text)
    if len(parts) == len(found.parts):
        for reason in dict.fromkeys(left.reason for left in found.left_out):
            names = [_shown(left.name, say) for left in found.left_out if left.reason == reason]
            yield say.get(f"costs.left.{reason}", regions=", ".join(names))


def _notice(found: Costs, part: Part, network: Network, say: Catalogue) -> Iterator[str]:
    """The message to Kaikukeskus that a region which shares otherwise than by halves owes it."""
    edition = part.edition
    split = edition.facts.cost_split if edition else None
    if edition is None or split is None:
        return
    name = _shown(part.name, say)
    to = address(edition, network)
    if to:
        yield say.get("changes.notice-to", address=to)
    yield say.get("costs.notice-subject", region=name, year=found.year)
    yield ""
    yield say.get("changes.notice-hello")
    yield ""
    yield say.get(
        "costs.notice-text",
        region=name,
        year=found.year,
        share=split.municipalities,
        rest=100 - split.municipalities,
        municipalities=cents(total(part.municipalities), say.lang),
        counties=cents(total(part.counties), say.lang),
        total=cents(part.cents, say.lang),
    )
    yield ""
    yield say.get("changes.notice-bye")
    yield say.get("changes.notice-from", region=name)


def _sorted(payers: Sequence[Payer], say: Catalogue) -> list[Payer]:
    return sorted(payers, key=lambda one: sort_key(_shown(one.name, say), say.lang))


def _shown(name: Localised | None, say: Catalogue) -> str:
    found = best(name, say.lang, ())
    return found.value if found else ""


def _aligned(sheet: Sheet) -> list[str]:
    rows = (sheet.head, *sheet.rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(sheet.head))]
    return ["  ".join(_cells(row, widths, sheet.counts)).rstrip() for row in rows]


def _cells(row: Sequence[str], widths: Sequence[int], counts: int) -> Iterator[str]:
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield f"{cell:>{width}}" if column >= counts else f"{cell:<{width}}"


def _table(sheet: Sheet) -> Table:
    *rows, sums = sheet.rows
    head = Row(
        tuple(
            Cell((Text(cell),), "column", count=column >= sheet.counts)
            for column, cell in enumerate(sheet.head)
        )
    )
    body = [_row(row, sheet.counts) for row in rows]
    return Table((head,), (*body, _row(sums, sheet.counts)), caption=(Text(sheet.title),))


def _row(row: Sequence[str], counts: int) -> Row:
    return Row(
        tuple(
            Cell((Text(cell, whole=column >= counts),), "" if column else "row", count=column >= counts)
            for column, cell in enumerate(row)
        )
    )
