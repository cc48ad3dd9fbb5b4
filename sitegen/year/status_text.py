"""The checklist in words: for a coordinator, as a table for Kaikukeskus, as JSON."""

from collections.abc import Sequence
from datetime import date

from sitegen.compose.shown import best
from sitegen.languages.formats import date_short
from sitegen.languages.messages import Catalogue, catalogue, in_language
from sitegen.model.text import Localised
from sitegen.year.status_data import Count, InLanguage, Point, Reason, Shown, State, Status, Weight, Word

MARKS = {State.DONE: "[x]", State.OPEN: "[ ]", State.UNKNOWN: "[?]"}


def as_text(status: Status, say: Catalogue) -> str:
    """The points with their reasons, the open ones first said in the head."""
    head = say.get(
        "status.title", region=shown(status.name, say), year=status.year, today=shown(status.today, say)
    )
    lines = [head, summary(status, say)]
    if status.sample:
        lines.append(say.get("status.sample"))
    if status.next_year is not None:
        lines.append(say.get("status.next-year", region=status.region_id, year=status.next_year))
    for point in status.points:
        lines += [
            "",
            f"{MARKS[point.state]} {point.label}  {title(point, say)} – {say.get(f'status.{point.state}')}",
        ]
        lines += [f"      {line}" for line in reason_lines(point, say)]
    lines += ["", say.get("status.how-to-tick")]
    return "\n".join(lines) + "\n"


def summary(status: Status, say: Catalogue) -> str:
    """How many points stand how."""
    counts = {str(state): len(status.in_state(state)) for state in State}
    return say.get("status.summary", **counts)


def title(point: Point, say: Catalogue) -> str:
    """A point's name."""
    return say.get(f"status.point.{point.number}")


def sentence(reason: Reason, say: Catalogue) -> str:
    """A reason in words."""
    return say.get(f"status.{reason.key}", **{name: shown(value, say) for name, value in reason.values})


def reason_lines(point: Point, say: Catalogue, without: tuple[str, ...] = ()) -> list[str]:
    """Why a point is as it is: its tick first, and nothing that the tick settles; `without` these reasons."""
    lines = []
    if point.ticked is not None:
        key = "status.ticked-note" if point.note else "status.ticked"
        lines.append(say.get(key, day=shown(point.ticked, say), note=point.note))
    for reason in point.reasons:
        settled = reason.weight is Weight.UNTICKED and point.ticked is not None
        if not settled and reason.key not in without:
            lines.append(sentence(reason, say))
    return lines


def as_table(statuses: Sequence[Status], say: Catalogue) -> str:
    """All regions of a year: which are ready, which points are open, which distributors wait for a yes."""
    if not statuses:
        return say.get("status.no-regions") + "\n"
    real = [one for one in statuses if not one.sample]
    rows = [tuple(say.get(f"status.table.{name}") for name in ("region", "ready", "done", "open"))]
    rows += [_row(one, say) for one in real]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [say.get("status.table.title", year=statuses[0].year, today=shown(statuses[0].today, say)), ""]
    lines += [
        "  ".join((*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[3])).rstrip()
        for row in rows
    ]
    ready = sum(one.ready for one in real)
    lines += ["", say.get("status.table.summary", ready=ready, regions=len(real))]
    waiting = [one for one in real if one.waiting]
    lines += ["", say.get("status.table.waiting" if waiting else "status.table.nobody-waits")]
    lines += [f"- {shown(one.name, say)}: {shown(one.waiting, say)}" for one in waiting]
    samples = [one for one in statuses if one.sample]
    if samples:
        lines += [
            "",
            say.get("status.table.samples", regions=shown(tuple(one.name for one in samples), say)),
        ]
    return "\n".join(lines) + "\n"


def _row(status: Status, say: Catalogue) -> tuple[str, ...]:
    name = shown(status.name, say)
    if not status.exists:
        return name, say.get("status.table.no"), "–", say.get("status.table.not-begun")
    done = f"{len(status.in_state(State.DONE))}/{len(status.points)}"
    rest = ", ".join(
        point.label + ("?" if point.state is State.UNKNOWN else "")
        for point in status.points
        if point.state is not State.DONE
    )
    return name, say.get("status.table.yes" if status.ready else "status.table.no"), done, rest or "–"


def as_data(status: Status, say: Catalogue) -> dict[str, object]:
    """The checklist as JSON. Keys are for programs; `title`, `text` and `name` are in the reader's language.

    `state` is open, done or unknown; `weight` of a reason is open, unticked, unknown or fact (`status_data`).
    """
    return {
        "region": status.region_id,
        "name": shown(status.name, say),
        "year": status.year,
        "today": status.today.isoformat(),
        "phase": status.phase,
        "sample": status.sample,
        "exists": status.exists,
        "ready": status.ready,
        "waiting": [shown(one, say) for one in status.waiting],
        "next_year": status.next_year,
        "points": [
            {
                "point": point.number,
                "label": point.label,
                "title": title(point, say),
                "state": str(point.state),
                "ticked": point.ticked.isoformat() if point.ticked else None,
                "note": point.note,
                "reasons": [
                    {
                        "key": reason.key,
                        "weight": str(reason.weight),
                        "text": sentence(reason, say),
                        "values": {name: _plain(value, say) for name, value in reason.values},
                    }
                    for reason in point.reasons
                ],
            }
            for point in status.points
        ],
    }


def _plain(value: Shown | tuple[Shown, ...], say: Catalogue) -> object:
    if isinstance(value, tuple):
        return [_plain(one, say) for one in value]
    if isinstance(value, Count):
        return {
            "of": value.of.key if isinstance(value.of, Word) else _plain(value.of, say),
            "count": value.count,
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, InLanguage):
        return value.code
    return value if isinstance(value, int) else shown(value, say)


def shown(value: Shown | tuple[Shown, ...], say: Catalogue) -> str:
    """A value as people read it."""
    match value:
        case tuple():
            return ", ".join(shown(one, say) for one in value) or "–"
        case Word():
            return catalogue("words", say.lang).get(value.key)
        case InLanguage():
            return in_language(value.code, say.lang)
        case Count():
            return f"{shown(value.of, say)} {value.count}"
        case date():
            return date_short(value, say.lang)
        case Localised():
            found = best(value, say.lang, ())
            return found.value if found else ""
    return str(value)
