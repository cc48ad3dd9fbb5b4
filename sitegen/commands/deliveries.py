"""`sitegen deliveries`: who gets how many cards, brochures and posters; labels for the parcels."""

import argparse

from sitegen.commands.common import FAULT, OK, PROBLEMS, add_edition, complain, project_of, tell, why
from sitegen.commands.papers import (
    add_out,
    add_region,
    edition_asked_for,
    private_folder,
    rendered,
    show,
    write_files,
)
from sitegen.languages.messages import Catalogue, catalogue

NAME = "deliveries"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """Its arguments."""
    add_region(command, say)
    add_edition(command, say)
    add_out(command, say)


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write the list (Excel, PDF) and the labels, in `--lang` or else the region's own language.

    What a delivery lacks is told and stops nothing; 1 where errors of the content do, 3 where the disk fails.
    """
    from sitegen.render.print_html import read_print_theme
    from sitegen.year.deliveries import deliveries, delivery_problems, own_language
    from sitegen.year.delivery_excel import delivery_excel
    from sitegen.year.delivery_sheets import addressed, label_job, list_job
    from sitegen.year.delivery_table import grid

    project = project_of(options)
    out = private_folder(options.out, project, say)
    asked = edition_asked_for(project, options.region, options.edition, say)
    if asked is None:
        complain(say.get("papers.nothing-written"))
        return PROBLEMS
    network, edition = asked
    words = catalogue(say.domain, options.lang or own_language(edition))
    region = edition.region.name.get(words.lang) or edition.region.name.values[0][1]
    named = {"region": region, "year": edition.year}
    found = deliveries(edition, network, words.lang)
    table = grid(found, words.get("deliveries.title", **named), words)
    theme = read_print_theme(project.theme())
    stem = f"{edition.region_id}-{edition.year}"
    jobs = {f"{stem}-{words.get('deliveries.file')}.pdf": list_job(table, words, theme)}
    labels = label_job(edition, network, words, words.get("deliveries.labels.title", **named), theme)
    if labels is not None:
        jobs[f"{stem}-{words.get('deliveries.file.labels')}.pdf"] = labels
    excel = delivery_excel(table, words.get("deliveries.sheet"), words.lang)
    made = {f"{stem}-{words.get('deliveries.file')}.xlsx": excel, **rendered(jobs, project, say)}
    show(delivery_problems(edition), project, say)
    try:
        write_files(out, made)
    except OSError as fault:
        complain(say.get("papers.disk", folder=options.out, fault=why(fault, say)))
        return FAULT
    tell(say.plural("deliveries.made", len(found), folder=options.out))
    tell(say.plural("deliveries.labels.made", len(addressed(edition, network, words.lang))))
    return OK
