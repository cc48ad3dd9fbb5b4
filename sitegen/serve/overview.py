"""The preview's list of everything: every page, document and file of a year, in every language."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.compose.shown import best
from sitegen.languages.messages import PAGES, Catalogue, catalogue
from sitegen.languages.table import language
from sitegen.model.network import Network, RegionEditions
from sitegen.plan import MOVED, Artefact, Plan
from sitegen.render.html import render_plain
from sitegen.serve.page import OWN
from sitegen.structs import Struct

FILES = Path(__file__).parent / "files"
STATUS = f"{OWN}status/"
SAID_HERE = ("front", "not-found")
"""Pages whose names are said in the preview's words; the others are called as in the site's menus."""


class Cell(Struct, frozen=True):
    """A link: to `href` where there is one; `said` names it in full for screen readers."""

    label: str
    href: str = ""
    said: str = ""


class Row(Struct, frozen=True):
    """A page or document with a cell for each language."""

    name: str
    cells: tuple[Cell, ...]


class Part(Struct, frozen=True):
    """A region, or what all share: tables of pages and documents, and other files."""

    id: str
    name: str
    pages: tuple[Row, ...]
    documents: tuple[Row, ...]
    files: tuple[Cell, ...]
    checklists: tuple[Cell, ...] = ()


def overview(
    network: Network | None, plan: Plan | None, prefix: str, styles: Iterable[str], say: Catalogue
) -> str:
    """The list as a page. `prefix`: where the site begins; without a network there is one sentence."""
    return render_plain(
        FILES,
        "overview.html",
        say=say,
        styles=tuple(styles),
        years=_years(network, say) if network else (),
        languages=[(lang, _label(lang)) for lang in network.site.languages] if network else (),
        parts=tuple(_parts(network, plan, prefix, say)) if network and plan else (),
        status=STATUS,
    )


def drafts(network: Network) -> tuple[int, ...]:
    """The years that any region has and that are not the site's, the newest first."""
    years = {edition.year for entry in network.regions for edition in entry.editions}
    return tuple(sorted(years - {network.site.edition}, reverse=True))


def _years(network: Network, say: Catalogue) -> tuple[Cell, ...]:
    later = [year for year in drafts(network) if year > network.site.edition]
    shown = Cell(f"{say.get('preview.year.shown')}: {network.site.edition}", OWN)
    return (shown, *(Cell(say.get("preview.year.draft", year=year), f"{OWN}{year}/") for year in later))


def _parts(network: Network, plan: Plan, prefix: str, say: Catalogue) -> Iterator[Part]:
    yield _part("", say.get("preview.national"), plan.of_region(None), network, prefix, say)
    for entry in network.regions:
        made = plan.of_region(entry.id)
        if made:
            name = say.get("preview.region-link", region=_name(entry, say), year=entry.published)
            yield _part(entry.id, name, made, network, prefix, say, _checklists(entry, say))


def _part(
    id: str,
    name: str,
    artefacts: Iterable[Artefact],
    network: Network,
    prefix: str,
    say: Catalogue,
    checklists: tuple[Cell, ...] = (),
) -> Part:
    found = tuple(artefacts)
    languages = network.site.languages
    many = [one for one in found if one.lang is not None]
    pages = dict.fromkeys(one.slug for one in many if one.kind == "page")
    papers = dict.fromkeys((one.kind, one.slug) for one in many if one.kind in ("document", "data"))
    alone = [one for one in found if one.lang is None]
    return Part(
        id=id,
        name=name,
        pages=tuple(
            _row("page", slug, _page_name(slug, id, say), many, languages, prefix, say) for slug in pages
        ),
        documents=tuple(
            _row(kind, slug, _document_name(kind, slug, say), many, languages, prefix, say)
            for kind, slug in papers
        ),
        files=tuple(Cell(_alone(one, say), prefix + _address(one.path)) for one in alone),
        checklists=checklists,
    )


def _row(
    kind: str,
    slug: str,
    name: str,
    artefacts: Iterable[Artefact],
    languages: Iterable[str],
    prefix: str,
    say: Catalogue,
) -> Row:
    found = {one.lang: one for one in artefacts if (one.kind, one.slug) == (kind, slug)}
    return Row(name, tuple(_cell(found.get(lang), lang, name, prefix, say) for lang in languages))


def _cell(found: Artefact | None, lang: str, name: str, prefix: str, say: Catalogue) -> Cell:
    if found is None:
        return Cell(say.get("preview.missing"))
    said = say.get("preview.in", page=name, language=_label(lang))
    return Cell(lang, prefix + _address(found.path), said)


def _page_name(slug: str, region: str, say: Catalogue) -> str:
    """As in the site's menus; a page that stands in none by its slug."""
    if slug in SAID_HERE:
        return say.get(f"preview.page.{slug}")
    menus = catalogue(PAGES, say.lang)
    keys = (*(() if region else (f"nav.national.{slug}",)), f"nav.{slug}")
    return next((menus.get(key) for key in keys if menus.has(key)), slug)


def _document_name(kind: str, slug: str, say: Catalogue) -> str:
    if kind == "data":
        return slug
    stem, _, type = slug.rpartition(".")
    key = f"preview.document.{stem}"
    place = f"{say.get('preview.document.brochure')} {stem.partition('-')[2]}"
    return f"{say.get(key) if say.has(key) else place} ({type.upper()})"


def _alone(one: Artefact, say: Catalogue) -> str:
    if one.kind == "page" and one.slug == MOVED:
        return say.get("preview.page.moved", path="/" + _address(one.path))
    return _page_name(one.slug, one.region or "", say) if one.kind == "page" else one.path.rpartition("/")[2]


def _checklists(entry: RegionEditions, say: Catalogue) -> tuple[Cell, ...]:
    return tuple(
        Cell(f"{say.get('preview.checklist')} {one.year}", f"{STATUS}{entry.id}/{one.year}/")
        for one in reversed(entry.editions)
    )


def _name(entry: RegionEditions, say: Catalogue) -> str:
    found = best(entry.region.name, say.lang, entry.region.languages)
    return found.value if found else entry.id


def _label(lang: str) -> str:
    return language(lang).label


def _address(path: str) -> str:
    return path.removesuffix("index.html")
