"""`sitegen meeting REGION`: agenda and memo of the yearly feedback meeting."""

import argparse

from sitegen.commands.common import FAULT, OK, PROBLEMS, complain, known_regions, project_of, tell, why
from sitegen.commands.letter import asked_event
from sitegen.commands.papers import add_out, add_region, edition_asked_for, private_folder, write_files
from sitegen.languages.messages import Catalogue

NAME = "meeting"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_region(command, say)
    add_out(command, say)
    command.add_argument("--edition", type=int, metavar="YEAR", help=say.get("help.year.edition"))
    command.add_argument("--event", metavar="ID", help=say.get("help.meeting.event"))


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write both papers in the region's official languages, and the meeting for calendars.

    1 where errors of the content stand in the way, 3 where the disk fails.
    """
    from sitegen.render.docx import render_docx
    from sitegen.year.files import years_of
    from sitegen.year.letters.making import meeting_file
    from sitegen.year.letters.parts import source
    from sitegen.year.meeting import agenda, memo, paper_languages

    project = project_of(options)
    out = private_folder(options.out, project, say)
    (region,) = known_regions(project, (options.region,), say)
    years = years_of(project, region)
    found = edition_asked_for(project, region, options.edition or max(years, default=None), say)
    if found is None:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    network, edition = found
    event = asked_event(options.event, edition, say)
    papers = source(network, edition)
    made: dict[str, bytes] = {}
    for lang in paper_languages(edition):
        for key, write in (("agenda", agenda), ("memo", memo)):
            name = f"{region}-{edition.year}-{papers.say(lang).get(f'file.{key}')}-{lang}.docx"
            made[name] = render_docx(write(event, papers, lang))
        file = meeting_file(event, papers, lang)
        made[file.name] = file.data
    try:
        write_files(out, made)
    except OSError as fault:
        complain(say.get("papers.disk", folder=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.get("meeting.made", folder=options.out))
    return OK
