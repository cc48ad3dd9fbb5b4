"""What the converters of Markdown share: the text being read, its places, and the faults found in it."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from sitegen.compose.link_rules import Fault, bare_addresses
from sitegen.compose.markdown_marks import Numbers, line_at, unmark
from sitegen.compose.placeholders import unknown
from sitegen.load.suggest import suggest
from sitegen.model.edition import MediaDescription
from sitegen.problems import Place, Problem, Severity
from sitegen.structs import Struct, field

_MAIL = re.compile(r"<[^\s<>@]+@[^\s<>]+>")
_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]{0,40}>?")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);")
_RULE = re.compile(r"[ >]*(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_SPACES = re.compile(r" {2,}")


class Source(Struct, frozen=True):
    """A text as it is read: where its body begins, its lines, what it may use.

    `words` are the placeholders it may hold; `media` the pictures it may show, None where it can have none.
    """

    place: Place
    lines: tuple[str, ...]
    lang: str
    words: frozenset[str]
    media: Mapping[str, MediaDescription] | None


class Reading(Struct, frozen=True):
    """A text with its lines numbered; `problems` gathers what is found on the way."""

    source: Source
    numbers: Numbers
    problems: list[Problem]
    seen: dict[tuple[int, str], int] = field(default_factory=dict)

    def place(self, line: int, fragment: str = "") -> Place:
        """The place of a fragment on a line of the body (from 1); the next one each time it is asked for."""
        start = self.source.place
        if line <= 0:
            return Place(start.path, start.line, 1)
        text = self.source.lines[line - 1] if line <= len(self.source.lines) else ""
        blanks = len(text) - len(text.lstrip())
        column = blanks
        if fragment:
            found = text.find(fragment, self.seen.get((line, fragment), 0))
            column = found if found >= 0 else blanks
            self.seen[line, fragment] = column + 1
        return Place(start.path, start.line + line - 1, column + 1)

    def rule(self, element: Element) -> Place:
        """The place of a rule, which has no words to number: the last such line before what follows."""
        last = self.numbers.start.get(element, 0) or len(self.source.lines) + 1
        line = next((at for at in range(last - 1, 0, -1) if _RULE.fullmatch(self.source.lines[at - 1])), 0)
        return self.place(line)

    def say(self, id: str, severity: Severity, place: Place, rule: str = "", **values: object) -> None:
        """Report a problem."""
        pairs = tuple(sorted((name, str(value)) for name, value in values.items()))
        self.problems.append(Problem(id, severity, place, pairs, rule))

    def error(self, id: str, place: Place, rule: str = "", **values: object) -> None:
        """Report what stops the build."""
        self.say(id, Severity.ERROR, place, rule, **values)

    def warning(self, id: str, place: Place, rule: str = "", **values: object) -> None:
        """Report what should be mended."""
        self.say(id, Severity.WARNING, place, rule, **values)

    def fault(self, fault: Fault, place: Place, severity: Severity, **values: object) -> None:
        """Report what is wrong with a link."""
        self.say(fault.id, severity, place, fault.rule, **{**values, **dict(fault.values)})

    def start(self, element: Element) -> int:
        """The line an element begins on."""
        return self.numbers.start.get(element, 0)


def words(reading: Reading, text: str, after: int, linked: bool = False) -> str:
    """A text node as it is shown: faults reported, marks and line ends out. `linked`: it is a link's text."""
    if not text:
        return ""
    if "<" in text or "&" in text:
        _html(reading, text, after)
    if "{" in text:
        for offset, name in unknown(text, reading.source.words):
            place = reading.place(line_at(text, offset, after), "{" + name)
            guess = suggest(name, reading.source.words)
            known = ", ".join(sorted(reading.source.words))
            reading.error("placeholder-unknown", place, word=name, suggestion=guess, known=known)
    bare = not linked and ("://" in text or "www." in text)
    for found in bare_addresses(unmark(text)) if bare else ():
        line = line_at(text, text.find(found.group()[:12]), after)
        reading.warning("link-bare", reading.place(line, found.group()), "B87", address=found.group())
    return _SPACES.sub(" ", _BREAK.sub(" ", unmark(text)))


def _html(reading: Reading, text: str, after: int) -> None:
    mails = list(_MAIL.finditer(text))
    for found in mails:
        place = reading.place(line_at(text, found.start(), after), found.group())
        reading.warning("link-bare", place, "B87", address=found.group()[1:-1])
    addresses = {found.start() for found in mails}
    for found in _HTML.finditer(text):
        if found.start() in addresses:
            continue
        tag = unmark(found.group())
        place = reading.place(line_at(text, found.start(), after), tag)
        reading.error("markdown-html", place, "B92", tag=tag)
    for found in _ENTITY.finditer(text):
        place = reading.place(line_at(text, found.start(), after), found.group())
        reading.error("markdown-entity", place, "B72", entity=found.group())
