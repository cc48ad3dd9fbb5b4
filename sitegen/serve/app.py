"""The preview over HTTP: who may ask, which thread finds the answer, nothing else."""

import asyncio
import errno
import logging
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from sitegen.serve import live
from sitegen.serve.answers import Answer, Answers
from sitegen.serve.hosts import LOOPBACK, Hosts
from sitegen.serve.page import TRANSPORT

PAGE_THREADS = 4
TAKEN = (errno.EADDRINUSE, errno.EACCES)
LIMITS = {
    "max_body_size": 1_024,
    "chunk_size": 65_536,
    "idle_connection_timeout": 60.0,
    "body_timeout": 10.0,
}


@dataclass
class Service:
    """What requests are answered with. Documents take seconds: they have threads of their own.

    `asked` counts the documents that people wait for now.
    """

    answers: Answers
    hosts: Hosts
    tell_fault: Callable[[str], None]
    pages: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(PAGE_THREADS))
    documents: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(PAGE_THREADS))
    asked: int = 0

    async def answer(self, address: str, host: str) -> Answer:
        """The answer, found in another thread, so that nobody waits for anybody."""
        heavy = self.answers.waits_for_document(address)
        pool = self.documents if heavy else self.pages
        loop = asyncio.get_running_loop()
        self.asked += heavy
        try:
            return await loop.run_in_executor(pool, self.answers.answer, address, host)
        except Exception as fault:  # noqa: BLE001 - a fault of ours must not end the preview
            said = f"{type(fault).__name__}: {fault}"
            self.tell_fault(said)
            return self.answers.fault(said, host)
        finally:
            self.asked -= heavy

    def close(self) -> None:
        """No thread waits for what nobody will read."""
        for pool in (self.pages, self.documents):
            pool.shutdown(wait=False, cancel_futures=True)


class Page(RequestHandler):
    """Any address. Only GET and HEAD: nothing here can be changed from outside."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, service: Service) -> None:
        """Given by the application for each request."""
        self.service = service

    def prepare(self) -> None:
        """Answer only those who ask for this server by one of its names (DNS rebinding, BAR S23)."""
        if not self.service.hosts.allows(self.request.host):
            self.send_error(403)

    def set_default_headers(self) -> None:
        """Nothing is kept by the browser, nothing is guessed, nobody else may show it in a frame."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "SAMEORIGIN")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    async def get(self) -> None:
        """Give what the address shows."""
        found = await self.service.answer(self.request.path, self.request.host)
        self.set_status(found.status)
        if found.location:
            self.set_header("Location", found.location)
        self.set_header("Content-Type", found.type)
        if found.lasting:
            # A style sheet that changes then finds its fonts at hand, and the page does not move.
            self.set_header("Cache-Control", "max-age=86400, immutable")
        await self.finish(found.data)

    def head(self) -> Awaitable[None]:
        """The same without the bytes."""
        return self.get()

    def compute_etag(self) -> None:
        """Nothing is kept, so nothing is compared."""


def application(service: Service, channel: live.Channel) -> Application:
    """What answers on the port."""
    routes: list[tuple[str, Any, dict[str, Any]]] = [
        *live.routes(channel, TRANSPORT),
        (".*", Page, {"service": service}),
    ]
    return Application([*routes], websocket_ping_interval=20, log_function=lambda _: None)


def listen(app: Application, sockets: list[socket.socket]) -> HTTPServer:
    """Begin to answer. What strangers send that is no HTTP is not worth a line on the terminal."""
    logging.getLogger("tornado").addHandler(logging.NullHandler())
    server = HTTPServer(app, **LIMITS)
    server.add_sockets(sockets)
    return server


def bind(port: int, told: str) -> list[socket.socket]:
    """Sockets of this machine alone, by both kinds of addresses where it has both, or of the address told.

    0 as port: any that is free. Raises `OSError` where it is taken or the address is not this machine's.
    """
    if told:
        return bind_sockets(port, told)
    found = bind_sockets(port, LOOPBACK[0], family=socket.AF_INET)
    if socket.has_ipv6:
        try:
            found += bind_sockets(found[0].getsockname()[1], LOOPBACK[1], family=socket.AF_INET6)
        except OSError as fault:
            if fault.errno in TAKEN:
                for one in found:
                    one.close()
                raise
    return found
