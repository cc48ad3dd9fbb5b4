"""A page as the preview gives it: the page itself, the report over it, and the script that follows saves.

The page's policy stays: only the channel to this server is allowed besides (BAR S27).
"""

import re
from collections.abc import Mapping
from html import escape

from sitegen.store.keys import digest

OWN = "/__sitegen/"
"""Where everything lies that belongs to the preview and not to the site; no region can be called so."""
STYLE, SCRIPT, TRANSPORT = f"{OWN}preview.css", f"{OWN}preview.js", f"{OWN}livereload.js"
_STYLESHEET = re.compile(r'(<link rel="stylesheet" href="[^"]*?)-[0-9a-f]{10}(\.css">)')
_POLICY, _ALLOWED = "default-src 'none';", "connect-src 'self'"
_LANG = re.compile(r'<html lang="([a-z-]+)"')


def followed(page: str, report: str, marks: Mapping[str, str], channel: Mapping[str, str]) -> str:
    """The page with `report` over it. `marks` are for our script, `channel` for the transport's.

    The script compares the digest of the page's content, without the names of style sheets: where only these
    are others, they are exchanged without a reload.
    """
    content = digest(_STYLESHEET.sub(r"\1\2", page))
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in {"content": content, **marks}.items())
    query = "&amp;".join(f"{name}={escape(value)}" for name, value in channel.items())
    added = (
        f'<link rel="stylesheet" href="{STYLE}">{report}<script src="{TRANSPORT}?{query}"></script>'
        f'<script id="sg-preview" src="{SCRIPT}"{data}></script>'
    )
    if _ALLOWED not in page:
        page = page.replace(_POLICY, f"{_POLICY} {_ALLOWED};", 1)
    head, end, tail = page.rpartition("</body>")
    return f"{head}{added}{end}{tail}" if end else page + added


def language_of(page: str) -> str:
    """The language a page says it is in; empty where it does not."""
    found = _LANG.search(page)
    return found[1] if found else ""
