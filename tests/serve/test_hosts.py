"""Only this machine's own names with our port, and what the user told (BAR S22, S23, S26)."""

import pytest

from sitegen.serve.hosts import Hosts


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_own_names(host: str) -> None:
    assert Hosts(8000).allows(host)
    assert Hosts(8000).allows_origin(f"http://{host}")


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost",
        "localhost:",
        "localhost:80",
        "localhost:8000.evil.example",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.2:8000",
        "192.168.1.5:8000",
        "0.0.0.0:8000",
        "[::1]",
        "::1",
        "localhost:8000@evil.example:8000",
    ],
)
def test_no_other_names(host: str) -> None:
    assert not Hosts(8000).allows(host)
    assert not Hosts(8000).allows_origin(f"http://{host}")


def test_the_usual_port_may_lack() -> None:
    assert Hosts(80).allows("localhost")
    assert Hosts(80).allows("[::1]")
    assert not Hosts(8000).allows("[::1]")


def test_told_to_be_reached_from_others() -> None:
    assert Hosts(8000, "kone.example").allows("kone.example:8000")
    everywhere = Hosts(8000, "0.0.0.0")  # noqa: S104 - what a user may tell
    assert everywhere.allows("192.168.1.5:8000")
    assert everywhere.allows("[fe80::1]:8000")
    assert everywhere.allows("localhost:8000")
    assert not everywhere.allows("evil.example:8000"), "a name may be made to point here, an address not"


@pytest.mark.parametrize("origin", ["null", "", "https://localhost:8000", "file://", "localhost:8000"])
def test_other_origins(origin: str) -> None:
    assert not Hosts(8000).allows_origin(origin)
