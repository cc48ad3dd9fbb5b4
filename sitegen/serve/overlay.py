"""The error report over the last good page (look/error-overlay): never part of what is published."""

from html import escape
from pathlib import Path

from sitegen.languages.messages import PROBLEMS, Catalogue, catalogue
from sitegen.problems import Problem, Report, Severity
from sitegen.reporting import excerpt, safe, sentences

STYLE = "/__sitegen/overlay.css"
EMPTY_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>sitegen</title>'
    '<link rel="icon" href="data:,"></head><body><main></main></body></html>'
)
"""What the report stands on before there has been a good page."""


def overlay(report: Report, root: Path, say: Catalogue) -> str:
    """The report as HTML, everything escaped; empty where nothing stops the build."""
    if not report.errors:
        return ""
    counts = ", ".join(
        say.plural(key, report.count(severity))
        for key, severity in (("summary.errors", Severity.ERROR), ("summary.warnings", Severity.WARNING))
    )
    shown = [found for found in report.problems if found.severity is not Severity.NOTE]
    items = "".join(_item(found, root, say) for found in shown)
    return (
        f'<div class="sg-report" role="alert" lang="{say.lang}" dir="ltr" tabindex="-1" id="sg-report">'
        f"<h1>{escape(say.get('overlay.title'))} <small>{escape(counts)}</small></h1>"
        f"<p>{escape(say.get('overlay.lead'))}</p><ol>{items}</ol></div>"
    )


def _item(found: Problem, root: Path, say: Catalogue) -> str:
    said = sentences(found, catalogue(PROBLEMS, say.lang))
    rows = ((say.get("overlay.expected"), said.expected), (say.get("overlay.example"), said.example))
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    return (
        f'<li class="sg-{found.severity}"><h2>{escape(said.severity)}: {escape(said.found)}</h2>'
        f"<p><code>{escape(safe(str(found.place)))}</code></p>{_code(found, root)}<dl>{facts}</dl></li>"
    )


def _code(found: Problem, root: Path) -> str:
    """The line with a caret under the place; nothing of a line that must not be shown."""
    cut = None if found.masked else excerpt(root, found.place)
    if cut is None:
        return ""
    caret = "" if cut.caret is None else "\n" + " " * (cut.caret + 9) + "^"
    return f'<pre tabindex="0">{escape(f"{cut.line:>6} | {safe(cut.text)}{caret}")}</pre>'
