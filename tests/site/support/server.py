"""A static server on the loopback address, as a web host would serve the site."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_WORDS = (".html", ".css", ".js", ".json", ".svg", ".xml")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path; what is not there gets the site's own 404 page."""

    def __init__(self, *given: Any, below: str, **named: Any) -> None:
        self.below = below
        super().__init__(*given, **named)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """The file of an address; outside the site there is none."""
        if not path.startswith(self.below):
            return str(Path(self.directory) / "there is no such file")
        return super().translate_path("/" + path.removeprefix(self.below))

    def do_GET(self) -> None:
        """Words go compressed to whoever takes them so, as static hosts do it."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in _WORDS or not path.is_file() or "gzip" not in self._taken():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _taken(self) -> str:
        return str(self.headers.get("Accept-Encoding", ""))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The 404 page of the site, as static hosts do it."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[str]:
    """Serve a folder at `below` (begins and ends with a slash); gives the address of its root."""
    handler = functools.partial(_Handler, directory=str(folder), below=below)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
