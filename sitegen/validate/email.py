"""E-mail addresses (BAR B51). Whose they are is C13's question."""

import re
from functools import lru_cache

from sitegen.validate.context import Asked, Checked, wrong

LONGEST = 254
PLAIN = re.compile(
    r"(?=[^@]{1,64}@)[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:(?=[^.]{1,63}\.)[a-z0-9]+(?:-[a-z0-9]+)*\.)+"
    r"(?:com|eu|example|fi|info|net|org|se)",
    re.ASCII | re.IGNORECASE,
)
"""Addresses with nothing in them that has to be thought about: nearly all. The library judges the others."""


def check_email(value: str, asked: Asked) -> Checked[str]:
    """One address, by form; no name server is asked. The first fault that a person would name is reported."""
    fault, suggestion = _fault(value)
    if fault:
        return wrong(asked, fault, value, rule="B51", suggestion=suggestion)
    return Checked(value)


def _fault(value: str) -> tuple[str, str]:
    if len(value) <= LONGEST and PLAIN.fullmatch(value):
        return "", ""
    if value.casefold().startswith("mailto:"):
        return "email-mailto", value[len("mailto:") :]
    if value.count("@") > 1 or re.search(r"@[^,;]*[,;]", value):
        return "email-two", re.split(r"[,;\s]+", value)[0]
    at = re.sub(r"\s*[(\[{]\s*(?:at|ät|miukumauku|snabel-?a)\s*[)\]}]\s*", "@", value, flags=re.IGNORECASE)
    if at != value:
        return "email-at", at
    if "@" not in value:
        return "email-no-at", ""
    if re.search(r"\s", value):
        return "email-space", re.sub(r"\s", "", value)
    if value.endswith("."):
        return "email-dot", value.rstrip(".")
    return ("", "") if _is_valid(value) else ("email-form", "")


@lru_cache(maxsize=4096)
def _is_valid(value: str) -> bool:
    if len(value) > LONGEST:
        return False
    from email_validator import EmailNotValidError, validate_email  # takes long to load, is seldom needed

    try:
        validate_email(value, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
