"""Ids that a browser judges: which questions, in which states (see `collect.STATES`)."""

from collections.abc import Iterator

from tests.bar.pages.collect import Asked, Facts
from tests.bar.pages.site import OfFacts

WIDTHS = ("320 light", "768 light", "1280 light")

SEEN: dict[str, Asked] = {
    "A03": (("reversed", ()),),
    "A07": (("first", ()),),
    "A17": (("faint", ("light", "dark")),),
    "A19": (("bare", WIDTHS),),
    "A20": (("wide", WIDTHS), ("cut", WIDTHS), ("broken", WIDTHS), ("over", WIDTHS)),
    "A21": (("wide", ("double",)), ("cut", ("double",)), ("over", ("double",))),
    "A22": (("wide", ("spaced",)), ("cut", ("spaced",)), ("over", ("spaced",))),
    "A23": (("reached", ()), ("order", WIDTHS)),
    "A24": (("seen", ()), ("unseen", ())),
    "A25": (("covered", ()),),
    "A26": (("small", WIDTHS),),
    "A27": (("vanished", ("forced",)), ("faint", ("forced",)), ("unseen", ("forced",))),
    "A28": (("still", WIDTHS), ("asked", ())),
    "A29": (("paper", ()), ("wide", ("paper",)), ("cut", ("paper",)), ("over", ("paper",))),
    "A30": (("words", ("no script",)), ("naked", ())),
    "A46": (("weight", ()),),
    "PL1": (("lineWidth", ()),),
}


def judges(asked: Asked) -> Iterator[OfFacts]:
    """A judge for each question."""
    for ask, states in asked:

        def judge(facts: Facts, ask: str = ask, states: tuple[str, ...] = states) -> Iterator[str]:
            return facts.of(ask, *states)

        yield judge
