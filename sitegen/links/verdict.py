"""What became of an address that was tried."""

from enum import StrEnum

from sitegen.structs import Struct


class Fate(StrEnum):
    """How it ended.

    GONE 404 or 410 · MOVED for good, to `target` · FRONT led to the front page in place of the page asked
    for · SOFT answered as if all were well, with a page that says it is not there · SHUT programs are kept
    out · FAILING the server's own fault, also after retries · SLOW no answer in time · NO_HOST no such name,
    or nobody listens · UNSAFE its certificate will not do · BROKEN no proper answer, redirects without end.
    """

    OK = "ok"
    MOVED = "moved"
    FRONT = "front"
    SOFT = "soft"
    SHUT = "shut"
    GONE = "gone"
    FAILING = "failing"
    SLOW = "slow"
    NO_HOST = "no-host"
    UNSAFE = "unsafe"
    BROKEN = "broken"


SURE = frozenset({Fate.GONE, Fate.NO_HOST, Fate.UNSAFE})
"""Nobody gets there: errors. The others are for a person to judge: warnings; notes for SHUT."""

PASSING = frozenset({Fate.FAILING, Fate.SLOW, Fate.NO_HOST, Fate.BROKEN})
"""What may be over in a moment: tried again."""


class Verdict(Struct, frozen=True):
    """The fate of an address; `status` is the last HTTP status (0: none), `target` where it led."""

    fate: Fate
    status: int = 0
    target: str = ""
