"""A preview in a process of its own, as people start it, with warnings as errors."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.support.projects import change
from tests.site.support.run import REPOSITORY, command, environment

PATIENCE = 40.0
BASE = "/my-repo/"
"""The path of the site's address in the projects of these tests, as on GitHub's project pages."""
REFRESHED = "Refreshed ("


@dataclass
class Served:
    """A running preview: its process, its address (without a path) and what it said, line by line."""

    process: subprocess.Popen[str]
    project: Path
    lines: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def builds(self) -> int:
        """How often something was shown anew, the first time included."""
        return sum(line.startswith(REFRESHED) for line in self.lines)

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def wait(self, until: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Until something is so; the test fails with what the preview said."""
        end = time.monotonic() + seconds
        while not until():
            assert self.process.poll() is None, f"the preview has ended\n{self.said}"
            assert time.monotonic() < end, f"nothing came of it in {seconds} s\n{self.said}"
            time.sleep(0.02)

    def wait_for_build(self, save: Callable[[], object]) -> None:
        """Save, and wait until it was read."""
        before = self.builds
        save()
        self.wait(lambda: self.builds > before)

    def ask(self, path: str, **headers: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes of an address, with headers of our own choice."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(
                "GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()}
            )
            answer = connection.getresponse()
            return answer.status, answer.getheader("Content-Type") or "", answer.read()
        finally:
            connection.close()

    def text(self, path: str) -> str:
        return self.ask(path)[2].decode()

    def send(self, request: bytes, *, whole: bool = True, seconds: float = 10.0) -> bytes:
        """What comes back for raw bytes on a connection; `whole` False: nothing more is said after them."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as line:
            line.sendall(request)
            if not whole:
                line.shutdown(socket.SHUT_WR)
            parts = []
            while part := line.recv(65536):
                parts.append(part)
            return b"".join(parts)


@contextmanager
def serving(project: Path, *options: str, module: str = "") -> Iterator[Served]:
    """Start `sitegen serve` on a free port; `module`: start that instead of the command."""
    arguments = ["serve", "--root", str(project), "--port", "0", "--lang", "en", *options]
    started = [sys.executable, "-m", module, *arguments] if module else command(arguments)
    process = subprocess.Popen(
        started,
        cwd=REPOSITORY,
        env=environment({"PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    served = Served(process, project)
    reader = threading.Thread(target=_listen, args=(served,), daemon=True)
    reader.start()
    try:
        served.wait(lambda: bool(served.address))
        yield served
    finally:
        ended = end(served)
        reader.join(10)
        assert process.stdout is not None
        process.stdout.close()
    assert ended == 0, served.said
    assert "Traceback" not in served.said, served.said


def end(served: Served, by: signal.Signals = signal.SIGINT) -> int:
    """End it as people do, with Ctrl-C; its exit code. Killed where it does not end."""
    if served.process.poll() is None:
        served.process.send_signal(by)
    try:
        return served.process.wait(10)
    except subprocess.TimeoutExpired:
        served.process.kill()
        served.process.wait()
        return -9


def _listen(served: Served) -> None:
    assert served.process.stdout is not None
    for line in served.process.stdout:
        served.lines.append(line.rstrip("\n"))
        found = re.search(r"preview is at (http://[^/]+)/", line)
        if found:
            served.address = found[1]


def under_base(project: Path) -> Path:
    """The same project, published at BASE."""
    site = project / "content/site.yaml"
    text = site.read_text("utf-8")
    old = re.search(r"^base_url: *(\S+)", text, re.MULTILINE)
    assert old is not None
    change(site, old[0], f"base_url: https://kaikukortti.example{BASE}")
    return project
