"""The upkeep costs: to the cent, by name where a population lacks, and a region's own split."""

import csv
import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.check.docx import check_docx
from sitegen.model.edition import CostSplit
from sitegen.model.national import OtherMunicipality
from sitegen.model.network import Network
from sitegen.model.register import Population
from sitegen.problems import Place
from sitegen.structs import replace
from sitegen.year.apportion import apportion
from sitegen.year.costs import Costs, costs, total
from tests import builders
from tests.site.support.projects import copy_project
from tests.year.support import run, said

MALLIMAA = builders.name(fi="Mallimaan hyvinvointialue", sv="Modellandets välfärdsområde")
RANNIKKO = builders.name(fi="Rannikon hyvinvointialue")
PEOPLE = {"X01": 1000, "X02": 300, "X03": 33}


def region(id: str, codes: tuple[str, ...], counties: Any = (MALLIMAA,), **fields: Any) -> Any:
    split = fields.pop("split", None)
    own = builders.region(municipalities=codes, wellbeing_counties=counties, name=builders.name(id), **fields)
    return builders.edition(id=id, of=own, facts={"cost_split": split} if split else {})


def network(*editions: Any, people: dict[str, int] = PEOPLE, **county: str) -> Network:
    table = tuple(
        Population(
            code, count, "2025-12-31", "Rekisteri", county.get(code, ""), Place("populations.csv", row)
        )
        for row, (code, count) in enumerate(people.items(), 2)
    )
    year = replace(builders.national(), populations=table)
    return builders.network(editions, years=(year,))


def made(cents: int, *editions: Any, people: dict[str, int] = PEOPLE, **county: str) -> Costs:
    found, problems = costs(network(*editions, people=people, **county), 2026, cents)
    assert problems == ()
    assert found is not None
    return found


def shares(found: Costs) -> tuple[dict[str, int], dict[str, int]]:
    counties = {one.name.values[0][1]: one.cents for one in found.counties}
    return {one.code: one.cents for one in found.municipalities}, counties


@given(st.integers(1, 10**11), st.lists(st.integers(0, 10**7), min_size=1, max_size=40).filter(any))
@settings(deadline=None)
def test_shares_add_up_and_are_less_than_a_cent_from_exact(cents: int, weights: list[int]) -> None:
    found = apportion(cents, weights)
    assert sum(found) == cents
    for share, weight in zip(found, weights, strict=True):
        assert abs(share - Fraction(cents * weight, sum(weights))) < 1
        assert share >= 0


def test_the_cents_left_over_go_to_the_largest_remainders() -> None:
    # 100 cents by 6, 5, 5, 1 of 17: exact 35.29, 29.41, 29.41, 5.88.
    assert apportion(100, (6, 5, 5, 1)) == (35, 30, 29, 6)
    assert apportion(1, (1, 1)) == (1, 0)
    assert apportion(0, ()) == ()
    with pytest.raises(ValueError):
        apportion(1, (0, 0))


def test_half_by_municipalities_half_by_counties_and_the_odd_cent() -> None:
    found = made(1001, region("a", ("X01", "X02")), region("b", ("X03",), (RANNIKKO,)))
    # 501 by 1000, 300, 33 of 1333: 375.84, 112.75, 12.40; 500 by 1300, 33: 487.62, 12.38.
    assert shares(found) == (
        {"X01": 376, "X02": 113, "X03": 12},
        {"Mallimaan hyvinvointialue": 488, "Rannikon hyvinvointialue": 12},
    )


@given(
    cents=st.integers(1, 10**9),
    people=st.tuples(*[st.integers(1, 700_000)] * 3),
    splits=st.tuples(*[st.none() | st.integers(0, 100)] * 2),
    apart=st.booleans(),
)
@settings(deadline=None)
def test_the_sum_is_the_total_whatever_is_agreed(
    cents: int, people: tuple[int, int, int], splits: tuple[int | None, int | None], apart: bool
) -> None:
    own = [None if one is None else CostSplit(municipalities=one) for one in splits]
    count = dict(zip(PEOPLE, people, strict=True))
    counties = (RANNIKKO,) if apart else (MALLIMAA,)
    editions = (
        region("a", ("X01", "X02"), split=own[0]),
        region("b", ("X03",), counties, split=own[1]),
    )
    found = made(cents, *editions, people=count)
    assert sum(part.cents for part in found.parts) == cents
    assert total(found.municipalities) + total(found.counties) == cents
    plain = made(cents, region("a", ("X01", "X02")), region("b", ("X03",), counties), people=count)
    assert total(plain.municipalities) - total(plain.counties) == cents % 2
    # An agreement is the region's own affair: what each region pays in all stays.
    assert [one.cents for one in found.parts] == [one.cents for one in plain.parts]


def test_a_region_may_agree_otherwise() -> None:
    split = CostSplit(municipalities=100)
    found = made(1000, region("a", ("X01", "X02"), split=split), region("b", ("X03",), (RANNIKKO,)))
    part = found.part("a")
    assert part is not None
    assert [one.cents for one in part.counties] == [0]
    assert (part.split, part.cents) == (100, total(part.municipalities))


def test_a_county_of_two_regions_is_one_payer_also_by_its_other_name() -> None:
    short = builders.name(fi="Mallimaan hyvinvointialue")
    found = made(1000, region("a", ("X01",), (short,)), region("b", ("X02", "X03"), (MALLIMAA,)))
    assert [(one.people, one.cents) for one in found.counties] == [(1333, 500)]
    several = made(
        1000,
        region("a", ("X01", "X02"), (MALLIMAA, RANNIKKO)),
        X01="Modellandets välfärdsområde",
        X02="rannikon hyvinvointialue",
    )
    assert [(one.name, one.people) for one in several.counties] == [(MALLIMAA, 1000), (RANNIKKO, 300)]


def test_who_bears_no_costs() -> None:
    later = replace(region("later", ("X01",)), year=2027)
    found = made(
        10,
        region("pilot", ("X03",), phase="pilot"),
        region("sample", ("X01",), sample=builders.words(fi="Koottu")),
        region("preparing", ("X01",), phase="preparing"),
        region("ended", ("X01",), phase="ended"),
        later,
    )
    assert [part.id for part in found.parts] == ["pilot"]
    assert [one.reason for one in found.left_out] == ["sample", "preparing", "ended", "later"]


def test_municipalities_without_a_region_pay_too() -> None:
    base = network(region("a", ("X01",)), X02="Mallimaan hyvinvointialue")
    others = (OtherMunicipality(municipality="X02"), OtherMunicipality(municipality="X01"))
    found, problems = costs(replace(base, others=others), 2026, 1300)
    assert problems == ()
    assert found is not None
    assert shares(found) == ({"X01": 500, "X02": 150}, {"Mallimaan hyvinvointialue": 650})


@pytest.mark.parametrize(
    ("editions", "county", "problems"),
    [
        ((region("a", ("X01", "X03")),), {}, [("costs-no-population", "Lehtorinne")]),
        ((region("a", ("X01", "X02")), region("b", ("X02",))), {}, [("costs-twice", "Esimerkkilä")]),
        ((region("a", ("X01",), ()),), {}, [("costs-no-county", "Mallila")]),
        ((region("a", ("X01",), (MALLIMAA, RANNIKKO)),), {}, [("costs-which-county", "Mallila")]),
        ((region("a", ("X01",)),), {"X01": "Muu"}, [("costs-other-county", "Mallila")]),
        ((region("a", ("X01",), phase="ended"),), {}, [("costs-nobody", "")]),
    ],
)
def test_what_is_not_known_is_an_error_by_name(
    editions: Any, county: dict[str, str], problems: list[tuple[str, str]]
) -> None:
    made = network(*editions, people={"X01": 10, "X02": 20}, **county)
    found, told = costs(made, 2026, 100)
    assert found is None
    assert [(one.id, dict(one.values).get("municipality", "")) for one in told] == problems


# ------------------------------------------------------------------ the command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = copy_project(tmp_path / "project", ("mallila", "tornio"))
    table = "code,population,date,source\n"
    rows = (f"{code},{count},2025-12-31,Keksitty rekisteri\n" for code, count in PEOPLE.items())
    (made / "content/2026/populations.csv").write_text(table + "".join(rows), "utf-8")
    return made


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("fi", ("Kaikukannan ylläpitokustannukset 2026: 1 000,01 €", "Tornio", "31. joulukuuta 2025")),
        ("sv", ("Kostnaderna för att upprätthålla Kaikukanta 2026", "Torneå", "Exempelby")),
        ("en", ("Upkeep costs of Kaikukanta 2026: €1,000.01", "Municipalities pay €500.01", "largest")),
    ],
)
def test_the_account_of_the_network(
    lang: str, sentences: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, project, "costs", "--total", "1 000,01", "--edition", "2026", lang=lang)
    told = told.replace("\N{NO-BREAK SPACE}", " ").replace("whose share lost most", "largest")
    assert [one for one in sentences if one not in told] == []
    assert "Kaikukeskus" not in told, "no region agreed otherwise: no notice"


def test_a_region_with_its_own_split_has_its_notice(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = project / "regions/mallila/2026/edition.yaml"
    facts.write_text(facts.read_text("utf-8") + "cost_split: {municipalities: 60}\n", "utf-8")
    arguments = ("costs", "mallila", "--total", "1000.01", "--edition", "2026")
    told = said(capsys, project, *arguments)
    assert (
        "To: yhteys@kaikukeskus.example\nSubject: Kaikukortti, Mallila: own split of the costs 2026" in told
    )
    assert "municipalities pay 60% (€600.01)" in told
    status = said(capsys, project, "status", "mallila", "--edition", "2026", "--today", "2026-03-01")
    assert "Kaikukeskus has not been told of the region's own split" in status
    facts.write_text(facts.read_text("utf-8").replace("60}", "60, told: 2026-02-01}"), "utf-8")
    status = said(capsys, project, "status", "mallila", "--edition", "2026", "--today", "2026-03-01")
    assert "municipalities 60%. Kaikukeskus was told on 1 Feb 2026" in status.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_csv_and_document(project: Path, tmp_path: Path) -> None:
    arguments = ("costs", "--total", "24000,50", "--edition", "2026", "--out")
    run(project, *arguments, str(tmp_path / "costs.csv"), lang="fi")
    text = (tmp_path / "costs.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["Maksajan laji", "Maksaja", "Kuntanumero", "Alue", "Asukkaita", "Euroa"]
    assert sum(int(row[5].replace(",", "")) for row in rows[1:]) == 2400050
    run(project, *arguments, str(tmp_path / "costs.docx"), lang="sv")
    data = (tmp_path / "costs.docx").read_bytes()
    assert check_docx(data, Place("costs.docx")) == ()
    tables = docx.Document(io.BytesIO(data)).tables
    assert [table.rows[-1].cells[0].text for table in tables] == ["Sammanlagt"] * 3
    run(project, *arguments, str(tmp_path / "costs.txt"))
    assert "24,000.50" in (tmp_path / "costs.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "written", ["", "0", "0,00", "-5", "1,234", "1.234,50", "12 34", "sata", "1e5", "9" * 10]
)
def test_what_is_no_sum_is_said(written: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, project, "costs", f"--total={written}", "--edition", "2026", code=2)
    assert "is not a sum to share" in told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("tornio", "--total", "1", "--edition", "2026"), "The region tornio has no part"),
        (("nowhere", "--total", "1", "--edition", "2026"), "There is no region nowhere"),
        (("--total", "1", "--edition", "2026", "--out", "costs.pdf"), "must end in .txt, .csv or .docx"),
        (
            ("--total", "1", "--edition", "2026", "--out", "PROJECT/build/costs.csv"),
            "a site that is published",
        ),
        (("--total", "1"), "--edition"),
    ],
)
def test_wrong_use_is_said(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "build").mkdir()
    given = tuple(one.replace("PROJECT", str(project)) for one in arguments)
    assert sentence in said(capsys, project, "costs", *given, code=2)


def test_files_that_tell_who_pays_must_be_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("costs", "--total", "1", "--edition", "2026")
    table = project / "content/2026/populations.csv"
    table.write_text(table.read_text("utf-8").replace("X02,300", "X02,many"), "utf-8")
    assert "content/2026/populations.csv:3:5" in said(capsys, project, *arguments, code=1)
    table.write_text("code,population,date,source\n", "utf-8")
    told = said(capsys, project, *arguments, code=1)
    assert [name in told for name in ("Mallila", "Esimerkkilä", "Lehtorinne")] == [True] * 3
    assert "Traceback" not in told
    assert "content/2030/populations.csv" in said(capsys, project, *arguments[:-1], "2030", code=1)
    region = project / "regions/mallila/region.yaml"
    region.write_text(region.read_text("utf-8").replace("Lehtorinne]", "Lehtorine]"), "utf-8")
    assert "regions/mallila/region.yaml:15:" in said(capsys, project, *arguments, code=1)


def test_a_disk_that_fails_is_said(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("costs", "--total", "1", "--edition", "2026", "--out", str(tmp_path / "no" / "costs.txt"))
    assert "could not be written" in said(capsys, project, *arguments, code=3)


def test_the_repository_ships_no_population() -> None:
    """Kaikukeskus fills the table: no figure comes from anybody's memory."""
    table = Path(__file__).resolve().parents[2] / "content/2026/populations.csv"
    assert table.read_text("utf-8") == "code,population,date,source\n"
