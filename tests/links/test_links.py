"""Which addresses the content names, what is remembered of them, and the report by partner."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sitegen.build.reading import read
from sitegen.links.gather import outgoing
from sitegen.links.remembered import Remembered
from sitegen.links.verdict import Fate, Verdict
from sitegen.project import Project
from tests.deploy.projects import small_project
from tests.links.hosts import Seen, hosts
from tests.site.support.projects import change
from tests.site.support.run import sitegen

DAY = date(2026, 11, 3)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with addresses of every fate, none of them on the web."""
    root = small_project(tmp_path / "project")
    venues = root / "regions/kemi/2026/venues.yaml"
    change(venues, "https://sali.example/", "http://sali.example/404")
    change(venues, "https://talli.example/ohjelma", "http://talli.example/moved")
    (root / "regions/kemi/2026/fi").mkdir()
    (root / "regions/kemi/2026/fi/own-ohje.md").write_text(
        "---\ntitle: Ohje\n---\n\nLue [kaupungin ohje](http://ohje.example/500) ja\n[toinen](http://ohje.example/ok).\n",
        "utf-8",
    )
    return root


@pytest.fixture
def web() -> Iterator[tuple[dict[str, str], Seen]]:
    """The environment in which every host is on this machine, and what the hosts see."""
    with hosts() as (address, seen):
        yield {"HTTP_PROXY": address, "HTTPS_PROXY": address, "NO_PROXY": ""}, seen


def test_addresses_are_found_with_whose_they_are_and_where_they_stand(project: Path) -> None:
    network = read(Project(project)).network
    assert network is not None
    found = {(one.url, one.region, one.partner): str(one.place) for one in outgoing(network, ("kemi",))}
    assert found == {
        ("http://sali.example/404", "kemi", "Kemin sali"): "regions/kemi/2026/venues.yaml:10:14",
        ("http://talli.example/moved", "kemi", "Kemin talli"): "regions/kemi/2026/venues.yaml:21:14",
        ("http://ohje.example/500", "kemi", ""): "regions/kemi/2026/fi/own-ohje.md:5:22",
        ("http://ohje.example/ok", "kemi", ""): "regions/kemi/2026/fi/own-ohje.md:6:10",
    }
    everything = outgoing(network)
    assert {one.region for one in everything} == {"", "kemi", "tornio"}
    assert any(one.place.path == "content/site.yaml" for one in everything)


def test_partners_that_are_not_listed_are_left_alone(project: Path) -> None:
    venues = project / "regions/kemi/2026/venues.yaml"
    change(venues, "since: 2021\n    answer: continues", "since: 2021\n    answer: stops")
    network = read(Project(project)).network
    assert network is not None
    assert "http://talli.example/moved" not in {one.url for one in outgoing(network)}


def check(root: Path, env: dict[str, str], *arguments: str) -> tuple[int, str]:
    done = sitegen("check", "--links", "--external", "--pause", "0", *arguments, cwd=root, env=env)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", ("Sivua ei enää ole (vastaus 404).", "alueen omat tekstit", "Virhe")),
        ("sv", ("Sidan finns inte längre (svar 404).", "områdets egna texter", "Fel")),
        ("en", ("The page is no longer there (answer 404).", "the region's own texts", "Error")),
    ],
)
def test_the_report_is_by_partner(
    lang: str, words: tuple[str, ...], project: Path, web: tuple[dict[str, str], Seen]
) -> None:
    code, said = check(project, web[0], "kemi", "--lang", lang)
    assert code == 1
    for word in words:
        assert word in said
    assert said.index("Kemin sali") < said.index("http://sali.example/404") < said.index("Kemin talli")
    assert "regions/kemi/2026/venues.yaml:10:14" in said
    assert "http://talli.example/ok" in said, "where it moved to"
    assert "http://ohje.example/ok" not in said


def test_good_answers_are_remembered_and_others_asked_again(
    project: Path, web: tuple[dict[str, str], Seen]
) -> None:
    env, seen = web
    check(project, env, "kemi", "--today", "2026-11-03")
    first = seen.asked.copy()
    check(project, env, "kemi", "--today", "2026-11-05")
    again = seen.asked - first
    assert set(again) == {"http://sali.example/404", "http://ohje.example/500"}
    before = seen.asked.copy()
    check(project, env, "kemi", "--today", "2026-11-20")
    assert {"http://talli.example/moved", "http://ohje.example/ok"} <= set(seen.asked - before), "too old"


def test_for_programs_and_for_pull_requests(project: Path, web: tuple[dict[str, str], Seen]) -> None:
    code, said = check(project, web[0], "kemi", "--format", "json")
    told = {one["id"]: one for one in json.loads(said)}
    assert (code, told["link-gone"]["line"], told["link-moved"]["severity"]) == (1, 10, "warning")
    _, said = check(project, web[0], "kemi", "--format", "github", "--lang", "fi")
    assert "::error file=regions/kemi/2026/venues.yaml,line=10,col=14" in said


def test_without_a_site_its_own_links_cannot_be_checked(
    project: Path, web: tuple[dict[str, str], Seen]
) -> None:
    code, said = check(project, web[0], "--lang", "en")
    assert code == 1
    assert "no finished site" in said


def test_what_is_remembered_survives_and_what_is_damaged_is_forgotten(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "x/links.json")
    verdicts = {
        "a": Verdict(Fate.OK, 200, ""),
        "b": Verdict(Fate.MOVED, 200, "c"),
        "d": Verdict(Fate.GONE, 404),
    }
    memory.keep(verdicts, DAY, 7)
    assert memory.known(DAY, 7) == {"a": verdicts["a"], "b": verdicts["b"]}
    assert memory.known(date(2026, 11, 11), 7) == {}
    assert memory.known(date(2026, 11, 1), 7) == {}, "a day that has not come yet"
    memory.keep({"a": Verdict(Fate.GONE, 404)}, DAY, 7)
    assert set(memory.known(DAY, 7)) == {"b"}
    for damage in ("", "[]", '{"a": 1}', '{"a": ["ok"]}', "\x00"):
        memory.path.write_text(damage, "utf-8")
        assert memory.known(DAY, 7) == {}
