"""What an address asks for: names only, and nothing strange."""

import pytest

from sitegen.serve.addresses import Asked, asked_for

BASE = "/my-repo/"


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/", Asked("")),
        ("/my-repo/", Asked("", prefix=BASE)),
        ("/my-repo/tornio/fi/", Asked("tornio/fi/", prefix=BASE)),
        ("/tornio/fi/venues/index.html", Asked("tornio/fi/venues/index.html")),
        ("/tornio%2Ffi/", Asked("tornio/fi/")),
        ("//evil.example/", Asked("/evil.example/")),
        ("/my-repo", Asked(redirect=BASE)),
        ("/__sitegen", Asked(redirect="/__sitegen/")),
        ("/__sitegen/", Asked(own="")),
        ("/__sitegen/status/tornio/2026/", Asked(own="status/tornio/2026/")),
        ("/__sitegen/2027/", Asked("", year=2027, prefix="/__sitegen/2027/")),
        ("/__sitegen/2027/tornio/fi/", Asked("tornio/fi/", year=2027, prefix="/__sitegen/2027/")),
        ("/__sitegen/20277/x", Asked(own="20277/x")),
        ("/__sitegen/2027", Asked(redirect="/__sitegen/2027/")),
    ],
)
def test_meaning(address: str, meant: Asked) -> None:
    assert asked_for(address, BASE) == meant


@pytest.mark.parametrize(
    "address",
    [
        "/../etc/passwd",
        "/tornio/../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/%2E%2e%2fetc/passwd",
        "/..%2fetc",
        "/./tornio",
        "/..%5cwindows",
        "/tornio\\fi",
        "/tornio%00.html",
        "/%c0%ae%c0%ae/etc/passwd",
        "/%ff",
        "/a%0d%0aSet-Cookie:%20x",
        "/" + "a" * 2000,
        "*",
        "http://evil.example/",
    ],
)
def test_what_is_no_address(address: str) -> None:
    assert asked_for(address, BASE) is None


def test_a_site_at_the_root_has_one_way() -> None:
    assert asked_for("/tornio/", "/") == Asked("tornio/")
    assert asked_for("/", "/") == Asked("")
