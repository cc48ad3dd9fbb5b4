"""The component page: every component of the theme on one page, for each language, beside hard content.

Made from the views of the invented region's own pages, with names and words longer than any real one.
Judges run over it as over the pages of the site (`test_components.py`). It is not published;
`python -m tests.bar.pages.components SITE FOLDER` writes it for people to look at.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sitegen.build.assets import published_assets
from sitegen.build.pages import PageJob, Site, pages
from sitegen.build.reading import read
from sitegen.compose.pages.view import Frame
from sitegen.languages.table import codes
from sitegen.model.document import Text
from sitegen.plan import page_path, plan_site
from sitegen.project import Project
from sitegen.render.html import default_theme, render_page
from sitegen.structs import replace
from tests.site.support.run import REPOSITORY

TEMPLATE = "components.html"
REGION, WITH_LOGO = "mallila", "malliranta"
LONG = {
    "fi": "Varhaiskasvatuksenohjausjärjestelmäpalvelukeskus",
    "sv": "Sysselsättningstjänsternasrådgivningscentral",
    "en": "Intercommunicationalresponsibilitiescentre",
    "ar": "مركزالمسؤولياتالاجتماعيةوالثقافيةالمشتركة",
    "ru": "Достопримечательностейпутеводительцентр",
}
"""One word, longer than a narrow window."""


def jobs(built: Path) -> tuple[dict[str, PageJob], Mapping[str, bytes]]:
    """Each page with its template and view, and the files they use; sizes of documents as in a built site."""
    found = read(Project(REPOSITORY))
    assert found.network is not None
    network = found.network
    assets = published_assets(default_theme(), tuple(network.published), found.texts)
    files = (path for path in built.rglob("*") if path.is_file())
    sizes = {path.relative_to(built).as_posix(): path.stat().st_size for path in files}
    site = Site(network, found.texts, plan_site(network), network.site.base_url, sizes, assets)
    made = {one.path: cast(PageJob, one.job) for one in pages(site, network.published)}
    return made, assets.files


@dataclass(frozen=True)
class ComponentPage:
    """The views that the page's components are fed with, under the frame of a region's front page."""

    frame: Frame
    front: Any
    venues: Any
    materials: Any
    contacts: Any
    how: Any
    news: Any
    statistics: Any
    national: Any
    choice: Any


def component_page(every: Mapping[str, PageJob], lang: str) -> ComponentPage:
    """The page in a language."""

    def view(slug: str, region: str | None = REGION) -> Any:
        return every[page_path(region, lang, slug)].view

    front = view("front")
    logo = view("front", WITH_LOGO).frame.logo
    news = every.get(page_path(REGION, lang, "news")) or every[page_path(REGION, "fi", "news")]
    others = [view(slug) for slug in ("venues", "materials", "contacts", "how", "statistics")]
    views = (front, *others, view("front", None), every[f"{REGION}/index.html"].view)
    words = dict(pair for one in reversed(views) for pair in one.frame.words)
    frame = replace(
        front.frame,
        words=tuple(words.items()),
        logo=logo,
        title=f"Components {lang}",
        heading=Text("Components", lang="en"),
    )
    return ComponentPage(
        frame=frame,
        front=front,
        venues=_hard(view("venues"), LONG[lang.partition("-")[0]]),
        materials=view("materials"),
        contacts=view("contacts"),
        how=view("how"),
        news=news.view,
        statistics=view("statistics"),
        national=view("front", None),
        choice=every[f"{REGION}/index.html"].view,
    )


def _hard(view: Any, word: str) -> Any:
    """The view with a first partner whose name, place and words are one long word each."""
    group, *others = view.list.groups
    card, *cards = group.cards
    name = Text(word, name=True)
    partner = replace(
        card.partner, name=name, place=(name,), what=Text(word), how=(Text(word),), anchor="long"
    )
    bare = replace(
        partner, what=None, place=(), how=(), tags=(), hours=None, note=None, contacts=(), anchor="bare"
    )
    first = replace(
        group, name=name, cards=(replace(card, partner=partner), replace(card, partner=bare), *cards)
    )
    return replace(view, list=replace(view.list, groups=(first, *others)))


def written(built: Path, folder: Path) -> Iterator[str]:
    """Write the page in every language into a folder, with the files it uses; the paths of the pages."""
    every, files = jobs(built)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for lang in codes():
        path = page_path(REGION, lang, "front")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(render_page(TEMPLATE, component_page(every, lang)), "utf-8")
        yield path


if __name__ == "__main__":
    for made in written(Path(sys.argv[1]), Path(sys.argv[2])):
        print(made)  # noqa: T201
