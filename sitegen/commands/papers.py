"""What the commands for the office share: `cards`, `order`, `deliveries` write private files where told."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import UsageError, known_regions
from sitegen.languages.messages import Catalogue
from sitegen.problems import Problem, report
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.model.network import Edition, Network
    from sitegen.render.pdf_job import PdfJob


def add_out(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """The option `--out`: nothing private goes anywhere by itself."""
    command.add_argument("--out", type=Path, metavar="DIR", required=True, help=say.get("help.papers.out"))


def add_region(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """The region."""
    command.add_argument("region", metavar="REGION", help=say.get("help.papers.region"))


def private_folder(out: Path, project: Project, say: Catalogue) -> Path:
    """The folder, absolute. Raises `UsageError` where it is no folder or belongs to a site."""
    from sitegen.cards.private import is_in_site

    folder = out.absolute()
    if folder.exists() and not folder.is_dir():
        raise UsageError(say.get("papers.not-a-folder", folder=out))
    if is_in_site(folder, project):
        raise UsageError(say.get("papers.in-site", folder=out))
    return folder


def edition_asked_for(
    project: Project, region: str, year: int | None, say: Catalogue, *, allowed: frozenset[str] = frozenset()
) -> "tuple[Network, Edition] | None":
    """The edition whose papers are made; None, with the report printed, where errors stand in its way.

    Errors of the rules in `allowed` do not. Raises `UsageError` for a region or a year that does not exist.
    """
    from sitegen.build.reading import read, region_of

    (name,) = known_regions(project, (region,), say)
    reading = read(project, year)
    found = [one for one in reading.problems if region_of(one) in (None, name) and one.rule not in allowed]
    if reading.network is None or report(found).errors:
        show(report(found).errors, project, say)
        return None
    editions = reading.network.region(name)
    edition = (editions.edition(year) if year else editions.current) if editions else None
    if edition is None:
        raise UsageError(say.get("papers.no-edition", region=name, year=year or reading.network.site.edition))
    return reading.network, edition


def show(problems: Iterable[Problem], project: Project, say: Catalogue) -> None:
    """The problems for people; nothing where there are none."""
    from sitegen.reporting import print_report

    found = report(problems)
    if found.problems:
        print_report(found, project.root, say.lang, "text", sys.stdout)


def rendered(jobs: "Mapping[str, PdfJob]", project: Project, say: Catalogue) -> dict[str, bytes]:
    """The PDFs of jobs by name. Raises `UsageError` where this computer lacks Pango."""
    try:
        from sitegen.render.pdf import render_pdf
    except OSError as missing:
        raise UsageError(say.get("papers.no-pango")) from missing
    return {name: render_pdf(job, project.theme() / "fonts") for name, job in jobs.items()}


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files for this user alone; files of the same names are replaced. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, data in files.items():
        (folder / name).write_bytes(data)
