"""The check of a pull request: only the regions that it touches can be refused.

    python -m tools.workflow.pull_request BASE

Problems become annotations on their lines, a summary is written in each region's first language, and what the
touched regions would look like is built to `build/`. Outputs: `regions`, empty for all.
"""

import sys
from collections.abc import Sequence
from pathlib import PurePosixPath

from sitegen.build.reading import read, region_of
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.model.network import Network
from sitegen.problems import Problem, Report, Severity, report
from sitegen.project import Project
from sitegen.reporting import as_annotation, safe, sentences
from sitegen.reporting import summary as counted
from tools.workflow.common import StepError, git, language_of, output, project, say, sitegen, summary


def touched(where: Project, base: str) -> tuple[tuple[str, ...], bool]:
    """The regions that differ from where the branch left `base`, and whether anything that all share does."""
    names = git("diff", "--name-only", "-z", f"{base}...HEAD", cwd=where.root).split("\0")
    parts = [PurePosixPath(name).parts for name in names if name]
    regions = sorted({one[1] for one in parts if one[0] == "regions" and len(one) > 2})
    return tuple(regions), any(one[0] != "regions" for one in parts)


def concerning(problems: Sequence[Problem], regions: tuple[str, ...], *, shared: bool) -> Report:
    """The problems of these regions; with `shared` all, since a national change may hit every region."""
    return report(one for one in problems if shared or region_of(one) in regions)


def main(arguments: Sequence[str]) -> int:
    """Check, tell, build; 1 where something that the pull request touches is in the way."""
    (base,) = arguments
    where = project()
    regions, shared = touched(where, base)
    there = tuple(one for one in regions if (where.regions / one).is_dir())
    output("regions", "" if shared else " ".join(there))
    reading = read(where)
    found = concerning(reading.problems, regions, shared=shared)
    _annotate(found, reading.network)
    for region in there or ("",):
        _summarise(found, region, reading.network)
    if found.errors:
        return 1
    if not (there or shared):
        return 0
    made = sitegen("build", *(() if shared else there), cwd=where.root)
    say(made.stdout + made.stderr)
    return made.returncode


def _annotate(found: Report, network: Network | None) -> None:
    """Errors and warnings on their lines, each in the language of its region."""
    for one in found.problems:
        if one.severity is not Severity.NOTE:
            lang = language_of(network, region_of(one) or "")
            say(as_annotation(one, catalogue(PROBLEMS, lang)))


def _summarise(found: Report, region: str, network: Network | None) -> None:
    """What a person reads on the page of the run: nothing that an author wrote is taken for markup."""
    lang = language_of(network, region)
    messages, words = catalogue(PROBLEMS, lang), catalogue("cli", lang)
    own = Report(tuple(one for one in found.problems if not region or region_of(one) in (region, None)))
    lines = [f"## {region or words.get('links.national')}", "", _plain(counted(own, messages)), ""]
    for one in own.problems:
        if one.severity is not Severity.NOTE:
            said = sentences(one, messages)
            lines.append(f"- **{_plain(said.severity)}** {_plain(str(one.place))}: {_plain(said.found)}")
            lines += [f"  {_plain(said.expected)}"] if said.expected else []
    summary("\n".join(lines) + "\n")


def _plain(text: str) -> str:
    """Text that GitHub's Markdown shows as it is."""
    return "".join(f"&#{ord(sign)};" if sign in r"\`*_{}[]<>#|!@&~:" else sign for sign in safe(text))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StepError as stopped:
        say(f"::error::{stopped}")
        sys.exit(1)
