"""Changes that a browser starts, each as a pull request that a person looks at.

    python -m tools.workflow.propose edition REGION YEAR   next year's folder
    python -m tools.workflow.propose inbox                 workbooks in regions/<id>/inbox/ brought in

The branch is pushed and the pull request opened by `gh`. The text of an import is its changes in words, in
the region's first language; the inbox is emptied by the same pull request.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sitegen.languages.messages import catalogue
from sitegen.load.names import INBOX
from sitegen.model.network import Network
from sitegen.project import Project
from sitegen.structs import Struct
from sitegen.year.changes import changes
from sitegen.year.changes_text import as_text
from tools.workflow.common import (
    StepError,
    git,
    known_region,
    known_year,
    language_of,
    network_of,
    project,
    say,
    sitegen,
    summary,
)

BOOKS = (".xlsx", ".csv")


class Proposal(Struct, frozen=True):
    """A pull request to be: its branch, title and text."""

    branch: str
    title: str
    text: str


def edition(where: Project, region: str, year: str) -> Proposal:
    """Next year's folder of a region. Raises `StepError`."""
    region, year = known_region(where, region), known_year(year)
    lang = language_of(network_of(where), region)
    done = sitegen("new", "edition", region, year, "--lang", lang, cwd=where.root)
    if done.returncode:
        raise StepError(done.stdout + done.stderr)
    return Proposal(f"edition/{region}-{year}", f"{region}: {year}", done.stdout)


def inbox(where: Project) -> list[Proposal]:
    """Bring in every workbook of every inbox and empty it; one proposal for all. Raises `StepError`.

    With a workbook that has mistakes nothing is proposed: they are told, a marked copy lies beside it.
    """
    books = sorted(path for path in where.regions.glob(f"*/{INBOX}/*") if path.suffix.casefold() in BOOKS)
    if not books:
        return []
    before = network_of(where)
    failed, regions = [], []
    for book in books:
        region = known_region(where, book.parent.parent.name)
        lang = language_of(before, region)
        done = sitegen("import", region, str(book), "--yes", "--lang", lang, cwd=where.root)
        say(done.stdout + done.stderr)
        if done.returncode:
            failed.append(f"### {book.name}\n\n```\n{(done.stdout + done.stderr).replace('```', '')}```\n")
        else:
            book.unlink()
            regions.append(region)
    if failed:
        summary("\n".join(failed))
        raise StepError(f"{len(failed)} of {len(books)} workbooks could not be brought in; see the summary")
    after = network_of(where)
    names = list(dict.fromkeys(regions))
    text = "\n".join(_told(before, after, region) for region in names)
    stem = git("rev-parse", "--short", "HEAD", cwd=where.root)
    return [Proposal(f"import/{'-'.join(names)}-{stem}", ", ".join(names), text)]


def _told(before: Network | None, after: Network | None, region: str) -> str:
    """What changed in each year of a region, in words; a year that is new against the year before it."""
    old, new = (network.region(region) if network else None for network in (before, after))
    if new is None or after is None:
        return f"## {region}\n"
    lang = language_of(after, region)
    lines = [f"## {region}", ""]
    for one in new.editions:
        was = old.edition(one.year) if old else None
        earlier = [other for other in new.editions if other.year < one.year]
        if was is None and not earlier:
            continue
        found = changes(was or earlier[-1], one, after.register, lang)
        if found.nothing and was is not None:
            continue
        lines += [f"### {one.year}", "", *as_text(found).split("\n")[1:]]
    if len(lines) == 2:
        lines.append(catalogue("cli", lang).get("changes.nothing"))
    return "\n".join(lines) + "\n"


def publish(where: Project, proposal: Proposal) -> None:
    """Commit, push the branch, open the pull request. Raises `StepError`, also where the branch exists."""
    if git("ls-remote", "--heads", "origin", proposal.branch, cwd=where.root):
        raise StepError(
            f"There is a branch {proposal.branch} already: merge or delete its pull request first"
        )
    git("switch", "--quiet", "--create", proposal.branch, cwd=where.root)
    git("add", "--all", "--", "regions", cwd=where.root)
    git("commit", "--quiet", "--message", proposal.title, cwd=where.root)
    git("push", "--quiet", "origin", proposal.branch, cwd=where.root)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.md"
        text.write_text(proposal.text, "utf-8")
        opened = subprocess.run(
            ["gh", "pr", "create", "--head", proposal.branch, "--title", proposal.title, "--body-file", text],
            cwd=where.root,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if opened.returncode:
        raise StepError(
            f"The branch {proposal.branch} is there, but no pull request: {opened.stderr.strip()}"
        )
    summary(f"{opened.stdout.strip()}\n\n{proposal.text}")


def main(arguments: Sequence[str]) -> int:
    """Make the proposals and open them."""
    where = project()
    what, *rest = arguments
    made = inbox(where) if what == "inbox" else [edition(where, *rest)]
    for proposal in made:
        publish(where, proposal)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StepError as stopped:
        first, *more = str(stopped).splitlines() or [""]
        say(f"::error::{first}")
        say("\n".join(more))
        sys.exit(1)
