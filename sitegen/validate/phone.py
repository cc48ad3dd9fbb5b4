"""Telephone numbers (BAR N1-N6, B46-B50)."""

import re
from functools import lru_cache

from sitegen.model.contact import PhoneNumber
from sitegen.problems import Problem
from sitegen.validate.context import Asked, Checked, doubtful, wrong

HOME = "FI"
SHORT_NUMBERS = frozenset({"112", "116000", "116006", "116111", "116117", "116123", "10022"})
"""Emergency and help lines that are whole numbers by themselves (N4)."""

PREMIUM = re.compile(r"\+358(?:600|606|700)")
MOBILE = re.compile(r"\+358(?:4\d|50)")
SHORTEST = 7
"""Digits of a Finnish number with its 0; a shorter one is only right where the library knows it."""

SHORTEST_MOBILE = 10
"""Digits of a Finnish mobile number with its 0 (N3)."""

PLAIN = re.compile(r"[0-9]+(?: [0-9]+)*", re.ASCII)
"""Digits in groups: nothing in it that would have to be explained."""

GIVEN = re.compile(
    r"0(?:1[3-7][1-8][0-9]{3,6}|19[1-8][0-9]{3,6}|[23568][1-8][0-9]{4,7}|9[1-8][0-9]{4,7}"
    r"|4[0-8][0-9]{4,8}|50[0-9]{4,8}|(?:10|29|30)[0-9]{4,8}|800[0-9]{4,6})"
)
"""Finnish numbers of the usual kinds, dialled at home, can have been given. The library judges others."""

NEVER_GIVEN = re.compile(r"01[3-7][09][0-9]{4,6}")
"""Numbers of an area that begin with 0 or 9: nobody has them, so invented people do."""

_ALLOWED = re.compile(r"[0-9+() ./\-–   ]+")
_LETTERS = re.compile(r"[^\W\d_]")
_SEPARATORS = re.compile(r"[,;/\n]|\b(?:tai|eller|or|ja|och|and)\b")
_ENOUGH_DIGITS = 5
_TOO_MANY_DIGITS = 15


def check_phone(value: str, asked: Asked) -> Checked[PhoneNumber]:
    """One number. Too short, too long, with letters or without its first 0 (which a spreadsheet takes from a
    number that is no text) is an error; one nobody can have, a warning.
    """
    text = " ".join(value.split())
    if not PLAIN.fullmatch(text):
        return _with_signs(value, text, asked)
    return _in_digits(text, text.replace(" ", ""), asked)


def _with_signs(value: str, text: str, asked: Asked) -> Checked[PhoneNumber]:
    if _is_several(text):
        return wrong(asked, "phone-two", value, rule="B48")
    if _LETTERS.search(text):
        return wrong(asked, "phone-letters", value, rule="B47", suggestion=_number_in(text))
    if not _ALLOWED.fullmatch(text):
        return wrong(asked, "phone-signs", value, rule="B47")
    return _in_digits(text, re.sub(r"\D", "", text), asked)


def _in_digits(text: str, digits: str, asked: Asked) -> Checked[PhoneNumber]:
    if digits in SHORT_NUMBERS:
        return Checked(PhoneNumber(text, text, digits))
    return _ordinary(text, digits, asked)


def _number_in(text: str) -> str:
    """The number beside the words; empty where what stands there is too short to be one."""
    found = re.search(r"[+(]?\d[\d ()-]*\d", text)
    return found.group() if found and len(re.sub(r"\D", "", found.group())) >= SHORTEST else ""


def is_premium(number: PhoneNumber) -> bool:
    """A number whose price must be told: 0600, 0700 (N6)."""
    return PREMIUM.match(number.e164) is not None


def is_mobile(number: PhoneNumber) -> bool:
    """A Finnish mobile number."""
    return MOBILE.match(number.e164) is not None


def _ordinary(text: str, digits: str, asked: Asked) -> Checked[PhoneNumber]:
    state, e164, is_valid = parsed(_without_trunk_zero(text))
    if state == "short":
        return wrong(asked, "phone-short", text, rule="C14")
    if state == "long":
        return wrong(asked, "phone-two" if len(digits) > _TOO_MANY_DIGITS else "phone-long", text, rule="C14")
    if state == "invalid":
        return wrong(asked, "phone-signs", text, rule="C14")
    if not is_valid and e164.startswith("+358") and len(digits) < SHORTEST:
        return wrong(asked, "phone-short", text, rule="C14")
    if e164.startswith("+358") and not text.startswith("+") and not digits.startswith("0"):
        whole = f"+{text}" if e164 == f"+{digits}" else f"0{text}"
        return wrong(asked, "phone-zero", text, rule="C14", suggestion=whole)
    number = PhoneNumber(text, international(text, e164), e164)
    return Checked(number, _doubts(number, asked, is_valid=is_valid))


def _doubts(number: PhoneNumber, asked: Asked, *, is_valid: bool) -> tuple[Problem, ...]:
    if is_mobile(number) and len(number.e164) - len("+358") + 1 < SHORTEST_MOBILE:
        return (doubtful(asked, "phone-mobile-short", number.written, rule="B46"),)
    if not is_valid and not asked.context.invented:
        return (doubtful(asked, "phone-not-valid", number.written, rule="C14"),)
    return ()


def international(written: str, e164: str) -> str:
    """The number as `+358 …` in the writer's groups; numbers of other countries as written."""
    text = _without_trunk_zero(written)
    groups = re.findall(r"\d+", text)
    if not e164.startswith("+358"):
        return "+" + " ".join(groups).removeprefix("00") if text.startswith(("+", "00")) else e164
    if groups and text.startswith(("+", "00")):
        first = groups[0].removeprefix("00").removeprefix("358")
        groups = [first, *groups[1:]] if first else groups[1:]
    elif groups:
        groups = [groups[0].removeprefix("0"), *groups[1:]]
    shown = " ".join(("+358", *(group for group in groups if group)))
    return shown if re.sub(r"\D", "", shown) == e164[1:] else e164


def _without_trunk_zero(text: str) -> str:
    """`+358 (0)40 …` without the zero that nobody dials (N1)."""
    return text if "(0)" not in text else re.sub(r"^(\+|00)(\d{1,3}) ?\(0\) ?", r"\1\2 ", text)


def _is_several(text: str) -> bool:
    parts = [part for part in _SEPARATORS.split(text) if len(re.sub(r"\D", "", part)) >= _ENOUGH_DIGITS]
    return len(parts) > 1


def parsed(text: str) -> tuple[str, str, bool]:
    """State ("ok", "short", "long", "invalid"), E.164, and whether the number can have been given."""
    digits = text.replace(" ", "")
    if PLAIN.fullmatch(text) and (GIVEN.fullmatch(digits) or NEVER_GIVEN.fullmatch(digits)):
        return "ok", f"+358{digits[1:]}", not NEVER_GIVEN.fullmatch(digits)
    return judged(text)


@lru_cache(maxsize=4096)
def judged(text: str) -> tuple[str, str, bool]:
    """The same by the library."""
    import phonenumbers  # takes long to load, is seldom needed

    faults = phonenumbers.NumberParseException
    short = (faults.TOO_SHORT_NSN, faults.TOO_SHORT_AFTER_IDD, faults.NOT_A_NUMBER)
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException as fault:
        state = "long" if fault.error_type == faults.TOO_LONG else "invalid"
        return "short" if fault.error_type in short else state, "", False
    impossible = {
        phonenumbers.ValidationResult.TOO_SHORT: "short",
        phonenumbers.ValidationResult.TOO_LONG: "long",
        phonenumbers.ValidationResult.INVALID_COUNTRY_CODE: "invalid",
    }
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason in impossible:
        return impossible[reason], "", False
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "ok", e164, phonenumbers.is_valid_number(number)
