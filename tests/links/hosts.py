"""Hosts on this machine that redirect, hang, fail and lie.

The server takes the place of a proxy, so that one is any number of hosts: `HTTP_PROXY` leads every
`http://….example/` to it.
"""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

PAGE = b"<!DOCTYPE html><title>Kaikukortti</title><p>Here.</p>"

TARGETS = {"loop": "/loop", "away": "file:///etc/passwd", "front": "/", "chain": "/moved"}


@dataclass
class Seen:
    """What the hosts saw: how often each address was asked for, how many requests stood at once, by host."""

    asked: Counter[str] = field(default_factory=Counter)
    at_once: Counter[str] = field(default_factory=Counter)
    most: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    most_at_all: int = 0
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    agents: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


class _Handler(BaseHTTPRequestHandler):
    """Answers by the path of the address."""

    seen: Seen

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        """A server whose HEAD is of no use."""
        self._answer(404, b"")

    def do_GET(self) -> None:
        """Note who asks, answer, note that it is over."""
        url = urlsplit(self.path)
        seen, host = self.seen, url.netloc
        with seen.lock:
            seen.asked[self.path] += 1
            seen.at_once[host] += 1
            seen.times[host].append(time.monotonic())
            seen.most[host] = max(seen.most[host], seen.at_once[host])
            seen.most_at_all = max(seen.most_at_all, seen.at_once.total())
            seen.agents.add(self.headers["User-Agent"])
        try:
            self._behave(url.path.strip("/").partition("/")[0], seen.asked[self.path])
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with seen.lock:
                seen.at_once[host] -= 1

    def _behave(self, what: str, time_asked: int) -> None:
        self.close_connection = True
        if what in ("moved", "temporary", "loop", "away", "front", "chain"):
            target = TARGETS.get(what, "/ok")
            self._answer(301 if what in ("moved", "chain") else 302, b"", location=target)
        elif what.isdecimal():
            self._answer(int(what), PAGE)
        elif what == "flaky":
            self._answer(503 if time_asked < 3 else 200, PAGE)
        elif what == "later":
            self._answer(429 if time_asked < 2 else 200, PAGE, retry_after="1")
        elif what == "soft":
            self._answer(200, "<title>Sivua ei löytynyt</title>".encode())
        elif what == "hang":
            time.sleep(1.5)
        elif what == "drip":
            self._head(200)
            for _ in range(60):
                self.wfile.write(b"x")
                time.sleep(0.05)
        elif what == "endless":
            self._head(200)
            for _ in range(2000):
                self.wfile.write(b"x" * 10000)
        elif what == "cut":
            self._head(200, content_length="9000")
            self.wfile.write(b"x")
        elif what == "garbage":
            self.wfile.write(b"this is no answer\r\n\r\n")
        elif what == "busy":
            time.sleep(0.1)
            self._answer(200, PAGE)
        else:
            self._answer(200, PAGE)

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _answer(self, status: int, data: bytes, **headers: str) -> None:
        self._head(status, content_length=str(len(data)), **headers)
        self.wfile.write(data)


@contextmanager
def hosts() -> Iterator[tuple[str, Seen]]:
    """The address of the server that is all hosts, and what it sees."""
    seen = Seen()
    handler = type("Handler", (_Handler,), {"seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", seen
        finally:
            server.shutdown()
            thread.join()
