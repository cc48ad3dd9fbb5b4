"""Partners as JSON and CSV: what is public, in one described shape, small enough for a telephone."""

import csv
import gzip
import io
import json
from datetime import date
from typing import Any

import fastjsonschema
import pytest

from sitegen.model.contact import Accessibility, Address, Period
from sitegen.model.edition import Event
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Season
from sitegen.render.open_data import network_json, partners_csv, partners_json
from sitegen.render.open_data_schema import partners_schema
from tests.builders import (
    YEAR,
    address,
    distributor,
    edition,
    email,
    name,
    network,
    phone,
    region,
    venue,
    words,
)
from tests.render.many_venues import a_thousand

FITS = fastjsonschema.compile(json.loads(partners_schema()))
BUDGET = 60_000


def read(made: Edition) -> Any:
    found = json.loads(partners_json(made, network((made,)).register))
    FITS(found)
    return found


def whole(*editions: Edition) -> Any:
    found = json.loads(network_json(network(editions)))
    FITS(found)
    return found


def rich() -> Edition:
    """An edition in which most fields occur."""
    first = venue(
        "halli",
        called="Halli",
        type="swimming-hall",
        offer=words(fi="Uinti", sv="Simning", fi_simple="Uinti"),
        address=address(),
        phone=(phone("016 000 310"),),
        email=(email("halli@mallila.example"),),
        accessibility=Accessibility(step_free=True, toilet=False),
        season=(Season(from_=(9, 1), to=(4, 30)),),
        since=2019,
        checked=edition().facts.updated,
    )
    second = venue(
        "juhlat",
        name=name(fi="Juhlat", sv="Festen"),
        popup=Period(from_=edition().facts.valid.from_, to=edition().facts.valid.to),
        covers=("all",),
        municipality=None,
        accessibility=Accessibility(step_free=False),
    )
    return edition(
        of=region(municipalities=("X01", "X02"), kind="group"),
        distributors=(distributor(address=Address(street=name("Katu 1"), town=name("Kylä"))),),
        venues=(first, second),
    )


def test_a_regions_file_gives_the_public_fields_by_language() -> None:
    found = read(rich())
    assert found["region"] == {
        "id": "mallila",
        "name": {"fi": "Mallila", "sv": "Modellby", "en": "Mallila"},
        "municipalities": ["Mallila", "Esimerkkilä"],
        "edition": YEAR,
        "updated": f"{YEAR}-01-05",
    }
    assert found["municipalities"]["Mallila"] == {"fi": "Mallila", "sv": "Modellby"}
    hall, feast = found["venues"]
    assert hall["offer"] == {"fi": "Uinti", "sv": "Simning", "fi-simple": "Uinti"}
    assert hall["accessibility"] == {"step_free": True, "toilet": False}
    assert hall["season"] == [{"from": "09-01", "to": "04-30"}]
    assert hall["phone"] == [{"number": "+35816000310"}]
    assert {"since", "answer", "checked"} & set(hall) == set()
    assert feast["popup"] == {"from": f"{YEAR}-01-01", "to": f"{YEAR}-12-31"}
    assert feast["covers"] == ["all"]


def test_what_follows_from_other_fields_is_filled_in() -> None:
    """A reader of the file needs neither the register of postal codes nor our rules."""
    only = edition(venues=(venue("a", municipality=None, address=address()),), distributors=())
    found = read(only)["venues"][0]
    assert found["municipality"] == "Mallila"
    assert found["address"]["town"] == {"fi": "Mallila", "sv": "Modellby"}


def test_a_region_that_is_no_more_than_an_example_says_so() -> None:
    made = edition(of=region(invented=True, sample=words(fi="Julkisilta sivuilta.")))
    told = read(made)["region"]
    assert (told["invented"], told["sample"]) == (True, {"fi": "Julkisilta sivuilta."})
    assert "invented" not in read(edition())["region"]


def test_the_networks_file_gives_what_the_finder_looks_at() -> None:
    other = edition(
        id="toinen", of=region(name=name("Toinen"), municipalities=("X03",)), venues=(venue("x"),)
    )
    found = whole(rich(), other)
    assert set(found["regions"]) == {"mallila", "toinen"}
    assert [(one["region"], one["id"]) for one in found["venues"]] == [
        ("mallila", "halli"),
        ("mallila", "juhlat"),
        ("toinen", "x"),
    ]
    hall, feast, _ = found["venues"]
    assert hall["accessibility"] == {"step_free": True}
    assert {"phone", "email", "address"} & set(hall) == set()
    assert "accessibility" not in feast
    assert "distributors" not in found


def test_a_town_stands_in_the_networks_file_where_it_is_not_the_municipality() -> None:
    village = Address(street=name("Tie 1"), postal_code="98760", town=name("Syrjäkylä"))
    found = whole(edition(venues=(venue("a", address=village), venue("b", address=address()))))
    assert [one.get("address") for one in found["venues"]] == [{"town": "Syrjäkylä"}, None]


def test_the_schema_refuses_what_the_format_has_not() -> None:
    found = read(rich())
    for spoilt in (
        {**found, "format": 2},
        {**found, "notes": "x"},
        {**found, "venues": [{**found["venues"][0], "since": 2019}]},
        {**found, "venues": [{"id": "a", "name": "A"}]},
    ):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            FITS(spoilt)


def test_the_table_has_the_same_partners_with_names_in_one_language() -> None:
    made = rich()
    found = partners_csv(made, network((made,)).register, "sv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(found)))
    assert [(row["role"], row["id"], row["name"]) for row in rows] == [
        ("distributor", "nuoriso", "Jakaja nuoriso"),
        ("venue", "halli", "Halli"),
        ("venue", "juhlat", "Festen"),
    ]
    assert rows[1]["phone"] == "'+358 16 000 310"
    assert (rows[1]["postal_code"], rows[1]["town"]) == ("98760", "Modellby")


def test_events_and_news_are_no_part_of_it() -> None:
    made = edition(facts={"events": (Event(id="x", kind="open-day", date=date(YEAR, 2, 1)),)})
    assert "events" not in read(made)


def test_a_thousand_venues_are_light() -> None:
    """Issue 4, point 2: under 60 kB compressed, as a plain web server does it."""
    data = network_json(network(a_thousand()))
    assert len(json.loads(data)["venues"]) == 1000
    offers = {json.dumps(one["offer"], sort_keys=True) for one in json.loads(data)["venues"]}
    assert len(offers) > 950
    assert len(gzip.compress(data, 6)) < BUDGET
