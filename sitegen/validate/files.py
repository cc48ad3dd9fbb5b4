"""One YAML file -> its record: format, fields, and the fields of region.yaml that an edition replaces."""

from typing import Any

from sitegen.languages.table import is_known
from sitegen.load.nodes import Mapping, Node, RawFile, Scalar, Sequence
from sitegen.model.edition import EditionFacts
from sitegen.model.fields import table
from sitegen.model.region import NOT_BY_YEAR, Region
from sitegen.problems import Problem, error
from sitegen.structs import replace
from sitegen.validate.context import Checked, Context, shown
from sitegen.validate.record import read_fields, read_record
from sitegen.validate.whole import check_whole

FORMAT = 1


def read_file(file: RawFile, record: type, context: Context) -> Checked[Any]:
    """The record of a whole file; its `format` is checked and taken off."""
    root, problems = without_format(file.root)
    if any(one.id == "format-newer" for one in problems):
        return Checked(None, problems)
    outcome = read_record(root, record, context)
    return Checked(outcome.value, (*problems, *outcome.problems))


def without_format(root: Mapping) -> tuple[Mapping, tuple[Problem, ...]]:
    """The file's other fields, and what is wrong with `format` (B78)."""
    entry = next((one for one in root.entries if one.key == "format"), None)
    rest = replace(root, entries=tuple(one for one in root.entries if one is not entry))
    if entry is None:
        return rest, (error("format-missing", root.place, rule="B78", format=FORMAT),)
    text = entry.value.value.strip() if isinstance(entry.value, Scalar) else ""
    if text == str(FORMAT):
        return rest, ()
    if text.isdecimal() and int(text) > FORMAT:
        return rest, (error("format-newer", entry.value.place, rule="B78", value=text, format=FORMAT),)
    return rest, (error("format-unknown", entry.value.place, rule="B78", value=shown(text), format=FORMAT),)


def read_edition_file(
    file: RawFile, region: Region | None, context: Context
) -> tuple[Checked[EditionFacts], Region | None]:
    """The edition's own facts, and the region as it holds in this year."""
    root, problems = without_format(file.root)
    if any(one.id == "format-newer" for one in problems):
        return Checked(None, problems), region
    own = table(EditionFacts)
    of_region = {name: spec for name, spec in table(Region).items() if name not in NOT_BY_YEAR}
    region_keys = {spec.key for spec in of_region.values()}
    region_part = tuple(one for one in root.entries if one.key in region_keys)
    facts_part = tuple(one for one in root.entries if one.key not in region_keys)
    replaced = read_fields(replace(root, entries=region_part), of_region, context, Region)
    unknown = tuple(one for one in facts_part if one.key not in {spec.key for spec in own.values()})
    known = tuple(one for one in facts_part if one not in unknown)
    facts = read_record(replace(root, entries=known), EditionFacts, context)
    strange = read_fields(replace(root, entries=unknown), {**own, **of_region}, context, EditionFacts)
    merged = _merged(region, replaced.values, replaced.at)
    whole = tuple(check_whole(merged, context)) if merged is not None and replaced.values else ()
    all_problems = (*problems, *facts.problems, *replaced.problems, *strange.problems, *whole)
    return Checked(facts.value, all_problems), merged


def _merged(region: Region | None, values: dict[str, Any], at: dict[str, Any]) -> Region | None:
    if region is None or not values:
        return region
    places = {**region.at, **{name: place for name, place in at.items() if name}}
    return replace(region, **values, at=places)


def texts_in(node: Node | None) -> tuple[str, ...]:
    """The texts of a list, or the one text, as written."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return tuple(one.value.strip() for one in nodes if isinstance(one, Scalar) and one.value.strip())


def written_languages(file: RawFile | None) -> tuple[str, ...]:
    """The known codes of a file's `languages`, before anything else of it is read."""
    if file is None:
        return ()
    return tuple(dict.fromkeys(code for code in texts_in(file.root.get("languages")) if is_known(code)))


def says_yes(file: RawFile | None, key: str) -> bool:
    """Whether a yes/no field of a file says yes, before anything else of it is read."""
    return file is not None and texts_in(file.root.get(key))[:1] in (("yes",), ("true",))
