"""Days that are given to a command, and the one look at the calendar that commands of the year may take."""

import re
from datetime import date, datetime

from sitegen.commands.common import UsageError
from sitegen.languages.messages import Catalogue


def day_of(written: str, say: Catalogue) -> date:
    """`2026-10-30` or `30.10.2026`. Raises `UsageError`."""
    finnish = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", written)
    try:
        if finnish:
            return date(int(finnish[3]), int(finnish[2]), int(finnish[1]))
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise UsageError(say.get("year.bad-day", value=written)) from wrong


def today_of(written: str | None, say: Catalogue) -> date:
    """The day given with `--today`, else the real one where the command is run. Raises `UsageError`."""
    return day_of(written, say) if written else datetime.now().astimezone().date()
