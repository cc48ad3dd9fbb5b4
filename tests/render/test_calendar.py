"""Calendar files, read by a small strict reader of RFC 5545."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sitegen.render.calendar import Entry, calendar

DAY = date(2026, 5, 20)
LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^:;]+)*):(?P<value>.*)")


def entry(**fields: object) -> Entry:
    given: dict[str, object] = {
        "uid": "mallila-2026-palaute@kaikukortti.example",
        "day": DAY,
        "summary": "Palautekokous",
        "lang": "fi",
        "stamp": date(2026, 1, 5),
    }
    return Entry(**(given | fields))  # type: ignore[arg-type]


def lines(data: bytes) -> list[tuple[str, str, str]]:
    """The unfolded lines as name, parameters and value; every rule of the file's form is held on the way."""
    assert data.endswith(b"\r\n")
    rows = data.split(b"\r\n")[:-1]
    assert all(len(row) <= 75 and b"\n" not in row and b"\r" not in row for row in rows)
    text = "\r\n".join(row.decode("utf-8") for row in rows)
    found = []
    for row in re.sub(r"\r\n ", "", text).split("\r\n"):
        match = LINE.fullmatch(row)
        assert match, row
        found.append((match["name"], match["parameters"], match["value"]))
    return found


def values(data: bytes) -> dict[str, tuple[str, str]]:
    """The lines of the file's only event."""
    rows = lines(data)
    start = rows.index(("BEGIN", "", "VEVENT"))
    return {name: (parameters, value) for name, parameters, value in rows[start:]}


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


def test_hours_stand_in_the_time_of_finland_with_its_rule() -> None:
    data = calendar([entry(start=time(9), end=time(11))])
    found = values(data)
    assert found["DTSTART"] == (";TZID=Europe/Helsinki", "20260520T090000")
    assert found["DTEND"] == (";TZID=Europe/Helsinki", "20260520T110000")
    assert found["DTSTAMP"] == ("", "20260105T000000Z")
    assert found["UID"] == ("", "mallila-2026-palaute@kaikukortti.example")
    rows = lines(data)
    assert rows.count(("BEGIN", "", "VTIMEZONE")) == 1
    offsets = [value for name, _, value in rows if name == "TZOFFSETTO"]
    zone = ZoneInfo("Europe/Helsinki")
    real = [datetime(2026, month, 1, tzinfo=zone).strftime("%z") for month in (1, 7)]
    assert offsets == real


def test_a_day_without_hours_lasts_to_the_next() -> None:
    data = calendar([entry(day=date(2026, 12, 31))])
    found = values(data)
    assert found["DTSTART"] == (";VALUE=DATE", "20261231")
    assert found["DTEND"] == (";VALUE=DATE", "20270101")
    assert b"VTIMEZONE" not in data


def test_an_end_before_the_start_is_left_out() -> None:
    assert "DTEND" not in values(calendar([entry(start=time(9), end=time(9))]))
    assert "DTEND" not in values(calendar([entry(start=time(9))]))


def test_long_lines_are_folded_between_letters_and_signs_are_escaped() -> None:
    summary = "Ääkkösiä, puolipisteitä; ja \\ sekä 🎭 " * 6 + "\nBEGIN:VEVENT"
    data = calendar([entry(summary=summary, place="Sali, 2. krs", address="https://kaikukortti.example/")])
    found = values(data)
    assert unescaped(found["SUMMARY"][1]) == summary
    assert found["SUMMARY"][0] == ";LANGUAGE=fi"
    assert unescaped(found["LOCATION"][1]) == "Sali, 2. krs"
    assert found["URL"] == ("", "https://kaikukortti.example/")
    assert [name for name, _, value in lines(data) if value == "VEVENT"] == ["BEGIN", "END"]


def test_entries_stand_by_day_and_the_same_ones_give_the_same_bytes() -> None:
    later = entry(uid="b@x", day=date(2026, 6, 1))
    data = calendar([later, entry(uid="a@x")], "Kaikukortti, Mallila")
    assert calendar([entry(uid="a@x"), later], "Kaikukortti, Mallila") == data
    rows = lines(data)
    assert [value for name, _, value in rows if name == "UID"] == ["a@x", "b@x"]
    assert ("X-WR-CALNAME", "", "Kaikukortti\\, Mallila") in rows
    assert rows[0] == ("BEGIN", "", "VCALENDAR")
    assert rows[-1] == ("END", "", "VCALENDAR")
