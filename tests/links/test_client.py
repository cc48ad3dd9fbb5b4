"""Addresses elsewhere, tried at hosts that redirect, hang, fail and lie; politely (BAR S45)."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.links.client import Manners, try_all
from sitegen.links.verdict import Fate, Verdict
from tests.links.hosts import Seen, hosts

QUICK = Manners(pause=0.0, timeout=0.6, wait=0.01, longest_wait=0.05)
HOST = "http://kumppani.example"


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """The hosts, reached in the place of the web."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with hosts() as (address, noted):
        monkeypatch.setenv("HTTP_PROXY", address)
        yield noted


def tried(*urls: str, manners: Manners = QUICK) -> dict[str, Verdict]:
    """In a thread of its own: where a test browser was open before, its event loop runs in this one."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(try_all, urls, "https://kaikukortti.example/", manners, lambda *_: None).result()


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/ok", Verdict(Fate.OK, 200)),
        ("/moved", Verdict(Fate.MOVED, 200, f"{HOST}/ok")),
        ("/chain", Verdict(Fate.MOVED, 200, f"{HOST}/ok")),
        ("/temporary", Verdict(Fate.OK, 200, f"{HOST}/ok")),
        ("/front/deep/page", Verdict(Fate.FRONT, 200, f"{HOST}/")),
        ("/loop", Verdict(Fate.BROKEN, 302)),
        ("/away", Verdict(Fate.BROKEN, 302)),
        ("/404", Verdict(Fate.GONE, 404)),
        ("/410", Verdict(Fate.GONE, 410)),
        ("/403", Verdict(Fate.SHUT, 403)),
        ("/500", Verdict(Fate.FAILING, 500)),
        ("/soft", Verdict(Fate.SOFT, 200)),
        ("/flaky", Verdict(Fate.OK, 200)),
        ("/later", Verdict(Fate.OK, 200)),
        ("/hang", Verdict(Fate.SLOW)),
        ("/drip", Verdict(Fate.SLOW)),
        ("/endless", Verdict(Fate.OK, 200)),
        ("/cut", Verdict(Fate.BROKEN)),
        ("/garbage", Verdict(Fate.BROKEN)),
    ],
)
def test_the_fate_of_an_address(path: str, verdict: Verdict, seen: Seen) -> None:
    assert tried(HOST + path) == {HOST + path: verdict}


def test_what_may_be_over_in_a_moment_is_tried_again_and_the_rest_is_not(seen: Seen) -> None:
    tried(f"{HOST}/500", f"{HOST}/404", f"{HOST}/403", f"{HOST}/ok")
    assert seen.asked == {f"{HOST}/500": 3, f"{HOST}/404": 1, f"{HOST}/403": 1, f"{HOST}/ok": 1}


def test_one_request_at_a_time_to_a_host_and_many_hosts_at_once(seen: Seen) -> None:
    urls = [f"http://h{host}.example/busy/{number}" for host in range(4) for number in range(3)]
    began = time.monotonic()
    tried(*urls, manners=Manners(pause=0.2, timeout=2.0))
    assert set(seen.most.values()) == {1}
    assert seen.most_at_all > 1
    for times in seen.times.values():
        assert min(later - one for one, later in pairwise(times)) >= 0.2
    assert time.monotonic() - began < 12 * 0.3


def test_waiting_for_a_turn_is_not_the_hosts_slowness(seen: Seen) -> None:
    urls = [f"{HOST}/page/{number}" for number in range(20)]
    assert set(tried(*urls, manners=Manners(pause=0.0, timeout=0.5)).values()) == {Verdict(Fate.OK, 200)}


def test_hosts_are_told_who_asks(seen: Seen) -> None:
    tried(f"{HOST}/ok")
    (agent,) = seen.agents
    assert agent.startswith("sitegen/")
    assert "+https://kaikukortti.example/" in agent


def test_a_host_that_is_not_there(seen: Seen) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert tried(url)[url].fate is Fate.NO_HOST


def test_a_certificate_that_will_not_do(seen: Seen, tmp_path: Path) -> None:
    own, key = tmp_path / "own.pem", tmp_path / "key.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run([*made, "-keyout", key, "-out", own], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_shake_hands, args=(server, context), daemon=True).start()
        url = f"https://localhost:{server.getsockname()[1]}/"
        assert tried(url)[url] == Verdict(Fate.UNSAFE)


def _shake_hands(server: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            context.wrap_socket(server.accept()[0], server_side=True).close()
        except ssl.SSLError:
            continue
        except OSError:
            return


@pytest.mark.parametrize("url", ["http://", "http://[::1/", "http://\u0000.example/"])
def test_what_is_no_address_is_broken_and_ends_nothing(url: str, seen: Seen) -> None:
    found = tried(url, f"{HOST}/ok")
    assert found[f"{HOST}/ok"].fate is Fate.OK
    assert found[url].fate in (Fate.BROKEN, Fate.NO_HOST)
