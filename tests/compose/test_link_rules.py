"""Addresses and texts of links."""

import pytest

from sitegen.compose.link_rules import address_fault, bare_addresses, text_fault

FINE = [
    "https://example.fi",
    "https://www.example.fi/a/b_c-d?e=f&g=h#i",
    "https://ääkkönen.example/",
    "https://example.fi/Päijät-Häme",
    "https://example.fi/(1)",
    "mailto:kaiku.kortti@example.fi",
    "tel:+35816000310",
    "page:venues",
    "section:own-bussi",
    "partner:halli-2",
    "lang:fi-simple",
]


@pytest.mark.parametrize("href", FINE)
def test_fine_addresses(href: str) -> None:
    assert address_fault(href) is None


@pytest.mark.parametrize(
    ("href", "suggestion"),
    [("www.example.fi", "https://www.example.fi"), ("example.fi/x", "https://example.fi/x"), ("kohteet", "")],
)
def test_addresses_without_a_scheme(href: str, suggestion: str) -> None:
    fault = address_fault(href)
    assert fault is not None
    assert (fault.id, dict(fault.values)["suggestion"]) == ("link-no-scheme", suggestion)


def test_http_may_stand_but_is_said() -> None:
    fault = address_fault("http://example.fi/")
    assert fault is not None
    assert (fault.id, fault.stands) == ("link-http", True)


VAGUE = [
    "Lue lisää",
    "lue lisää »",
    "Tästä",
    "täältä.",
    "Klikkaa tästä",
    "linkki",
    "Här",
    "läs mer",
    "Klicka här",
    "here",
    "Read more…",
    "Click here to see the list",
    "هنا",
    "انقر هنا",
    "здесь",
    "Подробнее",
    "Нажмите сюда",
]


@pytest.mark.parametrize("text", VAGUE)
def test_texts_that_tell_nothing(text: str) -> None:
    fault = text_fault(text)
    assert fault is not None
    assert fault.id == "link-vague"


@pytest.mark.parametrize(
    "text",
    [
        "kortinjakajien luettelosta",
        "Lue lisää teatterista",
        "Här finns biljetterna",
        "example.fi",
        "Tästä illasta",
    ],
)
def test_texts_that_tell_something(text: str) -> None:
    assert text_fault(text) is None


def test_empty_texts_and_long_addresses() -> None:
    empty, long = text_fault("  "), text_fault("https://example.fi/hyvin/pitka/osoite")
    assert empty is not None
    assert long is not None
    assert (empty.id, long.id) == ("link-empty", "link-address-as-text")


def test_bare_addresses() -> None:
    found = bare_addresses("Katso www.example.fi ja https://a.example/b ja a@b.fi")
    assert [one.group() for one in found] == ["www.example.fi", "https://a.example/b"]
