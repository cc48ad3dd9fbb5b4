"""Rules on the accessibility statement: it takes feedback and is looked through every year (BAR A39, A40)."""

from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.model.fields import place_of
from sitegen.model.network import Network
from sitegen.problems import Problem, note, warning

YEAR = timedelta(days=365)


def a39_feedback(network: Network) -> Iterator[Problem]:
    """A39: whoever publishes the national pages can be written to or called.

    A note, as in samples: until somebody has taken the pages over there is nobody to write to.
    """
    publisher = network.site.publisher
    if publisher is not None and publisher.email is None and not publisher.phone:
        yield note("publisher-no-feedback", place_of(network.site, "publisher"), rule="A39")


def a40_assessed(network: Network) -> Iterator[Problem]:
    """A40: the assessment is at most a year older than the newest details on the pages. No clock is read."""
    facts, newest = network.statement, _newest(network)
    if facts is not None and newest is not None and newest - facts.assessed > YEAR:
        yield warning(
            "statement-old",
            place_of(facts, "assessed"),
            rule="A40",
            assessed=facts.assessed,
            updated=newest,
        )


def _newest(network: Network) -> date | None:
    """The newest day on which a published region says that its details were checked."""
    days = (edition.facts.updated for edition in network.published if not edition.region.is_sample)
    return max((day for day in days if day is not None), default=None)
