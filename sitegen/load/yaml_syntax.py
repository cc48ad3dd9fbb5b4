"""What is wrong where the YAML parser gave up: its place and our own words (BAR B02, B04-B13, B27).

The parser's sentence is never shown. Its kind, its two marks and the line itself tell which of the usual
mistakes it is.
"""

import re
from collections.abc import Callable, Sequence

import yaml

from sitegen.load.yaml_indent import nearest_level
from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct

_SWALLOWED = re.compile(r"^(?P<key>[A-Za-z_][\w-]*):(?!//)[^\s:]")
_SWALLOWED_DASH = re.compile(r"^-[A-Za-z_][\w-]*:(?:\s|$)")
_COMMENT_IN_LIST = re.compile(r"^[^'\"]*?[\[{,:][ \t]+(?P<text>#[^ ].*)$")
_LINKS = ("page", "partner", "section", "mailto", "tel", "http", "https")


class LastEvent(Struct, frozen=True):
    """The last text that was read before the fault, lines and columns from 0."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    value: str

    @property
    def quoted(self) -> bool:
        """Whether it stood in quotes."""
        return self.style in ("'", '"')


class _Fault(Struct, frozen=True):
    """What is known of a syntax error; lines and columns from 0, and never past the last line."""

    path: str
    lines: Sequence[str]
    context: str
    problem: str
    line: int
    column: int
    context_line: int
    context_column: int
    at_end: bool
    last: LastEvent | None

    @property
    def text(self) -> str:
        """The line of the fault."""
        return self.lines[self.line]

    @property
    def before(self) -> str:
        """The line up to the fault."""
        return self.text[: self.column]

    @property
    def character(self) -> str:
        """The character at the fault, empty at a line's end."""
        return self.text[self.column : self.column + 1]


def swallowed_key(value: str) -> str:
    """The key of a plain text that is a field without the space after its colon, `name:Theatre`, or empty."""
    found = _SWALLOWED.match(value)
    return found["key"] if found and found["key"] not in _LINKS else ""


def explain(path: str, lines: Sequence[str], fault: yaml.YAMLError, last: LastEvent | None) -> Problem:
    """The problem behind a parser's exception. Some answer always comes."""
    if not isinstance(fault, yaml.MarkedYAMLError) or fault.problem_mark is None:
        return error("yaml-syntax", Place(path, 1, 1))
    known = _known(path, lines, fault, last)
    for detector in _DETECTORS:
        found = detector(known)
        if found is not None:
            return found
    return error("yaml-syntax", _here(known))


def _known(path: str, lines: Sequence[str], fault: yaml.MarkedYAMLError, last: LastEvent | None) -> _Fault:
    mark = fault.problem_mark
    assert mark is not None
    context = fault.context_mark or mark
    content = [number for number, line in enumerate(lines) if line.strip()]
    last_line = content[-1] if content else 0
    at_end = mark.line > last_line or (
        mark.line == last_line and mark.column >= len(lines[last_line].rstrip())
    )
    line = min(mark.line, last_line)
    column = min(mark.column if mark.line <= last_line else len(lines[line]), len(lines[line]))
    return _Fault(
        path,
        lines,
        fault.context or "",
        fault.problem or "",
        line,
        column,
        min(context.line, last_line),
        context.column,
        at_end,
        last,
    )


def _here(fault: _Fault) -> Place:
    return Place(fault.path, fault.line + 1, fault.column + 1)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _quotes(fault: _Fault) -> Problem | None:
    """B05, B27: a quote that is never closed, or closed only by the next one; and escapes nobody knows."""
    if "quoted scalar" in fault.context:
        place = Place(fault.path, fault.context_line + 1, fault.context_column + 1)
        if "escape" in fault.problem or "hex" in fault.problem or "Unicode" in fault.problem:
            return error("yaml-escape", _here(fault))
        return _open_quote(place)
    last = fault.last
    if (
        last is None
        or not last.quoted
        or last.end_line != fault.line
        or fault.before[last.end_column :].strip()
    ):
        return None
    if last.line < last.end_line:
        return _open_quote(Place(fault.path, last.line + 1, last.column + 1))
    if fault.column > last.end_column or fault.character not in ("", ":"):
        place = Place(fault.path, last.end_line + 1, last.end_column)
        return error(
            "yaml-quote-ends",
            place,
            rule="B04",
            quote=last.style,
            rest=_short(fault.text[last.end_column :].strip()),
        )
    return None


def _open_quote(place: Place) -> Problem:
    return error("yaml-quote-open", place, rule="B05", line=place.line)


def _start(fault: _Fault) -> Problem | None:
    """B06, B07, B10, B18: values that begin with a character that YAML keeps for itself."""
    if "block scalar" in fault.context:
        place = Place(fault.path, fault.context_line + 1, fault.context_column + 1)
        return error(
            "yaml-block-text", place, rule="B10", mark=fault.lines[fault.context_line][fault.context_column]
        )
    if "cannot start any token" in fault.problem and fault.character:
        return _reserved(fault, fault.line, fault.column, "B06")
    if (
        any(word in fault.context for word in ("alias", "anchor", "tag", "directive"))
        or "tag" in fault.problem
    ):
        if fault.lines[fault.context_line][fault.context_column :].startswith("!!"):
            return error("yaml-tag", _here(fault), rule="B18", tag="!!")
        rule = "B06" if "directive" in fault.context else "B07"
        return _reserved(fault, fault.context_line, fault.context_column, rule)
    if "node content" in fault.problem and fault.character and fault.character in "]},":
        return _reserved(fault, fault.line, fault.column, "B06")
    if "mapping keys are not allowed" in fault.problem:
        return _reserved(fault, fault.line, fault.column, "B06")
    return None


def _reserved(fault: _Fault, line: int, column: int, rule: str) -> Problem:
    text = fault.lines[line][column:].strip()
    place = Place(fault.path, line + 1, column + 1)
    before = fault.lines[line][:column]
    if before.count("{") > before.count("}") or before.count("[") > before.count("]"):
        text = text[:1] + re.split(r"[,}\]]", text[1:])[0]
    return error("yaml-reserved-start", place, rule=rule, mark=text[:1], text=_short(text))


def _brackets(fault: _Fault) -> Problem | None:
    """B08, B09: a text that begins with a bracket or brace, closed before the text ends, or never."""
    before = fault.before.rstrip()
    closing = before[-1:]
    if closing in ("]", "}") and fault.character not in ("", ",", "#") and "flow" not in fault.context:
        opening = before.rfind("[" if closing == "]" else "{")
        place = Place(fault.path, fault.line + 1, max(opening, 0) + 1)
        rule = "B08" if closing == "]" else "B09"
        return error(
            "yaml-bracket-text",
            place,
            rule=rule,
            mark=before[max(opening, 0)],
            text=_short(fault.text[opening:].strip()),
        )
    if "flow" not in fault.context or "did not find expected ','" not in fault.problem:
        return None
    same_line = fault.line == fault.context_line and not fault.at_end
    if same_line and fault.character == ":":
        return _colon(fault)
    if same_line and closing in ("]", "}"):
        return error("yaml-syntax", _here(fault))
    mark = fault.lines[fault.context_line][fault.context_column : fault.context_column + 1]
    place = Place(fault.path, fault.context_line + 1, fault.context_column + 1)
    rule = "B27" if fault.at_end else "B08" if mark == "[" else "B09"
    return error("yaml-flow-open", place, rule=rule, mark=mark, closing="]" if mark == "[" else "}")


def _colon(fault: _Fault) -> Problem:
    value = re.split(r"[,{]|: ", fault.before.rstrip())[-1].strip()
    rest = fault.text[fault.column :].rstrip()
    if "flow" in fault.context:
        rest = re.split(r"[,}]", rest)[0]
    return error("yaml-colon", _here(fault), rule="B02", text=_short(f"{value}{rest}"))


def _values(fault: _Fault) -> Problem | None:
    """B02, B12, B13: a second colon in a value, or a line that the one before it swallowed."""
    if "mapping values are not allowed" not in fault.problem:
        return None
    last = fault.last
    if last is None or last.line == last.end_line or last.end_line != fault.line:
        return _colon(fault)
    return _missing_space(fault, last.line, last.column) or _indent(fault)


def _missing_space(fault: _Fault, line: int, column: int) -> Problem | None:
    text = fault.lines[line][column:]
    key = swallowed_key(text)
    if key:
        place = Place(fault.path, line + 1, column + len(key) + 2)
        return error("yaml-missing-space", place, rule="B13", field=key)
    if _SWALLOWED_DASH.match(text):
        return error("yaml-missing-space-dash", Place(fault.path, line + 1, column + 2), rule="B13")
    return None


def _lone_text(fault: _Fault) -> Problem | None:
    """B13, B27: a line that is neither a field nor an item."""
    if "could not find expected ':'" not in fault.problem:
        return None
    missing = _missing_space(fault, fault.context_line, fault.context_column)
    if missing is not None:
        return missing
    place = Place(fault.path, fault.context_line + 1, fault.context_column + 1)
    text = _short(fault.lines[fault.context_line].strip())
    cut_off = fault.at_end and fault.lines[-1] != ""
    if cut_off:
        return error("yaml-ends-early", place, rule="B27", text=text)
    return error("yaml-no-colon", place, rule="B13", text=text)


def _levels(fault: _Fault) -> Problem | None:
    """B11, B12: lists and fields at one level, and lines that stand at no level at all."""
    first = fault.column == len(fault.text) - len(fault.text.lstrip())
    if "document start" in fault.problem:
        if fault.line and fault.lines[fault.line - 1].startswith("..."):
            return error("yaml-documents", _here(fault), rule="B16")
        return _indent(fault)
    if "did not find expected key" not in fault.problem and "'-' indicator" not in fault.problem:
        return None
    is_item = fault.text.lstrip().startswith(("- ", "-\t")) or fault.text.strip() == "-"
    wants_item = "'-' indicator" in fault.problem
    if first and fault.column == fault.context_column and is_item != wants_item:
        return error("yaml-mixed", _here(fault), rule="B11")
    if first:
        return _indent(fault)
    return None


def _indent(fault: _Fault) -> Problem:
    found, expected = nearest_level(fault.lines, fault.line)
    if found == expected:
        return _swallowing(fault)
    place = Place(fault.path, fault.line + 1, found + 1)
    return error("yaml-indent", place, rule="B12", found=found, expected=expected)


def _swallowing(fault: _Fault) -> Problem:
    """A line that is neither field nor item and took the next one for its continuation."""
    if fault.last is None or fault.last.line == fault.line:
        return error("yaml-syntax", _here(fault))
    place = Place(fault.path, fault.last.line + 1, fault.last.column + 1)
    return error("yaml-no-colon", place, rule="B13", text=_short(fault.lines[fault.last.line].strip()))


def _dash(fault: _Fault) -> Problem | None:
    """B11: `phone: - 016 …`, a list that begins on its field's line."""
    if "block sequence entries are not allowed" not in fault.problem:
        return None
    return error("yaml-dash", _here(fault), rule="B11")


def _comment(fault: _Fault) -> Problem | None:
    """B03: `[Tornio, #Ylitornio]`, whose closing bracket is part of a comment."""
    if "flow" not in fault.context:
        return None
    for number in range(fault.context_line, fault.line + 1):
        found = _COMMENT_IN_LIST.search(fault.lines[number])
        if found:
            place = Place(fault.path, number + 1, found.start("text") + 1)
            return error("yaml-comment", place, rule="B03", text=_short(found["text"].rstrip(" ]}")))
    return None


def _open_above(fault: _Fault) -> Problem | None:
    """B08, B09: what nobody understood, after a line whose bracket is still open."""
    for number in range(fault.line, -1, -1):
        line = fault.lines[number]
        if not line.strip() or (number == fault.line and not fault.before.strip()):
            continue
        for mark, closing, rule in (("[", "]", "B08"), ("{", "}", "B09")):
            if line.count(mark) > line.count(closing):
                place = Place(fault.path, number + 1, line.rindex(mark) + 1)
                return error("yaml-flow-open", place, rule=rule, mark=mark, closing=closing)
        return None
    return None


_DETECTORS: tuple[Callable[[_Fault], Problem | None], ...] = (
    _quotes,
    _comment,
    _start,
    _brackets,
    _values,
    _lone_text,
    _levels,
    _dash,
    _open_above,
)
