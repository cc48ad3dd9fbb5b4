"""Records: values with a line of the table for each field."""

import pickle

import pytest

from sitegen.model.contact import Period
from sitegen.model.fields import Kind, Record, described, place_of, places, table
from sitegen.model.network import FILES
from sitegen.model.partner import Partner, Venue
from sitegen.model.partner_parts import Season
from sitegen.problems import Place
from sitegen.structs import field_names, replace

HERE, THERE = Place("a.yaml", 1, 1), Place("a.yaml", 2, 3)


class Small(Record, frozen=True):
    """A record of one field."""

    note: str | None = described(Kind.TEXT, "Huomautus", "Anmärkning", "Note", "kesällä")
    at: dict[str, Place] = places()


def test_the_table_holds_the_lines_in_order() -> None:
    assert list(table(Season)) == ["from_", "to"]
    assert [spec.key for spec in table(Season).values()] == ["from", "to"]
    assert table(Small)["note"].example == "kesällä"


def test_a_record_that_extends_another_has_its_lines_first() -> None:
    of_all = tuple(table(Partner))
    assert tuple(table(Venue))[: len(of_all)] == of_all
    assert len(table(Venue)) > len(of_all)
    assert {*table(Venue), "at"} == set(field_names(Venue()))


def test_what_is_not_given_is_nothing_or_an_empty_list() -> None:
    venue = Venue()
    values = [getattr(venue, name) for name in ("name", "phone", "covers", "answer", "at")]
    assert values == [None, (), (), "unanswered", {}]
    assert Venue().at is not venue.at


def test_where_it_stands_is_no_part_of_a_record() -> None:
    one, other = Small(note="x", at={"": HERE}), Small(note="x", at={"": THERE})
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == "Small(note='x')"
    assert one != Small(note="y", at={"": HERE})
    assert Season(from_=(1, 1), to=(2, 2)) != Period(from_=(1, 1), to=(2, 2))  # type: ignore[arg-type]


def test_a_record_is_never_changed_and_travels_with_its_places() -> None:
    season = Season(from_=(6, 1), to=(8, 31), at={"": HERE, "to": THERE})
    with pytest.raises(AttributeError):
        season.to = (9, 1)  # type: ignore[misc]
    sent = pickle.loads(pickle.dumps(season))  # noqa: S301
    assert sent == season
    assert sent.at == season.at
    later = replace(season, to=(9, 30))
    assert (later.from_, later.to, place_of(later, "to")) == ((6, 1), (9, 30), THERE)
    assert place_of(later, "from_") == HERE


def test_every_file_is_read_as_a_record() -> None:
    assert all(issubclass(record, Record) for record in FILES.values())
