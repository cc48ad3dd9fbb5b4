"""The yearly checklist as pages of the preview, never published: the whole network, and a region's year."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sitegen.build.reading import Reading
from sitegen.languages.formats import date_short
from sitegen.languages.messages import Catalogue
from sitegen.render.html import render_plain
from sitegen.serve.overview import FILES, STATUS
from sitegen.serve.page import OWN
from sitegen.structs import replace
from sitegen.year.status import network_status, region_status
from sitegen.year.status_data import Status
from sitegen.year.status_text import as_data, summary


def network_page(reading: Reading, today: date, built: Path, styles: Iterable[str], say: Catalogue) -> str:
    """All regions of the newest year that any has begun, with links to their points."""
    found = network_status(reading, today, None, built)
    return render_plain(
        FILES,
        "status.html",
        say=say,
        styles=tuple(styles),
        home=OWN,
        status=STATUS,
        year=found[0].year if found else "",
        today=date_short(today, say.lang),
        regions=[as_data(one, say) for one in found],
    )


def region_page(
    reading: Reading,
    as_published: Reading,
    region: str,
    year: int,
    today: date,
    built: Path,
    styles: Iterable[str],
    say: Catalogue,
) -> str | None:
    """The points of a region's year; None where there is none.

    `as_published`: read as if that year were published, since errors of a draft count as what they will be.
    """
    whole = replace(reading, problems=as_published.problems)
    found = region_status(whole, region, today, year, built)
    return None if found is None else _region(found, styles, say)


def _region(found: Status, styles: Iterable[str], say: Catalogue) -> str:
    return render_plain(
        FILES,
        "checklist.html",
        say=say,
        styles=tuple(styles),
        home=OWN,
        status=STATUS,
        region=as_data(found, say),
        today=date_short(found.today, say.lang),
        ticked={one.number: date_short(one.ticked, say.lang) for one in found.points if one.ticked},
        summary=summary(found, say),
    )
