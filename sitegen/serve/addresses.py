"""What an address asks for: a file of the site, of another year's site, or a page of the preview's own.

Only names are compared, with those of the plan: no address ever becomes a path on the disk (BAR S24, S25).
"""

import re
from urllib.parse import unquote

from sitegen.serve.page import OWN
from sitegen.structs import Struct

LONGEST = 1000
_YEAR = re.compile(r"(20[0-9]{2})(/.*)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


class Asked(Struct, frozen=True):
    """A file of the site (`own` empty) or a page of the preview (`own`: its name below OWN).

    `year`: of a draft's site. `prefix`: where the site begins for this visitor. `redirect`: look there.
    """

    name: str = ""
    own: str | None = None
    year: int | None = None
    prefix: str = "/"
    redirect: str = ""


def asked_for(address: str, base: str) -> Asked | None:
    """The meaning of a request's path; None where no address is like that (400).

    The site answers at `base`, the path of its address, and at the root.
    """
    path = _decoded(address)
    if path is None:
        return None
    if path + "/" == OWN or (base != "/" and path + "/" == base):
        return Asked(redirect=path + "/")
    if path.startswith(OWN):
        return _own(path.removeprefix(OWN))
    if path.startswith(base):
        return Asked(path.removeprefix(base), prefix=base)
    return Asked(path.removeprefix("/"))


def _own(name: str) -> Asked:
    found = _YEAR.fullmatch(name)
    if found is None:
        return Asked(own=name)
    if found[2] is None:
        return Asked(redirect=f"{OWN}{name}/")
    year = int(found[1])
    return Asked(found[2].removeprefix("/"), year=year, prefix=f"{OWN}{year}/")


def _decoded(address: str) -> str | None:
    if not address.startswith("/") or len(address) > LONGEST:
        return None
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(path) or any(part in (".", "..") for part in path.split("/")):
        return None
    return path
