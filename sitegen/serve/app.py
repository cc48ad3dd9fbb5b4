"""`sitegen serve`: the site on this machine only, following every save.

One thread builds, the other answers; what is answered is the last good site, whole. Only names of its
manifest are served: no listings, no dotfiles, nothing outside (BAR S22-S26).
"""

import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from sitegen.build import Options, Outcome, build
from sitegen.languages.formats import number
from sitegen.languages.messages import Catalogue
from sitegen.problems import Report
from sitegen.progress import silent
from sitegen.project import Project, package_root
from sitegen.serve import live, overlay
from sitegen.serve.watch import changes
from sitegen.store.keys import digest
from sitegen.store.publish import read_manifest

PREVIEW = ".sitegen-preview"
_NAMES = ("localhost", "127.0.0.1", "[::1]")
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


@dataclass
class Preview:
    """What the two threads share: the last good site's names and what the last build found."""

    project: Project
    say: Catalogue
    edition: int | None
    tell: Callable[[str], None]
    names: frozenset[str] = frozenset()
    report: Report = field(default_factory=Report)

    @property
    def out(self) -> Path:
        """Where the preview's site lies."""
        return self.project.root / PREVIEW

    def rebuild(self, documents: bool) -> Outcome:
        """Build into the preview's folder; a build with errors leaves the last good site."""
        options = Options(
            out=self.out, edition=self.edition, documents=documents, keep_going=bool(self.names)
        )
        outcome = build(self.project, options, silent)
        manifest = read_manifest(self.out)
        self.names = frozenset(manifest.files if manifest else ())
        self.report = outcome.report
        return outcome


class Page(RequestHandler):
    """A file of the site, at the site's own path and at the root."""

    def initialize(self, preview: Preview, base: str, hosts: frozenset[str]) -> None:
        """Given by the application for each request."""
        self.preview, self.base, self.hosts = preview, base, hosts

    def prepare(self) -> None:
        """Answer only those who ask for this machine by its own names (DNS rebinding, BAR S23)."""
        if self.request.host not in self.hosts:
            self.send_error(403)

    def get(self) -> None:
        """Give the file, or the site's own page for what is not there."""
        name = self._name()
        if name == overlay.STYLE.lstrip("/"):
            self._give("css", (package_root() / "serve/overlay.css").read_bytes())
            return
        if name is None:
            self.send_error(400)
            return
        if name not in self.preview.names and f"{name}/index.html" in self.preview.names:
            self.redirect(self.request.path + "/")
            return
        if name.endswith("/") or not name:
            name += "index.html"
        if name not in self.preview.names:
            self.set_status(404)
            name = "404.html"
        self._give(name.rpartition(".")[2], self._read(name))

    def _name(self) -> str | None:
        path = unquote(self.request.path)
        if "\x00" in path or "\\" in path or ".." in path.split("/"):
            return None
        if path.startswith(self.base):
            return path.removeprefix(self.base)
        return path.lstrip("/")

    def _read(self, name: str) -> bytes:
        try:
            return (self.preview.out / name).read_bytes() if name in self.preview.names else b""
        except OSError:
            return b""

    def _give(self, suffix: str, data: bytes) -> None:
        self.set_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(self._followed(data) if suffix == "html" else data)

    def _followed(self, page: bytes) -> bytes:
        """The page with the preview's script and, where something stops the build, the report over it."""
        report = overlay.overlay(self.preview.report, self.preview.project.root, self.preview.say)
        style = f'<link rel="stylesheet" href="{overlay.STYLE}">' if report else ""
        script = (
            f'<script src="{live.SCRIPT}?path=livereload&amp;port={self.request.host.rpartition(":")[2]}">'
        )
        html = page.decode("utf-8") or overlay.EMPTY_PAGE
        html = html.replace(' http-equiv="Content-Security-Policy"', ' name="csp-not-in-preview"', 1)
        return html.replace("</body>", f"{style}{report}{script}</script></body>", 1).encode()


def application(preview: Preview, base: str, port: int) -> Application:
    """What answers on a port. `base` is the path of the site's address, with slashes around it."""
    hosts = frozenset(f"{name}:{port}" for name in _NAMES)
    origins = frozenset(f"http://{host}" for host in hosts)
    given = {"preview": preview, "base": base, "hosts": hosts}
    return Application([*live.routes(origins), (".*", Page, given)], websocket_ping_interval=20)


def serve(
    project: Project,
    port: int,
    edition: int | None,
    open_browser: bool,
    say: Catalogue,
    tell: Callable[[str], None],
) -> int:
    """Build, answer on the port, follow saves until Ctrl-C. Gives the exit code: 2 where the port is taken.

    `tell` gets each sentence for the terminal.
    """
    preview = Preview(project, say, edition, tell)
    try:
        sockets = bind_sockets(port, "localhost")
    except OSError:
        tell(say.get("error.port", port=port, other=port + 1))
        return 2
    port = sockets[0].getsockname()[1]
    base = base_path(preview.rebuild(documents=False))
    server = HTTPServer(application(preview, base, port))
    server.add_sockets(sockets)
    url = f"http://localhost:{port}{base}"
    tell(say.get("serve.ready", url=url))
    stop = threading.Event()
    follower = threading.Thread(target=follow, args=(preview, IOLoop.current(), stop.is_set), daemon=True)
    follower.start()
    if open_browser:
        webbrowser.open(url)
    try:
        IOLoop.current().start()
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        server.stop()
    return 0


def base_path(outcome: Outcome) -> str:
    """The path of the site's address: `/`, or `/repository/` on GitHub's project pages."""
    path = urlsplit(outcome.base_url).path
    return path if path.endswith("/") else path + "/"


def follow(preview: Preview, loop: IOLoop, stopped: Callable[[], bool]) -> None:
    """Build after every batch of saves and tell the browsers. Never ends by a fault of a build."""
    root = preview.project
    shown = ""
    _complete(preview, loop)
    for _ in changes((root.content, root.regions, root.theme()), stopped):
        outcome = _attempt(preview, documents=False)
        if outcome is None:
            continue
        _say(preview, outcome)
        found = digest(repr(outcome.report))
        if outcome.published or found != shown:
            live.tell_browsers(loop)
        shown = found
        _complete(preview, loop)


def _complete(preview: Preview, loop: IOLoop) -> None:
    """The documents, after the pages were shown."""
    if preview.report.errors:
        return
    outcome = _attempt(preview, documents=True)
    if outcome is not None and outcome.rendered:
        live.tell_browsers(loop)


def _attempt(preview: Preview, documents: bool) -> Outcome | None:
    try:
        return preview.rebuild(documents)
    except Exception as fault:  # noqa: BLE001 - a fault of ours must not end the preview
        preview.tell(preview.say.get("error.fault", fault=f"{type(fault).__name__}: {fault}"))
        return None


def _say(preview: Preview, outcome: Outcome) -> None:
    seconds = number(round(outcome.seconds, 1), preview.say.lang)
    preview.tell(preview.say.get("serve.built", seconds=seconds))
    if outcome.report.errors:
        preview.tell(preview.say.get("serve.problems"))
