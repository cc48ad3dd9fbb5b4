"""What is never published: personal identity codes, bank accounts, card codes (C19, BAR S36, B77).

Each is recognised by its check, not by its look alone: a telephone number has the look of a personal code.
"""

import re
from collections.abc import Iterator
from datetime import date

_CENTURIES = dict.fromkeys("+", 1800) | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_PERSONAL = re.compile(r"(?<![\w+-])(\d{2})(\d{2})(\d{2})([-+YXWVUABCDEF])(\d{3})([0-9A-FHJ-NPR-Y])(?![\w-])")
_IBAN = re.compile(r"(?<!\w)([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){2,8})(?!\w)")
_IBAN_LENGTHS = range(15, 35)
HIDDEN = "••••••"


def personal_codes(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the personal identity codes in a text: a real date and the right check character.

    The rule is the Digital and Population Data Services Agency's: birth date, century sign, number 002-999,
    remainder of the nine digits by 31.
    """
    for match in _PERSONAL.finditer(text):
        day, month, year, sign, number, check = match.groups()
        if int(number) < 2 or not _is_date(_CENTURIES[sign] + int(year), int(month), int(day)):
            continue
        if _CHECK[int(day + month + year + number) % 31] == check:
            yield match.span()


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the account numbers in a text: ISO 13616, remainder by 97 is 1."""
    for match in _IBAN.finditer(text):
        letters = re.sub(r"[ -]", "", match.group())
        if len(letters) in _IBAN_LENGTHS and _remainder(letters) == 1:
            yield match.span()


def card_codes(
    text: str, pattern: re.Pattern[str] | None, codes: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Start and end of the card codes in a text: by Kaikukeskus's pattern, or of those given.

    A code stands alone: nothing is found inside a longer word or number.
    """
    if pattern is not None:
        for match in pattern.finditer(text):
            if match.group() and not _touches(text, *match.span()):
                yield match.span()
    if codes:
        for match in re.finditer(r"[A-Z0-9](?:[A-Z0-9.$/+%-]*[A-Z0-9])?", text):
            if match.group() in codes and not _touches(text, *match.span()):
                yield match.span()


def mask(text: str) -> str:
    """The text with personal codes and account numbers hidden."""
    for start, end in sorted((*personal_codes(text), *ibans(text)), reverse=True):
        text = text[:start] + HIDDEN + text[end:]
    return text


def _touches(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(sign.isalnum() for sign in around)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _remainder(letters: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in letters[4:] + letters[:4])) % 97
