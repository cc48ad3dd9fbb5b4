"""Trying addresses politely: many hosts at a time, each host one request at a time with a pause (httpx).

A page is asked for as a browser would and only its beginning is read: servers answer HEAD with lies.
"""

import asyncio
import re
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx

from sitegen import __version__
from sitegen.links.verdict import PASSING, Fate, Verdict
from sitegen.structs import Struct, replace

_SHUT = frozenset({401, 403, 405, 406, 407, 429, 451, 999})
_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SHUT_LATER = 429
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_NOT_THERE = re.compile(
    r"\b(?:404|410)\b|not found|page (?:is )?missing|ei löydy|ei löytynyt|hitta(?:de)?s inte|finns inte",
    re.IGNORECASE,
)


class Manners(Struct, frozen=True):
    """How politely and how patiently: seconds, counts and bytes.

    `at_once`: hosts asked at the same time; `pause`: between two requests to a host; `tries`: for what may
    be over in a moment, after `wait`, twice that, and so on; `longest_wait`: whatever a server asks for.
    """

    at_once: int = 12
    pause: float = 0.5
    timeout: float = 20.0
    tries: int = 3
    wait: float = 2.0
    longest_wait: float = 30.0
    redirects: int = 8
    read: int = 65536


@dataclass(slots=True)
class _Hosts:
    """One lock for each host: who holds it may ask, and keeps it for the pause after."""

    manners: Manners
    locks: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    @asynccontextmanager
    async def asking(self, url: str) -> AsyncIterator[None]:
        """A turn at the host of an address."""
        async with self.locks[urlsplit(url).netloc]:
            try:
                yield
            finally:
                await asyncio.sleep(self.manners.pause)


def try_all(
    urls: Iterable[str], about: str, manners: Manners, tell: Callable[[int, int], None]
) -> dict[str, Verdict]:
    """The verdicts on addresses. `about`: the site's address, told to the hosts; `tell`: how far it is."""
    return asyncio.run(_try_all(sorted(set(urls)), about, manners, tell))


async def _try_all(
    urls: list[str], about: str, manners: Manners, tell: Callable[[int, int], None]
) -> dict[str, Verdict]:
    hosts = _Hosts(manners)
    found: dict[str, Verdict] = {}
    headers = {
        "User-Agent": f"sitegen/{__version__} (link check; +{about})",
        "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "identity",
        "Accept-Language": "fi, sv;q=0.9, en;q=0.8",
    }
    limits = httpx.Limits(max_connections=manners.at_once)
    # Waiting for a free connection is our own queue, not the server's slowness.
    timeout = httpx.Timeout(manners.timeout, pool=None)
    async with httpx.AsyncClient(headers=headers, timeout=timeout, limits=limits) as client:

        async def one(url: str) -> None:
            found[url] = await _patiently(client, url, manners, hosts)
            tell(len(found), len(urls))

        await asyncio.gather(*(one(url) for url in urls))
    return found


async def _patiently(client: httpx.AsyncClient, url: str, manners: Manners, hosts: _Hosts) -> Verdict:
    """Try until the answer is not of the passing kind, or the tries are used up."""
    verdict = Verdict(Fate.BROKEN)
    for turn in range(manners.tries):
        verdict, asked_to_wait = await _followed(client, url, manners, hosts)
        again = verdict.fate in PASSING or verdict.status == _SHUT_LATER
        if not again or turn + 1 == manners.tries:
            break
        await asyncio.sleep(min(max(asked_to_wait, manners.wait * 2**turn), manners.longest_wait))
    return verdict


async def _followed(
    client: httpx.AsyncClient, url: str, manners: Manners, hosts: _Hosts
) -> tuple[Verdict, float]:
    """Follow redirects to the end; the verdict, and how many seconds the server asks us to wait."""
    here, for_good, status = url, True, 0
    for _ in range(manners.redirects + 1):
        try:
            async with hosts.asking(here), asyncio.timeout(manners.timeout * 2):
                status, target, wait, start = await _asked(client, here, manners)
        except (TimeoutError, httpx.TimeoutException):
            return Verdict(Fate.SLOW), 0.0
        except httpx.ConnectError as fault:
            return Verdict(Fate.UNSAFE if _is_about_certificates(fault) else Fate.NO_HOST), 0.0
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return Verdict(Fate.BROKEN, status), 0.0
        if status not in _REDIRECTS or not target:
            judged = _judged(status, start)
            if judged.fate is Fate.OK and here != url:
                judged = _moved(url, here, for_good=for_good)
            return replace(judged, target=here if here != url else ""), wait
        if urlsplit(target).scheme not in ("http", "https"):
            break
        for_good = for_good and status in _FOR_GOOD
        here = target
    return Verdict(Fate.BROKEN, status), 0.0


async def _asked(client: httpx.AsyncClient, url: str, manners: Manners) -> tuple[int, str, float, str]:
    """One request: status, where it redirects to, seconds to wait, the beginning of the page."""
    async with client.stream("GET", url) as answer:
        start = b""
        if answer.status_code not in _REDIRECTS:
            async for piece in answer.aiter_bytes():
                start += piece
                if len(start) >= manners.read:
                    break
        target = urljoin(url, answer.headers.get("location", "")) if "location" in answer.headers else ""
        later = answer.headers.get("retry-after", "")
        wait = float(later) if later.isdecimal() else 0.0
        is_page = "html" in answer.headers.get("content-type", "")
        return answer.status_code, target, wait, start.decode("utf-8", "replace") if is_page else ""


def _judged(status: int, start: str) -> Verdict:
    if status in _GONE:
        return Verdict(Fate.GONE, status)
    if status in _SHUT:
        return Verdict(Fate.SHUT, status)
    if status >= 400:
        return Verdict(Fate.FAILING, status)
    title = _TITLE.search(start)
    if title is not None and _NOT_THERE.search(title[1]):
        return Verdict(Fate.SOFT, status)
    return Verdict(Fate.OK, status)


def _moved(url: str, here: str, *, for_good: bool) -> Verdict:
    """Of a page that was reached elsewhere: a front page in its place is none, a lasting move is told."""
    asked, found = urlsplit(url), urlsplit(here)
    if asked.path.strip("/") and not found.path.strip("/") and not found.query:
        return Verdict(Fate.FRONT, 200)
    return Verdict(Fate.MOVED if for_good else Fate.OK, 200)


def _is_about_certificates(fault: BaseException | None) -> bool:
    while fault is not None:
        if isinstance(fault, ssl.SSLError) or "certificate" in str(fault).casefold():
            return True
        fault = fault.__cause__ or fault.__context__
    return False
