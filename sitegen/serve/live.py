"""Telling browsers to look again: livereload's websocket and script, and nothing else of it.

Its own watcher, file server and `/forcereload` are not used (the nine tests in tests/serve say why). Only
pages that this server gave may listen: their origin is checked, and their greeting holds our token (BAR S26).
"""

import json
import secrets
from asyncio import AbstractEventLoop
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler

from sitegen.serve.hosts import Hosts

SOCKET = "/livereload"
LOOK = "*"
"""The message for every page: something changed, look whether it was you."""
LONGEST = 10_000


@dataclass(eq=False)
class Channel:
    """The line to all open pages. `hosts`: names of this server that they may have come by.

    `loop`: where the server answers, once it does.
    """

    hosts: Hosts
    loop: AbstractEventLoop | None = None
    token: str = field(default_factory=lambda: "t" + secrets.token_urlsafe(18))
    listeners: "set[_End]" = field(default_factory=set)

    def query(self, host: str) -> Mapping[str, str]:
        """What the transport's script is asked for with, on a page that came by this host."""
        name, _, port = host.rpartition(":")
        return {"host": name, "port": port, "ext": self.token, "mindelay": "500", "maxdelay": "2000"}

    def tell(self, path: str = LOOK) -> None:
        """Tell every open page. Safe from any thread."""
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self._tell, path)

    def _tell(self, path: str) -> None:
        for listener in tuple(self.listeners):
            listener.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": True})


class _End(LiveReloadHandler):  # type: ignore[misc]
    """One page's end of the line."""

    def initialize(self, channel: Channel) -> None:
        self.channel = channel

    def prepare(self) -> None:
        hosts, origin = self.channel.hosts, self.request.headers.get("Origin")
        if not hosts.allows(self.request.host) or (origin is not None and not hosts.allows_origin(origin)):
            self.send_error(403)

    def check_origin(self, origin: str) -> bool:
        """Asked after `prepare` where the transport finds an origin strange; it has its own idea of that."""
        return self.channel.hosts.allows_origin(origin)

    def on_message(self, message: str | bytes) -> None:
        greeting = _greeting(message)
        if greeting.get("command") == "hello" and not secrets.compare_digest(
            str(greeting.get("ext", "")).encode(), self.channel.token.encode()
        ):
            self.close()
            return
        self.known = getattr(self, "known", False) or greeting.get("command") == "hello"
        if not self.known:
            self.close()
            return
        if greeting.get("command") == "info":
            self.channel.listeners.add(self)
        super().on_message(json.dumps(greeting))

    def on_close(self) -> None:
        self.channel.listeners.discard(self)
        super().on_close()


class _Script(LiveReloadJSHandler):  # type: ignore[misc]
    """The transport's script."""

    def initialize(self, channel: Channel) -> None:
        self.channel = channel

    def prepare(self) -> None:
        if not self.channel.hosts.allows(self.request.host):
            self.send_error(403)


def routes(channel: Channel, script: str) -> Iterable[tuple[str, Any, dict[str, Any]]]:
    """What the server answers for the channel; `script`: the address of the transport's script."""
    return (SOCKET, _End, {"channel": channel}), (script, _Script, {"channel": channel})


def _greeting(message: str | bytes) -> dict[str, Any]:
    """A message of the transport; a harmless one where it is none."""
    try:
        found = json.loads(message) if len(message) <= LONGEST else None
    except ValueError:
        found = None
    return found if isinstance(found, dict) and isinstance(found.get("command"), str) else {"command": ""}
