"""Markdown texts: front matter, what is there, what a translation was made from."""

import hashlib
import re
from collections.abc import Iterator

from sitegen.load.nodes import Mapping, RawText
from sitegen.model.front import FrontMatter
from sitegen.model.network import SectionText
from sitegen.model.sections import OWN_PREFIX
from sitegen.problems import Place, Problem, error, note, warning
from sitegen.validate.context import Checked, Context
from sitegen.validate.record import read_record

DIGEST = re.compile(r"[0-9a-f]{12}")

RawTexts = tuple[tuple[str, str, RawText], ...]


def digest(body: str) -> str:
    """What `translated_from` names: the first 12 hex digits of SHA-256 of the body without blank ends."""
    return hashlib.sha256(body.strip().encode()).hexdigest()[:12]


def read_sections(texts: RawTexts, context: Context, *, national: bool) -> Checked[tuple[SectionText, ...]]:
    """All texts of a year, national or a region's."""
    outcomes = [_section(lang, name, raw, context, national=national) for lang, name, raw in texts]
    sections = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    problems = [one for outcome in outcomes for one in outcome.problems]
    main = next(iter(context.languages), "fi")
    mixed = () if national else _mixed(sections)
    return Checked(sections, (*problems, *mixed, *_translations(sections, main, national=national)))


def _section(lang: str, name: str, raw: RawText, context: Context, *, national: bool) -> Checked[SectionText]:
    front = raw.front or Mapping((), Place(raw.path, 1, 1))
    outcome = read_record(front, FrontMatter, context)
    facts: FrontMatter = outcome.value or FrontMatter()
    place = Place(raw.path, raw.body_line, 1)
    section = SectionText(
        name=name,
        lang=lang,
        title=facts.title or "",
        body=raw.body,
        place=place,
        digest=digest(raw.body),
        add=facts.add or "",
        review=facts.review or "",
        translated_from=facts.translated_from or "",
    )
    return Checked(section, (*outcome.problems, *_front_faults(section, facts, front, national=national)))


def _front_faults(
    section: SectionText, facts: FrontMatter, front: Mapping, *, national: bool
) -> Iterator[Problem]:
    is_own = section.name.startswith(OWN_PREFIX)
    head = Place(section.place.path, 1, 1)
    if (national or is_own) and front.get("title") is None:
        yield error("section-title", head, rule="B63", section=section.name)
    if facts.add and (national or is_own):
        yield error("section-add", facts.at["add"], section=section.name)
    if not section.body.strip():
        yield error("section-empty", section.place, rule="B21", section=section.name)
    if facts.translated_from and not DIGEST.fullmatch(facts.translated_from):
        yield error("digest-form", facts.at["translated_from"], value=facts.translated_from)


def _mixed(sections: tuple[SectionText, ...]) -> Iterator[Problem]:
    """A section joins the national text in every language or replaces it in every language."""
    first: dict[str, SectionText] = {}
    joining = (section for section in sections if not section.name.startswith(OWN_PREFIX))
    for section in joining:
        other = first.setdefault(section.name, section)
        if section.add != other.add:
            place = Place(section.place.path, 1, 1)
            yield error("section-mixed", place, section=section.name, other=other.place.path)


def _translations(sections: tuple[SectionText, ...], main: str, *, national: bool) -> Iterator[Problem]:
    """A translation whose source has changed since (a warning): it may say what no longer holds."""
    sources = {section.name: section for section in sections if section.lang == main}
    for section in sections:
        source = sources.get(section.name)
        if not section.translated_from and source is not None and source is not section:
            yield _unmarked(section, source)
        if not DIGEST.fullmatch(section.translated_from) or (not national and replaces(section, main)):
            continue
        place = Place(section.place.path, 1, 1)
        if source is None or source is section:
            yield warning("translation-source", place, section=section.name, lang=main)
        elif section.translated_from != source.digest:
            yield warning(
                "translation-outdated",
                place,
                rule="C10",
                section=section.name,
                source=source.place.path,
                digest=source.digest,
            )


def _unmarked(section: SectionText, source: SectionText) -> Problem:
    """A text that does not say which version of its source it follows: nobody is told when that changes."""
    place = Place(section.place.path, 1, 1)
    return note("translation-unmarked", place, source=source.place.path, file=section.place.path)


def replaces(section: SectionText, main: str) -> bool:
    """Whether a region's text in its first language stands in the place of the national one."""
    return section.lang == main and not section.add and not section.name.startswith(OWN_PREFIX)


def replaced_problems(
    sections: tuple[SectionText, ...], national: tuple[SectionText, ...], main: str
) -> Iterator[Problem]:
    """C10: a region's text in the place of a national one that has changed since the region's was written.

    `translated_from` of such a text names the national text in the same language.
    """
    sources = {section.name: section for section in national if section.lang == main}
    for section in sections:
        source = sources.get(section.name)
        if not section.translated_from and source is not None and replaces(section, main):
            yield _unmarked(section, source)
        if not DIGEST.fullmatch(section.translated_from) or not replaces(section, main):
            continue
        place = Place(section.place.path, 1, 1)
        if source is None:
            yield warning("translation-source", place, section=section.name, lang=main)
        elif section.translated_from != source.digest:
            yield warning(
                "replaced-outdated",
                place,
                rule="C10",
                section=section.name,
                source=source.place.path,
                digest=source.digest,
            )
