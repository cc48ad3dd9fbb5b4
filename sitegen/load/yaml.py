"""YAML -> nodes with places, by the parser's events (BAR B02-B23, S07-S09; DESIGN section 3, Reading).

Every scalar stays text. Events, not the node graph: anchors, aliases and tags are gone from the graph.
A syntax error ends its file; every other fault is reported and read over.
"""

import re
from collections.abc import Callable

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from sitegen.load.lines import Kind, Source, scan
from sitegen.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.load.yaml_checks import (
    Run,
    add_reference,
    check_comment,
    check_marks,
    check_plain,
    check_space_before_colon,
    check_swallowed,
    end_of,
    missing_space,
    other_space_code,
    place_of,
    short,
    unescaped,
)
from sitegen.load.yaml_syntax import LastEvent, explain, swallowed_key
from sitegen.problems import Place, Problem, Severity, error

DEEPEST = 10
"""No format needs more levels than half of this (B20)."""

_ANCHOR = re.compile(r"&([A-Za-z0-9_-]+)")
_ALIAS = re.compile(r"\*([A-Za-z0-9_-]+)")
_COMMENT = re.compile(r"[ \t]#")
_SPACE_BEFORE_COLON = re.compile(r"[ \t]:(?:\s|$)")


_VAGUE = ("yaml-syntax", "yaml-flow-open", "yaml-ends-early", "yaml-no-colon", "yaml-indent")
"""Syntax errors that another error just before them may have caused."""


class _EndOfFileError(Exception):
    """A fault after which nothing of the file can be read; it is already among the problems."""


def read_yaml(path: str, data: bytes) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The fields of a YAML file and all its problems; None where it could not be read to its end."""
    source, problems = scan(path, data, Kind.YAML)
    if source is None:
        return None, problems
    root, more = parse(source)
    return root, (*problems, *more)


def parse(source: Source) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The fields of a scanned text. No exception of the parser leaves this function."""
    lines = source.lines
    run = Run(
        path=source.path,
        lines=lines,
        next=_reader(source.text),
        hash_lines=_lines_with(source.text, lines, _COMMENT, " #", "\t#"),
        colon_lines=_lines_with(source.text, lines, _SPACE_BEFORE_COLON, " :", "\t:"),
        anchors=frozenset(_ANCHOR.findall(source.text)),
        aliases=frozenset(_ALIAS.findall(source.text)),
    )
    try:
        return _document(run), tuple(run.problems)
    except _EndOfFileError:
        return None, tuple(run.problems)
    except yaml.YAMLError as fault:
        return None, tuple(_with_syntax_error(run, fault, source))


def _reader(text: str) -> Callable[[], Event]:
    """The parser's events one by one; the last is the end of the stream."""
    get_event: Callable[[], Event] = yaml.CLoader(text).get_event  # type: ignore[assignment]
    return get_event


def _with_syntax_error(run: Run, fault: yaml.YAMLError, source: Source) -> list[Problem]:
    """The problems with the syntax error, unless it is only the consequence of what is said already."""
    explained = explain(run.path, run.lines, fault, _last_text(source.text))
    errors = [one for one in run.problems if one.severity is Severity.ERROR]
    distance = min((abs(one.place.line - explained.place.line) for one in errors), default=2)
    vague = explained.id in _VAGUE
    if distance == 0 or (vague and (source.faulty or distance == 1)) or (errors and run.in_flow):
        return run.problems
    return [*run.problems, explained]


def _last_text(text: str) -> LastEvent | None:
    """The last text before the fault, found by reading again up to it: most files have none."""
    last: LastEvent | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            last = None
            if isinstance(event, ScalarEvent):
                start = event.start_mark
                line, column = (start.line, start.column) if start else (0, 0)
                last = LastEvent(line, column, *end_of(event), event.style or "", event.value)
    except yaml.YAMLError:
        return last
    return None


def _lines_with(text: str, lines: list[str], pattern: re.Pattern[str], *marks: str) -> frozenset[int]:
    """Indexes of the lines that hold the pattern, looked for only if the text holds one of the marks."""
    if not any(mark in text for mark in marks):
        return frozenset()
    return frozenset(number for number, line in enumerate(lines) if pattern.search(line))


def _document(run: Run) -> Mapping:
    root: Node | None = None
    documents = 0
    while type(event := run.next()) is not StreamEndEvent:
        if type(event) is DocumentStartEvent:
            documents += 1
            if documents > 1:
                run.add(error("yaml-documents", place_of(run, event), rule="B16"))
                raise _EndOfFileError
            if event.version or event.tags:
                run.add(error("yaml-directive", Place(run.path, 1, 1), rule="B18"))
        elif isinstance(event, NodeEvent):
            root = _node(run, event, 1)
    return _root(run, root)


def _root(run: Run, root: Node | None) -> Mapping:
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Scalar) and not root.value and not root.quoted):
        problem = error("yaml-empty", Place(run.path, 1, 1), rule="B21")
    elif not isinstance(root, Scalar):
        problem = error("yaml-top-list", root.place, rule="B23")
    else:
        key = "" if root.quoted else swallowed_key(root.value)
        problem = missing_space(root.place, key) if key else error("yaml-top-text", root.place, rule="B23")
    if problem not in run.problems:
        run.add(problem)
    raise _EndOfFileError


def _node(run: Run, event: Event, depth: int) -> Node:
    if type(event) is ScalarEvent:
        return _scalar(run, event)
    if type(event) is AliasEvent:
        return _alias(run, event)
    assert isinstance(event, CollectionStartEvent)
    if depth > DEEPEST:
        run.add(error("yaml-depth", place_of(run, event), rule="B20", limit=DEEPEST))
        raise _EndOfFileError
    if event.anchor or event.tag:
        check_marks(run, event, "")
    if type(event) is MappingStartEvent:
        return _mapping(run, event, depth)
    return _sequence(run, event, depth)


def _sequence(run: Run, start: Event, depth: int) -> Sequence:
    items = []
    flow = bool(getattr(start, "flow_style", False))
    run.in_flow += flow
    while type(event := run.next()) is not SequenceEndEvent:
        items.append(_node(run, event, depth + 1))
    run.in_flow -= flow
    return Sequence(tuple(items), place_of(run, start))


def _mapping(run: Run, start: Event, depth: int) -> Node:
    entries: dict[str, Entry] = {}
    flow = bool(getattr(start, "flow_style", False))
    run.in_flow += flow
    lost: list[ScalarEvent] = []
    while type(key_event := run.next()) is not MappingEndEvent:
        if type(key_event) is not ScalarEvent:
            _complex_key(run, key_event, depth)
            continue
        value_event = run.next()
        if flow and _has_no_colon(run, key_event, value_event):
            lost.append(key_event)
            continue
        entry = _entry(run, key_event, value_event, depth)
        if entry is None:
            continue
        if entry.key in entries:
            run.add(_given_twice(entries[entry.key], entry))
        else:
            entries[entry.key] = entry
    run.in_flow -= flow
    place = place_of(run, start)
    if not lost:
        return Mapping(tuple(entries.values()), place)
    return _braces(run, tuple(entries.values()), lost, place)


def _entry(run: Run, key_event: ScalarEvent, value_event: Event, depth: int) -> Entry | None:
    place = place_of(run, key_event)
    key = key_event.value
    if key == "<<" and not key_event.style:
        run.add(error("yaml-merge", place, rule="B17"))
        _read_over(run, value_event, depth)
        return None
    if key_event.anchor or key_event.tag:
        check_marks(run, key_event, key)
    if run.colon_lines and end_of(key_event)[0] in run.colon_lines:
        check_space_before_colon(run, key_event)
    code = "" if key.isascii() else other_space_code(key)
    if code:
        run.add(error("yaml-other-space", place, rule="B26", code=code, column=place.column))
        key = key.strip()
    if key.startswith("-") and not key_event.style:
        run.add(error("yaml-missing-space-dash", place, rule="B13"))
    if key_event.style == '"':
        key = unescaped(run, key_event)
    return Entry(key, place, _node(run, value_event, depth + 1))


def _given_twice(first: Entry, second: Entry) -> Problem:
    return error(
        "yaml-twice",
        second.place,
        rule="B15",
        field=second.key,
        first=first.place.line,
        second=second.place.line,
    )


def _complex_key(run: Run, event: Event, depth: int) -> None:
    """`[a]: b`, `{{x}}: b`, `*a : b`: a key that is no text."""
    run.add(error("yaml-key", place_of(run, event), rule="B09"))
    _read_over(run, event, depth)
    _read_over(run, run.next(), depth)


def _read_over(run: Run, event: Event, depth: int) -> None:
    """Read a value whose own faults would only repeat what is said already."""
    before = len(run.problems)
    _node(run, event, depth + 1)
    del run.problems[before:]


def _has_no_colon(run: Run, key: ScalarEvent, value: Event) -> bool:
    if type(value) is not ScalarEvent or value.value or value.style or value.anchor or value.tag:
        return False
    line, column = end_of(key)
    return not run.lines[line][column:].lstrip().startswith(":")


def _braces(run: Run, entries: tuple[Entry, ...], lost: list[ScalarEvent], place: Place) -> Node:
    """Braces that are part of a text (B09), a comma that splits one, or a colon without its space (B13)."""
    for event in lost:
        at = place_of(run, event)
        key = "" if event.style else swallowed_key(event.value)
        if key:
            run.add(missing_space(at, key))
        elif entries:
            run.add(error("yaml-comma", at, rule="B09", text=short(event.value)))
        else:
            run.add(error("yaml-braces", place, rule="B09", text=short(event.value)))
            return Scalar("{" + event.value + "}", place, quoted=True)
    return Mapping(entries, place)


def _alias(run: Run, event: AliasEvent) -> Node:
    place = place_of(run, event)
    if event.anchor in run.anchors:
        add_reference(run, f"*{event.anchor}", place)
    else:
        run.add(error("yaml-reserved-start", place, rule="B07", mark="*", text=f"*{event.anchor}"))
    return Scalar(f"*{event.anchor}", place, quoted=True)


def _scalar(run: Run, event: ScalarEvent) -> Scalar:
    place = place_of(run, event)
    value: str = event.value
    style = event.style
    if event.anchor or event.tag:
        check_marks(run, event, value)
    if not style:
        if ":" in value:
            check_swallowed(run, value, place)
        if not value.isascii():
            check_plain(run, value, place)
    elif style == '"' and not (value.isascii() and value.isprintable()):
        value = unescaped(run, event)
    if run.hash_lines and end_of(event)[0] in run.hash_lines and style not in ("|", ">"):
        check_comment(run, event)
    return Scalar(value, place, bool(style))
