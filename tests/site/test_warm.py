"""A warm build is a cold build, byte for byte, whatever changed (BAR R07, R08), and makes no more."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site.support.faults import none
from tests.site.support.outcome import build, published
from tests.site.support.projects import change, copy_project, copy_theme, delete_entry
from tests.site.support.run import REPOSITORY
from tests.site.support.trees import differences, tree

pytestmark = pytest.mark.slow

MALLILA = Path("regions/mallila")
VENUES = MALLILA / "2026/venues.yaml"
NEWS = """\
news:
  - id: uutta
    date: 2026-02-02
    title: {fi: Uutta nyt, sv: Nytt nu, ar: جديد الآن}
    text: {fi: Tule mukaan., sv: Kom med., ar: انضم إلينا.}
"""


def phone(project: Path) -> None:
    change(project / VENUES, "016 000 331", "016 000 391")


def partner_text(project: Path) -> None:
    change(project / VENUES, "fi: Kurssit ja luennot", "fi: Kurssit, luennot ja retket")


def partner_deleted(project: Path) -> None:
    delete_entry(project / MALLILA / "2026/distributors.yaml", "aikuissosiaalityo")
    change(project / MALLILA / "2026/edition.yaml", "updated: 2026-01-12", "updated: 2026-01-13")


def language_text(project: Path) -> None:
    for lang, text in (("fi", "Kysy kaveriakin."), ("sv", "Fråga gärna en vän."), ("ar", "اسأل صديقا.")):
        target = project / MALLILA / "2026" / lang / "company.md"
        target.write_text(f"---\nadd: after\n---\n{text}\n", "utf-8")


def media_renamed(project: Path) -> None:
    media = project / MALLILA / "media"
    (media / "lautta.png").rename(media / "laiva.png")
    change(media / "media.yaml", "lautta.png", "laiva.png")
    for path in (project / MALLILA / "2026").glob("*/use.md"):
        change(path, "lautta.png", "laiva.png")


def rule(project: Path) -> None:
    change(project / "content/2026/rules.yaml", "card_valid_months: 12", "card_valid_months: 11")


def accent(project: Path) -> None:
    change(project / MALLILA / "region.yaml", "#47398b", "#7a1f4d")


def section_deleted(project: Path) -> None:
    for lang in (path for path in (project / MALLILA / "2026").iterdir() if path.is_dir()):
        (lang / "own-kesalava.md").unlink()


def news(project: Path) -> None:
    change(project / MALLILA / "2026/edition.yaml", "\nnews:\n", f"\n{NEWS}")


def template(project: Path) -> None:
    layout = project / "themes/kaiku/templates/layout.html"
    change(layout, '<main id="main" tabindex="-1">', '<main id="main" class="other" tabindex="-1">')


def style(project: Path) -> None:
    path = project / "themes/kaiku/css/base.css"
    path.write_text(path.read_text("utf-8") + "\n.other { color: inherit }\n", "utf-8")


def print_style(project: Path) -> None:
    path = project / "themes/kaiku/print/brochure.css"
    path.write_text(path.read_text("utf-8") + "\nh2 { letter-spacing: 0.01em }\n", "utf-8")


def site(project: Path) -> None:
    change(project / "content/site.yaml", "title: {fi: Kaikukortti,", "title: {fi: Kaikukortti-sivut,")


def base_url(project: Path) -> None:
    change(project / "content/site.yaml", "https://kaikukortti.example/", "https://kaikukortti.example/a/b/")


def year_added(project: Path) -> None:
    shutil.copytree(project / "regions/tornio/2026", project / "regions/tornio/2027")


def region_deleted(project: Path) -> None:
    shutil.rmtree(project / "regions/tornio")


def national_text(project: Path) -> None:
    path = project / "content/2026/fi/company.md"
    path.write_text(path.read_text("utf-8").rstrip() + "\n\nKysy rohkeasti.\n", "utf-8")


NUMBER = re.compile(r"16\W{0,3}000\W{0,3}391")
"""In words and in the link, with whatever spaces and marks of direction."""

CHANGES: tuple[Callable[[Path], None], ...] = (
    *(phone, partner_text, partner_deleted, language_text, media_renamed, rule, accent, section_deleted),
    *(news, template, style, print_style, site, base_url, year_added, national_text, region_deleted),
)


def cold(project: Path, scratch: Path, **options: Any) -> dict[str, str]:
    """The tree of a build of the same files with nothing kept from before."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(project, scratch / "project", ignore=shutil.ignore_patterns(".sitegen*", "build"))
    published(build(scratch / "project", scratch / "out", **options))
    return tree(scratch / "out")


def test_pages_after_every_kind_of_change_are_those_of_a_cold_build(tmp_path: Path) -> None:
    """All kinds one after the other, so that each meets what the others left in the cache."""
    project = copy_project(tmp_path / "project")
    copy_theme(project)
    few_languages(project)
    with_picture(project)
    out = project / "build"
    published(build(project, out, documents=False))
    before = tree(out)
    for make in CHANGES:
        make(project)
        published(build(project, out, documents=False))
        after = tree(out)
        assert after != before or make is print_style, make.__name__
        none(differences(after, cold(project, tmp_path / "cold", documents=False)), make.__name__)
        before = after


@pytest.mark.parametrize(
    "changes",
    [(phone,), (partner_deleted, language_text), (rule, accent, print_style)],
    ids=lambda changes: "-".join(make.__name__ for make in changes),
)
def test_documents_after_changes_are_those_of_a_cold_build(
    changes: tuple[Callable[[Path], None], ...], tmp_path: Path, warm_project: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(warm_project, project)
    for make in changes:
        make(project)
        assert published(build(project, project / "build")).rendered > 0
    none(differences(tree(project / "build"), cold(project, tmp_path / "cold")))


@pytest.fixture(scope="module")
def warm_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its cache and its site, to be copied and changed."""
    project = copy_project(tmp_path_factory.mktemp("warm") / "project", ("mallila",))
    copy_theme(project)
    few_languages(project)
    published(build(project, project / "build"))
    return project


def few_languages(project: Path) -> None:
    """Only Finnish, Swedish and Arabic: two scripts, both directions, half the artefacts."""
    site, region = project / "content/site.yaml", project / MALLILA / "region.yaml"
    change(site, "languages: [fi, sv, en, fi-simple, ar, ru]", "languages: [fi, sv, ar]")
    change(region, "languages: [fi, sv, en, fi-simple, ar, ru]", "languages: [fi, sv, ar]")
    change(project / MALLILA / "2026/edition.yaml", "large_print: yes", "large_print: no")
    for lang in ("en", "fi-simple", "ru"):
        for folder in [*project.glob(f"content/*/{lang}"), *project.glob(f"regions/*/*/{lang}")]:
            shutil.rmtree(folder)
    for path in project.rglob("*.yaml"):
        text = path.read_text("utf-8")
        text = re.sub(r"^( *)(?:en|fi-simple|ru):.*\n(?:\1 +.*\n|\n(?=\1 ))*", "", text, flags=re.MULTILINE)
        text = re.sub(r", (?:en|fi-simple|ru): (?:\"[^\"]*\"|[^,}\"]*)(?=[,}])", "", text)
        path.write_text(text, "utf-8")


def with_picture(project: Path) -> None:
    """A picture with its words in a text of the small region."""
    media = project / MALLILA / "media"
    media.mkdir()
    shutil.copyfile(REPOSITORY / "regions/malliranta/media/lautta.png", media / "lautta.png")
    words = "{fi: Lautta laiturissa., sv: En färja vid bryggan., ar: عبّارة عند الرصيف.}"
    (media / "media.yaml").write_text(f"format: 1\nfiles:\n  lautta.png: {{alt: {words}}}\n", "utf-8")
    for path in (project / MALLILA / "2026").glob("*/use.md"):
        path.write_text(path.read_text("utf-8").rstrip() + "\n\n![](lautta.png)\n", "utf-8")


def test_one_phone_number_makes_only_what_shows_it(tmp_path: Path, warm_project: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(warm_project, project)
    out = project / "build"
    before, keys = tree(out), artefacts(out)
    phone(project)
    made = build(project, out)
    after = tree(out)
    changed = {name for name in after if before.get(name) != after[name]} - {".sitegen.json"}
    rekeyed = {name for name, key in artefacts(out).items() if keys.get(name) != key}
    lasting = {name for name in rekeyed if Path(name).name in ("brochure.pdf", "brochure.docx")}
    show = {
        name
        for name in after
        if name.endswith((".html", ".json", ".csv")) and NUMBER.search((out / name).read_text("utf-8"))
    } - {".sitegen.json"}
    assert show
    assert show <= changed
    assert rekeyed <= changed, "made anew, with the bytes of before"
    assert made.rendered == len(rekeyed - lasting)
    told = [name for name in changed if name.endswith(".html") and name not in show]
    sizes = {name for name in told if "/materials/" in name or name.count("/") == 2}
    assert set(told) - sizes == set(), "pages that do not show the number, nor a document's size"


def artefacts(out: Path) -> dict[str, str]:
    """The manifest's keys."""
    found: dict[str, str] = json.loads((out / ".sitegen.json").read_text("utf-8"))["artefacts"]
    return found


def test_without_a_change_nothing_is_made_and_the_report_is_told_again(
    tmp_path: Path, warm_project: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(warm_project, project)
    out = project / "build"
    first = build(project, out)
    inode = (out / "index.html").stat().st_ino
    again = build(project, out)
    assert (again.unchanged, again.rendered) == (True, 0)
    assert (out / "index.html").stat().st_ino == inode
    assert again.problems == first.problems
    assert (again.pages, again.documents) == (first.pages, first.documents)
    assert again.documents == 18


def test_a_touched_or_missing_page_is_put_back(tmp_path: Path, warm_project: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(warm_project, project)
    out = project / "build"
    before = tree(out)
    (out / "mallila/fi/index.html").write_bytes(b"edited by hand")
    (out / "mallila/sv/venues/index.html").unlink()
    (out / "stray.txt").write_text("left by somebody", "utf-8")
    made = build(project, out)
    assert not made.unchanged
    none(differences(before, tree(out)))


def test_a_broken_cache_is_not_believed(tmp_path: Path, warm_project: Path) -> None:
    """BAR R09: cut short, altered, emptied, unreadable: only slower."""
    project = tmp_path / "project"
    shutil.copytree(warm_project, project)
    out, cache = project / "build", project / ".sitegen-cache"
    before = tree(out)
    objects = sorted(path for path in cache.rglob("*") if path.is_file())
    assert len(objects) > 20
    for number, path in enumerate(objects):
        data = path.read_bytes()
        damaged = (data[: len(data) // 2], data[:-1] + b"?", b"", data.replace(b"a", b"b"))
        path.write_bytes(damaged[number % 4])
    shutil.rmtree(out)
    published(build(project, out))
    none(differences(before, tree(out)))
