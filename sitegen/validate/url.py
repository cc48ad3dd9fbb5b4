"""Addresses on the web (BAR B53-B56, S31)."""

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from sitegen.problems import Problem
from sitegen.validate.context import Asked, Checked, doubtful, wrong

LONGEST = 2000
PLAIN = re.compile(
    r"https://(?:(?=[^.]{1,63}\.)[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,63}(?:/[A-Za-z0-9._~/-]*)?", re.ASCII
)
"""Addresses with nothing in them that has to be thought about: nearly all."""

TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gad_source|mc_[ce]id|msclkid|igshid|phpsessid|jsessionid|sessionid|sid)",
    re.IGNORECASE,
)
LOCAL = re.compile(
    r"localhost|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|\[?::1]?|[^.]+", re.IGNORECASE
)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#].*)?")
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_FORBIDDEN_SIGNS = re.compile(r"[\s<>\"{}|\\^`]")


def check_url(value: str, asked: Asked) -> Checked[str]:
    """A whole web address with its scheme; doubts are warnings, the address is used as written."""
    if len(value) <= LONGEST and PLAIN.fullmatch(value):
        return Checked(value)
    fault, suggestion = fault_of(value)
    if fault:
        return wrong(asked, fault, value, rule="B53", suggestion=suggestion)
    return Checked(value, tuple(doubts(value, asked)))


def fault_of(value: str) -> tuple[str, str]:
    """The id of the first fault and what was probably meant; both empty if there is none."""
    if value.startswith("//"):
        return "url-no-scheme", "https:" + value
    if re.match(r"[A-Za-z]:[\\/]", value) or value.startswith("\\\\"):
        return "url-local", ""
    scheme = _SCHEME.match(value)
    if scheme is None:
        return ("url-no-scheme", f"https://{value}") if _DOMAIN.fullmatch(value) else ("url-form", "")
    if scheme[1].casefold() not in ("http", "https"):
        return "url-forbidden", ""
    if re.search(r"\s", value):
        return "url-space", re.sub(r"\s", "", value)
    if _FORBIDDEN_SIGNS.search(value) or len(value) > LONGEST:
        return "url-form", ""
    return _host_fault(value)


def _host_fault(value: str) -> tuple[str, str]:
    parts = split(value)
    if parts is None or not value[len(parts.scheme) :].startswith("://"):
        return "url-form", ""
    host = parts.hostname or ""
    if not host or parts.username is not None:
        return "url-form", ""
    if LOCAL.fullmatch(host):
        return "url-local", ""
    return ("", "") if _is_host(host) else ("url-form", "")


def _is_host(host: str) -> bool:
    return all(map(_LABEL.fullmatch, host.removesuffix(".").split(".")))


def split(value: str) -> SplitResult | None:
    """The parts of an address; None where it cannot be taken apart."""
    try:
        parts = urlsplit(value)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts


def doubts(value: str, asked: Asked) -> list[Problem]:
    """Warnings about an address without a fault."""
    parts = split(value)
    if parts is None:
        return []
    problems = []
    if parts.scheme == "http":
        problems.append(
            doubtful(asked, "url-http", value, rule="B54", suggestion="https" + value[len("http") :])
        )
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, one) for name, one in query if not TRACKING.fullmatch(name)]
    if kept != query:
        clean = urlunsplit(parts._replace(query=urlencode(kept)))
        problems.append(doubtful(asked, "url-tracking", value, rule="B56", suggestion=clean))
    if is_lookalike(parts.hostname or ""):
        problems.append(doubtful(asked, "url-lookalike", value, rule="S31"))
    return problems


def is_lookalike(host: str) -> bool:
    """A host in punycode, or with letters of two scripts in one label (S31): it may look like another's."""
    labels = host.split(".")
    return any(
        label.startswith("xn--") or (not label.isascii() and len(_scripts(label)) > 1) for label in labels
    )


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(sign, "?").split(" ")[0] for sign in label if sign.isalpha()}
