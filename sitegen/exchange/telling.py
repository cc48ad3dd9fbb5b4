"""The difference in words, before anything is written: record by record, field by field, old -> new."""

from collections.abc import Iterator

from sitegen.exchange.drafts import Changed, Comparison, Draft
from sitegen.exchange.grids import shown_name
from sitegen.exchange.source import PARTNERS, text_at
from sitegen.exchange.tables import FACTS
from sitegen.languages.messages import Catalogue
from sitegen.load.nodes import Mapping
from sitegen.reporting import safe

LONGEST = 300


def difference(comparison: Comparison, languages: tuple[str, ...], say: Catalogue) -> Iterator[str]:
    """The lines of the difference, a heading for each list."""
    heading = ""
    for draft in comparison.drafts:
        if not draft.is_changed:
            continue
        title = _title(draft, say)
        if title != heading:
            heading = title
            yield title
        yield from _record(draft, languages, say)
    for stem, count in comparison.absent.items():
        yield say.plural("exchange.absent", count, list=say.get(f"exchange.sheet.{stem}"))
    if comparison.absent:
        yield say.get("exchange.absent-why")


def counted(comparison: Comparison, say: Catalogue) -> str:
    """How much changes: `2 changed, 1 new`."""
    drafts = [one for one in comparison.drafts if one.is_changed]
    new = sum(one.old is None for one in drafts)
    gone = sum(one.new is None for one in drafts)
    counts = (("changed", len(drafts) - new - gone), ("new", new), ("removed", gone))
    return ", ".join(say.plural(f"exchange.count.{kind}", count) for kind, count in counts if count)


def _title(draft: Draft, say: Catalogue) -> str:
    of_partner = draft.stem in PARTNERS
    return say.get(f"exchange.sheet.{draft.stem if of_partner else draft.sheet.origin.sheet}")


def _record(draft: Draft, languages: tuple[str, ...], say: Catalogue) -> Iterator[str]:
    record = draft.new if draft.new is not None else draft.old
    assert record is not None
    name = safe(_name(draft, record, languages, say))
    if draft.new is None:
        yield f"  {say.get('exchange.removed', name=name)}"
        return
    yield f"  {say.get('exchange.new', name=name)}" if draft.old is None else f"  {name}"
    yield from (_change(one, say, new=draft.old is None) for one in draft.changed)


def _name(draft: Draft, record: Mapping, languages: tuple[str, ...], say: Catalogue) -> str:
    sheet = draft.sheet.origin.sheet
    if sheet == FACTS and not draft.path:
        return say.get(f"exchange.facts.{draft.stem}")
    name = shown_name(record, languages)
    id = text_at(record, "id")
    if not id:
        point = text_at(record, "point")
        return f"{point}" if point else name or text_at(record, "side")
    return f"{name} ({id})" if name else id


def _change(one: Changed, say: Catalogue, *, new: bool) -> str:
    field = one.column.heading(say.lang)
    empty = say.get("exchange.empty")
    after = _shown(one.new) or empty
    if new:
        return f"    {field}: {after}"
    return f"    {field}: {_shown(one.old) or empty} -> {after}"


def _shown(text: str) -> str:
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return safe(line if len(line) <= LONGEST else line[: LONGEST - 1] + "…")
