"""A visitor who follows every link of a site in a real browser, and notes what is not there."""

from collections import deque
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Browser

from tests.site.support.browser import visitor


def crawl(browser: Browser, base: str) -> tuple[set[str], list[str]]:
    """The addresses that were visited, and everything that failed: answers, requests, the console."""
    seen: set[str] = {base}
    waiting, failed = deque([base]), []
    with visitor(browser, base) as guest:
        guest.page.on(
            "response",
            lambda answer: failed.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
        )
        while waiting:
            url = waiting.popleft()
            if not urlsplit(url).path.endswith("/"):
                answer = guest.page.request.head(url)
                if not answer.ok:
                    failed.append(f"{answer.status} {url}")
                continue
            guest.page.goto(url, wait_until="load")
            found = guest.page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
            for link in dict.fromkeys(urldefrag(one).url for one in found):
                if link.startswith(base) and link not in seen:
                    seen.add(link)
                    waiting.append(link)
                elif urlsplit(link).netloc == urlsplit(base).netloc and not link.startswith(base):
                    failed.append(f"out of the site: {url}: {link}")
        failed += [*guest.elsewhere, *guest.complaints]
    return seen, failed
