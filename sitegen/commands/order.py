"""`sitegen order`: the message that asks for codes, and the print house's brief."""

import argparse

from sitegen.commands.common import FAULT, OK, PROBLEMS, add_edition, complain, project_of, tell, why
from sitegen.commands.papers import (
    add_out,
    add_region,
    edition_asked_for,
    private_folder,
    show,
    write_files,
)
from sitegen.languages.messages import Catalogue, catalogue

NAME = "order"
USUAL_LENGTH = "0" * 8
"""As long as the code for which the brief gives measures, where the real ones are not known yet."""


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_region(command, say)
    add_edition(command, say)
    add_out(command, say)


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write message, draft and brief in the region's first language and in Finnish.

    1 where errors of the content stand in the way or there is nothing to order, 3 where the disk fails.
    """
    from sitegen.cards.sheets import measures
    from sitegen.problems import report
    from sitegen.render.docx import render_docx
    from sitegen.year.orders import draft, languages, message, order, order_problems, subject
    from sitegen.year.print_brief import print_brief

    project = project_of(options)
    out = private_folder(options.out, project, say)
    asked = edition_asked_for(project, options.region, options.edition, say)
    problems = tuple(order_problems(asked[1])) if asked else ()
    show(problems, project, say)
    if asked is None or report(problems).errors:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    network, edition = asked
    made: dict[str, bytes] = {}
    for lang in languages(edition):
        words = catalogue(say.domain, lang)
        stem = f"{edition.region_id}-{edition.year}"
        letter, brief = words.get("order.file"), words.get("brief.file")
        text = f"{subject(edition, words)}\n\n{message(edition, words)}\n"
        made[f"{stem}-{letter}-{lang}.txt"] = text.encode()
        made[f"{stem}-{letter}-{lang}.eml"] = draft(edition, network, words)
        document = print_brief(edition, words, measures(lang, USUAL_LENGTH))
        made[f"{stem}-{brief}-{lang}.docx"] = render_docx(document)
    try:
        write_files(out, made)
    except OSError as fault:
        complain(say.get("papers.disk", folder=options.out, fault=why(fault, say)))
        return FAULT
    found = order(edition)
    tell(say.get("order.made", cards=found.cards, community=found.community_cards, folder=options.out))
    return OK
