"""The register of municipalities and postal codes."""

import pytest

from sitegen.load.register import capitalised, load_register
from sitegen.problems import Severity

HEADER = "code,name_fi,name_sv,area_fi,area_sv\n"


def test_the_shipped_tables() -> None:
    register, problems = load_register()
    assert problems == ()
    assert (len(register.municipalities), len(register.postal_codes)) == (309, 5033)
    assert register.code("Tornio") == register.code("torneå") == "851"
    assert register.name("851", "sv") == "Torneå"
    assert register.name("851", "ru") == "Tornio"
    assert register.code("Mallila") is None


@pytest.mark.parametrize(
    ("code", "fi", "sv"),
    [
        ("95400", "Tornio", "Torneå"),
        ("65450", "Sulva", "Solf"),
        ("31500", "Koski Tl", "Koski Tl"),
        ("34530", "Länsi-Aure", "Länsi-Aure"),
        ("02570", "Siuntio kk", "Sjundeå kby"),
    ],
)
def test_towns(code: str, fi: str, sv: str) -> None:
    one = load_register()[0].postal_codes[code]
    assert (one.town_fi, one.town_sv) == (fi, sv)


def test_capitalised() -> None:
    assert capitalised("YLI-II KK") == "Yli-Ii kk"
    assert capitalised("ÄHTÄRI") == "Ähtäri"


def test_the_projects_own_municipalities() -> None:
    register, problems = load_register(HEADER + "X01, Mallila ,Modellby,a,b\n\nX02,Uusila,Nyby,a,b\n")
    assert problems == ()
    assert register.code("modellby") == "X01"
    assert register.name("X02", "sv") == "Nyby"
    assert register.code("Tornio") == "851"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code,name\nX01,Mallila\n", ["1 register-header"]),
        (HEADER + "X01,Mallila,Modellby,a,b\nX02,,Nyby,a,b\n", ["3 register-line"]),
        (HEADER + "851,Mallila,Modellby,a,b\n", ["2 register-code-twice"]),
        (HEADER + "X01,Mallila,Modellby,a,b\nX01,Uusila,Nyby,a,b\n", ["3 register-code-twice"]),
        (HEADER + "X01,Tornio,Torneå,a,b\n", ["2 register-name-twice"]),
        (HEADER + "X01\n", ["2 register-line"]),
    ],
)
def test_lines_that_cannot_be_used(text: str, expected: list[str]) -> None:
    register, problems = load_register(text)
    assert [f"{one.place.line} {one.id}" for one in problems] == expected
    assert {one.place.path for one in problems} == {"content/municipalities.csv"}
    assert register.code("Tornio") == "851"


def test_a_name_taken_twice_is_a_warning() -> None:
    _, (problem,) = load_register(HEADER + "X01,Tornio,Torneå,a,b\n")
    assert problem.severity is Severity.WARNING
