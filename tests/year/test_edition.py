"""A new edition: what goes on, what is left out, and that nothing else changes by a byte."""

import difflib
from pathlib import Path

import pytest

from sitegen.build.reading import read
from sitegen.project import Project
from sitegen.yaml_edit import plain, value_at
from sitegen.year.edition import moved, new_edition, next_facts
from tests.site.support.projects import change
from tests.site.support.trees import differences, tree
from tests.year.support import mallila, run, said

COMMENTS = (
    ("distributors.yaml", "  - id: diakonia\n", "  # muuttaa toukokuussa\n  - id: diakonia  # seurakunta\n"),
    (
        "distributors.yaml",
        "    checked: 2025-10-14\n",
        "    checked: 2025-10-14  # soitettu\n    # kysy numero\n",
    ),
    ("venues.yaml", "  - id: kesalava\n", "  # --- kesä ---\n\n  - id: kesalava\n"),
    ("edition.yaml", "answers_by: 2025-10-31\n", 'answers_by: "31.10.2025"  # perjantai\n'),
    ("edition.yaml", "updated: 2026-01-12\n", "updated: 2026-01-12  # tammikuussa\n"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def commented(project: Path) -> Path:
    folder = project / "regions/mallila/2026"
    for file, old, new in COMMENTS:
        change(folder / file, old, new)
    return folder


def changed_lines(old: Path, new: Path) -> tuple[list[str], list[str]]:
    """Lines taken away and lines put in their place."""
    rows = list(difflib.ndiff(old.read_text("utf-8").splitlines(), new.read_text("utf-8").splitlines()))
    return [row[2:] for row in rows if row[0] == "-"], [row[2:] for row in rows if row[0] == "+"]


def test_partners_go_on_unanswered_and_nothing_else_changes(project: Path) -> None:
    old = commented(project)
    run(project, "new", "edition", "mallila", "2027")
    new = project / "regions/mallila/2027"
    gone, come = changed_lines(old / "distributors.yaml", new / "distributors.yaml")
    assert set(come) == {"    answer: unanswered", "    since: 2027"}
    kinds = {line.split(":")[0].strip() for line in gone}
    assert kinds == {"answer", "checked", "confirmed", "since"}
    text = (new / "distributors.yaml").read_text("utf-8")
    for comment in ("  # muuttaa toukokuussa\n  - id: diakonia  # seurakunta\n", "    # kysy numero\n"):
        assert comment in text
    assert "soitettu" not in text
    entries = plain(text)["distributors"]
    assert isinstance(entries, list)
    assert all(isinstance(one, dict) and one["answer"] == "unanswered" for one in entries)
    assert all("checked" not in one and "confirmed" not in one for one in entries)


def test_who_stops_or_has_ended_is_left_out_and_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = commented(project)
    change(
        old / "distributors.yaml",
        "    checked: 2025-09-24\n",
        "    checked: 2025-09-24\n    ended: 2026-05-31\n",
    )
    told = said(capsys, project, "new", "edition", "mallila", "2027")
    assert "Left out because they stop: Esimerkkilän Salama" in told
    assert "Left out because they left in mid-year: Mielenterveys- ja päihdepalvelut" in told
    new = project / "regions/mallila/2027"
    assert value_at((new / "venues.yaml").read_text("utf-8"), ("venues", "esimerkkilan-salama")) is None
    assert "mielenterveyspalvelut" not in (new / "distributors.yaml").read_text("utf-8")
    assert "  # --- kesä ---\n\n  - id: kesalava\n" in (new / "venues.yaml").read_text("utf-8")


def test_a_partner_that_was_never_listed_begins_with_the_new_year(project: Path) -> None:
    """Else it would be an older partner in 2027, and listed without its commitment (C1)."""
    run(project, "new", "edition", "mallila", "2027")
    network = read(Project(project)).network
    assert network is not None
    entry = network.region("mallila")
    edition = entry.edition(2027) if entry else None
    assert edition is not None
    assert {one.id: one.since for one in edition.distributors}["lehtorinteen-asukastalo"] == 2027
    assert "lehtorinteen-asukastalo" not in {one.id for one in edition.listed_distributors}
    assert [one.id for one in read(Project(project)).problems if one.id == "id-used-before"] == []


def test_dates_come_a_year_later_and_last_years_own_is_left_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = commented(project)
    change(old / "edition.yaml", "done:\n", "accepted: [fewer-partners]\ndone:\n")
    told = said(capsys, project, "new", "edition", "mallila", "2027")
    facts = plain((project / "regions/mallila/2027/edition.yaml").read_text("utf-8"))
    assert facts["valid"] == {"from": "2027-01-01", "to": "2027-12-31"}
    assert facts["round"] == {"from": "2026-09-01", "to": "2026-12-31"}
    assert facts["answers_by"] == "31.10.2026"
    assert 'answers_by: "31.10.2026"  # perjantai\n' in (
        project / "regions/mallila/2027/edition.yaml"
    ).read_text("utf-8")
    assert {"updated", "news", "events", "done", "accepted"} & set(facts) == set()
    assert facts["region_commitment"] == {"date": "2025-11-10", "by": "kaikukanta"}
    assert "updated, news, events, done, accepted" in told
    assert "2026-02-12 avoimet-ovet, 2026-05-20 palaute" in told
    assert not (project / "regions/mallila/2027/statistics.yaml").exists()


def test_days_of_pop_ups_are_asked_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, project, "new", "edition", "mallila", "2027")
    assert "Revontulikino (2026-08-03–2026-08-09)" in told
    text = (project / "regions/mallila/2027/venues.yaml").read_text("utf-8")
    assert value_at(text, ("venues", "revontulikino", "popup")) == {}
    problems = read(Project(project), 2027).problems
    assert {(one.id, one.severity) for one in problems if "2027" in one.place.path and one.rule == "C17"} == {
        ("field-missing", "error")
    }


def test_texts_are_the_same_bytes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = project / "regions/mallila/2026/sv/use.md"
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n") + b"Priset 2026.\r\n")
    told = said(capsys, project, "new", "edition", "mallila", "2027")
    for lang in ("fi", "sv", "en", "fi-simple", "ar", "ru"):
        assert differences(tree(text.parents[1] / lang), tree(project / "regions/mallila/2027" / lang)) == []
    assert "These texts name the year 2026: sv/use.md" in told


def test_the_published_site_does_not_change(project: Path) -> None:
    before = read(Project(project)).network
    run(project, "new", "edition", "mallila", "2027")
    after = read(Project(project)).network
    assert before is not None
    assert after is not None
    assert after.published == before.published
    assert [one.year for one in after.regions[0].editions] == [2025, 2026, 2027]
    assert [one for one in read(Project(project)).problems if one.severity == "error"] == []


def test_a_region_behind_the_site_keeps_its_published_year(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / "content/site.yaml", "edition: 2026", "edition: 2028")
    before = read(Project(project)).network
    told = said(capsys, project, "new", "edition", "mallila", "2027")
    after = read(Project(project)).network
    assert before is not None
    assert after is not None
    assert [one.year for one in after.published] == [one.year for one in before.published] == [2026]
    region = (project / "regions/mallila/region.yaml").read_text("utf-8")
    assert "edition: 2026\nvalid_elsewhere: yes\n" in region
    assert "so that the site stays as it is" in told
    run(project, "new", "edition", "mallila", "2028")
    assert (project / "regions/mallila/2028/edition.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("malila", "2027"), "There is no region malila. The regions are: mallila"),
        (("mallila", "2026"), "The region mallila already has a folder for 2026."),
        (("mallila", "2025"), "already has a folder for 2025"),
        (("mallila", "2024"), "The next one is: sitegen new edition mallila 2027"),
        (("mallila", "2028"), "The next one is: sitegen new edition mallila 2027"),
        (("mallila",), "The year is missing."),
        (("mallila", "soon"), "soon"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_changes(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert sentence in said(capsys, project, "new", "edition", *arguments, code=2)
    assert differences(before, tree(project)) == []


def test_a_new_region_takes_no_year(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "without a year" in said(capsys, project, "new", "region", "kemi", "2027", code=2)
    assert "regions/kemi" in said(capsys, project, "new", "region", "kemi")


@pytest.mark.parametrize("file", ["edition.yaml", "distributors.yaml", "venues.yaml"])
def test_broken_yaml_is_told_with_its_line(
    file: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "regions/mallila/2026" / file
    path.write_text(path.read_text("utf-8") + "\tname: [\n", "utf-8")
    before = tree(project)
    told = said(capsys, project, "new", "edition", "mallila", "2027", code=1)
    line = path.read_text("utf-8").count("\n")
    assert f"regions/mallila/2026/{file}:{line}:" in told
    assert differences(before, tree(project)) == []


def test_a_missing_edition_file_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "regions/mallila/2026/edition.yaml").unlink()
    told = said(capsys, project, "new", "edition", "mallila", "2027", code=1)
    assert "regions/mallila/2026/edition.yaml" in told


def test_a_region_without_a_year_has_nothing_to_carry_on(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "regions/kemi"
    folder.mkdir()
    (folder / "region.yaml").write_text("format: 1\n", "utf-8")
    assert "no year's folder" in said(capsys, project, "new", "edition", "kemi", "2027", code=2)


def test_a_failed_write_leaves_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    before = tree(project)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        new_edition(Project(project), "mallila", 2027)
    assert differences(before, tree(project)) == []


@pytest.mark.parametrize(
    ("written", "years", "later"),
    [
        ("2026-01-01", 1, "2027-01-01"),
        ("5.1.2026", 1, "5.1.2027"),
        ("2026-01", 1, "2027-01"),
        ("2026", 1, "2027"),
        ("2028-02-29", 1, "2029-02-28"),
        ("29.2.2028", 1, "28.2.2029"),
        ("29.02.2028", 4, "29.02.2032"),
        ("soon", 1, "soon"),
    ],
)
def test_dates_as_they_are_written(written: str, years: int, later: str) -> None:
    assert moved(written, years) == later


def test_facts_without_dates_stay() -> None:
    text = "# alku\nformat: 1\nvalid: {from: 2026-01-01, to: 2026-12-31}  # vuosi\nfeedback: a@b.example\n"
    assert next_facts(text, 1) == text.replace("2026", "2027")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_what_to_do_next_is_said_in_three_languages(
    lang: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, project, "new", "edition", "mallila", "2027", lang=lang)
    for part in ("sitegen answer mallila", "sitegen status mallila", "edition: 2027", "Esimerkkilän Salama"):
        assert part in told
