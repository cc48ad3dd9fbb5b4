"""Rules on words: translations that are missing, and the card's name."""

import re
from collections.abc import Iterator

from sitegen.model.fields import Kind, place_of
from sitegen.model.national import Site
from sitegen.model.network import NationalYear, SectionText
from sitegen.problems import Place, Problem, error, warning
from sitegen.validate.rules.case import Case, public_records, texts_of
from sitegen.validate.sections import replaced_problems

_CARD = re.compile(r"(?<![\w@./-])kaiku[\s\u00a0-]?(?:kort|card)\w*(?:-\w+)*", re.IGNORECASE)
_NOT_WORDS = re.compile(
    r"\]\([^)\s]*\)|\S+@\S+|\S*(?:://|www\.)\S*|\b\S+\.(?:fi|example|com|org|net)\b\S*|\{[a-z_]+\}",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = re.compile(r"\[([^\]]*)\]\(lang:([a-z-]+)\)")
_FINNISH = re.compile(r"Kaikukort(?:t|i)\w*(?:-\w+)*")
_SWEDISH = re.compile(r"Kaikukort(?!t|i)\w*(?:-\w+)*")
_OTHER = re.compile(r"Kaikukortti(?:-\w+)*")
_RIGHT = {"fi": _FINNISH, "fi-simple": _FINNISH, "sv": _SWEDISH}


def c10_words(case: Case) -> Iterator[Problem]:
    """C10: a public text is in every language the region writes or must serve; the rest falls back."""
    languages = tuple(dict.fromkeys((*case.region.languages, *case.region.official_languages)))
    for record in public_records(case.edition):
        for holder, name, spec, text in texts_of(record):
            written = text.languages if spec.kind is Kind.WORDS else ()
            for lang in languages if written else ():
                if lang not in written:
                    place = place_of(holder, name)
                    yield warning("translation-missing", place, rule="C10", field=spec.key, lang=lang)


def c10_sections(case: Case) -> Iterator[Problem]:
    """C10: a region's own section is in its official languages; a file that awaits review is enough."""
    by_name: dict[str, dict[str, SectionText]] = {}
    for section in case.edition.sections:
        by_name.setdefault(section.name, {})[section.lang] = section
    official = case.region.official_languages
    for name, texts in by_name.items():
        place = Place(next(iter(texts.values())).place.path, 1, 1)
        for lang in dict.fromkeys((*official, *case.region.languages)):
            if lang not in texts:
                make = error if lang in official else warning
                yield make("section-missing", place, rule="C10", section=name, lang=lang)


def c10_replaced(case: Case) -> Iterator[Problem]:
    """C10: a region's text in the place of a national one is not older than that one."""
    return replaced_problems(case.edition.sections, case.national.sections, case.region.languages[0])


def c12_name(case: Case) -> Iterator[Problem]:
    """C12: the card's name is written as it is."""
    for record in public_records(case.edition):
        yield from _names_in(record)
    yield from c12_sections(case.edition.sections)


def c12_site(site: Site, years: tuple[NationalYear, ...]) -> Iterator[Problem]:
    """C12 in the national words and texts."""
    yield from _names_in(site)
    for year in years:
        yield from c12_sections(year.sections)


def _names_in(record: object) -> Iterator[Problem]:
    for holder, name, _, text in texts_of(record):
        for lang, value in text.values:
            for _, written in wrong_names(value, lang or "fi"):
                yield warning(
                    "card-name", place_of(holder, name), rule="C12", value=written, lang=lang or "fi"
                )


def c12_sections(sections: tuple[SectionText, ...]) -> Iterator[Problem]:
    """C12 in Markdown texts and their titles."""
    for section in sections:
        head = Place(section.place.path, 1, 1)
        for _, written in wrong_names(section.title, section.lang):
            yield warning("card-name", head, rule="C12", value=written, lang=section.lang)
        for offset, written in wrong_names(section.body, section.lang):
            place = place_in(section, offset)
            yield warning("card-name", place, rule="C12", value=written, lang=section.lang)


def wrong_names(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """Offset and spelling of the card's name where it is not written as the language writes it (C12).

    Finnish Kaikukortti and its inflections; Swedish Kaikukort(et, ets, en) and its compounds; elsewhere
    Kaikukortti. Addresses are no words.
    """
    if "kaiku" not in text.casefold():
        return
    right = _RIGHT.get(lang, _OTHER)
    if "](lang:" in text or not all(right.fullmatch(one) for one in _CARD.findall(text)):
        yield from names_among_words(text, lang)


def names_among_words(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """The same, with the care that only a text needs in which some name may be wrong."""
    for part in _OTHER_LANGUAGE.finditer(text):
        yield from ((part.start(1) + at, one) for at, one in wrong_names(part[1], part[2]))
    plain = _NOT_WORDS.sub(_blank, _OTHER_LANGUAGE.sub(_blank, text))
    right = _RIGHT.get(lang, _OTHER)
    for match in _CARD.finditer(plain):
        if not right.fullmatch(match.group()):
            yield match.start(), match.group()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def place_in(section: SectionText, offset: int) -> Place:
    """The place of an offset in a section's body."""
    before = section.body[:offset]
    line = before.count("\n")
    return Place(section.place.path, section.place.line + line, offset - (before.rfind("\n") + 1) + 1)
