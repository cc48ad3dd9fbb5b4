"""Long lists of faults told so that people can read them."""

from collections.abc import Iterable

import pytest

SHOWN = 25


def none(found: Iterable[str], about: str = "faults") -> None:
    """Fail with the first of the faults, each once, and how many there are; pass where there are none."""
    listed = list(dict.fromkeys(found))
    if listed:
        more = f"\n  and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
        shown = "\n  ".join(line[:400] for line in listed[:SHOWN])
        pytest.fail(f"{len(listed)} {about}:\n  {shown}{more}", pytrace=False)
