"""Safe on a borrowed laptop: this machine only, nothing of the disk, nobody blocks anybody (BAR S22-S26)."""

import base64
import json
import os
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.serve.support import BASE, Served, serving
from tests.site.support.projects import change, copy_project

PAGE = f"{BASE}mallila/fi/"
VENUES = "regions/mallila/2026/venues.yaml"


def ask_raw(served: Served, target: bytes, method: bytes = b"GET", more: bytes = b"") -> bytes:
    host = f"localhost:{served.port}".encode()
    return served.send(
        method + b" " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n" + more + b"\r\n"
    )


def status(answer: bytes) -> int:
    """The status of an answer."""
    assert answer.startswith(b"HTTP/"), answer[:100]
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize(
    "target",
    [
        b"/../../../../etc/passwd",
        b"/mallila/../../content/site.yaml",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"/..%2f..%2fetc%2fpasswd",
        b"//etc/passwd",
        b"///etc/passwd",
        b"/..%5c..%5cwindows%5cwin.ini",
        b"/..\\..\\etc",
        b"/%00",
        b"/mallila/fi/index.html%00.pdf",
        b"/\x00",
        b"/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        b"/%e0%80%ae%e0%80%ae/etc/passwd",
        b"/%ff%fe",
        b"/\xff\xfe",
        b"/" + b"a" * 9_000,
        b"/" + b"a" * 40_000,
        b"/__sitegen/../content/site.yaml",
        b"/__sitegen/files/preview.js",
        b"/__sitegen/2027/../../etc/passwd",
        b"/__sitegen/status/../../../",
        b"/__sitegen/status/mallila/99999999999999999999/",
        b"file:///etc/passwd",
        b"/content/site.yaml",
        b"/regions/mallila/region.yaml",
        b"/.git/config",
        b"/.sitegen.json",
        b"/.sitegen-cache/",
        b"/assets/",
        b"/assets",
        b"/internal/contacts.yaml",
    ],
)
def test_nothing_but_the_site(served: Served, target: bytes) -> None:
    answer = ask_raw(served, target)
    assert 400 <= status(answer) < 500, answer[:200]
    assert b"root:" not in answer
    assert b"base_url" not in answer
    assert b"Traceback" not in answer
    assert served.ask(PAGE)[0] == 200
    assert "Traceback" not in served.said


@pytest.mark.parametrize(
    "method", [b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"X"]
)
def test_nothing_can_be_changed(served: Served, method: bytes) -> None:
    assert 400 <= status(ask_raw(served, PAGE.encode(), method)) < 500


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00",
        b"GET\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
    ],
)
def test_what_is_no_request(served: Served, request_: bytes) -> None:
    answer = served.send(request_, whole=False)
    assert answer == b"" or 400 <= status(answer) < 500
    assert served.ask(PAGE)[0] == 200


def test_head_has_no_bytes(served: Served) -> None:
    head, _, body = ask_raw(served, PAGE.encode(), b"HEAD").partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert body == b""


def test_folders_are_pages_or_nothing(served: Served) -> None:
    assert served.ask(f"{BASE}mallila/fi")[0] == 302
    assert served.ask("//mallila/fi")[0] == 404, "a redirect there would lead to another host"
    for path in ("mallila/", "mallila/fi/", ""):
        assert served.ask(BASE + path)[0] == 200
        assert b"Index of" not in served.ask(BASE + path)[2]


def test_links_in_the_content_lead_nowhere(served: Served, restored: Path) -> None:
    media = restored / "regions/mallila/media"
    media.mkdir(exist_ok=True)
    served.wait_for_build(lambda: (media / "logo.png").symlink_to("/etc/passwd"))
    served.wait(lambda: "logo.png" in served.said)
    assert b"root:" not in served.ask(f"{BASE}mallila/fi/")[2]
    served.wait_for_build((media / "logo.png").unlink)
    media.rmdir()


def test_answers_are_kept_by_nobody_and_for_nobody_else(served: Served) -> None:
    head = ask_raw(served, PAGE.encode()).partition(b"\r\n\r\n")[0].decode().lower()
    for line in (
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "cross-origin-resource-policy: same-origin",
    ):
        assert line in head
    assert "access-control" not in head
    assert "\nserver:" not in head


def listening(port: int) -> set[str]:
    """The addresses at which anybody listens on a port, as Linux tells."""
    found = set()
    for name, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]:
            _, local, _, state = line.split()[:4]
            address, at = local.split(":")
            if int(at, 16) == port and state == "0A":
                words = struct.pack(
                    f"<{len(address) // 8}I", *struct.unpack(f">{len(address) // 8}I", bytes.fromhex(address))
                )
                found.add(socket.inet_ntop(family, words))
    return found


def test_this_machine_only(served: Served) -> None:
    assert listening(served.port) <= {"127.0.0.1", "::1"}
    assert "127.0.0.1" in listening(served.port)


def test_others_only_when_told_and_with_a_warning(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("mallila",))
    with serving(project, "--host", "127.0.0.2") as told:
        told.wait(lambda: "other computers" in told.said)
        assert listening(told.port) == {"127.0.0.2"}


class Line:
    """A websocket, by hand: what livereload's script says, or whatever else."""

    def __init__(self, served: Served, **headers: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", served.port), timeout=10)
        given = {
            "Host": f"localhost:{served.port}",
            "Origin": f"http://localhost:{served.port}",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
            **headers,
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
        self.socket.sendall(f"GET /livereload HTTP/1.1\r\n{lines}\r\n".encode())
        self.status = status(self.socket.recv(4096))

    def say(self, text: str) -> None:
        data, mask = text.encode(), b"\1\2\3\4"
        size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + len(data).to_bytes(2, "big")
        self.socket.sendall(
            b"\x81" + size + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
        )

    def hear(self) -> str:
        """The next message; empty when the line is closed."""
        head = self.socket.recv(2)
        if len(head) < 2 or head[0] & 0x0F == 8:
            return ""
        size = head[1] if head[1] < 126 else int.from_bytes(self.socket.recv(2), "big")
        return self.socket.recv(size).decode()

    def close(self) -> None:
        self.socket.close()


@pytest.fixture
def token(served: Served) -> str:
    return served.text(PAGE).partition('data-token="')[2].partition('"')[0]


@pytest.fixture
def lines() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def hello(token: str) -> str:
    return json.dumps(
        {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"], "ext": token}
    )


def test_our_pages_may_listen(served: Served, restored: Path, token: str, lines: ExitStack) -> None:
    line = Line(served)
    lines.callback(line.close)
    assert line.status == 101
    line.say(hello(token))
    assert json.loads(line.hear())["command"] == "hello"
    line.say(json.dumps({"command": "info", "url": served.address + PAGE}))
    served.wait_for_build(lambda: change(restored / VENUES, "fi: Kurssit ja luennot", "fi: Kurssit"))
    assert json.loads(line.hear()) == {"command": "reload", "path": "*", "liveCSS": True, "liveImg": True}


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://localhost:{port}", "http://localhost:1"]
)
def test_other_origins_may_not(served: Served, origin: str, lines: ExitStack) -> None:
    line = Line(served, Origin=origin.format(port=served.port))
    lines.callback(line.close)
    assert line.status == 403


def test_other_names_may_not(served: Served, lines: ExitStack) -> None:
    host = f"evil.example:{served.port}"
    line = Line(served, Host=host, Origin=f"http://{host}")
    lines.callback(line.close)
    assert line.status == 403


@pytest.mark.parametrize(
    "first",
    [
        hello("guess"),
        json.dumps({"command": "hello"}),
        json.dumps({"command": "info", "url": "x"}),
        "no json",
        "[]",
        '{"command": 1}',
        "[" * 9000,
        "x" * 20_000,
    ],
)
def test_without_the_token_nothing_is_heard(served: Served, first: str, lines: ExitStack) -> None:
    line = Line(served, Origin="")
    lines.callback(line.close)
    assert line.status == 101
    line.say(first)
    assert line.hear() == ""
    assert "Traceback" not in served.said


def test_the_token_is_another_each_time(served: Served, token: str, tmp_path: Path) -> None:
    assert len(token) > 20
    with serving(copy_project(tmp_path / "project", ("mallila",))) as other:
        assert f'data-token="{token}"' not in other.text("/mallila/fi/")


@pytest.mark.slow
def test_slow_and_many_clients_block_nothing(served: Served, restored: Path, lines: ExitStack) -> None:
    """Half requests, answers that nobody reads, and a hundred requests for documents at once."""
    asked = f"GET {BASE}mallila/fi/ HTTP/1.1\r\nHost: localhost:{served.port}\r\n".encode()
    for number in range(150):
        line = lines.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=10))
        line.sendall(asked[: 20 + number % 30] if number % 2 else asked + b"\r\n" + asked + b"\r\n")
    for _ in range(20):
        line = lines.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=10))
        line.sendall(asked.replace(b"fi/ HTTP", b"fi/brochure.pdf HTTP") + b"\r\n")
    began = time.monotonic()
    assert served.ask(PAGE)[0] == 200
    served.wait_for_build(lambda: change(restored / VENUES, "fi: Kurssit ja luennot", "fi: Kurssit vain"))
    assert "Kurssit vain" in served.text(f"{BASE}mallila/fi/venues/")
    assert time.monotonic() - began < 20
