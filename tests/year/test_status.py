"""The checklist: each point as the files show it, on a day that the test gives."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sitegen.build.reading import Reading
from sitegen.compose.texts import Texts
from sitegen.languages.messages import catalogue
from sitegen.model.contact import Commitment, Period
from sitegen.model.edition import BrochureSettings, Done, Event, Orders
from sitegen.model.network import Edition, NationalYear, Network
from sitegen.model.partner_parts import Materials
from sitegen.model.region import Region
from sitegen.problems import Place, error
from sitegen.structs import replace
from sitegen.year.status import network_status, region_status
from sitegen.year.status_data import InLanguage, Point, State, Status, Weight
from sitegen.year.status_excel import network_excel, region_excel
from sitegen.year.status_text import as_data, as_table, as_text
from tests import builders

TODAY = date(2025, 10, 1)
GOOD: dict[str, Any] = {
    "kaikukanta_account": True,
    "checked": date(2025, 10, 2),
    "commitment": Commitment(date=date(2024, 12, 1), by="paper"),
    "since": 2024,
    "materials": Materials(cards=10, community_cards=1, brochures=(("fi", 20), ("sv", 5)), posters=2),
}


def facts(**more: Any) -> dict[str, Any]:
    given = {
        "round": Period(from_=date(2025, 9, 1), to=date(2025, 12, 31)),
        "answers_by": date(2025, 10, 31),
        "region_commitment": Commitment(date=date(2024, 11, 15)),
    }
    return given | more


def partner(**more: Any) -> dict[str, Any]:
    return GOOD | more


def edition(year: int = 2026, of: Region | None = None, **fields: Any) -> Edition:
    """An edition in which everything that the files can show is in order."""
    given: dict[str, Any] = {
        "distributors": (builders.distributor(sector=("social",), **partner()),),
        "venues": (builders.venue(**partner(materials=None)),),
        "facts": facts(),
    }
    return builders.edition(year, of=of, **(given | fields))


def reading(*editions: Edition, problems: tuple[Any, ...] = (), **site: Any) -> Reading:
    network = builders.network(editions or (edition(),), **site)
    return Reading(network, Texts({}, {}), problems)


def status(*editions: Edition, today: date = TODAY, built: Path | None = None, **more: Any) -> Status:
    found = region_status(reading(*editions, **more), "mallila", today, built=built)
    assert found is not None
    return found


def point(number: int, *editions: Edition, **more: Any) -> Point:
    return next(one for one in status(*editions, **more).points if one.number == number)


def keys(one: Point) -> dict[str, str]:
    return {reason.key: str(reason.weight) for reason in one.reasons}


def value(one: Point, key: str, name: str) -> Any:
    return dict(next(reason for reason in one.reasons if reason.key == key).values)[name]


def names(one: Point, key: str) -> list[str]:
    return [name.values[0][1] for name in value(one, key, "names")]


def done(*points: int) -> tuple[Done, ...]:
    return tuple(Done(point=number, date=date(2026, 1, 20), note="pidetty") for number in points)


def test_twelve_points_and_0_with_a_pilot() -> None:
    numbers = [one.number for one in status().points]
    assert numbers == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert [one.label for one in status().points if one.number == 6] == ["6–7"]
    pilot = builders.region(phase="pilot", pilot=Period(from_=date(2025, 1, 1), to=date(2025, 10, 31)))
    zero = status(edition(of=pilot)).points[0]
    assert (zero.number, zero.state) == (0, State.OPEN)
    assert value(zero, "pilot-ends", "days") == 30
    assert keys(point(0, edition(of=pilot), today=date(2025, 11, 2)))["pilot-ended"] == "fact"
    ticked = point(0, edition(of=pilot, facts=facts(done=done(0))))
    assert ticked.state is State.DONE
    endless = builders.region(phase="pilot")
    assert point(0, edition(of=endless, facts=facts(done=done(0)))).state is State.OPEN


def test_1_counts_by_municipality_and_names_empty_cells() -> None:
    region = builders.region(kind="group", municipalities=("X01", "X02"))
    made = edition(
        of=region,
        distributors=(
            builders.distributor("a", sector=("social", "youth"), covers=("all",), **partner()),
            builders.distributor("b", sector=("social",), municipality="X02", **partner()),
        ),
        venues=(builders.venue("v", kind="sport", **partner()),),
    )
    values: list[tuple[str, dict[str, Any]]] = [(one.key, dict(one.values)) for one in point(1, made).reasons]
    shown = [
        {name: [(one.of.key, one.count) for one in found[name]] for name in ("distributors", "venues")}
        for key, found in values
        if key == "grid"
    ]
    assert shown == [
        {"distributors": [("sector.social", 1), ("sector.youth", 1)], "venues": [("kind.sport", 1)]},
        {"distributors": [("sector.social", 2), ("sector.youth", 1)], "venues": []},
    ]
    empty = [[cell.key for cell in found["cells"]] for key, found in values if key == "grid-empty"]
    assert empty[0] == [
        "sector.health",
        "sector.employment",
        "sector.third-sector",
        "kind.culture",
        "kind.education",
        "kind.science",
        "kind.nature",
    ]
    assert "kind.sport" in empty[1]


def test_1_waits_for_kaikukeskus_and_for_a_judgement() -> None:
    fresh = builders.distributor("uusi", called="Uusi", **partner(since=2026))
    made = edition(distributors=(fresh,), facts=facts(done=done(1)))
    assert point(1, made).state is State.OPEN
    assert names(point(1, made), "unconfirmed") == ["Uusi"]
    assert [one.values[0][1] for one in status(made).waiting] == ["Uusi"]
    yes = edition(distributors=(replace(fresh, confirmed=date(2025, 9, 12)),), facts=facts(done=done(1)))
    assert point(1, yes).state is State.DONE
    assert status(yes).waiting == ()
    assert point(1).state is State.OPEN
    assert keys(point(1))["enough"] == "unticked"


def test_2_answers_and_their_deadline() -> None:
    silent = edition(
        venues=(
            builders.venue("a", called="A", **partner(answer="unanswered")),
            builders.venue("b", called="B", **partner(answer="stops")),
            builders.venue("new", **partner(answer="unanswered", since=2026)),
            builders.venue("left", **partner(answer="unanswered", ended=date(2025, 5, 31))),
        ),
        facts=facts(done=done(2)),
    )
    found = point(2, silent)
    assert found.state is State.OPEN, "a tick does not answer for a partner"
    assert names(found, "unanswered") == ["A"]
    assert value(found, "deadline-ahead", "days") == 30
    assert names(found, "stopping") == ["B"]
    assert (value(found, "answers", "continues"), value(found, "answers", "stops")) == (1, 1)
    assert value(point(2, silent, today=date(2025, 11, 1)), "deadline-over", "days") == 1
    assert point(2).state is State.DONE
    assert point(2, edition(distributors=(), venues=())).state is State.OPEN


def test_3_texts_translations_and_orders() -> None:
    own = (
        builders.text("use", "fi", "Uusi teksti."),
        builders.text("use", "sv", "Gammal text.", translated_from="000000000000"),
        builders.text("along", "fi"),
    )
    made = builders.with_texts(edition(), *own)
    found = point(3, made)
    assert found.state is State.OPEN
    assert value(found, "texts-outdated", "files") == (
        "regions/mallila/2026/sv/use.md ← regions/mallila/2026/fi/use.md",
    )
    assert value(found, "texts-missing", "files") == ("regions/mallila/2026/sv/along.md",)
    assert (value(found, "cards", "cards"), value(found, "cards", "community")) == (10, 1)
    assert [(one.of, one.count) for one in value(found, "printed", "brochures")] == [
        (InLanguage("fi"), 20),
        (InLanguage("sv"), 5),
    ]
    ordered = edition(facts=facts(done=done(3), orders=Orders(cards=100, community_cards=2)))
    assert point(3, ordered).state is State.DONE
    assert value(point(3, ordered), "cards", "cards") == 110
    web = edition(facts=facts(brochure=BrochureSettings(print=False)))
    assert "web-only" in keys(point(3, web))
    unsaid = edition(distributors=(builders.distributor(**partner(materials=None)),))
    assert point(3, unsaid).state is State.UNKNOWN


def test_3_national_texts_that_lack_can_be_ticked_off() -> None:
    late = edition(2027, facts=facts())
    assert value(point(3, late), "national-year", "used") == 2026
    sections = (
        builders.text("what", "fi", "A."),
        builders.text("what", "sv", "B.", translated_from="000000000000"),
        builders.text("who", "sv"),
    )
    network = builders.network((edition(),), sections)
    made = region_status(Reading(network, Texts({}, {}), ()), "mallila", TODAY)
    assert made is not None
    third = next(one for one in made.points if one.number == 3)
    assert value(third, "national-outdated", "files") == (
        "content/2026/sv/what.md ← content/2026/fi/what.md",
    )
    assert "content/2026/fi/who.md" in value(third, "national-missing", "files")
    assert keys(third)["national-missing"] == "unticked"


def test_4_accounts() -> None:
    made = edition(
        distributors=(builders.distributor(called="A", **partner(kaikukanta_account=False)),),
        venues=(builders.venue(called="B", **partner(kaikukanta_account=None)),),
        facts=facts(done=done(4)),
    )
    assert point(4, made).state is State.OPEN
    assert names(point(4, made), "no-account") == ["A"]
    assert names(point(4, made), "account-unknown") == ["B"]
    unknown = edition(venues=(builders.venue(**partner(kaikukanta_account=None)),), facts=facts(done=done(4)))
    assert point(4, unknown).state is State.DONE
    assert point(4).state is State.OPEN, "the costs are not told"


def test_5_page_details_and_documents(tmp_path: Path) -> None:
    assert point(5).state is State.UNKNOWN
    assert keys(point(5))["documents-unknown"] == "unknown"
    build = tmp_path / "build"
    build.mkdir()
    lacking = point(5, built=build)
    assert lacking.state is State.OPEN
    files = value(lacking, "documents-missing", "files")
    assert {"pdf", "docx"} <= {name.rpartition(".")[2] for name in files}
    for name in files:
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        (build / name).touch()
    assert point(5, built=build).state is State.DONE
    early = edition(venues=(builders.venue(called="A", **partner(checked=date(2025, 8, 31))),))
    assert names(point(5, early), "unchecked") == ["A"]
    draft = point(5, edition(), edition(2027))
    assert draft.state is State.OPEN
    assert (value(draft, "other-published", "shown"), value(draft, "other-published", "year")) == (2026, 2027)
    wrong = (
        error("x", Place("regions/mallila/2026/venues.yaml", 1, 1)),
        error("x", Place("regions/nokia/2026/a", 1)),
    )
    assert value(point(5, problems=wrong), "errors", "count") == 1
    dayless = builders.venue("kino", called="Kino", at={"popup": Place()}, **partner())
    assert names(point(5, edition(venues=(dayless,))), "popup-days") == ["Kino"]


def test_6_commitments_of_the_region_and_of_new_partners() -> None:
    assert point(6).state is State.DONE
    assert point(6, edition(facts=facts(region_commitment=None))).state is State.OPEN
    new = builders.venue(called="Uusi", **partner(since=2026, commitment=None))
    old = builders.venue("old", called="Vanha", **partner(commitment=None))
    found = point(6, edition(venues=(new, old), facts=facts(done=(Done(point=7, date=TODAY),))))
    assert found.state is State.OPEN
    assert found.ticked == TODAY, "6 and 7 are one"
    assert names(found, "new-commitment") == ["Uusi"]
    assert names(found, "older-commitment") == ["Vanha"]
    assert point(6, edition(venues=(old,))).state is State.DONE


def test_8_deliveries() -> None:
    assert point(8).state is State.OPEN
    assert point(8, edition(facts=facts(done=done(8)))).state is State.DONE
    unsaid = edition(distributors=(builders.distributor(called="A", **partner(materials=None)),))
    assert names(point(8, unsaid), "no-materials") == ["A"]
    assert "brochure-web" in keys(point(8, edition(facts=facts(brochure=BrochureSettings(print=False)))))


def test_9_10_11_are_ticked_and_know_their_days() -> None:
    events = tuple(
        Event(id=kind, kind=kind, date=date(2026, 5, 20))
        for kind in ("introduction", "feedback-meeting", "national-meeting")
    )
    made = edition(facts=facts(events=events))
    for number in (9, 10, 11):
        assert point(number, made).state is State.OPEN
        assert value(point(number, made), "event-ahead", "day") == date(2026, 5, 20)
        assert value(point(number, made, today=date(2026, 5, 21)), "event-held", "day") == date(2026, 5, 20)
        ticked = point(number, edition(facts=facts(events=events, done=done(number))))
        assert (ticked.state, ticked.ticked, ticked.note) == (State.DONE, date(2026, 1, 20), "pidetty")
    assert keys(point(10))["no-meeting"] == "unticked"
    assert value(point(10), "invite", "count") == 2
    assert {"invite-kaikukeskus", "memo"} <= keys(point(10)).keys()


def test_11_shows_national_dates() -> None:
    from sitegen.model.national import NationalDate

    year = replace(
        builders.national(),
        dates=(NationalDate(id="paiva", date=date(2026, 10, 1), title=builders.words(fi="Päivä")),),
    )
    assert isinstance(year, NationalYear)
    network: Network = builders.network((edition(),), years=(year,))
    made = region_status(Reading(network, Texts({}, {}), ()), "mallila", TODAY)
    assert made is not None
    assert value(next(one for one in made.points if one.number == 11), "national-date", "day") == date(
        2026, 10, 1
    )


def test_12_shows_what_is_to_be_told() -> None:
    before = edition(2025, venues=(builders.venue("pois", **partner()), builders.venue("v", **partner())))
    after = edition(
        2026,
        of=builders.region(coordinators=(builders.coordinator("culture", email="uusi@mallila.example"),)),
        venues=(
            builders.venue("v", phone=(builders.phone(),), **partner()),
            builders.venue("uusi", **partner()),
        ),
    )
    found = point(12, before, after)
    assert found.state is State.OPEN
    numbers = {
        name: value(found, "changes", name) for name in ("gone", "new", "changed", "coordinators", "year")
    }
    assert numbers == {"gone": 1, "new": 1, "changed": 1, "coordinators": 2, "year": 2025}
    assert "changes" not in keys(point(12))


def test_the_next_year_is_called_for_when_the_round_begins() -> None:
    assert status(today=date(2026, 8, 31)).next_year is None
    assert status(today=date(2026, 9, 1)).next_year == 2027
    assert status(edition(), edition(2027), today=date(2026, 9, 1)).next_year is None


def test_ready_means_everything_before_the_year() -> None:
    ticks = done(1, 3, 4, 5, 8)
    made = status(edition(facts=facts(done=ticks)))
    assert made.ready
    assert [one.number for one in made.points if one.state is State.OPEN] == [9, 10, 11, 12]
    assert not status().ready


def test_the_network_at_a_glance() -> None:
    sample = builders.region(sample=builders.words(fi="Koottu."), name=builders.name("Näyte"))
    waits = edition(2027, id="b", of=builders.region(name=builders.name("Toinen")), distributors=(
        builders.distributor("uusi", called="Uusi", **partner(since=2027)),
    ))  # fmt: skip
    read = reading(edition(), waits, edition(2027, id="c", of=sample))
    found = network_status(read, TODAY)
    assert [(one.region_id, one.year, one.exists) for one in found] == [
        ("mallila", 2027, False),
        ("b", 2027, True),
        ("c", 2027, True),
    ]
    table = as_table(found, catalogue("cli", "en"))
    rows = table.splitlines()
    assert rows[0] == "Regions in 2027. As of 1\N{NO-BREAK SPACE}Oct\N{NO-BREAK SPACE}2025"
    assert rows[3].split("  ")[-1].strip() == "the year is not begun"
    assert "Ready for the year: 0 of 2 regions." in rows
    assert "- Toinen: Uusi" in rows
    assert "not counted: Näyte" in rows[-1]
    assert [one.year for one in network_status(read, TODAY, 2026)] == [2026, 2026, 2026]
    assert as_table((), catalogue("cli", "fi")) == "Alueita ei ole.\n"


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("fi", ["Muistilista", "Kumppanit kunnittain"]),
        ("sv", ["Minneslista", "Partner per kommun"]),
        ("en", ["Checklist", "Partners by municipality"]),
    ],
)
def test_a_regions_checklist_in_excel(lang: str, names: list[str]) -> None:
    made = status(edition(facts=facts(done=done(9))))
    found = sheets(region_excel(made, catalogue("cli", lang)))
    assert list(found) == names
    head, *points = found[names[0]]
    assert [row[0] for row in points] == ["1", "2", "3", "4", "5", "6–7", "8", "9", "10", "11", "12"]
    assert len(head) == 6
    assert [row[4] for row in points if row[4]] == ["pidetty"]
    assert all(row[1] and row[2] for row in points)
    still_open = catalogue("cli", lang).get("status.open")
    assert len([row for row in points if row[2] == still_open]) > 5
    assert all(row[5] for row in points if row[2] == still_open)
    head, *places = found[names[1]]
    assert [row[0] for row in places] == [catalogue_name(lang)]
    # One distributor of the social sector, one venue of sport, and the empty cells are zeros.
    assert sorted(str(cell) for cell in places[0][1:]) == ["0"] * (len(head) - 3) + ["1", "1"]


def catalogue_name(lang: str) -> str:
    return "Modellby" if lang == "sv" else "Mallila"


def test_the_network_in_excel_tells_who_is_ready_and_who_waits() -> None:
    sample = builders.region(sample=builders.words(fi="Koottu."), name=builders.name("Näyte"))
    evil = '=HYPERLINK("https://evil.example")'
    waits = edition(2027, id="b", of=builders.region(name=builders.name("Toinen")), distributors=(
        builders.distributor("uusi", called=evil, **partner(since=2027)),
    ))  # fmt: skip
    read = reading(edition(), waits, edition(2027, id="c", of=sample))
    data = network_excel(network_status(read, TODAY), catalogue("cli", "en"))
    found = sheets(data)
    head, *rows = found["Regions"]
    assert head[2].startswith("1 ")
    assert [row[:2] for row in rows] == [("Mallila", "the year is not begun"), ("Toinen", "no")]
    assert rows[1][2] == "open"
    assert found["Waiting for a yes"][1:] == [("Toinen", evil)]
    cell = openpyxl.load_workbook(io.BytesIO(data))["Waiting for a yes"]["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert sheets(network_excel((), catalogue("cli", "fi")))["Alueet"]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_reason_has_its_sentence(lang: str) -> None:
    say = catalogue("cli", lang)
    text = as_text(status(edition(facts=facts(done=done(9)))), say)
    assert "{" not in text.replace("[{point: 9, date: 2027-01-20}]", "")
    assert "pidetty" in text
    assert text.count("[x]") + text.count("[ ]") + text.count("[?]") == 11


def test_json_is_plain_data() -> None:
    data = as_data(status(), catalogue("cli", "sv"))
    assert (data["region"], data["name"], data["today"]) == ("mallila", "Modellby", "2025-10-01")
    points = data["points"]
    assert isinstance(points, list)
    assert {one["state"] for one in points} <= {str(state) for state in State}
    weights = {reason["weight"] for one in points for reason in one["reasons"]}
    assert weights <= {str(weight) for weight in Weight}
    first = next(reason for reason in points[0]["reasons"] if reason["key"] == "grid")
    assert first["values"]["distributors"] == [{"of": "sector.social", "count": 1}]
