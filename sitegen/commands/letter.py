"""`sitegen letter REGION --kind KIND`: the year's letters as drafts of mail and DOCX."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.commands.common import (
    FAULT,
    OK,
    PROBLEMS,
    UsageError,
    complain,
    known_regions,
    project_of,
    tell,
    why,
)
from sitegen.commands.papers import add_out, add_region, edition_asked_for, private_folder, show, write_files
from sitegen.languages.messages import Catalogue
from sitegen.project import Project

if TYPE_CHECKING:
    from sitegen.model.edition import Event
    from sitegen.model.internal import PartnerContact
    from sitegen.model.network import Edition, Network
    from sitegen.problems import Problem

NAME = "letter"
KINDS = ("ask", "welcome", "confirm", "introduction", "materials", "invite", "press")
TO_PARTNERS = ("ask", "welcome", "introduction", "materials", "invite")
WITH_EVENT = ("ask", "introduction", "invite")
MOST_NAMES = 5
ASKED = frozenset({"C17"})
"""The days of pop-up venues are what `ask` asks for: it must not wait for them."""


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_region(command, say)
    command.add_argument("--kind", choices=KINDS, required=True, help=say.get("help.letter.kind"))
    add_out(command, say)
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.year.edition"))
    command.add_argument(
        "--partner", action="append", default=[], metavar="ID", help=say.get("help.letter.partner")
    )
    command.add_argument("--event", metavar="ID", help=say.get("help.letter.event"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write the letters. 1 where errors of content or contacts stand in the way, 3 where the disk fails."""
    from sitegen.problems import report
    from sitegen.year.files import years_of
    from sitegen.year.letters.contacts import contacts_file
    from sitegen.year.letters.making import Asked, files, letters, older_letters
    from sitegen.year.letters.parts import source

    _check_use(options, say)
    project = project_of(options)
    out = private_folder(options.out, project, say)
    (region,) = known_regions(project, (options.region,), say)
    years = years_of(project, region)
    found = edition_asked_for(
        project, region, options.edition or max(years, default=None), say, allowed=ASKED
    )
    if found is None:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    network, edition = found
    asked = Asked(options.kind, _partners(options.partner, edition, say), _event(options, edition, say))
    path = contacts_file(_safe(project.internal, project, say), edition)
    contacts, faults = _contacts(project, path, network, edition)
    papers = source(network, edition)
    made, problems = letters(asked, papers, contacts)
    show((*faults, *problems), project, say)
    if report((*faults, *problems)).errors:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    if not made:
        tell(say.get(f"letter.nobody-{options.kind}", region=region, year=edition.year))
        return OK
    written = files(made, papers)
    if any(one.private for one in made):
        _check_git(out, written, options, say)
    try:
        write_files(out, written)
    except OSError as fault:
        complain(say.get("papers.disk", folder=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.plural("letter.made", len(made), folder=options.out))
    older = older_letters(out, options.kind, papers, written)
    if older:
        tell(say.plural("letter.older", len(older), names=", ".join(older[:MOST_NAMES])))
    if options.kind in TO_PARTNERS:
        tell(say.get("letter.contacts" if contacts else "letter.no-contacts", file=project.relative(path)))
    return OK


def _check_use(options: argparse.Namespace, say: Catalogue) -> None:
    if options.partner and options.kind not in TO_PARTNERS:
        raise UsageError(say.get("letter.no-partner", kind=options.kind))
    if options.event and options.kind not in WITH_EVENT:
        raise UsageError(say.get("letter.no-event-here", kind=options.kind))


def _partners(ids: list[str], edition: "Edition", say: Catalogue) -> tuple[str, ...]:
    """The partners asked for by id. Raises `UsageError` for one that neither list has."""
    from sitegen.load.suggest import suggest

    known = sorted({one.id for one in edition.partners})
    for id in ids:
        if id not in known:
            near = suggest(id, known)
            key = "answer.unknown-near" if near else "answer.unknown"
            raise UsageError(say.get(key, id=id, region=edition.region_id, near=near))
    return tuple(ids)


def _event(options: argparse.Namespace, edition: "Edition", say: Catalogue) -> "Event | None":
    """The meeting that the letter is about: for `invite` there must be one. Raises `UsageError`."""
    if options.event is None and options.kind != "invite":
        return None
    return asked_event(options.event, edition, say)


def asked_event(id: str | None, edition: "Edition", say: Catalogue) -> "Event":
    """The feedback meeting, or the event of this id. Raises `UsageError` where there is none, or several."""
    from sitegen.year.events import NoEventError, event_asked_for

    try:
        return event_asked_for(edition, id)
    except NoEventError as missing:
        path = f"{edition.path}/edition.yaml"
        if id is not None:
            key = "event.unknown" if missing.known else "event.none"
        else:
            key = "event.several" if missing.known else "event.no-feedback"
        raise UsageError(say.get(key, id=id or "", known=", ".join(missing.known), file=path)) from missing


def _safe(folder: Path, project: Project, say: Catalogue) -> Path:
    """The folder of private files. Raises `UsageError` where it would be published or tracked."""
    from sitegen.cards.private import is_in_site

    resolved = folder.resolve()
    public = (project.content, project.regions)
    if is_in_site(resolved, project) or any(resolved.is_relative_to(one.resolve()) for one in public):
        raise UsageError(say.get("letter.internal-public", folder=folder))
    return folder


def _contacts(
    project: Project, path: Path, network: "Network", edition: "Edition"
) -> "tuple[tuple[PartnerContact, ...], tuple[Problem, ...]]":
    """The contacts with what is wrong with them, also where git would take their file along."""
    from sitegen.cards.private import is_in_git
    from sitegen.problems import Place, warning
    from sitegen.year.letters.contacts import read_contacts

    contacts, problems = read_contacts(project, path, edition, network.register)
    if path.exists() and is_in_git(path.parent, (path.name,)):
        problems += (warning("contacts-in-git", Place(project.relative(path)), rule="C13"),)
    return contacts, problems


def _check_git(out: Path, names: Iterable[str], options: argparse.Namespace, say: Catalogue) -> None:
    """Letters with private addresses go nowhere where git takes them along. Raises `UsageError`."""
    from sitegen.cards.private import is_in_git

    if is_in_git(out, names):
        raise UsageError(say.get("letter.in-git", folder=options.out))
