"""Rules on the text of every tracked file, comments included (C13, C19, BAR S36, B77)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sitegen.model.national import Site
from sitegen.problems import Place, Problem, error, warning
from sitegen.validate.privacy import card_codes, ibans, personal_codes

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[\w-]{2,})")
_MOBILE = re.compile(r"(?<![\d+])(?:(?:\+|00)358[ -]?(?:\(0\))?[ -]?|0)(?:4\d|50)(?:[ -]?\d){5,8}(?!\d)")
_PHONE_FIELD = re.compile(r"^\s*(?:-\s+)?(?:\{\s*)?(?:phone|number)\s*:")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_ITEM = re.compile(r"^ {0,2}- ")
_BECAUSE = re.compile(r"^[^#]*\bpublic_because\s*:")

ROLES = frozenset(
    (
        "info",
        "posti",
        "post",
        "mail",
        "kulttuuri",
        "kultur",
        "culture",
        "kirjasto",
        "bibliotek",
        "museo",
        "museum",
        "teatteri",
        "teater",
        "liput",
        "lippu",
        "biljett",
        "biljetter",
        "toimisto",
        "kansli",
        "kanslia",
        "asiakaspalvelu",
        "kundtjanst",
        "palaute",
        "respons",
        "feedback",
        "neuvonta",
        "radgivning",
        "liikunta",
        "idrott",
        "nuoriso",
        "nuoret",
        "unga",
        "ungdom",
        "sosiaali",
        "social",
        "kunta",
        "kommun",
        "kaupunki",
        "stad",
        "city",
        "kansalaisopisto",
        "opisto",
        "institutet",
        "medborgarinstitutet",
        "vuxeninstitutet",
        "koulutus",
        "kurssit",
        "kurser",
        "uimahalli",
        "simhall",
        "tapahtumat",
        "evenemang",
        "myynti",
        "kaikukortti",
        "kaikukortet",
        "kaikukeskus",
        "hyvinvointi",
        "valfard",
        "tyollisyys",
        "sysselsattning",
        "maahanmuutto",
        "kotoutuminen",
        "integration",
        "seurakunta",
        "forsamling",
        "diakonia",
        "diakoni",
        "yhdistys",
        "etunimi",
        "sukunimi",
        "fornamn",
        "efternamn",
        "firstname",
        "lastname",
        "first",
        "last",
        "name",
        "noreply",
        "support",
        "tuki",
        "ohjaamo",
        "terveys",
        "halsa",
        "asiakas",
        "aikuissosiaalityo",
        "asunto",
        "ruoka",
        "apu",
        "yhteys",
        "hallinto",
        "office",
        "contact",
        "viestinta",
    )
)
"""Words of role addresses: `kulttuuri.tornio@` is nobody's own."""

PRIVATE_MAIL = frozenset(
    (
        "gmail.com",
        "hotmail.com",
        "hotmail.fi",
        "outlook.com",
        "live.com",
        "live.fi",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "luukku.com",
        "suomi24.fi",
        "kolumbus.fi",
        "elisanet.fi",
        "pp.inet.fi",
        "netti.fi",
        "saunalahti.fi",
        "welho.com",
        "protonmail.com",
    )
)
"""Mail services of private people (B52)."""


def check_source(
    path: str, text: str, pattern: re.Pattern[str] | None, codes: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Everything in one file's text that must not be published."""
    lines = text.split("\n")
    yield from never_published(path, lines)
    yield from c19_card_codes(path, lines, pattern, codes)
    yield from c13_personal(path, lines)


def never_published(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """S36, B77: personal identity codes and account numbers. A telephone field is exempt from the first."""
    for number, line in enumerate(lines, start=1):
        if not _PHONE_FIELD.match(line):
            for start, _ in personal_codes(line):
                yield error("personal-code", Place(path, number, start + 1), rule="B77", masked=True)
        for start, _ in ibans(line):
            yield error("account-number", Place(path, number, start + 1), rule="B77", masked=True)


def c19_card_codes(
    path: str, lines: Sequence[str], pattern: re.Pattern[str] | None, codes: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """C19: no card code; without Kaikukeskus's pattern or codes nothing is claimed."""
    if pattern is None and not codes:
        return
    for number, line in enumerate(lines, start=1):
        if "card_code_pattern" in line:
            continue
        for start, _ in card_codes(line, pattern, codes):
            yield error("card-code", Place(path, number, start + 1), rule="C19", masked=True)


def code_pattern(site: Site | None) -> tuple[re.Pattern[str] | None, tuple[Problem, ...]]:
    """The pattern of card codes as the site gives it, and what is wrong with it."""
    if site is None or not site.card_code_pattern:
        return None, ()
    try:
        return re.compile(site.card_code_pattern), ()
    except re.error:
        place = site.at.get("card_code_pattern", Place())
        return None, (error("card-code-pattern", place, rule="C19", value=site.card_code_pattern),)


def c13_personal(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """C13: no personal e-mail, and no personal mobile, in any tracked file without `public_because`.

    A mobile number is taken for a person's own where it stands in a comment, or in an entry that also holds a
    person's e-mail address: services have mobile numbers too. `public_because` frees its own entry.
    """
    is_yaml = path.endswith((".yaml", ".yml"))
    for first, last in _entries(lines) if is_yaml else ((0, len(lines)),):
        entry = lines[first:last]
        if is_yaml and any(_BECAUSE.match(line) for line in entry):
            continue
        has_person = False
        for number, line in enumerate(entry, start=first + 1):
            for match in _EMAIL.finditer(line):
                if is_personal(match[1], match[2]):
                    has_person = has_person or match.start() < _comment_start(line, is_yaml=is_yaml)
                    place = Place(path, number, match.start() + 1)
                    yield warning("personal-email", place, rule="C13", value=match.group())
        for number, line in enumerate(entry, start=first + 1):
            for match in _MOBILE.finditer(line):
                if has_person or match.start() >= _comment_start(line, is_yaml=is_yaml):
                    place = Place(path, number, match.start() + 1)
                    yield warning("personal-mobile", place, rule="C13", value=match.group())


def _comment_start(line: str, *, is_yaml: bool) -> int:
    comment = _COMMENT.search(line) if is_yaml else None
    return len(line) if comment is None else comment.start()


def is_personal(local: str, domain: str) -> bool:
    """Whether an address is a person's: first.last, or any at a mail service for private people.

    Not where a part is a word of a role, or of the domain itself (`kirjasto.tornio@tornio.fi`).
    """
    parts = [part for part in re.split(r"[._]", local.casefold()) if part]
    names = [part for part in parts if re.fullmatch(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*", part)]
    pieces = {piece for part in parts for piece in part.split("-")}
    hosts = {label for label in domain.casefold().split(".") if len(label) > 1}
    if pieces & ROLES or set(parts) & hosts:
        return False
    if domain.casefold() in PRIVATE_MAIL:
        return bool(names)
    return len(parts) == len(names) == 2


def _entries(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The parts of a YAML file: before the first list item, and each item with the comment right above it."""
    starts = [0]
    for index, line in enumerate(lines):
        if _ITEM.match(line):
            start = index
            while start > 0 and re.match(r"^\s*#", lines[start - 1]):
                start -= 1
            starts.append(start)
    bounds = sorted({*starts, len(lines)})
    yield from pairwise(bounds)


def check_all(
    sources: Iterable[tuple[str, str]], site: Site | None, codes: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """All files, each by its path and text."""
    pattern, problems = code_pattern(site)
    yield from problems
    for path, text in sources:
        yield from check_source(path, text, pattern, codes)
