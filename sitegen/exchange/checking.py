"""The values of an import, checked by the same table as YAML; each problem stands in its cell."""

from collections.abc import Iterator
from collections.abc import Mapping as Lookup

from sitegen.exchange.columns import Column
from sitegen.exchange.drafts import Draft, Key
from sitegen.exchange.grids import example_of
from sitegen.exchange.source import Source
from sitegen.exchange.words import labels
from sitegen.languages.messages import Catalogue
from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.load.suggest import suggest
from sitegen.model.edition import EditionFacts
from sitegen.model.fields import table
from sitegen.model.region import Region
from sitegen.problems import Place, Problem, Severity
from sitegen.structs import replace
from sitegen.validate.record import read_fields, read_record

NOWHERE = Place()
IN_CELLS = {"phone-two": "cell-phone-two", "phone-letters": "cell-phone-letters"}
"""Problems whose sentences tell how YAML is written, and what they are in a cell."""
OF_CHOICES = ("choice-unknown", "yes-no", "yes-no-word")

Cells = Lookup[Key, tuple[Place, Column]]


def check_draft(draft: Draft, source: Source, say: Catalogue) -> Iterator[Problem]:
    """The errors of a record in their cells, and doubts about what changes.

    What was wrong before and is left as it was is a warning: it is no reason to refuse the rest.
    """
    if draft.new is None:
        return
    changed = {
        place for place, column in draft.at.values() if any(one.column == column for one in draft.changed)
    }
    before = {(one.id, one.place) for one in _told(draft.old, draft, source, say)}
    for found in _told(draft.new, draft, source, say):
        if found.place in changed or (found.id, found.place) not in before:
            if found.severity is Severity.ERROR or found.place in changed:
                yield found
        elif found.severity is Severity.ERROR:
            yield replace(found, severity=Severity.WARNING)


def _told(node: Mapping | None, draft: Draft, source: Source, say: Catalogue) -> Iterator[Problem]:
    for problem in _problems(node, draft, source):
        found = _of_cell(problem, draft, source, say)
        if found.place != NOWHERE and found.severity is not Severity.NOTE:
            yield found


def _problems(given: Mapping | None, draft: Draft, source: Source) -> Iterator[Problem]:
    node = placed(given, (), draft.at) if given is not None else None
    if not isinstance(node, Mapping):
        return
    node = replace(node, place=draft.place)
    entries = tuple(entry for entry in node.entries if entry.key != "format")
    if draft.stem != "edition" or draft.path:
        yield from read_record(replace(node, entries=entries), draft.record, source.context).problems
        return
    facts = {spec.key for spec in table(EditionFacts).values()}
    own = tuple(entry for entry in entries if entry.key in facts)
    others = tuple(entry for entry in entries if entry.key not in facts)
    yield from read_record(replace(node, entries=own), EditionFacts, source.context).problems
    yield from read_fields(replace(node, entries=others), table(Region), source.context, Region).problems


def placed(node: Node, path: Key, at: Cells) -> Node:
    """The value with the cells that say it as its places; nowhere for what no cell says."""
    place = _place(path, at)
    if isinstance(node, Mapping):
        entries = tuple(
            Entry(one.key, _place((*path, one.key), at), placed(one.value, (*path, one.key), at))
            for one in node.entries
        )
        return Mapping(entries, place)
    if isinstance(node, Sequence):
        return Sequence(tuple(placed(item, path, at) for item in node.items), place)
    return Scalar(node.value, place, node.quoted)


def _place(path: Key, at: Cells) -> Place:
    for length in range(len(path), 0, -1):
        if path[:length] in at:
            return at[path[:length]][0]
    return next((place for key, (place, _) in at.items() if path and key[: len(path)] == path), NOWHERE)


def _of_cell(problem: Problem, draft: Draft, source: Source, say: Catalogue) -> Problem:
    """The problem with the heading as its field, and an example as the cell would hold it."""
    values = dict(problem.values)
    if problem.id == "field-missing":
        inside, name = values.get("inside", ""), values.get("field", "")
        wanted = (inside, name) if inside else (name,)
        key = next((one for one in draft.at if one[: len(wanted)] == wanted), None)
        problem = replace(problem, place=draft.at[key][0]) if key is not None else problem
    column = next((column for place, column in draft.at.values() if place == problem.place), None)
    if column is None:
        return problem
    if problem.id in OF_CHOICES:
        return _choice(problem, column, values, say)
    if problem.id == "field-missing":
        problem, values = replace(problem, id="cell-missing"), {}
    problem = replace(problem, id=IN_CELLS.get(problem.id, problem.id))
    values |= {"field": column.heading(say.lang)}
    values |= {"example": example_of(column, source, say.lang)}
    return replace(problem, values=tuple(sorted(values.items())))


def _choice(problem: Problem, column: Column, values: dict[str, str], say: Catalogue) -> Problem:
    known = labels(column.spec, say.lang)
    near = suggest(values.get("value", ""), known)
    values = {
        "field": column.heading(say.lang),
        "value": values.get("value", ""),
        "known": ", ".join(known),
        "suggestion": near or "",
    }
    return replace(problem, id="cell-choice", values=tuple(sorted(values.items())))
