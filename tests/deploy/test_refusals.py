"""Nothing broken and nothing private is published: each refusal is planted, found alone and told in words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build.unchanged import source_digest
from sitegen.deploy.built import read_built
from sitegen.deploy.refusals import Gate, refusals
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.problems import Report
from sitegen.project import Project
from sitegen.reporting import sentences
from sitegen.store.publish import read_manifest
from tests.deploy.plants import (
    manifest_says,
    put,
    remove,
    replace,
    report_says,
)
from tests.deploy.projects import write
from tests.site.support.projects import change
from tests.site.support.run import REPOSITORY, sitegen, succeeded

FRONT = "kemi/fi/index.html"
VENUES = "kemi/fi/venues/index.html"
PDF = "kemi/fi/kaikukortti-esite-kemi-2026-fi.pdf"
DOCX = "kemi/fi/kaikukortti-esite-kemi-2026-fi.docx"
# A date and check character that fit each other; nobody has the number 900-999, which is kept for tests.
PERSONAL = "131052-9041"
CODE = "KAIKU-7788"
CANARY = "Sisäinen muistiinpano"

Plant = Callable[[Path], None]


def in_page(html: str) -> Plant:
    return lambda root: replace(root / "build", FRONT, "</h1>", f"</h1>{html}")


def internal(root: Path) -> None:
    (root / "internal/kemi/codes").mkdir(parents=True)
    (root / "internal/canaries.txt").write_text(f"# vain sisäisesti\n{CANARY}\n", "utf-8")
    (root / "internal/kemi/codes/2026.csv").write_text(f"code\n{CODE}\n", "utf-8")


def broken(root: Path) -> None:
    """An error in the files that the site was made from, as far as its manifest knows."""
    change(root / "regions/kemi/2026/venues.yaml", "016 000 303", "016 abc")
    manifest_says(root / "build", sources=source_digest(Project(root)))


PLANTS: dict[str, tuple[str, Plant]] = {
    "no site": ("site-none", lambda root: shutil.rmtree(root / "build")),
    "edited by hand": ("site-changed", lambda root: change(root / "build/robots.txt", "llow:", "llow: /fi/")),
    "a file too many": ("site-changed", lambda root: write(root / "build/own.txt", "own")),
    "a link": ("site-changed", lambda root: (root / "build/own").symlink_to(root / "content")),
    "files changed since": (
        "site-stale",
        lambda root: change(root / "regions/kemi/2026/venues.yaml", "016 000 303", "016 000 304"),
    ),
    "a partial build": ("site-partial", lambda root: manifest_says(root / "build", partial=["kemi"])),
    "another address": (
        "site-other-base",
        lambda root: report_says(root / "build", base_url="https://kaikukortti.example/repo/"),
    ),
    "no documents": ("site-no-documents", lambda root: report_says(root / "build", with_documents=False)),
    "a PDF missing": ("site-document-missing", lambda root: remove(root / "build", "kemi/fi/poster-a3.pdf")),
    "a file missing": ("site-page-missing", lambda root: remove(root / "build", "kemi/partners.csv")),
    "a broken PDF": ("pdf.unreadable", lambda root: put(root / "build", PDF, b"%PDF-1.7 cut")),
    "a broken DOCX": ("docx-unreadable", lambda root: put(root / "build", DOCX, b"PK cut")),
    "a dead link": ("site-link", in_page('<a href="../sv/nowhere/">x</a>')),
    "a personal code": ("site-personal-code", in_page(f"<p>{PERSONAL}</p>")),
    "a card code of internal/": ("site-card-code", in_page(f"<p>{CODE}</p>")),
    "a canary of internal/": ("site-canary", in_page(f"<p>{CANARY.upper()}</p>")),
    "errors": ("site-errors", broken),
}


def refused(gate: Gate) -> Report:
    return refusals(gate, read_built(gate.folder))


def published(root: Path) -> dict[str, str]:
    """Paths and digests as if the site were published as it is."""
    manifest = read_manifest(root / "build")
    assert manifest is not None
    return dict(manifest.files)


def ids(root: Path, **gate: object) -> set[str]:
    return {one.id for one in refused(Gate(Project(root), root / "build", **gate)).problems}  # type: ignore[arg-type]


@pytest.mark.parametrize("fault", PLANTS)
def test_a_planted_fault_is_refused_in_words(fault: str, project: Path) -> None:
    internal(project)
    id, plant = PLANTS[fault]
    plant(project)
    found = refused(Gate(Project(project), project / "build"))
    # What was made for another address also has addresses elsewhere.
    assert {one.id for one in found.problems} - {"site-base", "site-base-path"} == {id}
    assert found.exit_code() == 1
    told = {lang: sentences(found.problems[0], catalogue(PROBLEMS, lang)) for lang in ("fi", "sv", "en")}
    assert len({one.found for one in told.values()}) == 3
    for one in told.values():
        assert all(len(sentence.split()) > 2 for sentence in (one.found, one.expected))
        assert not any(secret in one.found + one.expected for secret in (PERSONAL, CODE, CANARY))


def test_a_whole_site_passes(project: Path) -> None:
    internal(project)
    assert ids(project) == set()
    done = succeeded(sitegen("check", "--built", "--lang", "en", cwd=project))
    assert "No problems." in done.stdout


def test_what_may_go_and_what_may_not(project: Path) -> None:
    """Lasting addresses stay; documents of a year and assets may go; a line in moved.yaml lets a page go."""
    standing = dict(published(project))
    allowed = ("kemi/fi/kaikukortti-esite-kemi-2025-fi.pdf", "assets/style-0.css")
    assert ids(project, standing=standing | dict.fromkeys(allowed, "")) == set()
    gone = {
        "kemi/fi/old/index.html": "",
        "kemi/fi/brochure-large.pdf": "",
        "tornea/index.html": "",
        "tornea/x": "",
    }
    found = refused(Gate(Project(project), project / "build", standing=standing | gone)).problems
    assert {one.id for one in found} == {"site-vanished"}
    told = sorted(dict(one.values)["address"] for one in found)
    assert told == ["/kemi/fi/brochure-large.pdf", "/kemi/fi/old/", "/tornea/"]
    moves = "moved:\n" + "".join(
        f"  - {{from: {path}, to: kemi/}}\n"
        for path in ("kemi/fi/old/", "kemi/fi/brochure-large.pdf", "tornea/")
    )
    change(project / "content/moved.yaml", "moved: []", moves)
    assert "site-vanished" not in ids(project, standing=standing | gone)


def test_a_region_left_behind_must_be_as_published(project: Path) -> None:
    manifest_says(project / "build", partial=["kemi"])
    standing = published(project)
    assert ids(project, keep_going=True, standing=standing) == set()
    assert ids(project, keep_going=True) == {"site-left-other"}
    assert ids(project, keep_going=False, standing=standing) == {"site-partial"}
    other = standing | {FRONT: "another"}
    assert ids(project, keep_going=True, standing=other) == {"site-left-other"}


def test_short_canaries_and_bad_patterns_are_told(project: Path) -> None:
    internal(project)
    (project / "internal/canaries.txt").write_text("abc\n", "utf-8")
    (project / "internal/card-code-pattern.txt").write_text("([A-Z", "utf-8")
    assert ids(project) >= {"canary-short", "card-code-pattern"}


def test_the_pattern_of_card_codes_finds_what_no_list_holds(project: Path) -> None:
    (project / "internal").mkdir()
    (project / "internal/card-code-pattern.txt").write_text(r"KK-\d{6}" + "\n", "utf-8")
    replace(project / "build", FRONT, "</h1>", "</h1><p>KK-123456</p>")
    assert ids(project) == {"site-card-code"}


def test_a_fault_on_many_pages_is_told_once(project: Path) -> None:
    for path in (FRONT, VENUES, "kemi/sv/index.html"):
        replace(project / "build", path, "</h1>", '</h1><a href="nowhere/">x</a>')
    found = refused(Gate(Project(project), project / "build")).problems
    assert [(one.id, dict(one.values)["pages"]) for one in found] == [("site-link", "3")]
    assert found[0].place.path == f"build/{FRONT}"


def test_links_alone_are_checked_on_request(project: Path) -> None:
    succeeded(sitegen("check", "--links", "--lang", "en", cwd=project))
    replace(project / "build", FRONT, "</h1>", f'</h1><a href="nowhere/">{PERSONAL}</a>')
    done = sitegen("check", "--links", "--lang", "en", cwd=project)
    assert done.returncode == 1
    assert "nowhere/ leads nowhere" in done.stdout
    assert "identity code" not in done.stdout
    assert PERSONAL not in done.stdout


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "arguments",
    [("--external",), ("--built", "--links"), ("--built", "kemi"), ("--links", "--edition", "2026")],
    ids=" ".join,
)
def test_wrong_use_of_check_is_told(arguments: tuple[str, ...], lang: str, project: Path) -> None:
    done = sitegen("check", *arguments, "--lang", lang, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.slow
def test_the_real_site_passes(built_site: Path) -> None:
    found = refused(Gate(Project(REPOSITORY), built_site)).problems
    assert [f"{one.place} {one.id} {one.values}" for one in found] == []
