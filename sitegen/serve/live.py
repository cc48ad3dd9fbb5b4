"""Telling browsers to look again: livereload's websocket and script, and nothing else of it.

Its own watcher, file server and `/forcereload` are not used (the nine tests of ANCHORS part B say why); its
origin check, which lets every site in, is replaced (BAR S26).
"""

from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.ioloop import IOLoop

SCRIPT = "/livereload.js"
SOCKET = "/livereload"
ALL = "*"


class Channel(LiveReloadHandler):  # type: ignore[misc]
    """The browsers' end of the line."""

    def initialize(self, origins: frozenset[str]) -> None:
        """`origins`: those whose pages may listen."""
        self.origins = origins

    def check_origin(self, origin: str) -> bool:
        """Only pages that we serve."""
        return origin in self.origins


def routes(origins: frozenset[str]) -> list[Any]:
    """What the server answers for this channel."""
    return [(SOCKET, Channel, {"origins": origins}), (SCRIPT, LiveReloadJSHandler)]


def tell_browsers(loop: IOLoop, path: str = ALL) -> None:
    """Reload every open page; a `.css` path changes the style without a reload. Safe from any thread."""
    loop.add_callback(_tell, path)


def _tell(path: str) -> None:
    message = {"command": "reload", "path": path, "liveCSS": True, "liveImg": True}
    for waiter in tuple(Channel.waiters):
        waiter.send_message(message)
