"""Verdicts kept for some days, so that a second look asks only for what is new or was not well."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from sitegen.links.verdict import Fate, Verdict
from sitegen.store.cache import write_atomic
from sitegen.structs import Struct

_GOOD = frozenset({Fate.OK, Fate.MOVED})


class Remembered(Struct, frozen=True):
    """A file of verdicts with their days; what cannot be read is forgotten."""

    path: Path

    def known(self, today: date, days: int) -> dict[str, Verdict]:
        """The good verdicts that are at most so many days old."""
        oldest = today - timedelta(days=days)
        return {url: verdict for url, (verdict, day) in self._all().items() if oldest <= day <= today}

    def keep(self, verdicts: Mapping[str, Verdict], today: date, days: int) -> None:
        """Keep the good ones, drop what is too old. Raises `OSError`."""
        oldest = today - timedelta(days=days)
        kept = {
            url: (verdict, day)
            for url, (verdict, day) in self._all().items()
            if oldest <= day and url not in verdicts
        }
        kept |= {url: (verdict, today) for url, verdict in verdicts.items() if verdict.fate in _GOOD}
        rows = {
            url: [str(verdict.fate), verdict.status, verdict.target, day.isoformat()]
            for url, (verdict, day) in sorted(kept.items())
        }
        write_atomic(self.path, json.dumps(rows, ensure_ascii=False, indent=0).encode())

    def _all(self) -> dict[str, tuple[Verdict, date]]:
        try:
            rows = json.loads(self.path.read_bytes())
            return {
                str(url): (Verdict(Fate(fate), int(status), str(target)), date.fromisoformat(day))
                for url, (fate, status, target, day) in rows.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
