"""A field nobody knows: what was probably meant (BAR B62)."""

from collections.abc import Mapping as Lookup

from sitegen.load.nodes import Entry
from sitegen.load.suggest import fold, suggest
from sitegen.model.edition import EditionFacts, MediaDescription, Statistic
from sitegen.model.fields import Spec, table
from sitegen.model.national import Site
from sitegen.model.partner import Distributor, Venue
from sitegen.model.region import Region
from sitegen.problems import Problem, Severity
from sitegen.validate.context import pairs, shown

HOMES: tuple[tuple[str, type], ...] = (
    ("region.yaml", Region),
    ("edition.yaml", EditionFacts),
    ("distributors.yaml", Distributor),
    ("venues.yaml", Venue),
    ("statistics.yaml", Statistic),
    ("media.yaml", MediaDescription),
    ("site.yaml", Site),
)
"""Where a field may belong instead."""


def unknown_field(entry: Entry, specs: Lookup[str, Spec], record: type) -> Problem:
    """An error with the nearest known field, or the field or file it belongs in."""
    known = ", ".join(spec.key for spec in specs.values())
    by_fold = {fold(spec.key).replace("-", "_"): spec.key for spec in specs.values()}
    same = by_fold.get(fold(entry.key).replace("-", "_"), "")
    if same:
        return _problem("field-unknown", entry, known, suggestion=same)
    inside = _inside(entry.key, specs)
    if inside:
        return _problem("field-inside", entry, known, inside=inside)
    elsewhere = [file for file, home in HOMES if home is not record and entry.key in _keys(home)]
    if elsewhere:
        return _problem("field-elsewhere", entry, known, file=", ".join(elsewhere))
    near = suggest(entry.key, by_fold.values()) or _by_label(entry.key, specs)
    return _problem("field-unknown", entry, known, suggestion=near)


def _problem(id: str, entry: Entry, known: str, **values: str) -> Problem:
    more = {"field": shown(entry.key), "known": known, **values}
    return Problem(id, Severity.ERROR, entry.place, pairs(more), "B62")


def _keys(record: type) -> set[str]:
    return {spec.key for spec in table(record).values()}


def _inside(key: str, specs: Lookup[str, Spec]) -> str:
    return next(
        (spec.key for spec in specs.values() if spec.record is not None and key in _keys(spec.record)), ""
    )


def _by_label(key: str, specs: Lookup[str, Spec]) -> str:
    """The field whose Finnish or Swedish name is like the key: `puhelin`, `puhelinnumero` -> phone."""
    labels = {
        label: spec.key
        for spec in specs.values()
        for text in (spec.fi, spec.sv)
        for label in (fold(text), fold(text.split()[0].rstrip(",:")))
    }
    near = suggest(key, labels)
    return labels[near] if near else ""
