"""What a build made, in one short paragraph."""

from pathlib import Path

from sitegen.build.options import Outcome
from sitegen.languages.formats import number
from sitegen.languages.messages import Catalogue
from sitegen.problems import Report, Severity


def summary(outcome: Outcome, say: Catalogue, here: Path) -> str:
    """The closing lines of a build: pages, documents, problems, seconds, and where the site lies."""
    lines = []
    if outcome.published:
        out = outcome.out.relative_to(here) if outcome.out.is_relative_to(here) else outcome.out
        made = (
            say.plural("summary.pages", outcome.pages),
            say.plural("summary.documents", outcome.documents),
        )
        lines.append(say.get("summary.made", pages=made[0], documents=made[1], out=out))
        lines.append(_work(outcome, say))
        if not outcome.with_documents:
            lines.append(say.get("summary.no-documents"))
        elif not outcome.with_pdf:
            lines.append(say.get("summary.no-pango"))
        if outcome.left:
            lines.append(say.get("summary.left", regions=", ".join(outcome.left)))
        if outcome.partial:
            lines.append(say.get("summary.partial", regions=", ".join(outcome.partial)))
    else:
        lines.append(say.get("summary.not-published"))
    counts = (outcome.report.count(severity) for severity in Severity)
    keys = ("summary.errors", "summary.warnings", "summary.notes")
    lines.append(", ".join(say.plural(key, count) for key, count in zip(keys, counts, strict=True)) + ".")
    if outcome.report.count(Severity.NOTE):
        lines.append(say.get("summary.notes-hint"))
    return "\n".join(lines)


def without_notes(report: Report) -> Report:
    """What a build shows: notes are counted in its summary and read with `sitegen check`."""
    return Report(tuple(one for one in report.problems if one.severity is not Severity.NOTE))


def _work(outcome: Outcome, say: Catalogue) -> str:
    seconds = number(round(outcome.seconds, 1), say.lang)
    if outcome.unchanged:
        return say.get("summary.unchanged", seconds=seconds)
    return say.get("summary.rendered", rendered=outcome.rendered, reused=outcome.reused, seconds=seconds)
