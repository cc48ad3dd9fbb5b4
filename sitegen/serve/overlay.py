"""The error report over the last good page (look/error-overlay): never part of what is published."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from sitegen.build.reading import region_of
from sitegen.languages.messages import PROBLEMS, Catalogue, catalogue
from sitegen.problems import Place, Problem, Report, Severity
from sitegen.reporting import Excerpt, excerpt, safe, sentences
from sitegen.store.keys import digest
from sitegen.structs import Struct, replace

AROUND = 2
"""Lines shown before and after the one with the problem."""
MOST = 100
"""So many problems are shown; the rest is counted."""
SPOKEN = {"fi": "fi", "sv": "sv", "en": "en", "fi-simple": "fi"}
"""The language of the report by that of the page; else the language of the terminal."""


class Concern(Struct, frozen=True):
    """What a page has to do with: its language, and its region (None: the whole network)."""

    lang: str
    region: str | None


def overlay(report: Report, fault: str, concern: Concern, root: Path, terminal: Catalogue) -> str:
    """The report as HTML, everything escaped; empty where nothing stops the build.

    It stands open where the page shows what the problems are about, and folded where only other regions have
    errors. `fault`: a sentence about a fault of the program.
    """
    if not report.errors and not fault:
        return ""
    say = catalogue("cli", SPOKEN.get(concern.lang, terminal.lang))
    shown = [found for found in report.problems if found.severity is not Severity.NOTE]
    shown.sort(key=lambda found: (not _concerns(found, concern), found.severity is not Severity.ERROR))
    opened = bool(fault) or any(_concerns(found, concern) for found in report.errors)
    title = f"{say.get('overlay.title')}: {_counts(report, say)}" if shown else say.get("overlay.title")
    body = _body(shown, fault, title, root, say)
    return (
        f'<div id="sg-problems" lang="{say.lang}" dir="ltr" data-digest="{digest(body)}" '
        f'data-open="{"yes" if opened else "no"}">{body}'
        f'<p class="sg-folded" role="status" hidden><button type="button" id="sg-show">'
        f"{escape(title)}. {escape(say.get('overlay.show'))}</button></p></div>"
    )


def _body(shown: list[Problem], fault: str, title: str, root: Path, say: Catalogue) -> str:
    masked = frozenset((found.place.path, found.place.line) for found in shown if found.masked)
    items = "".join(_item(found, root, masked, say) for found in shown[:MOST])
    if fault:
        items = f'<li class="sg-problem"><h2>{escape(safe(fault))}</h2></li>{items}'
    rest = len(shown) - MOST
    more = f"<p>{escape(say.get('overlay.more', count=rest))}</p>" if rest > 0 else ""
    return (
        '<div id="sg-report" role="alert" tabindex="-1" aria-labelledby="sg-title"><div class="sg-bar">'
        f'<div><h1 id="sg-title">{escape(title)}</h1>'
        f'<p class="sg-soft">{escape(say.get("overlay.lead"))}</p></div>'
        f'<button type="button" id="sg-hide">{escape(say.get("overlay.hide"))}</button></div>'
        f"<ol>{items}</ol>{more}</div>"
    )


def _concerns(found: Problem, concern: Concern) -> bool:
    """Whether a page shows what the problem is about; national pages show every region."""
    region = region_of(found)
    return region is None or concern.region in (None, region)


def _counts(report: Report, say: Catalogue) -> str:
    kinds = (("summary.errors", Severity.ERROR), ("summary.warnings", Severity.WARNING))
    return ", ".join(
        say.plural(key, report.count(severity)) for key, severity in kinds if report.count(severity)
    )


def _item(found: Problem, root: Path, masked: Iterable[tuple[str, int]], say: Catalogue) -> str:
    said = sentences(found, catalogue(PROBLEMS, say.lang))
    stops = say.get("overlay.stops" if found.severity is Severity.ERROR else "overlay.goes-on")
    rows = (
        (say.get("overlay.expected"), said.expected),
        (say.get("overlay.example"), said.example),
        (say.get("overlay.rule"), found.rule),
    )
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    return (
        f'<li class="sg-problem sg-{found.severity}"><p class="sg-severity">{escape(said.severity)} · '
        f"{escape(stops)}</p><h2>{escape(said.found)}</h2>"
        f'<p class="sg-where"><bdi dir="ltr">{escape(safe(str(found.place)))}</bdi></p>'
        f"{_code(found, root, frozenset(masked), say)}<dl>{facts}</dl></li>"
    )


def _code(found: Problem, root: Path, masked: frozenset[tuple[str, int]], say: Catalogue) -> str:
    """The line with a caret under the place, and those around it; none that must not be shown."""
    place = found.place
    if excerpt(root, place) is None or (place.path, place.line) in masked:
        return ""
    lines = [
        _line(cut, marked=number == place.line)
        for number in range(max(1, place.line - AROUND), place.line + AROUND + 1)
        if (place.path, number) not in masked
        and (cut := excerpt(root, replace(place, line=number))) is not None
    ]
    label = say.get("overlay.code", line=place.line, file=Place(place.path.rpartition("/")[2]))
    return (
        f'<div class="sg-code" role="group" tabindex="0" aria-label="{escape(safe(label))}"><code>'
        f"{''.join(lines)}</code></div>"
    )


def _line(cut: Excerpt, *, marked: bool) -> str:
    text = f"<span>{cut.line:>4}  {escape(safe(cut.text))}</span>"
    if not marked:
        return text
    text = text.replace("<span>", '<span class="sg-at">', 1)
    if cut.caret is None:
        return text
    return f'{text}<span class="sg-at sg-caret" aria-hidden="true">{"":>{cut.caret + 6}}^</span>'
