"""All letters of a kind, and the files they become."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.compose.public_dates import event_uid
from sitegen.model.edition import Event
from sitegen.model.internal import PartnerContact
from sitegen.problems import Problem
from sitegen.render.calendar import TYPE as CALENDAR
from sitegen.render.calendar import Entry, calendar
from sitegen.render.docx import render_docx
from sitegen.render.mail import Attachment, Mailbox, tree_draft
from sitegen.structs import Struct
from sitegen.year.commitment import commitment_form
from sitegen.year.deliveries import SPOKEN
from sitegen.year.events import INTRODUCTION, event_title, events_of
from sitegen.year.letters.others import (
    PUBLIC,
    confirm,
    invite_cardholders,
    invite_kaikukeskus,
    press,
    press_languages,
)
from sitegen.year.letters.parts import Source, letter_document
from sitegen.year.letters.recipients import (
    Recipient,
    recipient,
    recipient_problems,
    unconfirmed,
    written_to,
)
from sitegen.year.letters.texts import PARTNER_LETTERS, Words
from sitegen.year.orders import address, languages

KINDS = ("ask", "welcome", "confirm", "introduction", "materials", "invite", "press")
NOT_GOING_ON = ("preparing", "ended")
"""Phases of a region of which nobody can say that its activity goes on."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Letter(Struct, frozen=True):
    """A letter to be written to files of this name. `mail`: a draft of mail is made beside the DOCX.

    `papers` go along and are written beside it too. `private`: it holds what stands in `internal/` only.
    """

    name: str
    lang: str
    words: Words
    to: tuple[Mailbox, ...] = ()
    papers: tuple[Attachment, ...] = ()
    private: bool = False
    mail: bool = True


class Asked(Struct, frozen=True):
    """What letters are asked for: the kind, of partners by id (none: all that get this kind), a meeting."""

    kind: str
    partners: tuple[str, ...] = ()
    event: Event | None = None


def letters(
    asked: Asked, source: Source, contacts: tuple[PartnerContact, ...]
) -> tuple[tuple[Letter, ...], tuple[Problem, ...]]:
    """The letters of a kind, and what is wrong with those they go to; with errors there are no letters."""
    wanted = written_to(asked.kind, source.edition)
    if asked.partners:
        wanted = tuple(one for one in source.edition.partners if one.id in asked.partners)
    found = tuple(recipient(one, source.edition, contacts) for one in wanted)
    problems = tuple(recipient_problems(found, source.edition))
    if any(one.id == "letter-no-reply" for one in problems):
        return (), problems
    if asked.kind not in PARTNER_LETTERS:
        return tuple(_others(asked, source)), ()
    made = tuple(_to_partner(one, asked, source) for one in found)
    return (*made, *(() if asked.partners else _others(asked, source))), problems


def files(found: Iterable[Letter], source: Source) -> dict[str, bytes]:
    """The files of letters by name; the same letters give the same bytes."""
    made: dict[str, bytes] = {}
    for one in found:
        document = letter_document(one.words.blocks, one.words.subject, source, one.lang)
        made[f"{one.name}.docx"] = render_docx(document)
        if one.mail:
            made[f"{one.name}.eml"] = tree_draft(
                one.to, one.words.subject, one.words.blocks, one.lang, one.papers
            )
        made |= {paper.name: paper.data for paper in one.papers}
    return made


def older_letters(folder: Path, kind: str, source: Source, written: Iterable[str]) -> tuple[str, ...]:
    """Drafts of this kind and year from an earlier time: whoever they go to needs none now."""
    words = {source.say(lang).get(f"file.{kind}") for lang in SPOKEN}
    begins = tuple(_name(source, word, "") for word in words)
    names = sorted(path.name for path in folder.glob("*.eml") if path.name.startswith(begins))
    return tuple(name for name in names if name not in set(written))


def _to_partner(to: Recipient, asked: Asked, source: Source) -> Letter:
    words = PARTNER_LETTERS[asked.kind](to, source, asked.event)
    say = source.say(to.lang)
    name = _name(source, say.get(f"file.{asked.kind}"), say.get(f"file.{to.role}"), to.partner.id, to.lang)
    return Letter(name, to.lang, words, to.to, tuple(_papers(to, asked, source)), to.private)


def _papers(to: Recipient, asked: Asked, source: Source) -> Iterator[Attachment]:
    """What goes along: the meeting for a calendar, a form for a new partner that has not committed itself."""
    say = source.say(to.lang)
    sessions = events_of(source.edition, INTRODUCTION) if asked.kind == "introduction" else ()
    for event in (asked.event,) if asked.event else sessions:
        yield meeting_file(event, source, to.lang)
    if asked.kind == "welcome" and to.partner.commitment is None:
        name = _name(source, say.get("file.commitment"), say.get(f"file.{to.role}"), to.partner.id, to.lang)
        yield Attachment(f"{name}.docx", DOCX, render_docx(commitment_form(to, source)))


def _others(asked: Asked, source: Source) -> Iterator[Letter]:
    """Letters of the kind to others than partners."""
    edition = source.edition
    kaikukeskus = tuple(Mailbox(one) for one in (address(edition, source.network),) if one)
    if asked.kind == "confirm" and unconfirmed(edition):
        for lang in languages(edition):
            name = _name(source, source.say(lang).get("file.confirm"), lang)
            yield Letter(name, lang, confirm(source, lang), kaikukeskus)
    if asked.kind == "invite":
        assert asked.event is not None
        for lang in languages(edition):
            name = _name(source, source.say(lang).get("file.invite"), "kaikukeskus", lang)
            paper = (meeting_file(asked.event, source, lang),)
            yield Letter(name, lang, invite_kaikukeskus(source, asked.event, lang), kaikukeskus, paper)
        name = _name(source, source.say(PUBLIC).get("file.public"), PUBLIC)
        yield Letter(name, PUBLIC, invite_cardholders(source, asked.event), mail=False)
    if asked.kind == "press" and edition.region.phase not in NOT_GOING_ON:
        for lang in press_languages(edition):
            yield Letter(_name(source, source.say(lang).get("file.press"), lang), lang, press(source, lang))


def meeting_file(event: Event, source: Source, lang: str) -> Attachment:
    """A meeting for the calendar of whoever is invited."""
    edition, say = source.edition, source.say(lang)
    place = event.place.get(lang) or event.place.values[0][1] if event.place else ""
    forms = source.forms(lang)
    title = say.get("event.summary", title=event_title(event, edition, say).value, **forms)
    entry = Entry(
        uid=event_uid(event.id, edition.region_id, edition.year, source.network.site.base_url),
        day=event.date,
        summary=title,
        lang=lang,
        stamp=edition.facts.updated or edition.facts.valid.from_,
        start=event.from_,
        end=event.to,
        place=place,
    )
    return Attachment(f"{_name(source, event.id, lang)}.ics", CALENDAR, calendar((entry,)))


def _name(source: Source, *parts: str) -> str:
    return "-".join((source.edition.region_id, str(source.edition.year), *parts))
