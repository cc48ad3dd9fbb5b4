"""`sitegen serve` from start to end: bind, answer, follow, until Ctrl-C."""

import asyncio
import threading
import webbrowser
from collections.abc import Callable
from datetime import date
from functools import partial
from socket import socket

from sitegen.build.options import PDF_CHECK, PDF_WORKER
from sitegen.languages.formats import number
from sitegen.languages.messages import Catalogue
from sitegen.problems import Report
from sitegen.project import Project
from sitegen.serve import live
from sitegen.serve.answers import Answers
from sitegen.serve.app import Service, application, bind, listen
from sitegen.serve.follow import Filler, Follower, News
from sitegen.serve.hosts import Hosts
from sitegen.serve.page import OWN
from sitegen.serve.years import Years
from sitegen.store.keys import digest
from sitegen.store.processors import default_jobs
from sitegen.store.workers import Renderers
from sitegen.structs import Struct

RENDERERS = (PDF_WORKER, PDF_CHECK, "sitegen.render.pdf_booklet", "sitegen.render.docx")
FIRST_PAGE = 0.5
"""Seconds in which somebody who waits for the first page has got it."""


class Options(Struct, frozen=True):
    """What was asked for. `host` empty: this machine only. `today`: the day the checklists count from."""

    port: int
    host: str
    edition: int | None
    open_browser: bool
    navigate: bool
    today: Callable[[], date]


class Terminal(Struct, frozen=True):
    """Where sentences go: results, and the report of what is wrong."""

    say: Catalogue
    tell: Callable[[str], None]
    report: Callable[[Report], None]


def serve(project: Project, options: Options, terminal: Terminal) -> int:
    """Answer on the port and follow saves until Ctrl-C. 2 where the port is taken or the address not ours."""
    say = terminal.say
    try:
        sockets = bind(options.port, options.host)
    except OSError:
        key = "serve.bad-host" if options.host else "error.port"
        terminal.tell(say.get(key, host=options.host, port=options.port, other=options.port + 1))
        return 2
    terminal.tell(say.get("serve.reading"))
    hands = max(1, default_jobs() - 1)
    renderers = Renderers(hands + 1, RENDERERS)
    years = Years(project, options.edition, renderers.call, options.today)
    channel = live.Channel(Hosts(sockets[0].getsockname()[1], options.host))
    news = _news(channel, terminal)
    try:
        follower = Follower(years, news, navigate=options.navigate)
        follower.begin()
        answers = Answers(years, say, channel.token, channel.query)
        service = Service(answers, channel.hosts, news.fault)
        filler = Filler(years, news, hands, lambda: service.asked)
        greet = partial(_greet, channel.hosts.port, years.main.base, options, terminal)
        asyncio.run(_serve(service, channel, sockets, follower, filler, renderers, greet))
    except KeyboardInterrupt:
        pass
    finally:
        renderers.close()
    return 0


async def _serve(
    service: Service,
    channel: live.Channel,
    sockets: list[socket],
    follower: Follower,
    filler: Filler,
    renderers: Renderers,
    greet: Callable[[], None],
) -> None:
    """Answer and follow until somebody ends it. What makes documents is loaded after the first page."""
    channel.loop = asyncio.get_running_loop()
    server = listen(application(service, channel), sockets)
    stop = threading.Event()
    filling = threading.Thread(target=filler.run, args=(stop,), daemon=True)

    def fill() -> None:
        renderers.warm_up()
        filling.start()

    try:
        threading.Thread(target=follower.run, args=(stop.is_set,), daemon=True).start()
        channel.loop.call_later(FIRST_PAGE, fill)
        greet()
        await asyncio.Event().wait()
    finally:
        stop.set()
        server.stop()
        service.close()


def _greet(port: int, base: str, options: Options, terminal: Terminal) -> None:
    address = f"http://{_name(options.host)}:{port}"
    terminal.tell(terminal.say.get("serve.ready", url=address + base))
    terminal.tell(terminal.say.get("serve.overview", url=address + OWN))
    if options.host:
        terminal.tell(terminal.say.get("serve.open-to-others", host=options.host))
    if options.open_browser:
        webbrowser.open(address + base)


def _name(host: str) -> str:
    return f"[{host}]" if ":" in host else host or "localhost"


def _news(channel: live.Channel, terminal: Terminal) -> News:
    """Sentences for the terminal: how long it took, and errors when they are others than before."""
    say, told = terminal.say, [digest("")]

    def built(found: Report, seconds: float) -> None:
        terminal.tell(say.get("serve.built", seconds=number(round(seconds, 1), say.lang)))
        errors = Report(found.errors)
        key = digest(repr(errors)) if errors.problems else digest("")
        if key != told[0]:
            told[0] = key
            if errors.problems:
                terminal.report(errors)
                terminal.tell(say.get("serve.problems"))
            else:
                terminal.tell(say.get("serve.mended"))

    def fault(said: str) -> None:
        terminal.tell(say.get("serve.fault", fault=said))

    return News(channel.tell, built, fault)
