"""Which judges stand for an id: of single pages, of the whole site, of what a browser told."""

from collections.abc import Iterator, Mapping

from tests.bar.pages.exceptions import excused
from tests.bar.pages.judges import contact, language, links, rest, structure, translations
from tests.bar.pages.judges.seen import SEEN, judges
from tests.bar.pages.site import OfPage, OfSite, World

PAGES: Mapping[str, tuple[OfPage, ...]] = {
    "A01": (language.page_language,),
    "A02": (language.parts, language.links),
    "A03": (contact.isolated,),
    "A05": (structure.headings,),
    "A06": (structure.landmarks,),
    "A08": (structure.lists,),
    "A09": (contact.channels,),
    "A10": (contact.numbers,),
    "A11": (contact.mail,),
    "A12": (links.texts,),
    "A13": (links.files,),
    "A14": (links.windows,),
    "A15": (rest.pictures,),
    "A16": (rest.texts_in_pictures,),
    "A31": (rest.forms,),
    "A34": (structure.tables,),
    "A35": (language.written,),
    "A37": (structure.zoom,),
    "A38": (links.statement,),
    "A39": (rest.feedback,),
    "A40": (rest.gaps,),
    "A41": (rest.supervisor,),
    "A43": (structure.updated,),
    "A44": (structure.hidden_in_titles,),
    "A45": (structure.aria,),
    "A46": (rest.weight,),
    "LOOK": (language.soft_hyphens,),
    "PL1": (translations.unbroken,),
    "PL3": (translations.logo,),
    "PL4": (translations.plain_tag,),
    "G1": (translations.addresses,),
    "G3": (translations.codes_of_alternates,),
    "G4": (translations.switcher,),
    "G5": (translations.own_names,),
    "G6": (translations.fallback, translations.one_note),
    "G8": (translations.names,),
    "G9": (translations.slugs,),
    "G12": (translations.glyphs,),
    "N1": (contact.numbers,),
    "N5": (contact.grouping,),
    "N7": (contact.postal,),
}
SITES: Mapping[str, tuple[OfSite, ...]] = {
    "A04": (structure.titles,),
    "A28": (rest.schemes,),
    "A32": (links.consistent,),
    "A33": (links.near,),
    "A42": (structure.not_found,),
    "A46": (rest.faces,),
    "G2": (translations.graph,),
    "G10": (translations.shared,),
    "G11": (translations.logical,),
}


def faults(id: str, world: World) -> list[str]:
    """What an id finds in a world, without what is excused."""
    return [fault for fault in all_faults(id, world) if not excused(id, fault)]


def all_faults(id: str, world: World) -> Iterator[str]:
    """What an id finds, excused or not."""
    site = world.site
    for of_page in PAGES.get(id, ()):
        for page in site.pages.values():
            yield from (f"{page.path}: {fault}" for fault in of_page(page, site))
    for of_site in SITES.get(id, ()):
        yield from of_site(site)
    for judge in judges(SEEN.get(id, ())):
        for path, facts in world.facts.items():
            yield from (f"{path}: {fault}" for fault in judge(facts))
