"""Verdicts as problems at the lines where the addresses are written, and as a report by partner."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sitegen.languages.messages import PROBLEMS, Catalogue, catalogue
from sitegen.links.gather import Outgoing
from sitegen.links.verdict import SURE, Fate, Verdict
from sitegen.problems import Problem, Severity, problem
from sitegen.reporting import safe, sentences


def problems(
    links: Iterable[Outgoing], verdicts: Mapping[str, Verdict]
) -> Iterator[tuple[Outgoing, Problem]]:
    """What is wrong with each address, in the order of the addresses."""
    for link in links:
        verdict = verdicts[link.url]
        if verdict.fate is not Fate.OK:
            yield link, _problem(link, verdict)


def _problem(link: Outgoing, verdict: Verdict) -> Problem:
    if verdict.fate in SURE:
        severity = Severity.ERROR
    else:
        severity = Severity.NOTE if verdict.fate is Fate.SHUT else Severity.WARNING
    return problem(
        f"link-{verdict.fate}",
        severity,
        link.place,
        url=link.url,
        status=verdict.status or "-",
        target=verdict.target or "-",
    )


def by_partner(found: Iterable[tuple[Outgoing, Problem]], say: Catalogue) -> Iterator[str]:
    """The lines of the report: region, partner, and what is wrong with each of its addresses."""
    messages = catalogue(PROBLEMS, say.lang)
    for region, of_region in groupby(found, lambda pair: pair[0].region):
        yield region or say.get("links.national")
        for partner, of_partner in groupby(of_region, lambda pair: pair[0].partner):
            yield f"  {safe(partner) if partner else say.get('links.own')}"
            for link, one in of_partner:
                said = sentences(one, messages)
                yield f"    {said.severity}: {said.found}"
                yield f"      {safe(link.url)}"
                yield f"      {said.expected}"
                yield f"      {link.place}"
        yield ""
